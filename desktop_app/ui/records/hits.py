"""Marks where the cells of a table hold the text that is searched for."""

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.searching import day_spellings, holding, number_plain
from desktop_app.ui.tables.grid_model import VALUE
from desktop_app.ui.theme.theme import Theme

MARGIN = 3  # pixels that the style leaves between a cell's text and its place


class HitMarker(QStyledItemDelegate):
    """Draws a coloured ground behind every hit, then the cell as ever."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sought = ""

    def set_sought(self, text: str) -> None:
        """Mark this text, whatever its case; none is marked for an empty one."""
        self._sought = text.strip().casefold()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = str(index.data() or "") if self._sought else ""
        found = hits(text, self._sought)
        if not found and text and spelled_otherwise(index.data(VALUE), self._sought):
            found = [(0, len(text))]
        if found:
            self._mark(painter, QStyleOptionViewItem(option), index, found)
        super().paint(painter, option, index)

    def _mark(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        found: list[tuple[int, int]],
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        letters, text = QFontMetrics(option.font), str(index.data())
        left = room.left() + MARGIN
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            left = room.right() - MARGIN - letters.horizontalAdvance(text)
        for first, last in found:
            start, end = letters.horizontalAdvance(text[:first]), letters.horizontalAdvance(text[:last])
            # A hit in the part of a text that is cut is marked at the edge: it is there, out of sight.
            x = min(left + start, room.right() - 8)
            width = max(4, min(end - start, room.right() - x))
            painter.fillRect(
                QRectF(x, room.center().y() - letters.height() / 2, width, letters.height()),
                QColor(self._theme.tokens.mark),
            )


def hits(text: str, sought: str) -> list[tuple[int, int]]:
    """Return from where to before where a text holds another that is in lower case."""
    found, at, folded = [], 0, text.casefold()
    # Some letters become two in lower case ("ß", "İ"); every one is asked where in the text it came from.
    places = None if len(folded) == len(text) else [k for k, each in enumerate(text) for _ in each.casefold()]
    while sought and (at := folded.find(sought, at)) >= 0:
        last = at + len(sought)
        found.append((at, last) if places is None else (places[at], places[last - 1] + 1))
        at = last
    return found


def spelled_otherwise(value: object, sought: str) -> bool:
    """Return whether a day or number holds a text in another spelling than the one shown."""
    match value:
        case date():
            return bool(sought) and any(sought in text for text in day_spellings(value))
        case int() | float():
            return bool(sought) and holding((number_plain(value),), sought)[0]
        case _:
            return False
