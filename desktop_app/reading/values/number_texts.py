"""Understands one cell as a number or as an age, as people type them."""

import re

from desktop_app.catalogue.spellings import AGE_GROUPS
from desktop_app.reading.files.grid import Raw
from desktop_app.reading.values.spelling import spelling_in

_NUMBER = re.compile(
    r"([-+−]?)£?\s*(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)\s*(%?)"
    r"(?:\s*\[\w+(?:\s*\d+)?\])?"
)
_BETWEEN_THOUSANDS = re.compile(r"[,\s]")
_WORDS = [
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
]
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_YEARS = r"(?:y|yo|yrs?|years?)"
_MONTHS = r"(?:m|mo|mos|mths?|mnths?|months?)"
_PARTS_OF_MONTHS = r"(?:weeks?|wks?|w|days?|d|hours?|hrs?|minutes?|mins?)"
_OLD = r"(?:[-\s]*(?:old|of age))?"
_ABOUT = re.compile(
    r"^(?:aged?|approx(?:imately|\.)?|about|around|circa|c\.|~)[\s:]*(?=[\dA-Z<])", re.IGNORECASE
)
_REMARK = re.compile(r"\s+\([^()]*[a-z][^()]*\)$", re.IGNORECASE)  # such as "14 (LAC)"
_NONE_YET = re.compile(
    rf"(?:(?:<|under|less than|u)\s*(?:1|one)(?:\s*{_YEARS})?{_OLD}|new[- ]?born(?: baby)?|neonat(?:e|al)|"
    rf"(?:at )?birth|"
    rf"(?:<|under|less than)\s*(?:(?:[1-9]|1[0-2])\s*{_MONTHS}|\d\d?\s*{_PARTS_OF_MONTHS}){_OLD})",
    re.IGNORECASE,
)
_IN_YEARS = re.compile(
    rf"(\d+(?:\.\d+)?)\s*[-–]?\s*{_YEARS}{_OLD}"
    rf"(?:\s*[,&+]?\s*(?:and\s*)?(?:a half|\d+(?:/12)?\s*(?:{_MONTHS}|{_PARTS_OF_MONTHS})?){_OLD})?",
    re.IGNORECASE,
)
_IN_MONTHS = re.compile(
    rf"(\d+(?:\.\d+)?)\s*[-–]?\s*{_MONTHS}{_OLD}(?:\s*,?\s*(?:and\s*)?\d+\s*{_PARTS_OF_MONTHS})?",
    re.IGNORECASE,
)
_IN_WEEKS = re.compile(
    rf"(?:\d+\s*(?:-|–|to)\s*)?(\d+)\s*(?:/\s*52|(?:weeks?|wks?|w)"
    rf"(?:\s*,?\s*(?:and\s*)?\d+\s*{_PARTS_OF_MONTHS})?{_OLD})",
    re.IGNORECASE,
)
_IN_DAYS = re.compile(rf"(?:\d+\s*(?:-|–|to)\s*)?(\d+)\s*(?:/\s*7|(?:days?|d){_OLD})", re.IGNORECASE)
_IN_HOURS = re.compile(rf"(\d+)\s*(?:hours?|hrs?|minutes?|mins?){_OLD}", re.IGNORECASE)
_TWELFTHS = re.compile(r"(?:(\d+)\s+)?(\d+)\s*/\s*12")
_PARTS_OF_A_YEAR = ((_IN_MONTHS, 12), (_IN_WEEKS, 52), (_IN_DAYS, 365), (_IN_HOURS, 8760))
_OF_CHILDREN = re.compile(
    r"(\d{1,2})\s*(?:child(?:ren)?|siblings?|kids?)?\s*(?:\((?:siblings?|twins|children|family|all)\))?"
)
_BORN_TOGETHER = {"twins": 2.0, "triplets": 3.0}
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)")
_HALF = re.compile(r"(\d+)\s+(?:1/2|and a half)")


def read_number(value: Raw) -> float | None:
    """Return the number a cell holds: 1,234, 1 234, 12% (as 12), also with a mark such as [r] behind it."""
    if isinstance(value, str):
        found = _NUMBER.fullmatch(value.strip())
        if not found:
            return None
        number = float(_BETWEEN_THOUSANDS.sub("", found.group(2)))
        return -number if found.group(1) in {"-", "−"} else number
    return float(value) if isinstance(value, int | float) else None


def read_children(value: Raw) -> float | None:
    """Return a number of children: "two", "2 children", "3 (siblings)", "twins"; None for no number."""
    number = read_number(value)
    if number is not None or not isinstance(value, str):
        return number
    text = value.strip().casefold()
    if text in _BORN_TOGETHER:
        return _BORN_TOGETHER[text]
    found = _OF_CHILDREN.fullmatch(_in_figures(text))
    return float(found.group(1)) if found else None


def read_age(value: Raw) -> float | None:
    """Return an age in whole years: "8 months" and "under 1" are 0, "16 yrs" is 16; None for no age.

    Twelfths, fifty-seconds and sevenths are months, weeks and days, as clinicians write them.
    """
    number = read_number(value)
    if number is not None:
        return number
    return _age_in_words(value.strip()) if isinstance(value, str) else None


def age_band(text: str) -> str | None:
    """Return the catalogue's age group that a text such as "16-17" names, or None."""
    return spelling_in(AGE_GROUPS[:-1], text)


def _age_in_words(text: str) -> float | None:
    text = _in_figures(_REMARK.sub("", _ABOUT.sub("", text)))
    if _NONE_YET.fullmatch(text):
        return 0.0
    if found := _PLAIN.fullmatch(text) or _HALF.fullmatch(text) or _IN_YEARS.fullmatch(text):
        return float(int(float(found.group(1))))
    if found := _TWELFTHS.fullmatch(text):
        return float(int(found.group(1) or 0) + int(found.group(2)) // 12)
    for pattern, in_a_year in _PARTS_OF_A_YEAR:
        if found := pattern.fullmatch(text):
            return float(float(found.group(1)) // in_a_year)
    return None


def _in_figures(text: str) -> str:
    """Return a text with its first number in figures: "three years" as "3 years", "2½" as "2.5"."""
    for sign, decimals in _HALVES.items():
        text = re.sub(rf"\s*{sign}", decimals, text)
    first, _, rest = text.partition(" ")
    first, dash, behind = first.partition("-")
    if first.casefold() in _WORDS:
        return " ".join(filter(None, (f"{_WORDS.index(first.casefold())}{dash}{behind}", rest)))
    return text
