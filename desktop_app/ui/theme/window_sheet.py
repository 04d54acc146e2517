"""The looks that only the window's own parts have, in the theme's colours; it adds to the one stylesheet."""

from dataclasses import asdict
from string import Template

from desktop_app.catalogue.resources import resource
from desktop_app.ui.theme.tokens import Tokens

_SHEET = Template("""
QWidget#ground { background: $background; }
QLabel[role="display"] { font-size: 22px; font-weight: 700; }
QLabel[role="badge"] { background: $soft; color: $accent; font-weight: 600; font-size: 12px;
    border-radius: 9px; padding: 0 8px; margin-right: 8px; }
QFrame[role="top"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="tabs"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="side"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="status"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="strip"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="saved"] { background: $soft; border: none; border-bottom: 1px solid $border; }
QFrame[role="asking"] { background: $caution; border: none; border-bottom: 1px solid $caution_border; }
QFrame[role="drop"] { background: $surface; border: 1px dashed $control; border-radius: 6px; }
QFrame[role="sentence"] { background: transparent; border: none; border-left: 3px solid $accent; }
QPushButton[role="account"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 0 2px 0 0; min-height: 16px; font-size: 12px; text-align: left; }
QPushButton[role="account"]:hover { text-decoration: underline; }
QPushButton[role="account"]:focus { border: 2px solid $accent; border-radius: 3px; padding: 0; }
#chips QPushButton, QPushButton#cautions { padding: 4px; }
#chips QPushButton:focus, QPushButton#cautions:focus { padding: 3px; }
QPushButton[role="choice"] { border-radius: 14px; padding: 4px 12px; }
QPushButton[role="choice"]:checked { background: $soft; color: $accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="choice"]:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton[role="link"]:disabled { color: $disabled; }
QSpinBox { padding-left: 6px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QTableView::item { padding: 0 6px; }
QHeaderView::section:vertical { font-weight: 400; font-size: 12px; border: none; padding: 0 8px; }
QTabBar::tab { padding: 8px 10px; margin-right: 4px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QHeaderView#filters::section:horizontal { padding-right: 26px; }
QHeaderView#filters QLabel { background: $surface; border: 1px solid $accent; border-radius: 3px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $control; border-radius: 6px; }
QFrame[role="popup"] QPushButton { padding: 3px 6px; }
QFrame[role="popup"] QPushButton:focus { padding: 2px 5px; }
QListWidget::item { min-height: 24px; padding: 0 4px; }
QTableView#pinned { border: none; border-right: 2px solid $control; }
QFrame[role="popup"] QTreeView::item { min-height: 24px; padding: 0 4px; }
QFrame[role="popup"] QTreeView { border: 1px solid $border; }
QTreeView::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid $control;
    border-radius: 3px; background: $surface; }
QTreeView::indicator:checked, QListView::indicator:checked { background: $fill; border-color: $fill;
    image: url("$tick"); }
QTreeView::indicator:indeterminate { background: $bar; border-color: $fill; }
""")


def window_sheet(tokens: Tokens) -> str:
    """Return the window's stylesheet in the colours of these tokens."""
    return _SHEET.substitute(asdict(tokens), tick=resource("icons/tick-white.svg").as_posix())
