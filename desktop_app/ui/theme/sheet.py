"""The one stylesheet of the program, written from the tokens.

Widgets ask for a look by the dynamic property `role`: labels "title", "heading", "muted", "small" or
"strong"; buttons "primary", "quiet" or "link"; frames "card", "bar", "caution" or "error".
"""

from dataclasses import asdict
from string import Template

from desktop_app.catalogue.resources import resource
from desktop_app.ui.theme.tokens import Tokens

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px; }

QLabel[role="title"] { font-size: 16px; font-weight: 700; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 12px; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[role="bar"] { background: $surface; border: none; }
QFrame[role="caution"] { background: $caution; border: 1px solid $caution_border; border-radius: 4px; }
QFrame[role="error"] { background: $error; border: 1px solid $error_border; border-radius: 4px; }

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 4px;
    padding: 6px 12px; min-height: 18px;
}
QToolButton { padding: 6px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $soft; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QToolButton:focus { padding: 5px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: url("$chevron"); width: 10px; right: 6px;
    subcontrol-origin: padding; subcontrol-position: center right; }

QPushButton[role="primary"] { background: $fill; color: $on_fill; border: 1px solid $fill; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent; color: $surface; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $hover; color: $disabled; border-color: $border; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
    background: transparent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 1px 3px; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 4px;
    padding: 6px 8px; min-height: 18px; placeholder-text-color: $muted;
    selection-background-color: $fill; selection-color: $on_fill; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 5px 7px; }
QTextEdit { background: transparent; color: $text; border: 2px solid transparent; border-radius: 4px;
    selection-background-color: $fill; selection-color: $on_fill; }
QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { color: $disabled; border-color: $border; }
QComboBox { padding-right: 24px; }
QComboBox:focus { padding-right: 23px; }
QComboBox::drop-down, QDateEdit::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: 22px; border: none; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $soft; color: $accent; }

QCheckBox, QRadioButton { spacing: 8px; padding: 4px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QGroupBox::indicator { width: 14px; height: 14px; border: 1px solid $control;
    border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked { background: $fill; border-color: $fill; image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $border; }

QMenu { background: $surface; color: $text; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $soft; color: $accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenuBar { background: $surface; color: $text; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: $soft; color: $accent; }

QTabBar { background: $surface; qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 2px; margin-right: 20px;
    border: 2px solid transparent; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 4px; }
QTabWidget::pane { border: none; }

QTableView, QTreeView, QListView { background: $surface; color: $text; border: 1px solid $border;
    gridline-color: $border; alternate-background-color: $background;
    selection-background-color: $soft; selection-color: $text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QTableView { outline: none; }  /* the border of the cell says where the keyboard is */
QTableView::item:focus { border: 2px solid $accent; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; font-weight: 600; padding: 6px 8px; border: none;
    border-bottom: 1px solid $control; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $control; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border: 2px solid transparent; border-radius: 6px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $border; }
""")


def stylesheet(tokens: Tokens) -> str:
    """Return the stylesheet in the colours of these tokens."""
    files = {"chevron": "icons/chevron-down.svg", "tick": "icons/tick-white.svg"}
    places = {name: resource(file).as_posix() for name, file in files.items()}
    return _SHEET.substitute(asdict(tokens) | places)
