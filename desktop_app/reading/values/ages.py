"""Reads columns of age groups: bands in any spelling, single ages, and bands that Excel turned into dates."""

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date

from desktop_app.catalogue.spellings import AGE_GROUPS
from desktop_app.domain.problems import ProblemKind
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.values.categories import typed_texts
from desktop_app.reading.values.number_texts import read_age, read_number
from desktop_app.reading.values.spelling import spelling_in
from desktop_app.reading.values.typed import Typed

_BANDS = [category.value for category in AGE_GROUPS[:5]]
_FIRST_AGES = (0, 1, 6, 11, 16)
_ADULT = 18
_OTHER_BAND = re.compile(
    r"(?:(?:<|>|under|over|aged?)\s*\d+|\d+\s*(?:-|–|to)\s*\d+|\d+\s*(?:\+|(?:and|or) (?:over|above|older)))"
    r"(?:\s*(?:y|yrs?|years?))?(?:\s*old)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
# "1-5" becomes 1 May or 5 January, "6-10" 6 October or 10 June, "11-15" the first of November 2015
_DAY_AND_MONTH = {frozenset((1, 5)): _BANDS[1], frozenset((6, 10)): _BANDS[2]}


def typed_age_groups(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as the catalogue's age groups; a single age goes into its group."""
    mangled = sum(
        count
        for value, count in cells.filled()
        if isinstance(value, date) and _band_before_excel(text_of(value)) is not None
    )
    if mangled:
        what = f"Excel has turned age bands such as 1-5 or 6-10 into dates ({times(mangled)})"
        findings.sheet_wide(ProblemKind.VALUE, what, "Read as the bands they were.", column)
    order = [category.value for category in AGE_GROUPS]
    return typed_texts(cells, _age_group, order, column, findings)


def holds_bands(cells: Cells) -> bool:
    """Return whether most of a column's filled cells are the catalogue's age bands rather than ages."""
    return _most(cells, lambda text: _spelled(text) in _BANDS or _band_before_excel(text) is not None)


def holds_other_bands(cells: Cells) -> bool:
    """Return whether most of a column's filled cells are bands of ages that are not the catalogue's."""
    return _most(cells, lambda text: _OTHER_BAND.fullmatch(text) is not None) and not holds_bands(cells)


def _most(cells: Cells, is_band: Callable[[str], bool]) -> bool:
    bands = cells.share(lambda value: read_number(value) is None and is_band(text_of(value)))
    return bands > 0.5 and bool(cells.codes.any())


def _age_group(text: str) -> str | None:
    known = _spelled(text) or _band_before_excel(text)
    if known is not None:
        return known
    age = read_age(text)
    if age is None or not 0 <= age < _ADULT:
        return None
    return _BANDS[bisect_right(_FIRST_AGES, age) - 1]


def _spelled(text: str) -> str | None:
    return spelling_in(AGE_GROUPS, text)


def _band_before_excel(text: str) -> str | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    if (day, month, year % 100) == (1, 11, 15):
        return _BANDS[3]
    return _DAY_AND_MONTH.get(frozenset((day, month)))
