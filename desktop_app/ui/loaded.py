"""What the window shows once a file is open: filters on the left, tabs, chips and the pages."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.filters import Filter
from desktop_app.domain.state import ViewState
from desktop_app.presentation.filter_models import Chip
from desktop_app.presentation.models import Plot, View
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.services.reader import Reading
from desktop_app.ui.actions import ACTIONS, PAGES, tip_of
from desktop_app.ui.charts.chart_panel import ChartPanel
from desktop_app.ui.charts.words_dialog import WordsDialog
from desktop_app.ui.filters.chips_bar import ChipsBar
from desktop_app.ui.filters.filter_panel import FilterPanel
from desktop_app.ui.page_tabs import PageTabs
from desktop_app.ui.pages.breakdowns import BreakdownsPage
from desktop_app.ui.pages.how_read import HowReadPage
from desktop_app.ui.pages.overview import OverviewPage
from desktop_app.ui.pages.quality import QualityPage
from desktop_app.ui.pages.records import RecordsPage
from desktop_app.ui.pages.trends import TrendsPage
from desktop_app.ui.parts import button, tab_through
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.veil import Veil
from desktop_app.ui.widgets.painting import as_tooltip
from desktop_app.ui.wishes import picked

STOREYS = 4  # widgets within widgets: a size that changes is told from one to the next around it


class LoadedView(QWidget):
    """Shows views and sends wishes. A page is brought up to date when it is looked at, not before."""

    wished = Signal(object)  # Change
    menu_wished = Signal(str, QPoint, QWidget)  # column, a point of the screen, where the focus returns to
    page_changed = Signal(str)
    rates_wished = Signal()
    copy_picture_wished = Signal(object)  # Plot
    save_picture_wished = Signal(object)  # Plot

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("The open file")
        self._view: View | None = None
        self._records: ShownRecords | None = None
        self._reading = Reading()
        self._state = ViewState()
        self._stale: set[str] = set()
        self.filters = FilterPanel(theme)
        self.chips = ChipsBar(theme)
        self.overview = OverviewPage(theme)
        self.trends = TrendsPage(theme)
        self.breakdowns = BreakdownsPage(theme)
        self.records = RecordsPage(theme)
        self.quality = QualityPage()
        self.how_read = HowReadPage(theme)
        self.tabs = PageTabs()
        self.cautions = button("", "link", lambda: self.go_to("overview"))
        self._above = QWidget()
        self._pages = QStackedWidget()
        self._fill_pages()
        self._lay_out(Veil(self._pages, theme))
        self._connect()

    @property
    def page(self) -> str:
        """Return the key of the page that is looked at."""
        return PAGES[self.tabs.currentIndex()]

    @property
    def plot(self) -> Plot | None:
        """Return the chart that is looked at, or the chosen one where the page has none."""
        panel = self._panel()
        if panel is not None and panel.plot is not None:
            return panel.plot
        return self._view.plot if self._view else None

    def take_reading(self, reading: Reading) -> None:
        """Take how the open files were read; it is shown with the view that follows."""
        self._reading = reading

    def show_view(self, view: View, records: ShownRecords, state: ViewState) -> None:
        """Show a view, made for this state."""
        self._view, self._records, self._state = view, records, state
        self.filters.show_facets(view.facets, state, view.further)
        self.chips.show_view(view)
        tab_through(self.tabs, *self.chips.stops, self.cautions)
        self._show_cautions()
        at = PAGES.index("quality")
        self.tabs.show_count(at, view.problems)
        found = f"{view.problems:,} finding{'' if view.problems == 1 else 's'}"
        self.tabs.setAccessibleTabName(at, f"Data quality, {found}")
        self._stale = set(PAGES)
        self._refresh()
        self.settle()

    def go_to(self, page: str) -> None:
        """Look at a page."""
        self.tabs.setCurrentIndex(PAGES.index(page))

    def set_updating(self, updating: bool) -> None:
        """Mark the view as older than the wishes, or as up to date again."""
        self.veil.set_updating(updating)

    def switch(self) -> None:
        """Go from the chart to its table, or back; pages without a chart stay as they are."""
        match self.page:
            case "overview":
                self.overview.panel.switch()
            case "trends":
                self.trends.switch()
            case "breakdowns":
                self.breakdowns.switch()

    def copy(self) -> bool:
        """Copy what the page shows as a table: the selected cells, or all. False: it goes on."""
        match self.page:
            case "records":
                return self.records.grid.copy()
            case "trends":
                self.trends.block.grid.copy()
            case "breakdowns":
                self.breakdowns.block.grid.copy()
            case "quality":
                self.quality.grid.copy()
            case "reading":
                self.how_read.copy()
            case _:
                self.overview.panel.block.grid.copy()
        return True

    def _panel(self) -> ChartPanel | None:
        panels = {
            "overview": self.overview.panel,
            "trends": self.trends.panel,
            "breakdowns": self.breakdowns.panel,
        }
        return panels.get(self.page)

    def _fill_pages(self) -> None:
        pages: dict[str, QWidget] = {
            "overview": self.overview,
            "trends": self.trends,
            "breakdowns": self.breakdowns,
            "records": self.records,
            "quality": self.quality,
            "reading": self.how_read,
        }
        texts = {spec.key: spec.text.replace("&", "") for spec in ACTIONS}
        for at, key in enumerate(PAGES):
            self.tabs.addTab(texts[key])
            self.tabs.setTabToolTip(at, tip_of(key))
            self._pages.addWidget(pages[key])

    def _lay_out(self, veil: Veil) -> None:
        self.veil = veil
        strip = QFrame()
        strip.setProperty("role", "tabs")
        tabs = QHBoxLayout(strip)
        tabs.setContentsMargins(6, 0, 16, 0)
        tabs.addWidget(self.tabs, 1)
        chips = QHBoxLayout(self._above)
        chips.setContentsMargins(16, 8, 16, 8)
        chips.addWidget(self.chips, 1)
        self.cautions.setObjectName("cautions")
        chips.addWidget(self.cautions, 0, Qt.AlignmentFlag.AlignTop)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(strip)
        centre.addWidget(self._above)
        centre.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.filters)
        row.addLayout(centre, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.filters.toggled.connect(self._toggle)
        self.filters.only.connect(lambda *pair: self.wished.emit(lambda state: state.only(*pair)))
        self.filters.searched.connect(self._search)
        self.chips.cleared.connect(lambda: self.wished.emit(ViewState.cleared))
        self.chips.removed.connect(self._remove)
        self.chips.search_wished.connect(self.filters.go_to_search)
        for asking in (self.filters, self.chips, self.records):
            asking.menu_wished.connect(self.menu_wished)
        for page in (self.trends, self.breakdowns, self.records):
            page.wished.connect(self.wished)
        for rated in (self.trends, self.breakdowns):
            rated.rates_wished.connect(self.rates_wished)
        self.overview.briefing.figures_wished.connect(self._show_figures)
        self.overview.briefing.rows_wished.connect(self._show_rows)
        self.overview.briefing.extent_stated.connect(
            lambda whole: self.wished.emit(lambda state: replace(state, whole=whole))
        )
        pickers: tuple[OverviewPage | TrendsPage | BreakdownsPage, ...]
        pickers = (self.overview, self.trends, self.breakdowns)
        for picker in pickers:
            picker.picked.connect(self._pick)
            panel = picker.panel
            panel.copy_wished.connect(lambda panel=panel: self.copy_picture_wished.emit(panel.plot))
            panel.words_wished.connect(self._ask_words)
            panel.others_wished.connect(self._show_others)
            panel.save_wished.connect(lambda panel=panel: self.save_picture_wished.emit(panel.plot))

    def _show_others(self, shown: bool) -> None:
        self.wished.emit(lambda state: replace(state, others=shown))

    def _show_figures(self, chart: str) -> None:
        """Go to the table that a sentence takes its figures from."""
        self.wished.emit(lambda state: replace(state, chart=chart))
        self.go_to("trends")
        self.trends.block.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.trends.ensureWidgetVisible(self.trends.block)

    def _show_rows(self, filters: tuple[Filter, ...]) -> None:
        """Go to the records that a caution speaks of."""

        def narrowed(state: ViewState) -> ViewState:
            for chosen in filters:
                state = state.with_filter(chosen)
            return state

        self.wished.emit(narrowed)
        self.go_to("records")

    def _ask_words(self, plot: Plot) -> None:
        """Ask for a title and notes in the person's own words."""
        dialog = WordsDialog(plot, self._state.own, self)
        dialog.written.connect(lambda own: self.wished.emit(lambda state: replace(state, own=own)))
        dialog.open()

    def _turn(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        narrowed = PAGES[at] != "reading"  # how a file was read does not follow the filters
        self.filters.setVisible(narrowed)
        self._above.setVisible(narrowed)
        self._refresh()
        self._show_cautions()
        self.page_changed.emit(PAGES[at])

    def _refresh(self) -> None:
        page, view, records = self.page, self._view, self._records
        if view is None or records is None or page not in self._stale:
            return
        self._stale.discard(page)
        show: dict[str, Callable[[], None]] = {
            "overview": lambda: self.overview.show_view(view),
            "trends": lambda: self.trends.show_view(view),
            "breakdowns": lambda: self.breakdowns.show_view(view),
            "records": lambda: self.records.show_records(records, view, self._state),
            "reading": lambda: self.how_read.show_reading(self._reading),
            "quality": lambda: self.quality.show_view(view, self._reading),
        }
        show[page]()

    def settle(self) -> None:
        """Have everything in its place at once: Qt would paint the window several times on the way there."""
        for _ in range(STOREYS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        panel = self._panel()
        if panel is not None:
            panel.chart.plane.settle()

    def _show_cautions(self) -> None:
        """Away from the overview, where they stand in full, lead to what the reader must know."""
        cautions = self._view.cautions if self._view else ()
        self.cautions.setVisible(bool(cautions) and self.page != "overview")
        self.cautions.setText(f"Be careful: {len(cautions)} note{'' if len(cautions) == 1 else 's'}")
        self.cautions.setToolTip(as_tooltip("\n".join(notice.text for notice in cautions)))

    def _toggle(self, column: str, value: str) -> None:
        self.wished.emit(lambda state: state.toggled(column, value))

    def _search(self, text: str) -> None:
        self.wished.emit(lambda state: replace(state, search=text.strip()))

    def _remove(self, chip: Chip) -> None:
        removed = chip.removes
        if removed is None:
            self._search("")
        else:
            self.wished.emit(lambda state: state.without_filter(removed))

    def _pick(self, picks: tuple[Filter, ...], add: bool) -> None:
        if picks:
            self.wished.emit(lambda state: picked(state, picks, add))
