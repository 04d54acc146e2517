"""The funnel plot: places by the children who live there, with the limits of chance instead of a ranking."""

from dataclasses import dataclass

from desktop_app.analysis.result import Result
from desktop_app.analysis.statistics.funnel import TAILS_95, TAILS_998, poisson_limits
from desktop_app.domain.units import PeriodKind
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
from desktop_app.presentation.picks import value_picks
from desktop_app.presentation.tables.breakdown import Breakdown
from desktop_app.presentation.words.captions import subtitle
from desktop_app.presentation.words.change import capital, concerned, small
from desktop_app.presentation.words.numbers import count_text
from desktop_app.presentation.words.periods import period_title
from desktop_app.presentation.words.rates import per, per_children, rate_notes, rate_places, rate_text
from desktop_app.presentation.words.status import source_line

PLACES_OF = {"local_authority": "Authorities", "region": "Regions"}
NO_MEASURE = (
    "Where a place lies is no measure of its performance: reporting, population and chance all have a part."
)
LIMITS_NOTE = "Limits: exact Poisson, interpolated, about the rate of all places together."
_FEWEST = 5  # places; limits around the rate of fewer say little
_STEPS = 72  # points along each limit
_LEAST_EXPECTED = 0.5  # cases; the limits of fewer jump with every whole number
_WITHIN, _BETWEEN, _OUTSIDE = (
    "within the 95% limits",
    "between the 95% and 99.8% limits",
    "outside the 99.8% limits",
)


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    count: float
    children: int
    per: int  # children that the rate is for

    @property
    def rate(self) -> float:
        return self.count / self.children * self.per


def funnel_offered(result: Result, found: Breakdown) -> bool:
    """Return whether enough places of a complete year have a count and a population."""
    places = _places(result, found)
    return len(places) >= _FEWEST and any(place.count for place in places)


def funnel_plot(result: Result, found: Breakdown, bars: Plot) -> Plot:
    """Return the rate of every place against its population, about the rate of all with its limits."""
    places = _places(result, found)
    rate = sum(place.count for place in places) / sum(place.children for place in places)
    marks = tuple(_mark(result, found, place, rate, at) for at, place in enumerate(places))
    when, left = period_title(found.period) if found.period else "", len(found.values) - len(places)
    are = "is" if left == 1 else "are"
    out = f" {left} without a count or a population {are} left out." if left else ""
    what = concerned(result.state.unit)
    return Plot(
        key=bars.key,
        kind=PlotKind.FUNNEL,
        title=_message(found, marks),
        subtitle=f"{subtitle(result, f' {per_children(result)}', when)}.{out}",
        source=" ".join((source_line(result), *rate_notes(result), NO_MEASURE)),
        alt_text=_alt_text(result, found, rate, marks, when),
        value_title=f"{capital(what)} {per_children(result)}",
        position_title="Children aged 0 to 17",
        positions=tuple(place.name for place in places),
        series=(PlotSeries("focus", capital(what), marks),),
        table=_table(result, found, places, rate),
        lines=_lines(result, rate, max(place.children for place in places)),
        places=rate_places(result),
    )


def _places(result: Result, found: Breakdown) -> list[_Place]:
    """Return the places with an exact count in a complete year and a known population, by name."""
    period = found.period
    yearly = period is not None and period.kind in {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR}
    if (
        period is None
        or not yearly
        or found.by not in PLACES_OF
        or result.beyond_children
        or not _everyone(result)
    ):
        return []
    year = result.populations.mid_year(period.start.year)
    places = []
    for name in sorted(found.values, key=str.casefold):
        figure = found.figure(period, name)
        children = result.populations.children_in(name, year) if year else None
        row = found.rows.get((period, name))
        if figure.value is not None and not figure.at_least and children and (row is None or row.complete):
            places.append(_Place(name, figure.value, children, result.state.per))
    return places


def _everyone(result: Result) -> bool:
    """Return whether no filter picks a group of children of unknown size."""
    known = {"region", "local_authority", "nature", result.state.date_basis.column}
    return not result.state.search and all(chosen.column in known for chosen in result.state.filters)


def _limits(place: _Place, rate: float, tails: tuple[float, float]) -> tuple[float, float]:
    low, high = poisson_limits(rate * place.children, tails)
    return low / place.children * place.per, high / place.children * place.per


