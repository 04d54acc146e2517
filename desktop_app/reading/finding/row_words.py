"""Tells rows by their words that are neither headings nor data: units, instructions, pivot controls."""

import re
from collections.abc import Iterable, Sequence

_FORMULA = r"(?=.*[()\[\]=])(?:\b[A-Za-z]{1,2}\b|\d{1,2}\b|[\s()\[\]+\-−/*×÷=])+"  # (c)/(a+c)
_SERIES_LETTER = re.compile(rf"{_FORMULA}|\s*=.*", re.DOTALL)  # [A], (1), = [A] + [B]
_SERIES_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")  # LA_NAME, SIN_D
_VARIABLE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_PLAIN_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")
_ABOUT_SERIES = {
    "cdid",
    "preunit",
    "unit",
    "units",
    "source dataset",
    "source dataset id",
    "release date",
    "next release",
    "important notes",
    "series id",
    "variable",
    "variable name",
}
_UNIT = re.compile(
    r"\(?(?:£\s*(?:k|m|bn|0{3}s?|(?:thousand|million|billion)s?)?|'?0{3}s?|(?:thousand|million)s?|"
    r"%|per ?cent(?:age)?s?|pounds?|days|hours|fte|numbers?|no\.?|counts?|rates?|"
    r"(?:\w+ ){0,2}per (?:[\d,]+.*|\w+))\)?",
    re.IGNORECASE,
)
_DATE_PATTERN = re.compile(r"\W*d{1,2}[/. -]m{1,4}[/. -]y{2,4}\W*", re.IGNORECASE)
_PIVOT_CONTROL = "column labels"
_TABLE_TITLE = re.compile(r"(?:table|figure|chart) ?[a-z]?\d+[a-z]?\b.*", re.IGNORECASE | re.DOTALL)
_EXAMPLE = re.compile(r"(?:example|e\.?g\.?|for example)\b.*", re.IGNORECASE | re.DOTALL)
_NOTE_LINE = re.compile(
    r"(?:\(?\d{1,2}[.)]|\*+|\[?note)\s.{40,}", re.IGNORECASE | re.DOTALL
)  # a short one heads a section
_NAMES_LABELS = re.compile(r".*\((?:labels?|codes?)\)", re.IGNORECASE)
_CAST_OFF = re.compile(
    r"\b(?:not (?:notified|notifiable|met)|withdrawn|rejected|declined|example|template|copy|back ?up|draft|"
    r"superseded|do not use)\b|^\s*old\b",
    re.IGNORECASE,
)
_SHEET_NAMES = re.compile(r"(?:work)?sheet|tab|table|(?:(?:work)?sheet|tab|table) (?:name|number|no\.?)")
_SHEET_TITLES = re.compile(
    r"(?:(?:(?:work)?sheet|tab|table|full) )?(?:title|description|contents?|subject|link)s?"
)


def explains_headings(texts: Sequence[str]) -> bool:
    """Return whether the filled cells under headings are letters or codes of series, units or advice."""
    return (
        all(_SERIES_LETTER.fullmatch(text) for text in texts)
        or all(_UNIT.fullmatch(text) for text in texts)
        or (len(texts) > 1 and all(_SERIES_CODE.fullmatch(text) for text in texts))
        or any(_DATE_PATTERN.fullmatch(text) for text in texts)
    )


def names_variables(texts: Sequence[str]) -> bool:
    """Return whether cells are the names of variables, most of them in several parts, e.g. area_code."""
    parted = sum("_" in text for text in texts)
    return len(texts) > 1 and 2 * parted > len(texts) and all(map(_VARIABLE.fullmatch, texts))


def describes_series(texts: Sequence[str]) -> bool:
    """Return whether a row says something of each series beside its values, as in exports of ONS."""
    return texts[0].casefold() in _ABOUT_SERIES and not any(map(_PLAIN_NUMBER.fullmatch, texts[1:]))


def is_pivot_control(texts: Sequence[str]) -> bool:
    """Return whether a row above headings is what Excel puts there for sorting a pivot table."""
    return any(text.casefold() == _PIVOT_CONTROL for text in texts)


def lists_sheets(headings: Sequence[str]) -> bool:
    """Return whether headings are those of a list of contents: a sheet and its title."""
    words = [" ".join(heading.casefold().split()) for heading in headings]
    return bool(words and _SHEET_NAMES.fullmatch(words[0])) and any(map(_SHEET_TITLES.fullmatch, words[1:]))


def stands_between(texts: Sequence[str]) -> bool:
    """Return whether a row right under the headings is an example, a note to them or names the labels."""
    alone = len(texts) == 1 and any(words.fullmatch(texts[0]) for words in (_NOTE_LINE, _NAMES_LABELS))
    return alone or _EXAMPLE.fullmatch(texts[0]) is not None


def is_cast_off(title: str) -> bool:
    """Return whether a sheet's name or a table's title says that what it holds is not to be counted."""
    return _CAST_OFF.search(title.replace("_", " ")) is not None


def titles_a_table(cells: Iterable[str]) -> bool:
    """Return whether a row is the title of a table with its number alone, e.g. "Table 2: by age"."""
    texts = [cell for cell in cells if cell]
    return len(texts) == 1 and _TABLE_TITLE.fullmatch(texts[0]) is not None
