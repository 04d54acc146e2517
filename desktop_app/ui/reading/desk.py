"""What the person does about how files were read: findings, and the population of rates."""

from dataclasses import replace

from desktop_app.domain.problems import Place
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import View
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.services.reader import Opened
from desktop_app.services.workspace import Workspace
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.exporting.saving import WORKBOOKS, suggested
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.reading.asking import PasswordStrip, QuestionStrip
from desktop_app.ui.reading.rates_dialog import TABLES, RatesDialog
from desktop_app.ui.reading.reproducing import ReproduceStrip
from desktop_app.ui.theme.theme import Theme


class ReadingDesk:
    """Stands between the pages about reading and the workspace, on behalf of the window."""

    def __init__(self, workspace: Workspace, loaded: LoadedView, dialogs: Dialogs, theme: Theme) -> None:
        self._workspace = workspace
        self._loaded = loaded
        self._dialogs = dialogs
        self._theme = theme
        self._asked_about: Opened | None = None
        self.question = QuestionStrip(theme)
        self.question.answered.connect(workspace.read_as)
        self.password = PasswordStrip()
        self.password.given.connect(workspace.give_password)
        self.password.given_up.connect(workspace.cancel)
        self.again = ReproduceStrip(theme, dialogs)
        self.again.wished.connect(workspace.reproduce)
        self.strips = (self.password, self.question, self.again)
        self._sought: Place | None = None  # a row to show once the records are those of the newest wishes
        loaded.quality.row_wished.connect(self._seek)
        loaded.quality.read_wished.connect(workspace.read_as)
        loaded.how_read.read_wished.connect(workspace.read_as)
        loaded.quality.sheet_row_wished.connect(self._show_in_sheet)
        loaded.quality.export_wished.connect(self._export_findings)
        loaded.rates_wished.connect(self.ask_rates)

    def view_changed(self, view: View, records: ShownRecords) -> None:
        """Show a new view with what was found in the files, and the row that was asked for."""
        reading = self._workspace.reading
        self._loaded.take_reading(reading)
        if reading.opened is not self._asked_about:
            self._asked_about = reading.opened
            self.password.hide()
            self.question.ask(reading.question)
            self.again.show_opened(reading.opened)
        self._loaded.show_view(view, records, self._workspace.state)
        self._show_sought()
        self._sought = None

    def trouble(self) -> None:
        """Show again how the files were read: a correction that cannot be made is taken back."""
        self._loaded.how_read.show_again()

    def ask_rates(self) -> None:
        """Ask what rates are for and of."""
        workspace = self._workspace
        if workspace.view is None:
            return
        dialog = RatesDialog(workspace.view.rates, self._theme, self._loaded)
        dialog.per_chosen.connect(lambda per: workspace.update(replace(workspace.state, per=per)))
        dialog.file_wished.connect(self._ask_population)
        dialog.bundled_wished.connect(lambda: workspace.use_population(None))
        dialog.open()

    def _ask_population(self) -> None:
        path = self._dialogs.open_file(TABLES)
        if path is not None:
            self._workspace.use_population(path)

    def _seek(self, place: Place) -> None:
        """Show a record; where filters keep it out they are cleared, which can be undone."""
        self._sought = place
        self._show_sought()
        if self._sought:
            self._workspace.update(ViewState.cleared(self._workspace.state))

    def _show_in_sheet(self, place: Place) -> None:
        self._loaded.go_to("reading")
        self._loaded.how_read.show_place(place)

    def _show_sought(self) -> None:
        position = self._workspace.position_of(self._sought) if self._sought else None
        if position is not None:
            self._sought = None
            self._loaded.go_to("records")
            self._loaded.records.grid.show_row(position)

    def _export_findings(self) -> None:
        path = self._dialogs.save_file(suggested(self._workspace.paths, "data quality", ".xlsx"), WORKBOOKS)
        if path is not None:
            self._workspace.export_findings(path if path.suffix else path.with_suffix(".xlsx"))