def _where(place: _Place, rate: float) -> str:
    inner, outer = (_limits(place, rate, tails) for tails in (TAILS_95, TAILS_998))
    if outer[0] <= place.rate <= outer[1]:
        return _WITHIN if inner[0] <= place.rate <= inner[1] else _BETWEEN
    return _OUTSIDE


def _mark(result: Result, found: Breakdown, place: _Place, rate: float, at: int) -> Mark:
    where = _where(place, rate)
    words = (
        f"{place.name}: {rate_text(result, place.rate)} {per(result)} ({count_text(place.count)} among"
        f" {count_text(place.children)} children); {where}"
    )
    return Mark(
        position=at,
        value=place.rate,
        label=place.name,
        words=words,
        picks=value_picks(result, found.by, place.name),
        signal=where == _OUTSIDE,
        across=float(place.children),
    )


def _lines(result: Result, rate: float, most: int) -> tuple[Line, ...]:
    """Return the overall rate and the four limits, from a small population to the largest."""
    # Closer together where the funnel bends: the populations grow as squares.
    start, end = _LEAST_EXPECTED / rate, most * 1.04
    across = tuple(start + (end - start) * (step / _STEPS) ** 2 for step in range(_STEPS + 1))
    so_many = result.state.per
    overall = rate * so_many
    lines = [Line(f"All: {rate_text(result, overall)}", (overall, overall), across=(0.0, end))]
    for name, tails in (("95%", TAILS_95), ("99.8%", TAILS_998)):
        pairs = [poisson_limits(rate * people, tails) for people in across]
        for side in (0, 1):
            values = tuple(pair[side] / people * so_many for pair, people in zip(pairs, across, strict=True))
            lines.append(Line(name if side else "", values, dashed=name == "95%", across=across))
    return tuple(lines)


def _message(found: Breakdown, marks: tuple[Mark, ...]) -> str:
    out, kind = sum(mark.signal for mark in marks), PLACES_OF[found.by]
    if not out:
        return f"{kind}: none lies outside the 99.8% limits"
    return f"{kind}: {out} of {len(marks)} {'lies' if out == 1 else 'lie'} outside the 99.8% limits"


def _alt_text(result: Result, found: Breakdown, rate: float, marks: tuple[Mark, ...], when: str) -> str:
    out = sum(mark.signal for mark in marks) or "none"
    what = f"{concerned(result.state.unit)} {per(result)} children by {small(found.title)}"
    return (
        f"Funnel plot of {what}, {when}: {len(marks)} places about a rate of"
        f" {rate_text(result, rate * result.state.per)}, {out} of them outside the 99.8% limits."
    )


def _table(result: Result, found: Breakdown, places: list[_Place], rate: float) -> Table:
    columns = (
        TableColumn("place", found.title, CellKind.TEXT),
        TableColumn("count", capital(concerned(result.state.unit)), CellKind.COUNT),
        TableColumn("children", "Children aged 0 to 17", CellKind.COUNT),
        TableColumn("rate", f"Rate {per(result)}", CellKind.DECIMAL),
        TableColumn("low95", "Lower 95% limit", CellKind.DECIMAL),
        TableColumn("high95", "Upper 95% limit", CellKind.DECIMAL),
        TableColumn("low998", "Lower 99.8% limit", CellKind.DECIMAL),
        TableColumn("high998", "Upper 99.8% limit", CellKind.DECIMAL),
        TableColumn("where", "Lies", CellKind.TEXT),
    )
    rows = []
    for place in places:
        limits = (*_limits(place, rate, TAILS_95), *_limits(place, rate, TAILS_998))
        numbers = tuple(Cell(rate_text(result, value), value) for value in (place.rate, *limits))
        counts = (
            Cell(count_text(place.count), place.count),
            Cell(count_text(place.children), place.children),
        )
        rows.append((Cell(place.name), *counts, *numbers, Cell(_where(place, rate))))
    return Table(
        key="funnel",
        title=f"{capital(concerned(result.state.unit))} {per(result)} children, with limits of chance",
        subtitle=subtitle(result, "", period_title(found.period) if found.period else ""),
        columns=columns,
        rows=tuple(rows),
        notes=(*rate_notes(result), NO_MEASURE, LIMITS_NOTE),
        source=source_line(result),
    )
