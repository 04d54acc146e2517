"""The XmR chart: the total by period with its mean and limits, and the periods that stand out."""

from datetime import date

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.analysis.statistics.control import (
    FEWEST,
    FEWEST_FOR_FIRM,
    LEAST_MEAN,
    Control,
    Lack,
    Signal,
    begun_anew,
    lack_of,
)
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Line,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.tables.cells import count_cell, decimal_cell, text_cell
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, listed, noun, small
from desktop_app.presentation.words.messages import MOST_WORDS, fitting, subjects
from desktop_app.presentation.words.numbers import count_text, decimal_text, figure_text
from desktop_app.presentation.words.periods import ONE_KIND, plain_kind
from desktop_app.presentation.words.status import source_line

RULES_NOTE = (
    "Limits: the mean and 2.66 times the mean moving range to either side, without moving ranges above 3.267"
    " times their mean, but at least 3 times the root of the mean, by which counts vary by chance alone."
    " A period stands out beyond a limit, in a run of {run} on one side of the mean, in a"
    " run of {run} that rise or fall, or as one of 2 in 3 in the outer third. Incomplete periods are left"
    " out."
)
TRIAL_NOTE = f"Trial limits: there are fewer than {FEWEST_FOR_FIRM} complete periods."
CHANCE_NOTE = "What stands out has a reason to be found; it need not be a change in the number of incidents."


def control_of(result: Result) -> Control | None:
    """Return mean, limits and signals of the total over the complete periods, or None of too few."""
    return begun_anew(_values(result), result.state.run, _start(result))


def _values(result: Result) -> list[float | None]:
    return [_counted(result, row) for row in result.rows]


def _start(result: Result) -> int:
    """Return the place of the period from which the person wishes new limits, 0 where there is none."""
    days = [row.period.start if row.period else None for row in result.rows]
    wished = result.state.rebase
    return days.index(wished) if wished is not None and wished in days else 0


def new_limits_from(result: Result) -> tuple[tuple[date, str], ...]:
    """Return the periods at which limits can begin anew: those before and those after carry limits."""
    values = _values(result)
    return tuple(
        (row.period.start, row.period.label)
        for at, row in enumerate(result.rows)
        if row.period and lack_of(values[:at]) is None and lack_of(values[at:]) is None
    )


def signalled(result: Result) -> tuple[tuple[ResultRow, tuple[Signal, ...]], ...]:
    """Return the periods that stand out from chance variation, each with why."""
    found = control_of(result)
    if found is None:
        return ()
    return tuple((row, why) for row, why in zip(result.rows, found.signals, strict=True) if why)


def control_plot(result: Result, _trend: Table) -> Plot:
    """Return the total by period with mean and limits; without them where the periods are too few."""
    found, unit = control_of(result), concerned(result.state.unit)
    signals = found.signals if found else ((),) * len(result.rows)
    marks = tuple(
        _mark(result, at, row, why) for at, (row, why) in enumerate(zip(result.rows, signals, strict=True))
    )
    return Plot(
        key="control",
        kind=PlotKind.LINES,
        title=_message(result, found),
        subtitle=subtitle(result, " with mean and limits of chance variation" if found else ""),
        source=" ".join(
            filter(
                None,
                (
                    source_line(result),
                    provisional_words(result),
                    _without_words(result, found),
                    _anew(result, found),
                    _trial(found),
                ),
            )
        ),
        alt_text=_alt_text(result, found),
        value_title=capital(unit),
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in result.rows),
        series=(PlotSeries("total", capital(unit), marks),),
        table=_table(result, found),
        lines=_lines(found, len(result.rows)) if found else (),
    )


def _counted(result: Result, row: ResultRow) -> float | None:
    figure = row[headline(result.state.unit).key].figure
    return figure.value if row.complete and not figure.at_least else None


def _mark(result: Result, at: int, row: ResultRow, why: tuple[Signal, ...]) -> Mark:
    figure = row[headline(result.state.unit).key].figure
    when = capital(row.period.words) if row.period else ""
    words = f"{when}: {figure_text(figure)} {noun(result.state.unit, figure.value)}"
    ends = f"; {listed(why)}" if why else "" if row.complete else "; not complete, left out of the limits"
    return Mark(
        position=at,
        value=figure.value,
        label=figure_text(figure),
        words=words + ends,
        provisional=not row.complete,
        picks=period_picks(result, row.period),
        signal=bool(why),
    )


def _lines(found: Control, length: int) -> tuple[Line, ...]:
    """Return mean and limits; where they begin anew, those before and those after as lines of their own."""
    if found.before is None:
        return _limits(found, "", (0, length), length)
    earlier = _limits(found.before, " before", (0, found.start), length)
    return (*earlier, *_limits(found, "", (found.start, length), length))


def _limits(found: Control, when: str, reach: tuple[int, int], length: int) -> tuple[Line, ...]:
    named = (("Upper limit", found.upper), ("Mean", found.mean), ("Lower limit", found.lower))
    return tuple(
        Line(
            f"{name}{when} {level_text(value, found)}",
            tuple(value if reach[0] <= at < reach[1] else None for at in range(length)),
            dashed=name != "Mean",
        )
        for name, value in named
    )


def level_text(value: float, found: Control) -> str:
    """Return a mean or a limit as the chart and the sentences give it: with a decimal below 100."""
    return count_text(value) if found.upper >= 100 else decimal_text(value, 1)


def _trial(found: Control | None) -> str:
    trial = found is not None and (found.trial or (found.before is not None and found.before.trial))
    return TRIAL_NOTE if trial else ""


