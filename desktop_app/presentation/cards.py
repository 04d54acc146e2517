"""The four headline cards: the total, child deaths, serious harm, and the other counting unit."""

from desktop_app.analysis.parts import NOT_ALIKE
from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import headline, measure
from desktop_app.domain.specs import MeasureSpec
from desktop_app.domain.units import PeriodKind, Shape, Unit
from desktop_app.presentation.models import Card
from desktop_app.presentation.picks import nature_picks
from desktop_app.presentation.words.change import capital, certainty_words, change_words
from desktop_app.presentation.words.messages import no_records
from desktop_app.presentation.words.numbers import SMALL, figure_text, marker_meaning
from desktop_app.presentation.words.parts import cannot_compare, is_part
from desktop_app.presentation.words.periods import Comparison, against, compare, period_title, spoken_row

_ABSENT = {
    "notifications": "This file does not tell which rows belong to one notification",
    "children": "This file does not say how many children are concerned",
    "deaths": "This file does not tell deaths apart",
    "serious_harm": "This file does not tell serious harm apart",
}


def cards(result: Result) -> tuple[Card, ...]:
    """Return the four cards, in the order shown."""
    unit = result.state.unit
    other = Unit.CHILDREN if unit is Unit.NOTIFICATIONS else Unit.NOTIFICATIONS
    specs = (headline(unit), measure("deaths"), measure("serious_harm"), headline(other))
    row = spoken_row(result)
    return tuple(_card(result, spec, row or result.overall, first=spec is specs[0]) for spec in specs)


def _card(result: Result, spec: MeasureSpec, row: ResultRow, first: bool) -> Card:
    figure = row[spec.key].figure
    change, certainty = "", ""
    if figure.value is None:
        change = _why_absent(result, spec, figure)
    else:
        comparison = compare(row, spec.key)
        change = _change(comparison) if comparison else _no_change(result, row, spec)
        certainty = _certainty(result, spec, comparison)
    return Card(
        key=spec.key,
        title=_title(spec, row) if first or figure.value is not None or figure.marker else spec.title,
        figure=capital(figure_text(figure)),
        change=capital(change),
        certainty=certainty,
        spark=tuple(
            each[spec.key].figure.value if is_part(result, each, spec.key) else None
            for each in result.rows
            if each.complete
        ),
        picks=nature_picks(result, spec.nature),
    )


def _why_absent(result: Result, spec: MeasureSpec, figure: Figure) -> str:
    if figure.marker:
        return marker_meaning(figure.marker)
    if not result.resolved.possible:
        return "a filter does not fit this file"
    if result.shape is Shape.AGGREGATE and spec is headline(Unit.NOTIFICATIONS):
        return "this file does not give this number"
    return _ABSENT[spec.key]


def _title(spec: MeasureSpec, row: ResultRow) -> str:
    if row.period is None:
        return f"{spec.title}, all records shown"
    state = "" if row.complete else " (not complete)"
    return f"{spec.title}, {period_title(row.period)}{state}"


def _change(comparison: Comparison) -> str:
    if comparison.change.number == 0:
        same = "about the same as" if comparison.change.rounded else "no change on"
        return f"{same} {against(comparison, brief=True)}".replace(f"{same} in ", f"{same} ")
    return change_words(comparison, brief=True)


def _no_change(result: Result, row: ResultRow, spec: MeasureSpec) -> str:
    if row.period is None:
        if no_records(result):
            return "no records yet"
        return "no dates to compare by" if len(result.selection) else "nothing matches the filters"
    if not row.complete:
        return "the period is not complete"
    if len(result.rows) == 1:
        one = "year" if row.period.kind in {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR} else "period"
        return f"one {one} only, so no change to show"
    if spec.key in NOT_ALIKE and cannot_compare(result, row):
        return "not comparable: notifications in one year, children in the other"
    return "no earlier figure to compare with"


def _certainty(result: Result, spec: MeasureSpec, comparison: Comparison | None) -> str:
    if spec.unit is not None and spec.unit is not result.state.unit:
        return (
            "A notification can concern several"
            if spec.unit is Unit.CHILDREN
            else "Each can concern several children"
        )
    if comparison is None or comparison.change.number == 0:
        return ""
    words = capital(certainty_words(comparison.change))
    return f"{words}; small numbers" if words and comparison.base < SMALL else words
