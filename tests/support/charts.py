"""Charts made by hand for tests of drawing."""

from collections.abc import Sequence

from desktop_app.domain.filters import ValueFilter
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)

TITLE = "Notifications fell 21% & <b>children</b>"
YEARS = ("2019", "2020", "2021")
MONTHS = tuple(
    f"{month} {year}"
    for year in range(2018, 2026)
    for month in ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
)[3:93]
Values = Sequence[float | None]


def series(key: str, values: Values, provisional: Sequence[int] = ()) -> PlotSeries:
    """Return marks of one meaning; each picks its own position."""
    marks = (
        Mark(
            position=index,
            value=value,
            label="" if value is None else f"{value:,.0f}",
            words=f"{key} at {index}: {value}",
            provisional=index in provisional,
            picks=(ValueFilter(key, (str(index),)),),
        )
        for index, value in enumerate(values)
    )
    return PlotSeries(
        key, {"deaths": "Child death", "serious_harm": "Serious harm"}.get(key, key), tuple(marks)
    )


def plot(kind: PlotKind, positions: Sequence[str], *shown: PlotSeries, totals: Sequence[str] = ()) -> Plot:
    """Return a chart with words that would be HTML if anyone took them for it."""
    columns = (TableColumn("p", "Year", CellKind.TEXT), TableColumn("n", "<i>n</i>", CellKind.COUNT))
    rows = ((Cell("2020"), Cell("482", 482)), (Cell("=1+1"), Cell("379", 379)))
    return Plot(
        key="made",
        kind=kind,
        title=TITLE,
        subtitle="Notifications, England",
        source="Source: made by hand.",
        alt_text="A chart of notifications: 482 in 2020 & 379 in 2021.",
        value_title="Notifications",
        position_title="Year",
        positions=tuple(positions),
        series=shown,
        table=Table("made", "Made <by> hand", "", columns, rows, (), ""),
        percent=kind is PlotKind.CHANGE,
        totals=tuple(totals),
    )


def stacked() -> Plot:
    """Return three years of deaths and serious harm, 100 and 200 in the first."""
    return plot(
        PlotKind.STACKED,
        YEARS,
        series("deaths", (100, 206, 156)),
        series("serious_harm", (200, 267, 242)),
        totals=("300", "473", "398"),
    )
