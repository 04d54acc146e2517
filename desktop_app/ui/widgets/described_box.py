"""A drop-down list in groups, each choice with a line that says what it is."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.theme.fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme

Choice = tuple[str, str, str, str]  # key, title, description, group
_KEY = Qt.ItemDataRole.UserRole
_DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole
_HEADING, _CHOICE = 28, 46  # pixels of height
_AROUND = 44  # pixels beside the longest description
_INSET = 10.0
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class DescribedBox(QComboBox):
    """Lets a person choose one of many; arrow keys and first letters work as in every such list."""

    chosen = Signal(str)  # the key of the choice a person made

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(len(choices) * 2)
        model = QStandardItemModel(self)
        group = ""
        for key, title, description, of in choices:
            if of and of != group:
                group = of
                model.appendRow(_heading(of))
            model.appendRow(_choice(key, title, description))
        self.setModel(model)
        self.setItemDelegate(_Lines(theme, self))
        metrics = QFontMetrics(font(BODY))
        longest = max(metrics.horizontalAdvance(description) for _, _, description, _ in choices)
        self.view().setMinimumWidth(longest + _AROUND)
        self.activated.connect(self._choose)

    @property
    def current(self) -> str:
        """Return the key of the choice that holds."""
        return str(self.currentData(_KEY) or "")

    def set_current(self, key: str) -> None:
        """Show a choice without sending `chosen`."""
        at = self.findData(key, _KEY)
        self.setCurrentIndex(at)
        self.setAccessibleDescription(str(self.itemData(at, _DESCRIPTION) or ""))

    def set_possible(self, keys: Collection[str]) -> None:
        """Offer these choices only; the others stay in the list, and cannot be chosen."""
        model = self.model()
        for at in range(self.count()):
            key = self.itemData(at, _KEY)
            if key is not None and isinstance(model, QStandardItemModel):
                model.item(at).setEnabled(key in keys)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that is scrolled must not change its chart

    def _choose(self, _at: int) -> None:
        self.chosen.emit(self.current)


def _heading(title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _choice(key: str, title: str, description: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setData(key, _KEY)
    item.setData(description, _DESCRIPTION)
    return item


class _Lines(QStyledItemDelegate):
    """Paints a heading on one line, and a choice on two: its title and what it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _HEADING if _is_heading(index.model(), index) else _CHOICE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, area = self._theme.tokens, QRectF(option.rect)
        painter.save()
        if _is_heading(index.model(), index):
            _line(painter, area, str(index.data()), tokens.muted, strong=True)
        else:
            able = bool(index.model().flags(index) & Qt.ItemFlag.ItemIsEnabled)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(area, QColor(tokens.soft if chosen else tokens.surface))
            top = area.adjusted(0, 4, 0, -area.height() / 2)
            low = area.adjusted(0, area.height() / 2, 0, -4)
            _line(
                painter,
                top,
                str(index.data()),
                tokens.accent if chosen else tokens.text if able else tokens.disabled,
                strong=chosen,
            )
            _line(painter, low, str(index.data(_DESCRIPTION)), tokens.muted if able else tokens.disabled)
        painter.restore()


def _is_heading(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> bool:
    return not model.flags(index) & Qt.ItemFlag.ItemIsSelectable


def _line(painter: QPainter, area: QRectF, text: str, colour: str, *, strong: bool = False) -> None:
    painter.setFont(font(BODY, SEMIBOLD if strong else REGULAR))
    painter.setPen(QColor(colour))
    painter.drawText(area.adjusted(_INSET, 0, -_INSET, 0), _FLAGS, text)
