"""The value list of one column in the filter panel: it folds, and shows more values when asked to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.presentation.filter_models import FacetLine, FacetPanel
from desktop_app.ui.filters.facet_line import FacetLineButton
from desktop_app.ui.filters.fold_button import FoldButton
from desktop_app.ui.filters.menu_button import MenuButton
from desktop_app.ui.theme.fonts import font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip

FIRST_SHOWN = 8
FEW_MORE = 2  # so many more are shown at once: a button would take as much room


class FacetBox(QWidget):
    """Shows one column's values; a chosen one is passed on as `toggled`, one asked for alone as `only`."""

    toggled = Signal(str)
    only = Signal(str)
    menu_wished = Signal(QWidget)  # the button that was pressed

    def __init__(self, theme: Theme, unfolded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all = False
        self._facet: FacetPanel | None = None
        self._buttons: list[FacetLineButton] = []
        self._digits = QFontMetrics(font(tabular=True))  # as the counts are drawn
        self._heading = FoldButton(theme, unfolded)
        self._heading.toggled.connect(self._refresh)
        self._menu = MenuButton(theme)
        self._menu.clicked.connect(lambda: self.menu_wished.emit(self._menu))
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_more)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._heading, 1)
        top.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(self._lines)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def buttons(self) -> tuple[FacetLineButton, ...]:
        """Return the values that are in sight, from the top."""
        return tuple(button for button in self._buttons if not button.isHidden())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus here, from the top, in sight or not."""
        return self._heading, self._menu, *self._buttons, self._more

    @property
    def heading(self) -> FoldButton:
        """Return the button that folds and unfolds the list."""
        return self._heading

    @property
    def menu(self) -> MenuButton:
        """Return the button that opens every way to filter the column."""
        return self._menu

    @property
    def more(self) -> QPushButton:
        """Return the button that shows the rest of a long list."""
        return self._more

    def show_facet(self, facet: FacetPanel) -> None:
        """Show this value list, folded as it was."""
        self._facet = facet
        self._refresh()

    def _refresh(self) -> None:
        if self._facet is None:
            return
        facet, unfolded = self._facet, self._heading.isChecked()
        self._menu.set_column(facet.title)
        self._heading.set_title(facet.title + _told(facet, unfolded))
        self._heading.setToolTip(as_tooltip(facet.words))
        shown = self._shown(facet.lines) if unfolded else ()
        room = max((self._digits.horizontalAdvance(line.text) for line in facet.lines), default=0)
        while len(self._buttons) < len(shown):
            self._add_button()
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(shown))
            if at < len(shown):
                button.show_line(shown[at], room)
        self._more.setVisible(unfolded and len(facet.lines) > FIRST_SHOWN + FEW_MORE)
        self._more.setText("Show fewer" if self._all else f"Show all {len(facet.lines)}")

    def _shown(self, lines: tuple[FacetLine, ...]) -> tuple[FacetLine, ...]:
        # A chosen value stays in sight, however far down it stands.
        everything = self._all or len(lines) <= FIRST_SHOWN + FEW_MORE
        return tuple(line for at, line in enumerate(lines) if everything or at < FIRST_SHOWN or line.chosen)

    def _add_button(self) -> None:
        button = FacetLineButton(self._theme, self)
        button.clicked.connect(lambda: self.toggled.emit(button.line.value))
        button.alone.connect(lambda: self.only.emit(button.line.value))
        self._lines.addWidget(button)
        self._buttons.append(button)

    def _show_more(self) -> None:
        self._all = not self._all
        self._refresh()


def _told(facet: FacetPanel, unfolded: bool) -> str:
    """Return what the heading says of filters that the list in sight does not show."""
    chosen = sum(line.chosen for line in facet.lines)
    told = [
        *([f"{chosen} chosen"] if chosen and not unfolded else []),
        *(["filtered"] if facet.words else []),
    ]
    return f" ({', '.join(told)})" if told else ""
