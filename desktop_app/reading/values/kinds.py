"""Decides from its cells how a column is read that the catalogue does not know."""

import re

import numpy as np

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.specs import ColumnKind
from desktop_app.reading.files.error_cells import is_error
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.categories import read_number
from desktop_app.reading.values.dates import looks_like_date
from desktop_app.reading.values.periods_text import is_period

_IDENTIFYING = re.compile(
    r"(?:^|[\s_])(?:id|code|ref|reference|urn|upn|uprn|postcode|number|no)\.?$", re.IGNORECASE
)
_LISTING = re.compile(r"[;|\n]")
_MOST_CATEGORIES = 60
_VALUES_LOOKED_AT = 5000


def kind_of(cells: Cells, heading: str) -> ColumnKind:
    """Return the kind of a column by its heading and by what most of its cells hold."""
    counts = cells.counts()
    values = [
        (value, int(count))
        for value, count in zip(cells.values, counts, strict=True)
        if count and value is not None and not (isinstance(value, str) and is_error(value))
    ]
    seen = values[:_VALUES_LOOKED_AT]
    total = sum(count for _, count in seen)
    if not total:
        return ColumnKind.TEXT
    if sum(count for value, count in seen if looks_like_date(value)) >= 0.8 * total:
        return ColumnKind.DATE
    if _IDENTIFYING.search(heading) or any(_leading_zero(value) for value, _ in seen):
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


def _leading_zero(value: Raw) -> bool:
    return isinstance(value, str) and re.fullmatch(r"0\d+", value.strip()) is not None


def _is_year(value: Raw) -> bool:
    """Return whether a cell names a year or period, also in six digits as DfE writes it, e.g. 202122."""
    text = text_of(value)
    if re.fullmatch(r"20\d{4}", text):
        return (int(text[2:4]) + 1) % 100 == int(text[4:])
    return is_period(text)


def _numeric(value: Raw) -> bool:
    return read_number(value) is not None or (isinstance(value, str) and shorthand_of(value) is not None)
