"""The right-hand column of the overview: sentences to paste into a briefing, and what to be careful about."""

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.problems import Notice
from desktop_app.presentation.models import View
from desktop_app.ui.parts import button, label, tab_through
from desktop_app.ui.tables.copying import copy_text
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.copy_button import CopyButton
from desktop_app.ui.widgets.frames import CardFrame
from desktop_app.ui.widgets.icons import IconButton
from desktop_app.ui.widgets.painting import as_tooltip
from desktop_app.ui.widgets.steady_text import SteadyText

LEAST_WIDTH, MOST_WIDTH = 304, 420
COMPLETE, BY_THE_DATES = "Nothing is missing", "Go by the dates again"


class Briefing(CardFrame):
    """Shows the view's sentences, each with a copy button and a way to its figures, and its cautions."""

    figures_wished = Signal(str)  # the key of the chart whose table has them
    rows_wished = Signal(tuple)  # the filters that leave the rows which a caution speaks of
    extent_stated = Signal(object)  # the Extent that a caution is settled with

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self._sentences: list[_Sentence] = []  # those that are too many wait for a later view
        self._cautions: list[_Caution] = []
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.body.setContentsMargins(0, 12, 0, 4)
        self._head = self._made_head()
        self._careful = label("Be careful", "heading")
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(self._upper)
        column.addSpacing(8)
        column.addWidget(self._careful)
        column.addLayout(self._lower)
        column.addStretch(1)
        for part in (self._upper, self._lower):
            part.setSpacing(8)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.body.addWidget(scroll)

    @property
    def copy_buttons(self) -> list[CopyButton]:
        """Return the copy buttons of the sentences in sight."""
        return [each.copying for each in self._sentences if not each.isHidden()]

    @property
    def row_buttons(self) -> list[QPushButton]:
        """Return the buttons that lead to the rows which a caution speaks of."""
        return [each.showing for each in self._cautions if not (each.isHidden() or each.showing.isHidden())]

    @property
    def settling_buttons(self) -> list[QPushButton]:
        """Return the buttons that settle what a caution speaks of."""
        return [each.settling for each in self._cautions if not (each.isHidden() or each.settling.isHidden())]

    @property
    def figure_buttons(self) -> list[IconButton]:
        """Return the buttons that lead to the figures of the sentences in sight."""
        return [each.figures for each in self._sentences if not (each.isHidden() or each.figures.isHidden())]

    def show_view(self, view: View) -> None:
        """Show the sentences and cautions of a view."""
        before, self._view = self._view, view
        if before and (before.sentences, before.cautions) == (view.sentences, view.cautions):
            return
        charts = view.sentence_charts or ("",) * len(view.sentences)
        while len(self._sentences) < len(view.sentences):
            self._add_sentence()
        while len(self._cautions) < len(view.cautions):
            self._cautions.append(_Caution())
            self._cautions[-1].rows_wished.connect(self.rows_wished)
            self._cautions[-1].extent_stated.connect(self.extent_stated)
            self._lower.addWidget(self._cautions[-1])
        for place, words in zip_longest(self._sentences, zip(view.sentences, charts, strict=True)):
            place.show_words(*words or ("", ""))
        settling = any(each.settling.hasFocus() for each in self._cautions)
        for caution, notice in zip_longest(self._cautions, view.cautions):
            caution.show_notice(notice)
        if settling and self.settling_buttons:  # what takes back what was said stands in another caution
            self.settling_buttons[0].setFocus()
        self._head.setVisible(bool(view.sentences))
        self._careful.setVisible(bool(view.cautions))

    def _made_head(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("For your briefing", "heading"))
        row.addStretch(1)
        row.addWidget(button("Copy all", "link", self._copy_all, "Copy every sentence"))
        return made

    def _copy_all(self) -> None:
        if self._view is not None:
            copy_text("\n".join(self._view.sentences))

    def _add_sentence(self) -> None:
        made = _Sentence(self._theme)
        made.figures.clicked.connect(lambda: self.figures_wished.emit(made.chart))
        self._sentences.append(made)
        self._upper.addWidget(made)
        tab_through(*(stop for each in self._sentences for stop in (each.copying, each.figures)))


class _Sentence(QFrame):
    """One sentence with its buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "sentence")
        self.chart = ""
        self._words = SteadyText(selectable=True)
        self.copying = CopyButton(theme)
        self.figures = IconButton(theme, "table", "The figures of this sentence")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.copying)
        beside.addWidget(self.figures)
        beside.addStretch(1)
        row.addLayout(beside)

    def show_words(self, text: str, chart: str) -> None:
        """Show a sentence, and lead to this chart where it names one; without a text there is nothing."""
        self.chart = chart
        self.setVisible(bool(text))
        self._words.setText(text)
        self.copying.text_to_copy = text
        for each in (self.copying, self.figures):
            each.setAccessibleDescription(text)
        self.figures.setVisible(bool(chart))


class _Caution(QFrame):
    """One notice with its way out, and where it speaks of some rows a way to them."""

    rows_wished = Signal(tuple)
    extent_stated = Signal(object)  # Extent

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "caution")
        self._notice: Notice | None = None
        self._text, self._way_out = SteadyText(), SteadyText("small")
        self.showing = button("Show these rows", "link", self._ask, "Filter by what these rows lack")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._way_out)
        column.addWidget(self.showing, 0, Qt.AlignmentFlag.AlignLeft)
        self.settling = button("", "link", self._settle)
        column.addWidget(self.settling, 0, Qt.AlignmentFlag.AlignLeft)

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self._text.setText(notice.text)
            self._way_out.setText(notice.way_out)
            self._way_out.setVisible(bool(notice.way_out))
            self.showing.setVisible(bool(notice.shows))
            self.showing.setAccessibleDescription(notice.text)
            self._offer(notice)

    def _offer(self, notice: Notice) -> None:
        """Offer to say that nothing is missing, or to take that back."""
        self.settling.setVisible(notice.settled is not None)
        back = notice.settled is None or not notice.settled.stated
        self.settling.setText(BY_THE_DATES if back else COMPLETE)
        tip = "Judge by the dates in the file again" if back else "If you know that no records are missing"
        self.settling.setToolTip(as_tooltip(tip))
        self.settling.setAccessibleDescription(notice.text)

    def _settle(self) -> None:
        if self._notice is not None:
            self.extent_stated.emit(self._notice.settled)

    def _ask(self) -> None:
        if self._notice is not None:
            self.rows_wished.emit(self._notice.shows)
