"""The looks of a workbook's cells: one format per purpose, made once per workbook."""

import re
from collections.abc import Callable
from typing import Any

from xlsxwriter import Workbook

from desktop_app.catalogue.palette import LIGHT
from desktop_app.presentation.models import CellKind

FONT = {"font_name": "Arial", "font_size": 11}
WIDTH_FACTOR = 1.1  # a column's width is counted in narrower characters than Arial's
_FORMATS = {CellKind.PERCENT: "#,##0.0%", CellKind.DATE: "dd mmm yyyy"}
_YEAR = "0"
_MOST_DECIMALS = 4
_LAST_NUMBER = re.compile(r"\.(\d+)\D*$")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        def made(**properties: object) -> Any:
            return book.add_format({**FONT, "valign": "top", **properties})

        self.title = made(bold=True, font_size=16, font_color=LIGHT["deaths"])
        self.subtitle = made(font_size=12, font_color=LIGHT["muted"])
        self.note = made(font_color=LIGHT["muted"])
        self.label = made(bold=True)
        left = {"align": "left", "indent": 1}
        self.wrapped = made(**left, text_wrap=True)
        right = {"align": "right", "indent": 2}  # so far in that the filter's button covers no heading
        self.marker = made(**right)
        header = {"bold": True, "text_wrap": True, "bg_color": LIGHT["grid"], "valign": "bottom", "bottom": 1}
        self._headers = {False: made(**header, **left), True: made(**header, **right)}
        self._number: Callable[[str], Any] = lambda form: made(num_format=form, **right)
        forms = (*_FORMATS.values(), _YEAR, *map(_decimal, range(_MOST_DECIMALS + 1)))
        self._numbers = {form: self._number(form) for form in forms}
        # Tells Excel that a text such as =1+1 stays a text when its cell is edited.
        self._guarded = made(**left, text_wrap=True, quote_prefix=True)

    def header(self, kind: CellKind) -> Any:
        """Return the format of a column's heading, on the side on which its values stand."""
        return self._headers[kind is not CellKind.TEXT]

    def number(self, kind: CellKind, text: str = "") -> Any:
        """Return the format of a number or date, so that Excel shows it as its text does.

        The text says how many decimals there are; a year has no comma; "less than 0.0001" is shown as such.
        """
        if kind is CellKind.DECIMAL and text[:1].isalpha():
            return self._in_words(text)
        if text.isdigit() and len(text) > 3:
            return self._numbers[_YEAR]
        return self._numbers[_FORMATS.get(kind) or _decimal(_places(text))]

    def _in_words(self, text: str) -> Any:
        form = '"' + text.replace('"', "") + '"'
        if form not in self._numbers:
            self._numbers[form] = self._number(form)
        return self._numbers[form]

    def for_text(self, text: str, kind: CellKind) -> Any:
        """Return the format of a text: on the right where it stands in place of a number."""
        if text.startswith(_FORMULA_STARTS):
            return self._guarded
        return self.wrapped if kind is CellKind.TEXT else self.marker


def _decimal(places: int) -> str:
    return "#,##0." + "0" * places if places else "#,##0"


def _places(text: str) -> int:
    number = _LAST_NUMBER.search(text)
    return min(len(number.group(1)), _MOST_DECIMALS) if number else 0
