"""The right-hand column of the overview: sentences to paste into a briefing, and what to be careful about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.problems import Notice
from desktop_app.presentation.models import View
from desktop_app.ui.parts import button, empty, label
from desktop_app.ui.tables.copying import copy_text
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.copy_button import CopyButton
from desktop_app.ui.widgets.frames import CardFrame
from desktop_app.ui.widgets.icons import IconButton

LEAST_WIDTH, MOST_WIDTH = 304, 420


class Briefing(CardFrame):
    """Shows the view's sentences, each with a copy button and a way to its figures, and its cautions."""

    figures_wished = Signal(str)  # the key of the chart whose table has them

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[str, ...], tuple[Notice, ...]] | None = None
        self.copy_buttons: list[CopyButton] = []
        self.figure_buttons: list[IconButton] = []
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.body.setContentsMargins(0, 12, 0, 4)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 0, 12, 8)
        self._column.setSpacing(8)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.body.addWidget(scroll)

    def show_view(self, view: View) -> None:
        """Show the sentences and cautions of a view."""
        if self._shown == (view.sentences, view.cautions):
            return
        self._shown = view.sentences, view.cautions
        empty(self._column)
        self.copy_buttons, self.figure_buttons = [], []
        if view.sentences:
            self._add_head(view.sentences)
        charts = view.sentence_charts or ("",) * len(view.sentences)
        for sentence, chart in zip(view.sentences, charts, strict=True):
            self._column.addWidget(self._sentence(sentence, chart))
        if view.cautions:
            self._column.addSpacing(8)
            self._column.addWidget(label("Be careful", "heading"))
        for notice in view.cautions:
            self._column.addWidget(_caution(notice))
        self._column.addStretch(1)

    def _add_head(self, sentences: Sequence[str]) -> None:
        row = QHBoxLayout()
        row.addWidget(label("For your briefing", "heading"))
        row.addStretch(1)
        row.addWidget(
            button("Copy all", "link", lambda: copy_text("\n".join(sentences)), "Copy every sentence")
        )
        self._column.addLayout(row)

    def _sentence(self, text: str, chart: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "sentence")
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copying = CopyButton(self._theme)
        copying.text_to_copy = text
        copying.setAccessibleDescription(text)
        self.copy_buttons.append(copying)
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(words, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(copying)
        if chart:
            beside.addWidget(self._to_figures(text, chart))
        beside.addStretch(1)
        row.addLayout(beside)
        return frame

    def _to_figures(self, text: str, chart: str) -> IconButton:
        made = IconButton(self._theme, "table", "The figures of this sentence")
        made.setAccessibleDescription(text)
        made.clicked.connect(lambda: self.figures_wished.emit(chart))
        self.figure_buttons.append(made)
        return made


def _caution(notice: Notice) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "caution")
    column = QVBoxLayout(frame)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(2)
    column.addWidget(label(notice.text, wrap=True))
    if notice.way_out:
        column.addWidget(label(notice.way_out, "small", wrap=True))
    return frame
