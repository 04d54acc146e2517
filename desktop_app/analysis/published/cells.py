"""The figures that rows of published counts hold, and sums of them that say when a part is missing."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from desktop_app.analysis.counted import NOTHING, Figures
from desktop_app.analysis.published.rows import AUTHORITY, REGIONAL, Query, Table
from desktop_app.analysis.published.tiling import Stretch, tiles
from desktop_app.analysis.records.index import Ints
from desktop_app.analysis.result import NOT_AVAILABLE, Figure
from desktop_app.catalogue.layouts import TOTAL
from desktop_app.catalogue.measures import MEASURES
from desktop_app.domain.periods import Period
from desktop_app.domain.units import Nature, Unit

WHOLE = ""  # the group of everything, where nothing is broken down

_PLACE_OF_LEVEL = {REGIONAL: "region", AUTHORITY: "local_authority"}

Part = tuple[str, str]  # a place and a value of the topic
_Series = dict[Stretch, dict[Part, Figure]]


@dataclass(slots=True, eq=False)
class Cells:
    """The figures of one query by group and nature, then by stretch of time and part.

    `parts` holds every part that a group has at any time. Of a figure given twice the later file's counts
    (`revised` tells how often the two differed); given twice in one file with different values it is not
    available (`contradicting`).
    """

    series: dict[tuple[str, str], _Series] = field(default_factory=dict)
    parts: dict[str, set[Part]] = field(default_factory=dict)
    expected: frozenset[Stretch] = (
        frozenset()
    )  # what the total is given for; a figure given for less is short
    revised: int = 0
    contradicting: int = 0

    def figure(self, group: str, nature: str, period: Period) -> Figure:
        """Return the figure of a group and nature in a period, as given or added up from shorter ones."""
        series = self.series.get((group, nature), {})
        found, whole = tiles(period, series)
        parts = self.parts.get(group, set())
        pieces = [series[stretch].get(part, NOT_AVAILABLE) for stretch in found for part in parts]
        return added(pieces, complete=whole or found == tiles(period, self.expected)[0])


def collect(
    table: Table, query: Query, rows: Ints, expected: frozenset[Stretch], given: Callable[[int], Figure]
) -> Cells:
    """Return what is `given` in the rows that answer a query; broken down by nature, of one group."""
    cells = Cells(expected=expected)
    sources: dict[tuple[object, ...], int] = {}
    place = _PLACE_OF_LEVEL.get(query.level)
    for row in rows.tolist():
        part = (str(table.places[place][row]) if place else "", str(table.breakdown[row]))
        group = _group(table, query, row)
        stretch = (int(table.starts[row]), int(table.ends[row]))
        key = (group, str(table.nature[row]))
        figures = cells.series.setdefault(key, {}).setdefault(stretch, {})
        cells.parts.setdefault(group, set()).add(part)
        figure, source = given(row), int(table.source[row])
        if part in figures and figures[part] != figure:
            if source == sources[key, stretch, part]:
                cells.contradicting += 1
                figure = NOT_AVAILABLE
            else:
                cells.revised += 1
        figures[part] = figure
        sources[key, stretch, part] = source
    return cells


def _group(table: Table, query: Query, row: int) -> str:
    if query.group in table.places:
        return str(table.places[query.group][row])
    return str(table.breakdown[row]) if query.group == query.topic else WHOLE


def figures_of(
    counts: tuple[Cells, Cells], group: str, natures: Collection[str] | None, unit: Unit, period: Period
) -> Figures:
    """Return one group's figure for every measure in a period, of all natures or of some.

    The two counts are of notifications and of children. Published natures are those of notifications: there
    are none when children are wanted.
    """
    figures = []
    notifications, children = counts
    for spec in MEASURES:
        cells = children if spec.unit is Unit.CHILDREN else notifications
        if spec.unit is None and unit is Unit.CHILDREN:
            figures.append(NOT_AVAILABLE)
        elif spec.nature is None:
            chosen = (TOTAL,) if natures is None else natures
            figures.append(added([cells.figure(group, nature, period) for nature in chosen]))
        else:
            figures.append(_of_nature(cells, group, spec.nature, natures, period))
    return tuple(figures)


def _of_nature(
    cells: Cells, group: str, nature: Nature, natures: Collection[str] | None, period: Period
) -> Figure:
    if natures is None or nature.value in natures:
        return cells.figure(group, nature.value, period)
    known = all(name in set(Nature) for name in natures)
    return Figure(0.0) if known else NOT_AVAILABLE  # "Serious harm and other" may hold some of this nature


def added(figures: Iterable[Figure], complete: bool = True) -> Figure:
    """Return the sum of figures, at least as much where one is unknown or others are missing."""
    listed = tuple(figures)
    known = [figure.value for figure in listed if figure.value is not None]
    if not known:
        return Figure(None, next((figure.marker for figure in listed if figure.marker), None))
    short = not complete or len(known) < len(listed) or any(figure.at_least for figure in listed)
    return Figure(sum(known), at_least=short)


def together(figures: Iterable[Figures]) -> Figures:
    """Return the sums over periods, measure by measure."""
    listed = tuple(figures)
    return tuple(added(of_measure) for of_measure in zip(*listed, strict=True)) if listed else NOTHING
