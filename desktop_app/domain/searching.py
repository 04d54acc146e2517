"""How days and numbers are found by a text: as tables show them, and as else they are commonly written."""

from collections.abc import Iterable
from datetime import date

from desktop_app.domain.periods import day_label


def day_spellings(day: date) -> tuple[str, ...]:
    """Return a day as it can be searched for, in lower case: 05 mar 2021, 05/03/2021 or 2021-03-05."""
    return day_label(day).casefold(), f"{day:%d/%m/%Y}", day.isoformat()


def number_plain(number: float) -> str:
    """Return a number without separators, e.g. 1250.5."""
    return f"{number:.15g}"


def holding(plain: Iterable[str], sought: str) -> list[bool]:
    """Return for each plain number whether it holds a text, with or without separators (1250, 1,250)."""
    if "," not in sought:
        return [sought in number for number in plain]
    return [sought in number or sought in _separated(number) for number in plain]


def _separated(plain: str) -> str:
    whole, dot, rest = plain.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{rest}" if digits.isdigit() else plain
