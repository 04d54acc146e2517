"""The display models: what the window draws, exporters write and the command line prints. Frozen values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from desktop_app.catalogue.charts import CHARTS
from desktop_app.domain.filters import Filter
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import USUAL_RUN
from desktop_app.domain.units import USUAL_RATE, Against, DateBasis, PeriodKind, Unit
from desktop_app.presentation.filter_models import Chip, FacetPanel, FurtherColumn


class CellKind(StrEnum):
    """How the cells of a table column are aligned and formatted in a workbook."""

    TEXT = "text"
    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a display table. A percent cell's value is in per cent: 21.4 means 21.4%."""

    key: str
    title: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text a person reads, and the value a workbook holds (None: only text or nothing)."""

    text: str
    value: float | date | None = None
    picks: tuple[Filter, ...] = ()  # what clicking the cell filters by


@dataclass(frozen=True, slots=True)
class Table:
    """A table with everything it needs to stand alone: title, what it measures, notes and source."""

    key: str
    title: str
    subtitle: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[tuple[Cell, ...]]
    notes: tuple[str, ...]
    source: str
    sheet: str = ""  # its name; empty: made from the key


class PlotKind(StrEnum):
    """The forms of chart that the window, the pictures and the workbook can draw."""

    STACKED = "stacked columns"
    GROUPED = "columns side by side"
    LINES = "lines"
    CHANGE = "columns about zero"
    BARS = "horizontal bars"
    HEAT = "table of shaded cells"  # a row for each series
    FUNNEL = "points about limits"  # marks and lines stand at a number across
    TILES = "tile map of the regions"  # every position names a region
    MULTIPLES = "small multiples"  # a little chart of columns for each series


WHOLE = "focus"  # the key of a series that is not parted, but all that is counted
# Drawn over the whole of a chart, without a common axis; a workbook has no chart like them.
WHOLE_KINDS = (PlotKind.HEAT, PlotKind.TILES, PlotKind.MULTIPLES, PlotKind.FUNNEL)


@dataclass(frozen=True, slots=True)
class Mark:
    """One point, column or bar. `value` None is a gap: nothing is drawn and no line bridges it."""

    position: int
    value: float | None
    label: str  # the value as printed on or beside the mark
    words: str  # one line for hovering and for a screen reader, with unit and period
    low: float | None = None
    high: float | None = None
    provisional: bool = False
    picks: tuple[Filter, ...] = ()  # what clicking the mark filters by
    across: float | None = None  # where it stands on an axis of numbers
    signal: bool = False  # it stands out: drawn larger, in the one colour and symbol kept for that
    whole: float | None = None  # how much it would be without filters: drawn behind it in grey


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line to read the marks against, e.g. a mean or a limit; it is drawn in one neutral colour."""

    label: str  # its name; of a level, with its value
    values: tuple[float | None, ...]  # one for every position; None: the line stops and starts again
    dashed: bool = False
    across: tuple[float, ...] = ()  # where the values stand on an axis of numbers; empty: at the positions
    last: str = ""  # its last value, to stand behind its name at the end of the line

    @property
    def ending(self) -> str:
        """Return the words for the end of the line."""
        return f"{self.label} {self.last}".rstrip()


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """Marks of one meaning; `key` names the colour in `catalogue.palette`."""

    key: str
    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PlotNote:
    """A person's own remark at a position of a chart."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart with its words. `positions` are the labels along the axis of periods or values, from 0."""

    key: str
    kind: PlotKind
    title: str
    subtitle: str
    source: str
    alt_text: str
    value_title: str  # the measure and unit along the value axis
    position_title: str
    positions: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    table: Table
    percent: bool = False  # values are per cent
    totals: tuple[str, ...] = ()  # stacked marks: what is printed at the end of each
    lines: tuple[Line, ...] = ()  # drawn behind the marks
    places: int = 0  # decimals of the values
    band: bool = False  # lines: the interval of every mark is drawn as a band behind its line
    starts: tuple[date, ...] = ()  # the first day of every position, where they are periods
    notes: tuple[PlotNote, ...] = ()  # written by the person
    others: bool | None = None  # the last series is what the filters leave out; False: it could be shown
    message: str = ""  # the title made from the data, where one by the person stands in its place
    absence: str = ""  # why there is nothing to draw, and the way out, where a chart has its own reason

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to draw."""
        return not any(mark.value is not None for series in self.series for mark in series.marks)


@dataclass(frozen=True, slots=True)
class Card:
    """A headline number: what it counts, the change in words, its certainty, and a sparkline."""

    key: str
    title: str
    figure: str
    change: str
    certainty: str
    spark: tuple[float | None, ...]
    picks: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Findings that have something in common, such as their kind or their column."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The state of the top bar, and which of its choices the data can honour."""

    unit: Unit
    date_basis: DateBasis
    period: PeriodKind
    units_possible: tuple[Unit, ...]
    bases_possible: tuple[DateBasis, ...]
    periods_possible: tuple[PeriodKind, ...]


