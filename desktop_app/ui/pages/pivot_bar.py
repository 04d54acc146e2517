"""The line above the table of a breakdown: what stands across, what is counted, what its cells show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop_app.catalogue.measures import MEASURES, headline
from desktop_app.domain.pivot import PivotWish, Shown
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.models import View
from desktop_app.presentation.tables.pivot import SHOWN_TITLES
from desktop_app.presentation.words.change import capital
from desktop_app.ui.parts import label, offer

PERIODS, ALL_PERIODS = "Periods", "All shown"
LETTERS = 14  # in a box, so that four stand beside each other; its list is as wide as it must be
VALUES = "value"  # the key of the column with the names of the rows


class PivotBar(QWidget):
    """Offers the choices of a pivot table; `wished` carries the change of the view's state."""

    wished = Signal(object)  # Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = PivotWish()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self.across, _ = self._box(
            "Columns", lambda key: self._change(replace(self._wish, across=key or None, order=""))
        )
        self.measure, _ = self._box("Count", lambda key: self._change(replace(self._wish, measure=key)))
        self.shown, _ = self._box("Show", lambda what: self._change(replace(self._wish, shown=Shown(what))))
        self.when, self._when = self._box(
            "Period",
            lambda day: self._change(replace(self._wish, when=date.fromisoformat(day) if day else None)),
        )
        self._line.addStretch(1)

    @property
    def order(self) -> tuple[SortKey, ...]:
        """Return the column that the table is sorted by, if any."""
        return (SortKey(self._wish.order, self._wish.descending),) if self._wish.order else ()

    def show_view(self, view: View) -> None:
        """Show what is wished, and offer what the view can be asked for."""
        wish = self._wish = view.pivot_wish
        total = headline(view.choices.unit)
        others = [(spec.title, spec.key) for spec in MEASURES if spec is not total]
        columns = [(title, key) for key, title in view.breakdowns if key != view.by]
        periods = [(capital(name), day.isoformat()) for day, name in reversed(view.pivot_periods)]
        offer(self.across, [(PERIODS, ""), *columns], wish.across or "")
        offer(self.measure, [(total.title, ""), *others], "" if wish.measure == total.key else wish.measure)
        offer(self.shown, [(SHOWN_TITLES[each], each.value) for each in Shown], wish.shown.value)
        offer(self.when, [(ALL_PERIODS, ""), *periods], wish.when.isoformat() if wish.when else "")
        for part in (self.when, self._when):
            part.setVisible(wish.across is not None)

    def order_by(self, column: str, _added: bool = False) -> None:
        """Sort the rows by a column, numbers the largest first; again turns it round, once more undoes it."""
        wish, first_down = self._wish, column != VALUES
        if column != wish.order:
            self._change(replace(wish, order=column, descending=first_down))
        elif wish.descending is first_down:
            self._change(replace(wish, descending=not first_down))
        else:
            self._change(replace(wish, order=""))

    def _box(self, name: str, chosen: Callable[[str], None]) -> tuple[QComboBox, QLabel]:
        words, box = label(name, "muted"), QComboBox()
        box.setAccessibleName(f"Table: {name.lower()}")
        box.setMaxVisibleItems(20)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.activated.connect(lambda _at: chosen(box.currentData()))
        words.setBuddy(box)
        self._line.addWidget(words)
        self._line.addWidget(box)
        return box, words

    def _change(self, wish: PivotWish) -> None:
        def changed(state: ViewState) -> ViewState:
            return replace(state, pivot=wish)

        self.wished.emit(changed)
