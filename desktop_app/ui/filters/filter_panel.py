"""The filters on the left: the search box, value lists, and all other columns of the file."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.state import ViewState
from desktop_app.presentation.filter_models import FacetPanel, FurtherColumn
from desktop_app.ui.filters.facet import FacetBox
from desktop_app.ui.filters.further_columns import FurtherColumns
from desktop_app.ui.parts import tab_through
from desktop_app.ui.theme.theme import Theme

WIDTH = 248
TYPING_PAUSE = 250  # milliseconds after the last key until the search is made


class FilterPanel(QFrame):
    """Shows the facets and the search; what is chosen in them is sent on."""

    toggled = Signal(str, str)  # column, value
    only = Signal(str, str)  # column, value that is asked for alone
    searched = Signal(str)
    menu_wished = Signal(str, QPoint, QWidget)  # column, a point of the screen, where the focus returns to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: dict[str, FacetBox] = {}
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        self.search = QLineEdit(placeholderText="Search all columns")
        self.search.setAccessibleName("Search all columns")
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._search_now)
        escape = QShortcut(Qt.Key.Key_Escape, self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._search_nothing)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(12, 4, 8, 16)
        self._list.setSpacing(8)
        self.further = FurtherColumns(theme)
        self.further.menu_wished.connect(self._ask_menu)
        self._list.addWidget(self.further)
        self._list.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(scroll, 1)

    def show_facets(
        self, facets: tuple[FacetPanel, ...], state: ViewState, further: tuple[FurtherColumn, ...] = ()
    ) -> None:
        """Show these value lists; a list that is already there keeps its place, its folding and the focus."""
        if state.search != self.search.text() and not self._pause.isActive():
            self.search.setText(state.search)
        wanted = {facet.column for facet in facets}
        for column in [column for column in self._boxes if column not in wanted]:
            box = self._boxes.pop(column)
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        for at, facet in enumerate(facets):
            box = self._boxes.get(facet.column) or self._new_box(facet)
            if self._list.indexOf(box) != at + 1:  # the further columns stand above, in one line
                self._list.insertWidget(at + 1, box)
            box.show_facet(facet)
        self.further.show_columns(further)
        stops = (stop for facet in facets for stop in self._boxes[facet.column].stops)
        tab_through(self.search, *self.further.stops, *stops)

    def go_to_search(self) -> None:
        """Have the keyboard in the search box, with its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def box(self, column: str) -> FacetBox:
        """Return the value list of one column; raise KeyError where it has none."""
        return self._boxes[column]

    def _new_box(self, facet: FacetPanel) -> FacetBox:
        box = FacetBox(self._theme, facet.expanded or any(line.chosen for line in facet.lines))
        box.toggled.connect(lambda value, column=facet.column: self.toggled.emit(column, value))
        box.only.connect(lambda value, column=facet.column: self.only.emit(column, value))
        box.menu_wished.connect(lambda by, column=facet.column: self._ask_menu(column, by))
        self._boxes[facet.column] = box
        return box

    def _ask_menu(self, column: str, by: QWidget) -> None:
        self.menu_wished.emit(column, by.mapToGlobal(QPoint(by.width() + 4, 0)), by)

    def _search_nothing(self) -> None:
        self.search.clear()
        self._search_now()

    def _search_now(self) -> None:
        self._pause.stop()
        self.searched.emit(self.search.text())
