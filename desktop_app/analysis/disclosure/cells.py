"""The counts of a result as single cells, and how a reader knows that they hang together."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import MEASURES, headline, measure
from desktop_app.domain.periods import Period
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.units import Nature, Shape

NATURES = tuple(spec.key for spec in MEASURES if spec.nature is not None)
HIDDEN = Shorthand.SUPPRESSED.code
LOW = Shorthand.LOW.code
MOST_CHILDREN = 4  # that the form for notifications has room for


@dataclass(frozen=True, slots=True)
class Place:
    """Which count it is; `period` None: all periods together, `by` None: all values together."""

    period: Period | None
    by: str | None
    measure: str

    @property
    def words(self) -> str:
        """Return the count's name for a person, e.g. child deaths, 2021, London."""
        when = self.period.label if self.period else "all periods together"
        return ", ".join(part for part in (measure(self.measure).title, when, self.by) if part is not None)


@dataclass(frozen=True, slots=True)
class Bond:
    """What a reader knows of several counts: that `low` <= sum of sign x count <= `high`, on true counts."""

    places: tuple[Place, ...]
    signs: tuple[int, ...]
    low: float = 0.0
    high: float = math.inf

    @property
    def exact(self) -> bool:
        """Return whether the sum is known to the last case, so that one hidden count would follow."""
        return self.low == self.high


def figures_of(result: Result) -> dict[Place, Figure]:
    """Return every count that is published of a result.

    Of a breakdown that is the total in the counting unit. Its other measures are never published: by value
    and nature, or in both units, next to nothing would be left of them.
    """
    total = headline(result.state.unit).key
    whole = {
        Place(row.period, None, spec.key): row[spec.key].figure
        for row in (*result.rows, result.overall)
        for spec in MEASURES
    }
    parts = {
        Place(row.period, row.by, total): row[total].figure
        for row in (*result.breakdown, *result.breakdown_overall)
    }
    return whole | parts


def bonds_of(result: Result, figures: Mapping[Place, Figure]) -> tuple[Bond, ...]:
    """Return how the counts of a result hang together.

    What is missing from a sum (no date, no nature) counts as known to the reader, because the notes tell it;
    so does every bond that the published layout suggests. That is the worst case.
    """
    total = headline(result.state.unit).key
    periods = [row.period for row in result.rows]
    values = list(dict.fromkeys(row.by for row in result.breakdown_overall))
    found = chain(
        (
            _sum(figures, Place(period, None, total), [Place(period, None, key) for key in NATURES])
            for period in (*periods, None)
        ),
        _over_periods(figures, periods, total, values),
        _values(figures, total, [*periods, None], values),
        _of_children(result, figures, total, [*periods, None], values),
        _children(figures, result.rows, result.overall),
        _same_as_nature(result, figures, [*periods, None]),
        _listed(result, figures, total),
    )
    return tuple(bond for bond in found if bond is not None)


def _over_periods(
    figures: Mapping[Place, Figure],
    periods: Sequence[Period | None],
    total: str,
    values: Sequence[str | None],
) -> Iterator[Bond | None]:
    """Yield that periods add up; how many lack a date is told of all together, not of a nature or value."""

    def bond(value: str | None, key: str) -> Bond | None:
        return _sum(figures, Place(None, value, key), [Place(period, value, key) for period in periods])

    whole = bond(None, total)
    undated = whole.high if whole and whole.exact else 0.0
    yield whole
    for spec in MEASURES:
        if spec.nature is None and spec.key != total:
            yield bond(None, spec.key)
    for part in (*(bond(None, key) for key in NATURES), *(bond(value, total) for value in values)):
        told = part is None or not part.exact or not 0 <= part.low <= undated
        yield part if told or part is None else Bond(part.places, part.signs, 0.0, undated)


def _sum(figures: Mapping[Place, Figure], total: Place, parts: Sequence[Place]) -> Bond | None:
    """Return the bond of a total and its parts; None where there is none or the file contradicts it."""
    known = [part for part in parts if part in figures]
    if total not in figures or not known:
        return None
    places, signs = (total, *known), (1, *(-1 for _ in known))
    each = [figures[place] for place in places]
    if all(_exact(figure) for figure in each):
        missing = sum(sign * (figure.value or 0) for sign, figure in zip(signs, each, strict=True))
        return Bond(places, signs, missing, missing)
    rest = _exact(each[0]) and (each[0].value or 0) - sum(figure.value or 0 for figure in each[1:])
    if rest is not False and rest < 0:
        return None
    told = all(_exact(figure) or figure.marker == HIDDEN for figure in each)
    return Bond(places, signs, 0.0, 0.0) if told else Bond(places, signs)


