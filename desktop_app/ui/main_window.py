"""The main window: it listens to the workspace, shows what comes from it and sends wishes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Plot, View
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.about import AboutDialog
from desktop_app.ui.actions import PAGES, Actions
from desktop_app.ui.dialogs import Dialogs, NativeDialogs
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.saved_strip import SavedStrip
from desktop_app.ui.exporting.saving import copy_picture, save_picture
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.pages.start import StartPage
from desktop_app.ui.reading.desk import ReadingDesk
from desktop_app.ui.reading.strip import ReadingStrip
from desktop_app.ui.records.desk import RecordsDesk
from desktop_app.ui.samples import SAMPLES, is_sample, sample_paths
from desktop_app.ui.shortcuts import ShortcutsDialog
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.theme.theme import Theme, Wish
from desktop_app.ui.theme.window_sheet import window_sheet
from desktop_app.ui.top_bar import TopBar
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.icons import app_icon
from desktop_app.ui.wishes import Change

WISHES: tuple[Wish, ...] = get_args(Wish)
NAME = "Notification Statistics Viewer"
NO_CHART = "There is no chart here to copy or save"
LEAST_SIZE = (1024, 640)
FIRST_SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """One window on one workspace; a test or a script may give `dialogs` that answer by themselves."""

    def __init__(
        self, workspace: Workspace, settings: Settings, theme: Theme, dialogs: Dialogs | None = None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._theme = theme
        self._dialogs = dialogs or NativeDialogs(self, settings.values.last_folder)
        self._remembered: tuple[Path, ...] = ()
        self.loaded = LoadedView(theme)
        self.desk = ReadingDesk(workspace, self.loaded, self._dialogs, theme)
        self.exporting = ExportDesk(self, workspace, settings, self._dialogs)
        self.status = StatusBar()
        self.records_desk = RecordsDesk(workspace, self.loaded, self.status, theme, self._dialogs)
        self.actions_ = Actions(self, self._handlers())
        self.banner = Banner(theme)
        self.saved = SavedStrip(theme)
        self.reading = ReadingStrip()
        self.top = TopBar(theme, self.actions_)
        self.start = StartPage(_icon_label())
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._restore()
        workspace.listen(self)

    # What the workspace tells.

    def view_changed(self, view: View, records: ShownRecords) -> None:
        """Show this view: it answers the newest wishes."""
        state, opened = self._workspace.state, self._workspace.paths != self._remembered
        self._remember(self._workspace.paths)
        self.setWindowTitle(f"{view.file_title} - {NAME}")
        self.top.show_view(view)
        self.desk.view_changed(view, records)
        self.records_desk.view_changed(opened)
        self.status.show_words(view.status)
        if self._stack.currentWidget() is self.start:
            self._set_loaded(True)
            self.loaded.settle()
        if opened:
            self.loaded.setFocus()
        self._show_undo("undo", self._workspace.undo_words)
        self._show_undo("redo", self._workspace.redo_words)
        self.actions_["clear"].setEnabled(bool(state.filters or state.search))

    def reading_changed(self, stage: str | None, done: int, total: int) -> None:
        """Show how far reading or exporting is; a stage of None says that it has ended."""
        if stage is not None and self.reading.isHidden():
            self.banner.hide()
            self.saved.hide()
        held = self.reading.isAncestorOf(self.focusWidget())
        self.reading.show_stage(stage, done, total)
        if stage is None and held:  # else Qt gives the focus to whatever comes next
            (self.start if self.loaded.isHidden() else self.loaded).setFocus()

    def updating_changed(self, updating: bool) -> None:
        """Mark the view as older than the wishes, or as up to date again."""
        self.loaded.set_updating(updating)

    def trouble(self, error: UserError) -> None:
        """Tell the person what went wrong and what can be done."""
        self.banner.show_error(error)
        self.desk.trouble()

    def exported(self, path: Path) -> None:
        """Tell the person that a file was written."""
        self.saved.tell(path)

    def password_needed(self, error: PasswordNeeded) -> None:
        """Ask for the password of a file."""
        self.desk.password.ask(error)

    # What the person does.

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open these files in place of what is open."""
        if paths:
            self.banner.hide()
            self._workspace.open(paths)

    def wish(self, change: Change) -> None:
        """Pass a wish on."""
        self._workspace.update(change(self._workspace.state))

    def set_theme(self, wish: Wish) -> None:
        """Change the look and remember it."""
        self._settings.change(theme=wish)
        self._theme.set_wish(wish)
        self.actions_[f"theme_{wish}"].setChecked(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_files(_dropped(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.change(window=bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        super().closeEvent(event)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        pages: dict[str, Callable[[], object]]
        pages = {page: partial(self.loaded.go_to, page) for page in PAGES}
        themes: dict[str, Callable[[], object]]
        themes = {f"theme_{wish}": partial(self.set_theme, wish) for wish in WISHES}
        return {
            "open": lambda: self.open_files(self._dialogs.open_files()),
            "add": self._add,
            "reload": self._workspace.reload,
            "export": lambda: self.exporting.open(self._theme),
            "picture": lambda: self._save_picture(self.loaded.plot),
            "quit": self.close,
            "undo": self._workspace.undo,
            "redo": self._workspace.redo,
            "copy": self._copy,
            "copy_chart": lambda: self._copy_picture(self.loaded.plot),
            "search": self.loaded.filters.go_to_search,
            "table": self.loaded.switch,
            "columns": self.records_desk.choose_columns,
            "filter_column": self.records_desk.open_filter,
            "rates": self.desk.ask_rates,
            "named": self.records_desk.name_filters,
            "clear": partial(self.wish, ViewState.cleared),
            "shortcuts": lambda: ShortcutsDialog(self).open(),
            "about": lambda: AboutDialog(self).open(),
            **pages,
            **themes,
        }

    def _add(self) -> None:
        paths = self._dialogs.open_files()
        if paths:
            self._workspace.add(paths)

    def _copy(self) -> None:
        if self.loaded.copy():
            self.status.say("Copied, with headings")

    def _save_picture(self, plot: Plot | None) -> None:
        if plot is None or plot.empty:
            self.status.say(NO_CHART)
            return
        try:
            path = save_picture(plot, self._workspace.paths, self._dialogs)
        except UserError as error:
            self.trouble(error)
            return
        if path is not None:
            self.saved.tell(path)

    def _copy_picture(self, plot: Plot | None) -> None:
        if plot is None or plot.empty:
            self.status.say(NO_CHART)
            return
        copy_picture(plot)
        self.status.say("Copied: the chart as a picture, with its table")

    # How it is put together.

    def _build(self) -> None:
        self.setWindowTitle(NAME)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.setAcceptDrops(True)
        self.actions_.fill(self.menuBar())
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.loaded)
        centre = QWidget()
        centre.setObjectName("ground")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.banner, self.saved, self.reading, *self.desk.strips):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        self._set_loaded(False)
        self._fill_menus()

    def _connect(self) -> None:
        self.start.browsing.connect(self.actions_["open"].trigger)
        self.start.chosen.connect(lambda path: self.open_files((path,)))
        self.reading.cancelled.connect(self._workspace.cancel)
        self.top.wished.connect(self.wish)
        self.top.account_clicked.connect(self.actions_["reading"].trigger)
        self.loaded.wished.connect(self.wish)
        self.records_desk.wished.connect(self.wish)
        self.loaded.page_changed.connect(lambda page: self.actions_[page].setChecked(True))
        self.loaded.save_picture_wished.connect(self._save_picture)
        self.loaded.copy_picture_wished.connect(self._copy_picture)
        self.desk.again.wished.connect(lambda like, _paths: self._settings.change(export=like.wish))
        self._theme.changed.connect(self._dress)
        self._dress()

    def _restore(self) -> None:
        values = self._settings.values
        self.actions_[f"theme_{values.theme}"].setChecked(True)
        self.actions_["overview"].setChecked(True)
        if values.window:
            self.restoreGeometry(QByteArray.fromHex(values.window.encode("ascii")))

    def _dress(self) -> None:
        self.setStyleSheet(window_sheet(self._theme.tokens))

    def _set_loaded(self, loaded: bool) -> None:
        self._stack.setCurrentWidget(self.loaded if loaded else self.start)
        self.top.setVisible(loaded)
        self.status.setVisible(loaded)
        self.actions_.enable_data(loaded)

    def _show_undo(self, key: str, words: str) -> None:
        name = key.capitalize()
        self.actions_[key].setText(f"&{name}: {words.replace('&', '&&')}" if words else f"&{name}")
        self.actions_[key].setEnabled(bool(words))

    def _remember(self, paths: tuple[Path, ...]) -> None:
        if paths != self._remembered:
            self._remembered = paths
            for path in paths:
                if not is_sample(path):
                    self._settings.opened(path)
            self._fill_menus()

    def _fill_menus(self) -> None:
        recent, samples = self.actions_.submenus["recent"], self.actions_.submenus["samples"]
        recent.clear()
        for text in self._settings.values.recent:
            entry = recent.addAction(Path(text).name.replace("&", "&&"))
            entry.setToolTip(text)
            entry.triggered.connect(lambda _checked, text=text: self.open_files((Path(text),)))
        recent.setToolTipsVisible(True)
        recent.setEnabled(not recent.isEmpty())
        samples.clear()
        for sample, path in zip(SAMPLES, sample_paths(), strict=True):
            entry = samples.addAction(sample.title)
            entry.triggered.connect(lambda _checked, path=path: self.open_files((path,)))
        self.start.show_recent(self._settings.values.recent)


def _icon_label() -> QLabel:
    picture = QLabel()
    picture.setPixmap(app_icon().pixmap(64, 64))
    return picture


def _dropped(event: QDragEnterEvent | QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
