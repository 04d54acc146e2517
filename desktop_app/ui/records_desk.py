"""What the person does with records beyond looking at them: adding up what is selected."""

from desktop_app.presentation.shown_records import Span
from desktop_app.services.workspace import Workspace
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.status_bar import StatusBar


class RecordsDesk:
    """Stands between the records page and the workspace, on behalf of the window."""

    def __init__(self, workspace: Workspace, loaded: LoadedView, status: StatusBar) -> None:
        self._workspace = workspace
        self._status = status
        loaded.records.grid.areas_selected.connect(self._add_up)

    def _add_up(self, areas: tuple[tuple[Span, Span], ...]) -> None:
        self._status.show_selected("")
        if areas:
            self._workspace.ask_amounts(areas, self._status.show_selected)
