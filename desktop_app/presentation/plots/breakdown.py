"""The chart of a breakdown: horizontal bars of its largest values."""

from dataclasses import dataclass

from desktop_app.analysis.result import Figure, Result
from desktop_app.presentation.models import Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.others import everything, others_helpful
from desktop_app.presentation.picks import value_picks
from desktop_app.presentation.plots.others import with_others
from desktop_app.presentation.tables.breakdown import LAST, Breakdown, Interval, has_own_order
from desktop_app.presentation.words.captions import subtitle
from desktop_app.presentation.words.change import capital, concerned, noun, small
from desktop_app.presentation.words.filters import PLACES
from desktop_app.presentation.words.numbers import figure_text
from desktop_app.presentation.words.periods import period_title, row_of
from desktop_app.presentation.words.status import source_line

MOST_BARS = 12
TOLD = 6  # bars named in the text alternative; the table has them all
DWARFS = 3  # times the largest value: a longer bar of all others is left out
OTHERS = "All other values"


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    figure: Figure
    whole: Figure  # whatever the filters
    interval: Interval = None
    value: str | None = None  # None: several values together

    @property
    def size(self) -> float:
        return self.figure.value or 0.0


def added(figures: list[Figure]) -> Figure:
    """Return the sum of figures: a lower limit where one of them is not known, not known where none is."""
    known = [figure.value for figure in figures if figure.value is not None]
    if not known:
        return figures[0] if figures else Figure(None)
    inexact = len(known) < len(figures) or any(figure.at_least for figure in figures)
    return Figure(sum(known), at_least=inexact)


def breakdown_plot(result: Result, found: Breakdown, table: Table) -> Plot:
    """Return bars of the newest complete year or half-year, or of all together where periods are shorter."""
    when = period_title(found.period) if found.period else _all_periods(result)
    bars, shown = _bars_beside_others(result, found)
    what = capital(concerned(result.state.unit))
    plot = Plot(
        key="breakdown",
        kind=PlotKind.BARS,
        title=_message(result, found, bars),
        subtitle=subtitle(result, f" by {small(found.title)}", when) + _cut_words(result, found, bars),
        source=source_line(result, broken_down=True),
        alt_text=_alt_text(result, found, bars, when),
        value_title=what,
        position_title=found.title,
        positions=tuple(bar.name for bar in bars),
        series=(PlotSeries("focus", what, _marks(result, found, bars, when)),),
        table=table,
    )
    figures = [(bar.figure, bar.whole) for bar in bars]
    return with_others(result, plot, figures, [mark.picks for mark in plot.series[0].marks], shown)


def _bars_beside_others(result: Result, found: Breakdown) -> tuple[list[_Bar], bool | None]:
    """Return the bars, and whether they show what the filters leave out.

    Where they do, values that a filter on the column itself leaves out stand among them, as far as there are
    few: so one of them can be added.
    """
    bars = _bars(result, found)
    away = [] if result.breakdown_of_several else _left_out(result, found)
    every = [*bars, *away] if len(bars) + len(away) <= MOST_BARS else bars
    more = len(every) > len(bars)
    shown = others_helpful(result, [(bar.figure, bar.whole) for bar in every], whole_bars=more)
    if not (shown and more):
        return bars, shown
    ordered = has_own_order(found.by, [bar.name for bar in every])
    return (_as_listed(result, found, every) if ordered else every), shown


def _left_out(result: Result, found: Breakdown) -> list[_Bar]:
    """Return the values that a filter on the column leaves out, the largest first, without their cases."""
    held = [
        (value, whole)
        for (period, value), whole in result.everything.items()
        if value is not None and period == found.period and value not in found.values and whole.value
    ]
    held.sort(key=lambda pair: (pair[0] in LAST, -(pair[1].value or 0.0)))
    return [_Bar(value, Figure(0.0), whole, None, value) for value, whole in held]


def _as_listed(result: Result, found: Breakdown, bars: list[_Bar]) -> list[_Bar]:
    facet = next((each for each in result.facets if each.column == found.by), None)
    order = {line.value: at for at, line in enumerate(facet.values)} if facet else {}
    return sorted(bars, key=lambda bar: order.get(bar.name, len(order)))


def _bars(result: Result, found: Breakdown) -> list[_Bar]:
    period = found.period
    bars = [
        _Bar(
            value,
            found.figure(period, value),
            everything(result, period, value),
            found.interval(period, value),
            value,
        )
        for value in found.values
    ]
    if len(bars) <= MOST_BARS:
        return bars
    largest, others = bars[: MOST_BARS - 1], bars[MOST_BARS - 1 :]
    if result.breakdown_of_several:  # their sum would count a notification more than once
        return largest
    together = added([bar.figure for bar in others]), added([bar.whole for bar in others])
    rest = _Bar(f"{OTHERS} ({len(others)})", *together)
    # A bar that dwarfs all others leaves nothing of what the chart is about: its number is told instead.
    return [*largest, rest] if rest.size <= DWARFS * max(bar.size for bar in largest) else largest


def _cut_words(result: Result, found: Breakdown, bars: list[_Bar]) -> str:
    left_out = found.values[len(bars) :]
    if not left_out or any(bar.value is None for bar in bars):
        return ""
    words = f". The {len(bars)} largest of {len(found.values)} values are shown"
    if result.breakdown_of_several:
        return words
    rest = figure_text(added([found.figure(found.period, value) for value in left_out]))
    return f"{words}; the others together: {rest}"


def _marks(result: Result, found: Breakdown, bars: list[_Bar], when: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            position=index,
            value=bar.figure.value,
            label=figure_text(bar.figure),
            words=f"{bar.name}, {when}: {_quantity(result, bar.figure)}",
            low=bar.interval[0] if bar.interval else None,
            high=bar.interval[1] if bar.interval else None,
            picks=value_picks(result, found.by, bar.value) if bar.value is not None else (),
        )
        for index, bar in enumerate(bars)
    )


def _quantity(result: Result, figure: Figure) -> str:
    return f"{figure_text(figure)} {noun(result.state.unit, figure.value)}"


def _message(result: Result, found: Breakdown, bars: list[_Bar]) -> str:
    """Return the largest value as the title; places are not ranked, and ties have no largest."""
    row = row_of(result.rows, found.period) if found.period else result.overall
    known = (bar for bar in bars if bar.value not in {None, *LAST} and bar.size)
    named = sorted(known, key=lambda bar: -bar.size)
    largest = named[0] if named else None
    tied = len(named) > 1 and named[0].size == named[1].size
    what = concerned(result.state.unit)
    if largest is None or tied or found.by in PLACES or row is None or row[found.key].figure.value is None:
        return f"{capital(what)} by {small(found.title)}"
    if len(largest.name.split()) > 5:
        return f"{capital(what)} by {small(found.title)}"
    return f"{largest.name}: {figure_text(largest.figure)} of {figure_text(row[found.key].figure)} {what}"


def _alt_text(result: Result, found: Breakdown, bars: list[_Bar], when: str) -> str:
    figures = "; ".join(f"{bar.name}: {figure_text(bar.figure)}" for bar in bars[:TOLD])
    more = f"; and {len(bars) - TOLD} more" if len(bars) > TOLD else ""
    return f"Bar chart of {concerned(result.state.unit)} by {small(found.title)}, {when}. {figures}{more}."


def _all_periods(result: Result) -> str:
    labels = [row.period.label for row in result.rows if row.period]
    if not labels:
        return "all records shown"
    span = f"{labels[0]} to {labels[-1]}" if len(labels) > 1 else labels[0]
    return f"{span} and without a date" if result.undated else span