def _anew(result: Result, found: Control | None) -> str:
    """Return that the limits begin anew, and that a person chose it; or that they cannot."""
    at = _start(result)
    period = result.rows[at].period if at else None
    if result.state.rebase is None or period is None:
        return ""
    if found is None or found.before is None:
        need = (
            f"{FEWEST} complete periods with {LEAST_MEAN} {concerned(result.state.unit)} or more on average"
        )
        shown = ": one set is shown" if found else ""
        return f"New limits from {period.label} need {need} on either side{shown}."
    upper, mean, lower = (level_text(value, found.before) for value in _levels(found.before))
    before = f"the mean before is {mean}, its limits {lower} and {upper}"
    return f"The limits begin anew at {period.label}, by choice; {before}."


def _message(result: Result, found: Control | None) -> str:
    """Return how many periods stand out, in at most ten words."""
    kind = plain_kind(result.state.period)
    if found is None:
        return _lacking(result, kind)
    out = [row for row, why in zip(result.rows, found.signals, strict=True) if why]
    short = subjects(result, None)[1]
    if not out:
        return fitting(result, None, f": no {kind.removesuffix('s')} stands out from chance variation")
    if len(out) == 1 and out[0].period and len(out[0].period.label.split()) == 1:
        return fitting(result, None, f": {out[0].period.label} stands out from chance variation")
    verb = "stands" if len(out) == 1 else "stand"
    known = sum(_counted(result, row) is not None for row in result.rows)
    title = f"{short}: {len(out)} of {known} {kind} {verb} out"
    full = f"{title} from chance variation"
    return full if len(full.split()) <= MOST_WORDS else title


def _lacking(result: Result, kind: str) -> str:
    """Return in at most ten words why there are no limits."""
    few = lack_of(_values(result)) is Lack.SMALL
    lacking = concerned(result.state.unit) if few else f"complete {kind}"
    return f"Too few {lacking} for limits of chance variation"


def _without_words(result: Result, found: Control | None) -> str:
    """Return why there are no limits with the figures that show it, and the way out."""
    known = [value for value in _values(result) if value is not None]
    if found is not None or lack_of(_values(result)) is not Lack.SMALL:
        return ""
    kind, unit = plain_kind(result.state.period).removesuffix("s"), concerned(result.state.unit)
    mean = decimal_text(max(0.1, sum(known) / len(known)), 1)  # "0.0" would say that there are none
    longer = "" if result.state.period.per_year == 1 else "longer periods or "
    return (
        f"Limits need {LEAST_MEAN} {unit} or more a {kind} on average, and here there are {mean}: chance"
        f" alone moves smaller numbers too much. Choose {longer}fewer filters."
    )


def _alt_text(result: Result, found: Control | None) -> str:
    unit, kind = concerned(result.state.unit), small(ONE_KIND[result.state.period])
    if found is None:
        why = _without_words(result, found) or f"They need {FEWEST} complete periods."
        return f"Line chart of {unit} by {kind}, without limits. {why}"
    out = signalled(result)
    named = [f"{row.period.label} ({listed(why)})" for row, why in out[:4] if row.period]
    more = f" and {len(out) - 4} more" if len(out) > 4 else ""
    told = f"These stand out: {'; '.join(named)}{more}." if named else "No period stands out."
    high, mean, low = (level_text(value, found) for value in _levels(found))
    anew = _anew(result, found)
    limits = f"mean {mean}, limits {low} and {high}"
    if found.before is not None:
        limits = f"in the newest part {limits}"
    return f"Line chart of {unit} by {kind}: {limits}. {told}{f' {anew}' if anew else ''}"


def _table(result: Result, found: Control | None) -> Table:
    unit = capital(concerned(result.state.unit))
    limits = (
        TableColumn("upper", "Upper limit", CellKind.DECIMAL),
        TableColumn("mean", "Mean", CellKind.DECIMAL),
        TableColumn("lower", "Lower limit", CellKind.DECIMAL),
        TableColumn("range", "Moving range", CellKind.DECIMAL),
        TableColumn("signal", "Stands out", CellKind.TEXT),
    )
    columns = (
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        TableColumn("total", unit, CellKind.COUNT),
        *(limits if found else ()),
        TableColumn("complete", "Period", CellKind.TEXT),
    )
    notes = (
        (
            provisional_words(result),
            RULES_NOTE.format(run=result.state.run),
            _anew(result, found),
            _trial(found),
            CHANCE_NOTE,
        )
        if found
        else (provisional_words(result), _without_words(result, found))
    )
    return Table(
        key="control",
        title=f"{unit} with the limits of chance variation" if found else f"{unit} by period",
        subtitle=subtitle(result),
        columns=columns,
        rows=tuple(_row(result, at, row, found) for at, row in enumerate(result.rows)),
        notes=tuple(note for note in notes if note),
        source=source_line(result),
    )


def _levels(found: Control) -> tuple[float, float, float]:
    return found.upper, found.mean, found.lower


def _row(result: Result, at: int, row: ResultRow, found: Control | None) -> tuple[Cell, ...]:
    picks = period_picks(result, row.period)
    limits = (
        (
            *(decimal_cell(value, 1) for value in _levels(found.at(at))),
            decimal_cell(found.ranges[at], 1),
            text_cell(capital(listed(found.signals[at])) if found.signals[at] else ""),
        )
        if found
        else ()
    )
    return (
        text_cell(row.period.label if row.period else "", picks),
        count_cell(row[headline(result.state.unit).key].figure, picks),
        *limits,
        text_cell("complete" if row.complete else "not complete"),
    )