@dataclass(frozen=True, slots=True)
class RateChoices:
    """For how many children rates are, and in words whose numbers of children they are taken from."""

    per: int = USUAL_RATE
    population: str = ""
    own: bool = False  # from a file of the person's own


@dataclass(frozen=True, slots=True)
class View:
    """Everything the window shows for one Result."""

    file_title: str
    account: str  # e.g. 912 rows read, 912 used
    choices: Choices
    showing: str  # e.g. all 861 notifications; 120 of 861 notifications
    chips: tuple[Chip, ...]
    facets: tuple[FacetPanel, ...]
    cards: tuple[Card, ...]
    plots: Sequence[Plot]  # one for every entry of catalogue.charts, in its order
    chart: str  # the chosen chart's key
    sentences: tuple[str, ...]
    cautions: tuple[Notice, ...]
    trend: Table
    breakdowns: tuple[tuple[str, str], ...]  # column key and title of every breakdown the data offer
    by: str | None
    breakdown: Table | None
    breakdown_plot: Plot | None  # as bars, which every export can draw
    problems: int
    status: tuple[str, ...]
    forms: tuple[str, ...] = ("bars",)  # keys of catalogue.charts.FORMS that can show the breakdown
    form_plot: Plot | None = None  # the breakdown in the form chosen
    pivot: Table | None = None  # where another table of the breakdown is wished than counts by period
    pivot_wish: PivotWish = field(default=PivotWish())  # as the data can honour it
    pivot_periods: tuple[tuple[date, str], ...] = ()  # the first day and name of every period shown
    sentence_charts: tuple[str, ...] = ()  # for each sentence the chart whose table has its figures
    run: int = USUAL_RUN  # periods in a row that the chart of variation marks
    compared: tuple[Against, date | None] = (Against.YEAR_BEFORE, None)  # with what; a day of a chosen period
    rates: RateChoices = field(default=RateChoices())
    rebase: date | None = None  # from when its limits begin anew
    rebase_choices: tuple[tuple[date, str], ...] = ()  # the first day and name of each possible period
    further: tuple[FurtherColumn, ...] = ()  # columns to filter by that have no value list

    @property
    def plot(self) -> Plot:
        """Return the chosen chart's plot."""
        keys = [spec.key for spec in CHARTS]
        return self.plots[keys.index(self.chart) if self.chart in keys else 0]


class RecordsTable(Protocol):
    """The records shown, row by row on demand: a million rows cost nothing until they are looked at."""

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the columns in the order shown."""

    @property
    def row_count(self) -> int:
        """Return the number of rows shown."""

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell by its position in the rows and columns shown."""

    def tooltip(self, row: int, column: int) -> str:
        """Return what a person should know about a cell, e.g. the meaning of its shorthand; usually empty."""

    def row_number(self, row: int) -> str:
        """Return where the row stands in its source, as Excel numbers it."""

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row shown, in order."""


@dataclass(frozen=True, slots=True)
class Report:
    """The workbook before it is one: cover lines, tables with their charts, then findings and records."""

    title: str
    cover: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    plots: tuple[Plot, ...]  # each is drawn beside the table with the same key as `plot.table`
    notes: tuple[str, ...]
    records: RecordsTable | None
    findings: RecordsTable | None = None
    record: str = ""  # how to make the workbook again, for the file's properties
