"""The ways to filter a column other than by its values: from and to, days that move, and texts."""

from collections.abc import Callable
from datetime import date
from math import inf, isfinite

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.filters import (
    DateFilter,
    Filter,
    FilterKind,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
)
from desktop_app.domain.periods import day_label, day_written
from desktop_app.ui.parts import label

TYPING_PAUSE = 250  # milliseconds after the last key until the filter is wished for
ANY_DAY = "Any day, or from and to:"


class _UnfinishedError(ValueError):
    """What is typed is no filter yet; the text says why."""


class Condition(QWidget):
    """One way to filter a column; `changed` gives the filter, which may ask for nothing."""

    changed = Signal(object)  # Filter

    def __init__(self) -> None:
        super().__init__()
        self._column = ""
        self.hint = label("", "small", wrap=True)
        self.hint.hide()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    @property
    def first_stop(self) -> QWidget:
        """Return where the keyboard goes first."""
        raise NotImplementedError

    def show_chosen(self, column: str, chosen: tuple[Filter, ...]) -> None:
        """Show what is chosen of this kind on a column; what is being typed stays."""
        self._column = column
        if not self._pause.isActive() and self.hint.isHidden():
            self._fill(chosen)

    def forget(self) -> None:
        """Let go of what was typed and is no filter."""
        self._pause.stop()
        self.hint.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pause.isActive():  # what was typed last counts although the menu is closed
            self._tell()

    def _fill(self, chosen: tuple[Filter, ...]) -> None:
        raise NotImplementedError

    def _wish(self) -> Filter:
        """Return the filter as it is typed; raise _UnfinishedError with the reason where it cannot be one."""
        raise NotImplementedError

    def _tell(self) -> None:
        self._pause.stop()
        try:
            wish = self._wish()
        except _UnfinishedError as why:
            self.hint.setText(str(why))
            self.hint.show()
        else:
            self.hint.hide()
            self.changed.emit(wish)

    def _field(self, name: str, placeholder: str = "") -> QLineEdit:
        field = QLineEdit(placeholderText=placeholder)
        field.setAccessibleName(name)
        field.setClearButtonEnabled(False)
        field.textEdited.connect(lambda _text: self._pause.start())
        field.returnPressed.connect(self._tell)
        return field

    def _ends(self, low: QLineEdit, high: QLineEdit) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, field in (("From", low), ("to", high)):
            row.addWidget(label(text, "muted"))
            row.addWidget(field, 1)
        self._rows.addLayout(row)


class NumberCondition(Condition):
    """From a lowest to a highest number, both included."""

    def __init__(self) -> None:
        super().__init__()
        self.low, self.high = self._field("From", "lowest"), self._field("To", "highest")
        self._ends(self.low, self.high)

    def show_ends(self, least: str, greatest: str) -> None:
        """Show the least and greatest number of the column where nothing is written yet."""
        self.low.setPlaceholderText(least or "lowest")
        self.high.setPlaceholderText(greatest or "highest")

    @property
    def first_stop(self) -> QWidget:
        return self.low

    def _fill(self, chosen: tuple[Filter, ...]) -> None:
        now = next((f for f in chosen if isinstance(f, NumberFilter)), NumberFilter(self._column, None, None))
        for field, number in ((self.low, now.low), (self.high, now.high)):
            field.setText("" if number is None else f"{number:.15g}")

    def _wish(self) -> Filter:
        low, high = _number(self.low.text()), _number(self.high.text())
        if low is not None and high is not None and low > high:
            raise _UnfinishedError("The first number is larger than the second: no row could match.")
        return NumberFilter(self._column, low, high)


class DateCondition(Condition):
    """From a first to a last day, or a stretch of days that moves with today."""

    def __init__(self) -> None:
        super().__init__()
        self.span = QComboBox()
        self.span.setAccessibleName("Days that move with today")
        self.span.addItem(ANY_DAY, None)
        for span in RelativeSpan:
            self.span.addItem(span.capitalize(), span)
        self.span.activated.connect(lambda _at: self._choose())
        self.first, self.last = self._field("First day", "first day"), self._field("Last day", "last day")
        self._rows.addWidget(self.span)
        self._ends(self.first, self.last)
        for field in (self.first, self.last):
            field.textEdited.connect(lambda _text: self.span.setCurrentIndex(0))

    def _choose(self) -> None:
        if self.span.currentData() is None:
            self.first.clear()
            self.last.clear()
        self._tell()

    @property
    def first_stop(self) -> QWidget:
        return self.span

    def _fill(self, chosen: tuple[Filter, ...]) -> None:
        now = next((f for f in chosen if isinstance(f, DateFilter | RelativeDates)), None)
        meant = now.meant if isinstance(now, RelativeDates) else now
        self.span.setCurrentIndex(self.span.findData(now.span) if isinstance(now, RelativeDates) else 0)
        ends = (meant.first, meant.last) if meant else (None, None)
        for field, day in zip((self.first, self.last), ends, strict=True):
            field.setText(day_label(day) if day else "")

    def _wish(self) -> Filter:
        span = self.span.currentData()
        if span is not None:
            return RelativeDates(self._column, RelativeSpan(span))
        first, last = _day(self.first.text()), _day(self.last.text())
        if first is not None and last is not None and first > last:
            raise _UnfinishedError("The first day lies after the last: no row could match.")
        return DateFilter(self._column, first, last)


class TextCondition(Condition):
    """A text that cells contain, begin with, equal or lack."""

    def __init__(self) -> None:
        super().__init__()
        self.match = QComboBox()
        self.match.setAccessibleName("How the text must relate")
        for match in TextMatch:
            self.match.addItem(match.capitalize(), match)
        self.match.activated.connect(lambda _at: self._tell())
        self.text = self._field("Text", "a text")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.match)
        row.addWidget(self.text, 1)
        self._rows.addLayout(row)

    @property
    def first_stop(self) -> QWidget:
        return self.text

    def _fill(self, chosen: tuple[Filter, ...]) -> None:
        now = next((f for f in chosen if isinstance(f, TextFilter)), None)
        if now is not None:
            self.match.setCurrentIndex(self.match.findData(now.match))
        self.text.setText(now.text if now else "")

    def _wish(self) -> Filter:
        return TextFilter(self._column, TextMatch(self.match.currentData()), self.text.text())


CONDITIONS: dict[FilterKind, Callable[[], Condition]] = {
    FilterKind.NUMBERS: NumberCondition,
    FilterKind.DATES: DateCondition,
    FilterKind.TEXT: TextCondition,
}


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "")) if text.strip() else None
    except ValueError:
        number = inf
    if number is not None and not isfinite(number):  # "nan" and "inf" are numbers to Python only
        raise _UnfinishedError("Not a number yet: write figures only, such as 12 or 2.5.")
    return number


def _day(text: str) -> date | None:
    try:
        return day_written(text) if text.strip() else None
    except ValueError as error:
        raise _UnfinishedError("Not a day yet: write it like 05/03/2021 or 5 Mar 2021.") from error
