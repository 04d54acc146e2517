"""A publication made by hand, small enough to be read at a glance."""

from desktop_app.presentation.models import Cell, CellKind, Report, Table, TableColumn

TREND = Table(
    key="trend",
    title="Notifications by year [note 1]",
    subtitle="Serious incident notifications, England",
    columns=(
        TableColumn("period", "Year", CellKind.TEXT),
        TableColumn("notifications", "Notifications", CellKind.COUNT),
        TableColumn("change", "Change", CellKind.PERCENT),
    ),
    rows=(
        (Cell("2020"), Cell("1,482", 1482.0), Cell("12.5% more", 12.5)),
        (Cell("2021"), Cell("379", 379.0), Cell("[c]")),
    ),
    notes=("[c] = suppressed to protect confidentiality.", "Period: Calendar years, 2020 to 2021."),
    source="Source: records.xlsx. No filters.",
)
PUBLICATION = Report(
    title="Notifications: Calendar years, 2020 to 2021",
    cover=(("What this holds", "Counts."), ("Contact", "statistics at example.org")),
    tables=(TREND,),
    plots=(),
    notes=("Counts of 1 to 5 are suppressed.",),
    records=None,
)
