"""Decides from its cells how a column is read that the catalogue does not know."""

import re

import numpy as np

from desktop_app.catalogue.spellings import YES_NO
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.specs import ColumnKind
from desktop_app.reading.files.error_cells import is_error
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.dates import looks_like_date
from desktop_app.reading.values.nature_flags import holds_ticks
from desktop_app.reading.values.number_texts import read_number
from desktop_app.reading.values.periods_text import is_period
from desktop_app.reading.values.spelling import spelling_in

_IDENTIFYING = re.compile(
    r"(?:^|[\s_])(?:id|code|ref|reference|urn|upn|uprn|postcode)\.?$|"
    r"(?:^|[\s_])(?:case|child|client|file|form|incident|item|line|nhs|notification|person|phone|pupil|record|"
    r"ref|reference|row|serial|telephone|unique)[\s_](?:number|no)\.?$",
    re.IGNORECASE,
)
_CHILD = re.compile(r"(?:(?:child|twin|sibling)\s*)?(?:\d+|[A-Za-z])|\S*\d{2}\S*", re.IGNORECASE)
_COUNTING = re.compile(r"(?:count|sum|total|average|mean|number|no\.?) (?:of )?", re.IGNORECASE)
_AREA_CODE = re.compile(r"[EWSNK]\d{8}")
_LISTING = re.compile(r"[;|\n]")
_MOST_CATEGORIES = 60
NEARLY_ALL = 0.9  # of the filled cells: a slip of the keyboard makes no other column of it
_VALUES_LOOKED_AT = 5000


def kind_of(cells: Cells, heading: str) -> ColumnKind:
    """Return the kind of a column by its heading and by what most of its cells hold."""
    values = [pair for pair in cells.filled() if not (isinstance(pair[0], str) and is_error(pair[0]))]
    seen = values[:_VALUES_LOOKED_AT]
    total = sum(count for _, count in seen)
    if not total:
        return ColumnKind.TEXT
    if sum(count for value, count in seen if looks_like_date(value)) >= 0.8 * total:
        return ColumnKind.DATE
    if holds_ticks(cells):
        return ColumnKind.CATEGORY
    named = _IDENTIFYING.search(heading) and not _COUNTING.match(heading)
    if named or any(_is_code(value) for value, _ in seen):
        return ColumnKind.IDENTIFIER
    numbers = [(value, count) for value, count in seen if _numeric(value)]
    if numbers and sum(count for _, count in numbers) >= 0.9 * total:
        years = all(_is_year(value) for value, _ in numbers)
        return ColumnKind.CATEGORY if years else ColumnKind.NUMBER
    lists = sum(count for value, count in seen if isinstance(value, str) and _LISTING.search(value.strip()))
    if lists >= 0.1 * total and np.mean([len(str(value)) for value, _ in seen]) < 120:
        return ColumnKind.SEVERAL
    if len(values) <= _MOST_CATEGORIES and (len(values) <= 0.5 * total or total <= 40):
        return ColumnKind.CATEGORY
    return ColumnKind.TEXT


def numbers_children(cells: Cells) -> bool:
    """Return whether nearly all filled cells number a child: 2, B, Child 1, 00123/2, but no words."""
    return cells.share(lambda value: _CHILD.fullmatch(text_of(value)) is not None) >= NEARLY_ALL


def holds_answers(cells: Cells) -> bool:
    """Return whether nearly all filled cells are yes or no in words, and so no references."""
    few = 1 < len(cells.values) <= _MOST_CATEGORIES
    return few and bool(cells.codes.any()) and cells.share(_is_answer) >= NEARLY_ALL


def _is_answer(value: Raw) -> bool:
    text = text_of(value)
    return text.isalpha() and spelling_in(YES_NO, text) is not None


def _is_code(value: Raw) -> bool:
    """Return whether a cell is no number whatever the others are: 00123, or the code of an area."""
    if not isinstance(value, str):
        return False
    text = value.strip()
    return re.fullmatch(r"0\d+", text) is not None or _AREA_CODE.fullmatch(text) is not None


def _is_year(value: Raw) -> bool:
    """Return whether a cell names a year or period, also in six digits as DfE writes it, e.g. 202122."""
    text = text_of(value)
    if re.fullmatch(r"20\d{4}", text):
        return (int(text[2:4]) + 1) % 100 == int(text[4:])
    return is_period(text)


def _numeric(value: Raw) -> bool:
    return read_number(value) is not None or (isinstance(value, str) and shorthand_of(value) is not None)
