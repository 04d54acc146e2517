"""What the person does with records and filters beyond looking at them: columns, names, sums, copies."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.progress import Progress
from desktop_app.presentation.tables.clip import STEP, records_clip
from desktop_app.presentation.tables.shown_records import ShownRecords, Span
from desktop_app.services.named_filters import NamedFiltersStore
from desktop_app.services.workspace import Workspace
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.filters.column_filters import ColumnFilters
from desktop_app.ui.filters.named_dialog import NamedFiltersDialog
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.tables.copying import Packed, copy_packed, packed
from desktop_app.ui.theme.theme import Theme

LEFT_BEHIND = "Opened without the filters of the file before: Ctrl+Z brings them back"
NO_TABLE = "Not copied: select the same columns in every row"


class RecordsDesk(QObject):
    """Stands between the records and filters and the workspace, on behalf of the window."""

    wished = Signal(object)  # Change

    def __init__(
        self, workspace: Workspace, loaded: LoadedView, status: StatusBar, theme: Theme, dialogs: Dialogs
    ) -> None:
        super().__init__(loaded)
        self._workspace = workspace
        self._loaded = loaded
        self._status = status
        self._dialogs = dialogs
        self._named = NamedFiltersStore()
        self.columns = ColumnFilters(theme, workspace, loaded)
        self.columns.wished.connect(self.wished)
        self.columns.popup.copy_wished.connect(self._copy_column)
        loaded.records.grid.areas_selected.connect(self._add_up)
        loaded.records.grid.large_copy_wished.connect(self._copy)
        loaded.records.grid.copy_refused.connect(lambda: status.say(NO_TABLE))

    def view_changed(self, opened: bool) -> None:
        """Bring an open menu up to date; tell of a file just `opened` that filters were left behind."""
        self.columns.refresh()
        if opened and self._workspace.undo_words:  # the only step that there can be yet
            self._status.say(LEFT_BEHIND)

    def choose_columns(self) -> None:
        """Look at the records with the list of their columns open."""
        self._loaded.go_to("records")
        self._loaded.records.open_columns()

    def open_filter(self) -> None:
        """Look at the records with the menu of the present column open."""
        self._loaded.go_to("records")
        grid = self._loaded.records.grid
        grid.ask_menu(max(0, grid.currentIndex().column()))

    def name_filters(self) -> NamedFiltersDialog:
        """Open the named filters and return their dialog."""
        dialog = NamedFiltersDialog(self._named, self._workspace.state, self._dialogs, self._loaded)
        dialog.wished.connect(self.wished)
        dialog.open()
        return dialog

    def _add_up(self, areas: tuple[tuple[Span, Span], ...]) -> None:
        self._status.show_selected("")
        if areas:
            self._workspace.ask_amounts(areas, self._status.show_selected)

    def _copy_column(self, key: str) -> None:
        """Copy a column of all rows shown, where it is still among them."""
        records = self._workspace.records
        keys = [column.key for column in records.columns] if records else []
        if records is not None and key in keys:
            self._copy(range(records.row_count), (keys.index(key),))

    def _copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        def done(made: Packed) -> None:
            copy_packed(made)
            self._status.say(f"Copied {len(rows):,} rows, with headings")

        def made(records: ShownRecords, progress: Progress) -> Packed:
            return packed(records_clip(records, rows, columns, progress), ceil(len(rows) / STEP))

        self._workspace.copy_records(made, done)