def _exact(figure: Figure) -> bool:
    return figure.value is not None and not figure.at_least


def _values(
    figures: Mapping[Place, Figure],
    total: str,
    periods: Sequence[Period | None],
    values: Sequence[str | None],
) -> Iterator[Bond | None]:
    """Yield the bonds of a breakdown's values; in a period whose cases have several, they enclose the total.

    In all others they add up to it. A reader may guess that, whatever another period shows.
    """
    if not values:
        return
    for period in periods:
        whole, parts = Place(period, None, total), [Place(period, value, total) for value in values]
        if whole not in figures:
            continue
        together = sum(figures[part].value or 0 for part in parts)
        if not _exact(figures[whole]) or together <= (figures[whole].value or 0):
            yield _sum(figures, whole, parts)
            continue
        yield _enclosed(figures, (*parts, whole), (*(1 for _ in parts), -1))
        for part in parts:
            yield _enclosed(figures, (whole, part), (1, -1))


def _of_children(
    result: Result,
    figures: Mapping[Place, Figure],
    total: str,
    periods: Sequence[Period | None],
    values: Sequence[str | None],
) -> Iterator[Bond | None]:
    """Yield that no more values of notifications can be told than there are children, each having one.

    Where every notification concerns one child the values add up to the total, whatever other periods show.
    """
    if not values or total != "notifications" or result.breakdown_of_several:
        return
    for period in periods:
        parts = [Place(period, value, total) for value in values]
        yield _enclosed(figures, (Place(period, None, "children"), *parts), (1, *(-1 for _ in parts)))


def _enclosed(
    figures: Mapping[Place, Figure], places: tuple[Place, ...], signs: tuple[int, ...]
) -> Bond | None:
    """Return the bond that a sum is not below zero, where the true counts are known to keep it."""
    if not all(place in figures and _exact(figures[place]) for place in places):
        return None
    held = sum(sign * (figures[place].value or 0) for place, sign in zip(places, signs, strict=True))
    return Bond(places, signs) if held >= 0 else None


def _children(
    figures: Mapping[Place, Figure], rows: tuple[ResultRow, ...], overall: ResultRow
) -> Iterator[Bond | None]:
    """Yield that a notification concerns at least one child, of a death one, else at most MOST_CHILDREN."""
    for row in (*rows, overall):
        at = {spec.key: Place(row.period, None, spec.key) for spec in MEASURES}
        pair = (at["children"], at["notifications"])
        yield _enclosed(figures, pair, (1, -1))
        yield _enclosed(figures, (at["notifications"], at["deaths"]), (1, -1))
        more = MOST_CHILDREN - 1
        yield _enclosed(figures, (at["serious_harm"], at["other"], *pair), (more, more, -1, 1))


def _same_as_nature(
    result: Result, figures: Mapping[Place, Figure], periods: Sequence[Period | None]
) -> Iterator[Bond | None]:
    """Yield that a breakdown by nature repeats the counts of the natures."""
    if result.state.by != "nature":
        return
    total = headline(result.state.unit).key
    keys = {spec.nature: spec.key for spec in MEASURES}
    for period, nature in product(periods, Nature):
        places = (Place(period, None, keys[nature]), Place(period, nature.value, total))
        if all(place in figures for place in places) and figures[places[0]] == figures[places[1]]:
            yield Bond(places, (1, -1), 0.0, 0.0)


def _listed(result: Result, figures: Mapping[Place, Figure], total: str) -> Iterator[Bond | None]:
    """Yield that what is listed has cases: every value of all records, and their first and last period."""
    if result.shape is Shape.AGGREGATE or result.state.filters or result.state.search:
        return
    ends = [Place(row.period, None, total) for row in (*result.rows[:1], *result.rows[-1:])]
    for place in (*ends, *(Place(None, row.by, total) for row in result.breakdown_overall)):
        figure = figures[place]
        if _exact(figure) and figure.value:
            yield Bond((place,), (1,), 1.0)
