"""The pivot table: one column's values down, periods or another column's values across, any measure in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from desktop_app.analysis.result import CrossTable, Figure, Result, ResultRow
from desktop_app.catalogue.measures import headline, measure
from desktop_app.domain.filters import Filter
from desktop_app.domain.pivot import PivotWish, Shown
from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.presentation.picks import period_picks, value_picks
from desktop_app.presentation.tables.breakdown import SEVERAL_NOTE, Breakdown
from desktop_app.presentation.tables.breakdown_shares import change_cells
from desktop_app.presentation.tables.cells import count_cell, explained, text_cell
from desktop_app.presentation.words.captions import all_shown, provisional_words, subtitle
from desktop_app.presentation.words.change import BEYOND_CHANCE, capital, concerned, listed, small
from desktop_app.presentation.words.comparing import base_note
from desktop_app.presentation.words.filters import column_title
from desktop_app.presentation.words.numbers import SMALL, decimal_text, percent_text
from desktop_app.presentation.words.periods import period_title
from desktop_app.presentation.words.status import source_line

TOTAL, ALL_SHOWN = "Total", "All shown"
SHOWN_TITLES = {
    Shown.NUMBER: "Numbers",
    Shown.INTERVAL: "Numbers with intervals",
    Shown.OF_ROW: "Share of the row",
    Shown.OF_COLUMN: "Share of the column",
    Shown.OF_ALL: "Share of all",
    Shown.CHANGE: "Change",
}
_SHOWN_NOTES = {
    Shown.INTERVAL: "In brackets: the 95% interval, what chance variation would usually give.",
    Shown.OF_ROW: "Share of the row: of the number at the end of its row.",
    Shown.OF_COLUMN: "Share of the column: of the number at the foot of its column.",
    Shown.OF_ALL: "Share of all: of the number at the foot of the last column.",
}
BEYOND = "beyond chance"
BEYOND_NOTE = (
    f"“{BEYOND.capitalize()}”: {BEYOND_CHANCE} (exact test, p below 0.05). The other changes are within what"
    " chance variation gives. In a table of many cells about one in twenty is beyond chance by chance alone."
)
FEW_NOTE = f"Some shares are of fewer than {SMALL} cases and say little: look at the numbers."
NO_PERIOD_NOTE = "Choose one period to see the change; numbers are shown."


@dataclass(frozen=True, slots=True)
class _Side:
    """One line of values down or across: its key as a column, its heading, what clicking it filters by."""

    key: str
    title: str
    picks: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """The figures to show: `rows[d][a]` of `down[d]` and `across[a]`, with the totals last in both."""

    down: tuple[_Side, ...]
    across: tuple[_Side, ...]
    rows: tuple[tuple[ResultRow | None, ...], ...]
    absent: Figure


def pivot_wished(result: Result) -> bool:
    """Return whether the table is to be another than counts by period; never of protected figures."""
    wish = replace(result.state.pivot, when=None, descending=True)
    return wish != PivotWish() and result.disclosure is None


def pivot_table(result: Result, found: Breakdown) -> Table:
    """Return the table as wished; cells that can be filtered by pick both of their values."""
    wish, cross = result.state.pivot, result.cross
    key = wish.measure or headline(result.state.unit).key
    grid = _crossed(result, found, cross) if cross else _by_period(result, found)
    comparable = cross is None or cross.period is not None
    shown = wish.shown if comparable or wish.shown is not Shown.CHANGE else Shown.NUMBER
    cells = _cells(grid, key, shown)
    body = _in_order([(_heading(side), *row) for side, row in zip(grid.down, cells, strict=True)], grid, wish)
    title = f"{capital(measured(result, key))} by {small(found.title)}"
    when, beside = "", ""
    if cross:
        beside = f" and {small(column_title(cross.across, result.columns))}"
        when = period_title(cross.period) if cross.period else all_shown(result)
    notes = [
        *((base_note(result.state), BEYOND_NOTE) if shown is Shown.CHANGE else ()),
        _SHOWN_NOTES.get(shown, ""),
        NO_PERIOD_NOTE if shown is not wish.shown else "",
        *_about_sums(result, found, cross),
        FEW_NOTE if _few(grid, key, shown) else "",
        provisional_words(result),
        *explained(_figure(row, key, grid) for line in grid.rows for row in line),
    ]
    return Table(
        key="pivot",
        title=f"{title}{beside}" + (f": {small(SHOWN_TITLES[shown])}" if shown is not Shown.NUMBER else ""),
        subtitle=subtitle(result, _what(result, key) + f" by {small(found.title)}{beside}", when),
        columns=(
            TableColumn("value", found.title, CellKind.TEXT),
            *(TableColumn(side.key, side.title, _kind(shown)) for side in grid.across),
        ),
        rows=tuple(body),
        notes=tuple(dict.fromkeys(filter(None, notes))),
        source=source_line(result, broken_down=True),
    )


def measured(result: Result, key: str) -> str:
    """Return what a measure counts in the plural, e.g. notifications, child deaths."""
    total = headline(result.state.unit).key
    return concerned(result.state.unit) if key == total else measure(key).many


def _what(result: Result, key: str) -> str:
    return "" if key == headline(result.state.unit).key else f", {measured(result, key)}"


def _kind(shown: Shown) -> CellKind:
    return CellKind.COUNT if shown in {Shown.NUMBER, Shown.INTERVAL} else CellKind.PERCENT


def _by_period(result: Result, found: Breakdown) -> _Grid:
    """Return values down and periods across, with all periods shown at the end."""
    totals = [*result.rows, result.overall]
    across = [
        _Side(row.period.label, row.period.label, period_picks(result, row.period))
        for row in result.rows
        if row.period
    ]
    rows = [tuple(found.rows.get((row.period, value)) for row in totals) for value in found.values]
    down = tuple(_Side(value, value, value_picks(result, found.by, value)) for value in found.values)
    return _Grid(
        (*down, _Side(TOTAL, TOTAL)),
        (*across, _Side("all", ALL_SHOWN)),
        (*rows, tuple(totals)),
        found.absent,
    )


def _crossed(result: Result, found: Breakdown, cross: CrossTable) -> _Grid:
    """Return the values of both columns, those down in the order of the breakdown."""
    places = {value: at for at, value in enumerate(cross.down)}
    order = [places[value] for value in found.values if value in places]
    when = period_picks(result, cross.period)
    down = [
        _Side(cross.down[at], cross.down[at], value_picks(result, found.by, cross.down[at])) for at in order
    ]
    across = [
        _Side(f"value:{name}", name, (*value_picks(result, cross.across, name), *when))
        for name in cross.columns
    ]
    return _Grid(
        (*down, _Side(TOTAL, TOTAL)),
        (*across, _Side("all", TOTAL, when)),
        tuple(cross.rows[at] for at in (*order, len(cross.down))),
        found.absent,
    )


def _heading(side: _Side) -> Cell:
    return text_cell(side.title, side.picks)


def _figure(row: ResultRow | None, key: str, grid: _Grid) -> Figure:
    return row[key].figure if row else grid.absent


def _cells(grid: _Grid, key: str, shown: Shown) -> list[tuple[Cell, ...]]:
    """Return the cells of every row, totals too, without the headings of the rows."""
    make = _maker(grid, key, shown)
    return [
        tuple(
            replace(make(at, place), picks=_both(side.picks, beside.picks))
            for place, beside in enumerate(grid.across)
        )
        for at, side in enumerate(grid.down)
    ]


def _both(down: tuple[Filter, ...], across: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(dict.fromkeys((*down, *across)))


def _maker(grid: _Grid, key: str, shown: Shown) -> Callable[[int, int], Cell]:
    def number(at: int, place: int) -> Figure:
        return _figure(grid.rows[at][place], key, grid)

    def whole(at: int, place: int) -> Figure:
        return number(*{Shown.OF_ROW: (at, -1), Shown.OF_COLUMN: (-1, place)}.get(shown, (-1, -1)))

    match shown:
        case Shown.NUMBER:
            return lambda at, place: count_cell(number(at, place))
        case Shown.INTERVAL:
            return lambda at, place: _with_interval(number(at, place), grid.rows[at][place], key)
        case Shown.CHANGE:
            return lambda at, place: _change(grid.rows[at][place], key)
        case Shown.OF_ROW | Shown.OF_COLUMN | Shown.OF_ALL:
            return lambda at, place: _share(number(at, place), whole(at, place))
        case _:
            assert_never(shown)


def _change(row: ResultRow | None, key: str) -> Cell:
    """Return the change with a mark where it is more than chance would usually give."""
    change, verdict = change_cells(row, key)
    return replace(change, text=f"{change.text}, {BEYOND}") if verdict.text == BEYOND_CHANCE else change


def _with_interval(figure: Figure, row: ResultRow | None, key: str) -> Cell:
    cell, interval = count_cell(figure), row[key].interval if row else None
    if interval is None:
        return cell
    low, high = (decimal_text(each, 0) for each in interval)
    return replace(cell, text=f"{cell.text} ({low} to {high})")


def _share(part: Figure, whole: Figure) -> Cell:
    """Return the share with its count beside it, for a share alone hides how few it is of."""
    exact = part.value is not None and whole.value and not part.at_least and not whole.at_least
    if not exact or part.value is None or not whole.value:
        return replace(count_cell(part), value=None)
    percent = 100 * part.value / whole.value
    return Cell(f"{percent_text(percent)} ({part.value:,.0f})", percent)


def _few(grid: _Grid, key: str, shown: Shown) -> bool:
    ends: dict[Shown, Sequence[ResultRow | None]] = {
        Shown.OF_ROW: [line[-1] for line in grid.rows],
        Shown.OF_COLUMN: grid.rows[-1],
        Shown.OF_ALL: grid.rows[-1][-1:],
    }
    return any(0 < (_figure(row, key, grid).value or 0) < SMALL for row in ends.get(shown, ()))


def _about_sums(result: Result, found: Breakdown, cross: CrossTable | None) -> list[str]:
    several = list(cross.several) if cross else [found.title] * result.breakdown_of_several
    if not several:
        return []
    return [SEVERAL_NOTE if cross is None else f"{SEVERAL_NOTE[:-1]} ({listed(map(small, several))})."]


def _in_order(rows: list[tuple[Cell, ...]], grid: _Grid, wish: PivotWish) -> list[tuple[Cell, ...]]:
    """Return the rows by the column wished for; cells without a value after those with one, totals last."""
    *body, total = rows
    keys = ["value", *(side.key for side in grid.across)]
    if wish.order not in keys:
        return rows
    at = keys.index(wish.order)
    if at == 0:
        body.sort(key=lambda row: row[0].text.casefold(), reverse=wish.descending)
        return [*body, total]
    known = [row for row in body if isinstance(row[at].value, int | float)]
    known.sort(key=lambda row: _number(row[at]), reverse=wish.descending)
    return [*known, *(row for row in body if row not in known), total]


def _number(cell: Cell) -> float:
    return cell.value if isinstance(cell.value, int | float) else 0.0
