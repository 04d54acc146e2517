"""Opens the export dialog and passes between it, the workspace and the settings."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.presentation.reports.preview import Preview
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.exporting.dialog import ExportDialog
from desktop_app.ui.exporting.saving import WORKBOOKS, free, suggested
from desktop_app.ui.theme.theme import Theme


class ExportDesk:
    """One dialog at a time; what was wished for last is what the next one begins with."""

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings, dialogs: Dialogs) -> None:
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._dialogs = dialogs
        self.dialog: ExportDialog | None = None

    def open(self, theme: Theme) -> None:
        """Open the dialog for the view that is shown."""
        path = free(suggested(self._workspace.paths, "figures", ".xlsx"))
        self.dialog = ExportDialog(theme, self._settings.values.export, path, self._window)
        self.dialog.preview_wished.connect(lambda wish: self._workspace.ask_preview(wish, self._show))
        self.dialog.place_wished.connect(self._choose)
        self.dialog.export_wished.connect(self._write)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _show(self, preview: Preview | UserError) -> None:
        if self.dialog is not None:  # it can be closed before its preview is there
            self.dialog.show_preview(preview)

    def _choose(self, place: Path) -> None:
        chosen = self._dialogs.save_file(place, WORKBOOKS)
        if self.dialog is not None and chosen is not None:
            self.dialog.set_place(chosen)

    def _write(self, wish: ExportWish, path: Path) -> None:
        self._settings.change(export=wish)
        password = self.dialog.password if self.dialog else None
        self._workspace.export(wish, path, password)

    def _closed(self, _result: int) -> None:
        self.dialog = None
