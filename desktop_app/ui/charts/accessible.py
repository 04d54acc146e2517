"""Presents a chart to a screen reader as a chart: Qt by itself would call it a window without content."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_KIND = "accessible_kind"  # a property of the widgets that ask for it


def present_as_chart(widget: QWidget) -> None:
    """Give a widget the role of a chart; its accessible name and description say the rest."""
    _install()
    widget.setProperty(_KIND, "chart")


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and thing.property(_KIND) == "chart":
        made = QAccessibleWidget(thing, QAccessible.Role.Chart)
        thing.setProperty("accessible_interface", made)  # Qt does not keep what Python made alive
        return made
    return None
