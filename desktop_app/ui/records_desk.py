"""What the person does with records beyond looking at them: adding up and copying cells."""

from collections.abc import Sequence

from desktop_app.presentation.clip import Clip
from desktop_app.presentation.shown_records import Span
from desktop_app.services.workspace import Workspace
from desktop_app.ui.copying import copy_clip
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.status_bar import StatusBar


class RecordsDesk:
    """Stands between the records page and the workspace, on behalf of the window."""

    def __init__(self, workspace: Workspace, loaded: LoadedView, status: StatusBar) -> None:
        self._workspace = workspace
        self._status = status
        loaded.records.grid.areas_selected.connect(self._add_up)
        loaded.records.grid.large_copy_wished.connect(self._copy)

    def _add_up(self, areas: tuple[tuple[Span, Span], ...]) -> None:
        self._status.show_selected("")
        if areas:
            self._workspace.ask_amounts(areas, self._status.show_selected)

    def _copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        def done(clip: Clip) -> None:
            copy_clip(clip)
            self._status.say(f"Copied {len(rows):,} rows, with headings")

        self._workspace.copy_records(rows, columns, done)
