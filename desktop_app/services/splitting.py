"""Makes a sheet for each value of a column: the figures of its records alone, with their chart."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import columns_offered, labels_offered
from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import BLANK
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Plot, Report, Table
from desktop_app.presentation.view import view_of
from desktop_app.services.usecases import summarise

MOST = 200  # sheets; more no one would leaf through
NO_VALUE = "Blank"


def split_by(
    report: Report, dataset: Dataset, state: ViewState, column: str, day: date, progress: Progress
) -> Report:
    """Return the report with a table and a chart for each value of a column that the filters leave.

    Raises UserError for a column that the data lack or that has too many values.
    """
    known = next((each for each in columns_offered(dataset) if each.key == column), None)
    if known is None or not known.breakdown:
        raise UserError("There is no such column to make a sheet for each value of.", "Choose another one.")
    chosen = state.filter_on(column)
    labels = [label for label in labels_offered(dataset, column) if chosen is None or label in chosen.values]
    if len(labels) > MOST:
        text = f"{known.title} has {len(labels):,} values: too many for a sheet each."
        raise UserError(text, "Choose a column with fewer, or filter it first.")
    tables: list[Table] = []
    plots: list[Plot] = []
    for number, label in enumerate(labels):
        progress.step("Counting by value", number, len(labels))
        view = view_of(summarise(dataset, state.only(column, label), day=day), ())
        name = NO_VALUE if label == BLANK else label
        table = replace(
            view.trend, key=f"value_{number + 1}", title=f"{name}: {view.trend.title}", sheet=name
        )
        tables.append(table)
        plots.append(replace(view.plots[0], key=table.key, table=table))
    drawn = tuple(plot for plot in plots if not plot.empty)
    return replace(report, tables=(*report.tables, *tables), plots=(*report.plots, *drawn))
