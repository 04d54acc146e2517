"""Every action of the window, declared once: menus, tool buttons and the list of shortcuts read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the person can do. `opens` stands for a menu filled while running, such as the recent files.

    Actions of one `choice` exclude each other; `data` says that the action needs an open file.
    """

    key: str
    menu: Menu
    text: str
    tip: str
    shortcut: str = ""
    choice: str = ""
    data: bool = False
    opens: bool = False
    line_above: bool = False


_FILE, _EDIT, _VIEW, _HELP = Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.HELP
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", _FILE, "&Open...", "Open a spreadsheet in place of what is open", "Ctrl+O"),
    ActionSpec("add", _FILE, "&Add file...", "Add the rows of another file", "Ctrl+Shift+O", data=True),
    ActionSpec("recent", _FILE, "Open &recent", "Open a file that was open before", opens=True),
    ActionSpec("samples", _FILE, "Open a &sample", "Open a file of invented records", opens=True),
    ActionSpec("reload", _FILE, "Re&load", "Read the open files again", "F5", data=True),
    ActionSpec(
        "export",
        _FILE,
        "&Export...",
        "Save what is shown as a workbook, for colleagues or for the public",
        "Ctrl+E",
        data=True,
        line_above=True,
    ),
    ActionSpec(
        "picture", _FILE, "Save &picture...", "Save the chart as PNG or SVG", "Ctrl+Shift+S", data=True
    ),
    ActionSpec("quit", _FILE, "&Quit", "Close the program", "Ctrl+Q", line_above=True),
    ActionSpec("undo", _EDIT, "&Undo", "Take the last change back", "Ctrl+Z", data=True),
    ActionSpec("redo", _EDIT, "&Redo", "Do again what was taken back", "Ctrl+Y", data=True),
    ActionSpec(
        "copy",
        _EDIT,
        "&Copy",
        "Copy the selected cells, or the chart's table",
        "Ctrl+C",
        data=True,
        line_above=True,
    ),
    ActionSpec(
        "copy_chart", _EDIT, "Copy &picture", "Copy the chart as a picture", "Ctrl+Shift+C", data=True
    ),
    ActionSpec(
        "search", _EDIT, "&Search records", "Go to the search box", "Ctrl+F", data=True, line_above=True
    ),
    ActionSpec(
        "columns", _EDIT, "&Columns...", "Find, show, hide and move columns", "Ctrl+Shift+F", data=True
    ),
    ActionSpec(
        "filter_column",
        _EDIT,
        "Filter c&olumn...",
        "Open the filters of the column (Alt+Down in the records)",
        data=True,
    ),
    ActionSpec("named", _EDIT, "&Named filters...", "Save filters and apply saved ones", "Ctrl+D", data=True),
    ActionSpec("clear", _EDIT, "Clear &filters", "Show all records again", "Ctrl+Shift+L", data=True),
    ActionSpec("overview", _VIEW, "&Overview", "Headline numbers and trend", "Ctrl+1", "page", data=True),
    ActionSpec(
        "trends", _VIEW, "&Trends", "The charts over time and their table", "Ctrl+2", "page", data=True
    ),
    ActionSpec("breakdowns", _VIEW, "&Breakdowns", "Numbers by one column", "Ctrl+3", "page", data=True),
    ActionSpec("records", _VIEW, "&Records", "The rows that are counted", "Ctrl+4", "page", data=True),
    ActionSpec("quality", _VIEW, "Data &quality", "What was found in the file", "Ctrl+5", "page", data=True),
    ActionSpec(
        "reading", _VIEW, "&How it was read", "The sheet, and corrections", "Ctrl+6", "page", data=True
    ),
    ActionSpec(
        "table",
        _VIEW,
        "Chart or &table",
        "Go from the chart to its table, and back",
        "Ctrl+T",
        data=True,
        line_above=True,
    ),
    ActionSpec("rates", _VIEW, "&Rates...", "Per how many children, and from which population", data=True),
    ActionSpec(
        "theme_system",
        _VIEW,
        "Theme: as the &system",
        "Light or dark as the system is",
        choice="theme",
        line_above=True,
    ),
    ActionSpec("theme_light", _VIEW, "Theme: &light", "Dark writing on a light ground", choice="theme"),
    ActionSpec("theme_dark", _VIEW, "Theme: &dark", "Light writing on a dark ground", choice="theme"),
    ActionSpec("shortcuts", _HELP, "&Keyboard shortcuts", "List every shortcut", "F1"),
    ActionSpec("about", _HELP, "&About", "Version and licences"),
)

PAGES = tuple(spec.key for spec in ACTIONS if spec.choice == "page")


class Actions:
    """The window's actions by their key, with their menus. Menus that `opens` declares are in `submenus`."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            if spec.opens:
                self.submenus[spec.key] = QMenu(spec.text, window, toolTipsVisible=True)
                continue
            action = QAction(spec.text, window, toolTip=spec.tip, statusTip=spec.tip)
            action.setShortcut(QKeySequence(spec.shortcut))
            handler = handlers[spec.key]
            action.triggered.connect(lambda _checked, handler=handler: handler())
            if spec.choice:
                action.setCheckable(True)
                groups.setdefault(spec.choice, QActionGroup(window)).addAction(action)
            window.addAction(action)  # so that its shortcut works wherever the focus is
            self._actions[spec.key] = action

    def __getitem__(self, key: str) -> QAction:
        """Return one action; raise KeyError for an unknown key."""
        return self._actions[key]

    def enable_data(self, enabled: bool) -> None:
        """Switch the actions that need an open file on or off."""
        for spec in ACTIONS:
            if spec.data:
                self._actions[spec.key].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu in Menu:
            shown = bar.addMenu(menu.value)
            shown.setToolTipsVisible(True)
            for spec in (spec for spec in ACTIONS if spec.menu is menu):
                if spec.line_above:
                    shown.addSeparator()
                if spec.opens:
                    shown.addMenu(self.submenus[spec.key])
                else:
                    shown.addAction(self._actions[spec.key])


def shown_shortcut(spec: ActionSpec) -> str:
    """Return the shortcut as this system writes it, e.g. Ctrl+E."""
    return QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def tip_of(key: str) -> str:
    """Return an action's tip with its shortcut, for a button that does the same."""
    spec = next(spec for spec in ACTIONS if spec.key == key)
    return f"{spec.tip} ({shown_shortcut(spec)})" if spec.shortcut else spec.tip
