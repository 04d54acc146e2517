"""What the window asks about single columns, besides the view that it shows, and what it will ask next."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.column_values import column_values
from desktop_app.analysis.records.selection import prepare
from desktop_app.domain.state import ViewState
from desktop_app.presentation.column_menu import column_menu
from desktop_app.presentation.filter_models import ColumnMenu
from desktop_app.services.jobs import Job
from desktop_app.services.usecases import today


def menu_of(dataset: Dataset, state: ViewState, column: str, sought: str = "") -> ColumnMenu:
    """Return what one column can be filtered by, of its values those that hold a text."""
    menu = column_menu(column_values(dataset, state, column, sought, today()), state)
    return replace(menu, recorded=dataset.has(column))


def readying(dataset: Dataset, failed: Callable[[Exception], None]) -> Job[None]:
    """Return the job that prepares the first sort and the first search, before anyone asks for them."""
    return Job(lambda progress: prepare(dataset, progress), lambda _: None, failed)
