"""A view made by hand, and a workspace in memory that shows it to the window under test."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.catalogue.charts import CHARTS
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.filters import Filter, FilterKind, ValueFilter
from desktop_app.domain.problems import Notice, Place, Problem, ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.presentation.filter_models import Chip, ColumnMenu, FacetLine, FacetPanel
from desktop_app.presentation.models import (
    Card,
    Cell,
    CellKind,
    Choices,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
    View,
)
from desktop_app.presentation.reading.quality import Findings
from desktop_app.presentation.reports.preview import Preview
from desktop_app.presentation.tables.shown_records import DetailField, RecordDetail, ShownRecords, Span
from desktop_app.services.reader import Reading
from desktop_app.services.session import Session

YEARS = ("2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25", "2025-26")
SERIES = {
    "deaths": ("Child death", (188, 223, 191, 201, 205, 162, 160)),
    "serious_harm": ("Serious harm", (253, 284, 227, 244, 180, 167, 188)),
    "other": ("Other", (8, 29, 24, 11, 20, 9, 9)),
}
TOTALS = (449, 536, 442, 456, 405, 338, 357)
FACETS = {
    "nature": ("Nature", {"Serious harm": 1543, "Child death": 1330, "Other": 110}),
    "age_group": ("Age group", {"Under 1": 1058, "1 to 5": 623, "6 to 10": 312, "Unknown": 42}),
    "region": (
        "Region",
        {
            "North West": 452, "London": 431, "South East": 404, "West Midlands": 356,
            "Yorkshire and The Humber": 340, "East of England": 300, "South West": 260, "East Midlands": 240,
            "North East": 200, "(blank)": 0,
        },
    ),
    "ethnicity": (
        "Ethnicity",
        {"White": 1800, "Black / African / Caribbean / Black British": 400, "Mixed": 300},
    ),
    "looked_after": ("Looked after", {"No": 2400, "Yes": 500, "Unknown": 83}),
}  # fmt: skip
DEATHS = (ValueFilter("nature", ("Child death",)),)
PROBLEMS = (
    Problem(
        ProblemKind.LEFT_OUT, "handmade_notifications.xlsx", "Records", 2986, None, "TOTAL",
        "The row is a total of other rows", "The row is left out.",
    ),
    Problem(
        ProblemKind.DATE, "handmade_notifications.xlsx", "Records", 40, "Date notified", "31/02/2021",
        "This is not a date that exists", "Kept as written; the row has no date here.",
    ),
)  # fmt: skip
SOURCE = "Source: made by hand. No filters."


def table(key: str, title: str) -> Table:
    """Return the table of the seven years."""
    columns = (
        TableColumn("period", "Year to 31 March", CellKind.TEXT),
        *(TableColumn(series, label, CellKind.COUNT) for series, (label, _) in SERIES.items()),
    )
    rows = tuple(
        (Cell(year), *(Cell(f"{counts[at]:,}", counts[at]) for _, counts in SERIES.values()))
        for at, year in enumerate(YEARS)
    )
    return Table(
        key, title, "Serious incident notifications by nature, England", columns, rows, ("A note.",), SOURCE
    )


def plot(key: str, title: str, kind: PlotKind) -> Plot:
    """Return a chart of the seven years."""
    series = tuple(
        PlotSeries(
            name,
            label,
            tuple(
                Mark(
                    at,
                    count,
                    f"{count}",
                    f"{label}, {YEARS[at]}: {count}",
                    picks=(ValueFilter("nature", (label,)),),
                )
                for at, count in enumerate(counts)
            ),
        )
        for name, (label, counts) in SERIES.items()
    )
    return Plot(
        key, kind, title, "Serious incident notifications by nature, England, years to 31 March", SOURCE,
        "Notifications fell from 449 to 357.", "Notifications", "Year to 31 March", YEARS, series,
        table("trend", title), totals=tuple(str(total) for total in TOTALS),
    )  # fmt: skip


def bars() -> Plot:
    """Return horizontal bars by region."""
    values = FACETS["region"][1]
    marks = tuple(
        Mark(at, count, f"{count}", f"{name}: {count}", picks=(ValueFilter("region", (name,)),))
        for at, (name, count) in enumerate(values.items())
    )
    return Plot(
        "by", PlotKind.BARS, "Notifications by region", "England, all years", SOURCE, "North West has most.",
        "Notifications", "Region", tuple(values), (PlotSeries("focus", "Notifications", marks),), breakdown(),
    )  # fmt: skip


def breakdown() -> Table:
    """Return a table of regions by year."""
    columns = (
        TableColumn("region", "Region", CellKind.TEXT),
        *(TableColumn(year, year, CellKind.COUNT) for year in YEARS),
    )
    rows = tuple(
        (
            Cell(name, picks=(ValueFilter("region", (name,)),)),
            *(Cell(f"{count // 7 + at}", count // 7 + at) for at in range(len(YEARS))),
        )
        for name, count in FACETS["region"][1].items()
    )
    return Table("by", "Notifications by region", "England, by date notified", columns, rows, (), SOURCE)


class Records:
    """Records that are made up when they are asked for, as many as wished."""

    def __init__(self, count: int = 2983) -> None:
        self._count = count
        self.asked = 0
        self.asked_for_columns = 0

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        self.asked_for_columns += 1
        return tuple(
            TableColumn(key, title, kind)
            for key, title, kind in (
                ("reference", "Notification reference", CellKind.TEXT),
                ("date_notified", "Date notified", CellKind.DATE),
                ("region", "Region", CellKind.TEXT),
                ("children", "Number of children", CellKind.COUNT),
                ("outline", "Outline", CellKind.TEXT),
            )
        )

    @property
    def row_count(self) -> int:
        return self._count

    def cell(self, row: int, column: int) -> Cell:
        self.asked += 1
        outline = "A child was seriously hurt at home. " * (1 + row % 9)
        return Cell((f"SIN-{row:06d}", "05 Mar 2021", "East of England", "1", outline)[column])

    def tooltip(self, row: int, column: int) -> str:
        return ""

    def row_number(self, row: int) -> str:
        return str(row + 2)

    @property
    def every_column(self) -> tuple[TableColumn, ...]:
        return self.columns

    @property
    def pinned(self) -> int:
        return 0

    def detail(self, row: int) -> RecordDetail:
        fields = tuple(
            DetailField(column.title, self.cell(row, at).text) for at, column in enumerate(self.columns)
        )
        others = ("Row 9. Region: London",) if row == 3 else ()
        return RecordDetail(f"Row {self.row_number(row)}", fields, "1 other row" * bool(others), others)

    def edge(self, row: int, column: int, down: int, right: int) -> tuple[int, int]:
        ends = ((0, self._count - 1), (0, len(self.columns) - 1))
        return tuple(
            end[step > 0] if step else at
            for at, step, end in zip((row, column), (down, right), ends, strict=True)
        )  # type: ignore[return-value]  # a pair

    def amounts(self, areas: Sequence[tuple[Span, Span]]) -> str:
        return f"{sum((b - a) * (d - c) for (a, b), (c, d) in areas)} cells selected"

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        for row in range(self._count):
            yield tuple(self.cell(row, column) for column in range(5))


def view_for(state: ViewState) -> View:
    """Return the view for the wishes; the figures stay what they are, the choices and filters follow."""
    title = "Notifications rose 6% after two years of falls"
    kinds = {"lines": PlotKind.LINES}
    plots = tuple(plot(spec.key, title, kinds.get(spec.key, PlotKind.STACKED)) for spec in CHARTS)
    spark = tuple(float(total) for total in TOTALS)
    within = "Within what chance variation gives"
    return View(
        file_title="handmade_notifications.xlsx",
        account="2,985 rows read, 2,983 used",
        choices=Choices(
            state.unit, state.date_basis, state.period,
            tuple(Unit), (DateBasis.NOTIFIED,), tuple(PeriodKind),
        ),
        showing="all 2,983 notifications" if not state.filters else "120 of 2,983 notifications",
        chips=tuple(Chip(_words(chosen), chosen) for chosen in state.filters)
        + ((Chip(f"Search: {state.search}", None),) if state.search else ()),
        facets=_facets(state),
        cards=(
            Card("notifications", "Notifications, year to March 2026", "357", "6% more (338)", within, spark),
            Card("deaths", "Child deaths", "160", "1% fewer (162)", within, spark, DEATHS),
            Card("serious_harm", "Serious harm", "188", "13% more (167)", within, spark),
            Card("children", "Children concerned", "373", "6% more (353)", within, spark),
        ),
        plots=plots,
        chart=state.chart,
        sentences=(
            "There were 357 serious incident notifications in the year to March 2026, 6% more (338).",
            "160 concerned the death of a child, 2 fewer than the year before (162).",
        ),
        cautions=(
            Notice("A rise of 19 is within what chance variation gives (9% fewer to 23% more)."),
            Notice("Counts show what was reported, not all that happened."),
        ),
        trend=table("trend", "Notifications by year"),
        breakdowns=tuple((key, title) for key, (title, _) in FACETS.items()),
        by=state.by,
        breakdown=breakdown() if state.by else None,
        breakdown_plot=bars() if state.by else None,
        problems=2,
        status=("2,983 of 2,983 rows", "Counting notifications by date notified", "Years to 31 March"),
    )  # fmt: skip


def _facets(state: ViewState) -> tuple[FacetPanel, ...]:
    return tuple(
        FacetPanel(
            key,
            title,
            tuple(
                FacetLine(value, f"{count:,}", count / max(values.values()), _chosen(state, key, value))
                for value, count in values.items()
            ),
            at < 3,
        )
        for at, (key, (title, values)) in enumerate(FACETS.items())
    )


def _chosen(state: ViewState, column: str, value: str) -> bool:
    chosen = state.filter_on(column)
    return chosen is not None and value in chosen.values


def _words(chosen: Filter) -> str:
    if isinstance(chosen, ValueFilter):
        return f"{FACETS[chosen.column][0]} is {' or '.join(chosen.values)}"
    return f"{chosen.column} is limited"


class HandmadeWorkspace:
    """A workspace that answers at once with the view made by hand, and writes down what it was asked."""

    def __init__(self, records: ShownRecords | None = None) -> None:
        self._session = Session(ViewState(), lambda _state: self._show())
        self._listener: object = None
        self.made_records = records or Records()
        self.view: View | None = None
        self.records: ShownRecords | None = None
        self.reading = Reading(Findings(PROBLEMS))
        self.paths: tuple[Path, ...] = ()
        self.asked: list[tuple[object, ...]] = []

    def listen(self, listener: object) -> None:
        self._listener = listener

    @property
    def state(self) -> ViewState:
        return self._session.state

    @property
    def undo_words(self) -> str:
        return "the last change" if self._session.undo_change else ""

    @property
    def redo_words(self) -> str:
        return "the last change" if self._session.redo_change else ""

    def open(self, paths: Sequence[Path]) -> None:
        self.asked.append(("open", *paths))
        if any(not path.name for path in paths):
            self._listener.trouble(UserError("There is no file.", "Choose one."))
            return
        self.paths = tuple(paths)
        self._show()

    def add(self, paths: Sequence[Path]) -> None:
        self.asked.append(("add", *paths))

    def reload(self) -> None:
        self.asked.append(("reload",))

    def cancel(self) -> None:
        self.asked.append(("cancel",))
        self._listener.reading_changed(None, 0, 0)

    def update(self, state: ViewState) -> None:
        self._session.update(state)

    def undo(self) -> None:
        self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def ask_menu(self, column: str, sought: str, done: Callable[[ColumnMenu], None]) -> None:
        title, values = FACETS.get(column, (column, {}))
        lines = tuple(
            FacetLine(value, f"{count:,}", 1.0, _chosen(self.state, column, value))
            for value, count in values.items()
            if sought.casefold() in value.casefold()
        )
        done(ColumnMenu(column, title, tuple(FilterKind), lines, "", self.state.filters_on(column)))

    def ask_amounts(self, areas: Sequence[tuple[Span, Span]], done: Callable[[str], None]) -> None:
        done(self.made_records.amounts(areas))

    def ask_of_view(self, work: Callable[[View], object], done: Callable[[object], None]) -> None:
        if self.view is not None:
            done(work(self.view))

    def ask_preview(self, wish: ExportWish, done: Callable[[Preview | UserError], None]) -> None:
        if wish.disclosure.rounding:
            done(UserError("There are too few cases to publish anything about them.", "Take out a filter."))
            return
        public = wish.audience is Audience.PUBLICATION
        loss = "1 of 20 counts is hidden: 1 is small." if public else ""
        done(Preview((("Cover", "where every number comes from"), ("Trend", "7 rows")), loss))

    def export(self, wish: ExportWish, path: Path, password: str | None = None) -> None:
        self.asked.append(("export", wish, path, *((password,) if password else ())))
        self._listener.exported(path)

    def export_findings(self, path: Path) -> None:
        self.asked.append(("export findings", path))
        self._listener.exported(path)

    def read_as(self, change: object) -> None:
        self.asked.append(("read as", change))

    def reproduce(self, like: object, paths: object) -> None:
        self.asked.append(("reproduce", like, paths))

    def use_population(self, path: Path | None) -> None:
        self.asked.append(("population", path))

    def give_password(self, path: Path, password: str) -> None:
        self.asked.append(("password", path, password))

    def position_of(self, place: Place) -> int | None:
        return None if self.state.filters else place.row - 2

    def close(self) -> None:
        self._listener = None

    def _show(self) -> None:
        self.view, self.records = view_for(self.state), self.made_records
        self._listener.view_changed(self.view, self.records)
