"""Opens the export dialog and passes between it, the workspace and the settings."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.catalogue.charts import CHARTS
from desktop_app.catalogue.formats import format_of
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.presentation.models import View
from desktop_app.presentation.reports.preview import Preview
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.painter import ChartPainter
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.exporting.dialog import ExportDialog
from desktop_app.ui.exporting.saving import free, suggested
from desktop_app.ui.theme.theme import Theme

Offers = tuple[tuple[str, str], ...]  # keys and their titles


class ExportDesk:
    """One dialog at a time; what was wished for last is what the next one begins with."""

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings, dialogs: Dialogs) -> None:
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._dialogs = dialogs
        self.dialog: ExportDialog | None = None
        self._painter = ChartPainter(window)
        workspace.draw = self._painter.draw
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._painter.close)

    def open(self, theme: Theme) -> None:
        """Open the dialog for the view that is shown, once it is known which charts there are to choose."""
        self._workspace.ask_of_view(
            lambda view: (charts_offered(view), view.breakdowns), lambda offers: self._open(theme, *offers)
        )

    def _open(self, theme: Theme, charts: Offers, columns: Offers) -> None:
        wish = self._settings.values.export
        path = free(suggested(self._workspace.paths, "figures", format_of(wish.format).ending))
        self.dialog = ExportDialog(theme, wish, path, self._window, charts, columns)
        self.dialog.preview_wished.connect(lambda wish: self._workspace.ask_preview(wish, self._show))
        self.dialog.place_wished.connect(self._choose)
        self.dialog.export_wished.connect(self._write)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _show(self, preview: Preview | UserError) -> None:
        if self.dialog is not None:  # it can be closed before its preview is there
            self.dialog.show_preview(preview)

    def _choose(self, place: Path) -> None:
        spec = format_of(place.suffix)
        chosen = self._dialogs.save_file(place, f"{spec.title} (*{spec.ending})")
        if self.dialog is not None and chosen is not None:
            self.dialog.set_place(chosen)

    def _write(self, wish: ExportWish, path: Path) -> None:
        self._settings.change(export=wish)
        password = self.dialog.password if self.dialog else None
        self._workspace.export(wish, path, password)

    def _closed(self, _result: int) -> None:
        self.dialog = None


def charts_offered(view: View) -> Offers:
    """Return the keys and titles of the charts of a view that have something to draw, the one shown first."""
    titles = {spec.key: spec.title for spec in CHARTS}
    plots = sorted((plot for plot in view.plots if not plot.empty), key=lambda plot: plot.key != view.chart)
    found = [(plot.key, titles[plot.key]) for plot in plots]
    breakdown = view.breakdown_plot
    return (*found, *([(breakdown.key, breakdown.title)] if breakdown and not breakdown.empty else []))
