"""Reports made by hand: what the workbook's tests write and read back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Report,
    Table,
    TableColumn,
)

K = CellKind
TREND = Table(
    key="trend",
    title="21% fewer notifications in 2021 than in 2020",
    subtitle="Notifications, England, by date notified, calendar years",
    columns=(
        TableColumn("period", "Period", K.TEXT),
        TableColumn("notifications", "Notifications", K.COUNT),
        TableColumn("deaths", "Child deaths", K.COUNT),
        TableColumn("serious_harm", "Serious harm", K.COUNT),
        TableColumn("change", "Change in notifications on the year before", K.PERCENT),
        TableColumn("rate", "Rate per 100,000 children aged 0 to 17", K.DECIMAL),
        TableColumn("ends", "Period ends", K.DATE),
    ),
    rows=(
        (
            Cell("2020"),
            Cell("482", 482),
            Cell("206", 206),
            Cell("267", 267),
            Cell("z"),
            Cell("4.1", 4.0889),
            Cell("31 Dec 2020", date(2020, 12, 31)),
        ),
        (
            Cell("2021"),
            Cell("379", 379),
            Cell("156", 156),
            Cell("c"),
            Cell("-21.4%", -21.369294605809128),
            Cell("3.2", 3.222),
            Cell("31 Dec 2021", date(2021, 12, 31)),
        ),
    ),
    notes=("Notifications are counted once, whatever the number of children.",),
    source="Source: panel.xlsx, sheet Notifications, by date notified",
)


def series(key: str, label: str, *values: float | None, provisional: bool = False) -> PlotSeries:
    """Return a series of marks; the last is provisional when asked for."""
    last = len(values) - 1
    return PlotSeries(
        key,
        label,
        tuple(
            Mark(
                position,
                value,
                "" if value is None else f"{value:g}",
                "",
                provisional=provisional and position == last,
            )
            for position, value in enumerate(values)
        ),
    )


STACKED = Plot(
    key="nature",
    kind=PlotKind.STACKED,
    title="21% fewer notifications in 2021 than in 2020",
    subtitle="Notifications by nature, England",
    source="Source: panel.xlsx",
    alt_text="Stacked columns: 482 notifications in 2020, 379 in 2021.",
    value_title="Notifications",
    position_title="Year",
    positions=("2020", "2021"),
    series=(series("notifications", "Notifications", 482, 379), series("deaths", "Child deaths", 206, 156)),
    table=TREND,
)
LINES = replace(
    STACKED,
    key="lines",
    kind=PlotKind.LINES,
    alt_text="Lines with a gap in 2021.",
    series=(series("deaths", "Child deaths", 206, 156), series("serious_harm", "Serious harm", 267, None)),
)


@dataclass(frozen=True)
class FakeRecords:
    """Records from a plain list, one column of text, one of counts and one of dates."""

    texts: tuple[str, ...]

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn("reference", "Reference", K.TEXT),
            TableColumn("children", "Children", K.COUNT),
            TableColumn("date_notified", "Date notified", K.DATE),
        )

    @property
    def row_count(self) -> int:
        return len(self.texts)

    def cell(self, row: int, column: int) -> Cell:
        return (Cell(self.texts[row]), Cell("2", 2), Cell("05 Mar 2021", date(2021, 3, 5)))[column]

    def tooltip(self, row: int, column: int) -> str:
        return ""

    def row_number(self, row: int) -> str:
        return str(row + 2)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        return (tuple(self.cell(row, column) for column in range(3)) for row in range(self.row_count))


def report(*texts: str) -> Report:
    """Return a report of the trend with two charts and one record per text."""
    return Report(
        title="Serious incident notifications",
        cover=(("Source", "panel.xlsx"), ("Rows", "912 rows read, 912 used")),
        tables=(TREND,),
        plots=(STACKED, LINES),
        notes=("Small counts are not protected.",),
        records=FakeRecords(texts),
    )
