"""Cells of display tables: the text a person reads with the value a workbook holds."""

from collections.abc import Iterable

from desktop_app.analysis.result import Figure
from desktop_app.domain.filters import Filter
from desktop_app.presentation.models import Cell
from desktop_app.presentation.words.change import percent_words
from desktop_app.presentation.words.numbers import decimal_text, figure_text, marker_code, marker_meaning


def text_cell(text: str, picks: tuple[Filter, ...] = ()) -> Cell:
    """Return a cell of text."""
    return Cell(text, None, picks)


def count_cell(figure: Figure, picks: tuple[Filter, ...] = ()) -> Cell:
    """Return a count; one that is only a lower limit holds no value, so that nobody adds it up."""
    return Cell(figure_text(figure), None if figure.at_least else figure.value, picks)


def decimal_cell(value: float | None, places: int) -> Cell:
    """Return a number with decimals, or an empty cell."""
    return Cell("") if value is None else Cell(decimal_text(value, places), value)


def percent_cell(value: float | None) -> Cell:
    """Return a change in per cent, in words for a person and signed for a workbook, or an empty cell."""
    return Cell("") if value is None else Cell(percent_words(value), value)


def explained(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return a note for every shorthand among the figures, and for those that are not available."""
    figures = tuple(figures)
    markers = sorted({marker_code(each.marker) for each in figures if each.value is None and each.marker})
    notes = [f"[{marker}] = {marker_meaning(marker)}." for marker in markers]
    if any(each.value is None and not each.marker for each in figures):
        notes.append("Not available: the file does not give this number.")
    if any(each.at_least for each in figures):
        notes.append("At least: a part of this number is suppressed or missing in the file.")
    return tuple(notes)
