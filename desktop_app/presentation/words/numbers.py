"""Numbers as a person reads them: rounded half up, with thousands separators, never a bare minus sign."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from desktop_app.analysis.result import Figure
from desktop_app.domain.shorthand import Shorthand

SMALL = 20  # below this many cases a percentage misleads and counts are given instead
NOT_AVAILABLE = "not available"

_YEARS = range(1000, 3000)  # a number of this size in a column called year is a year, not a quantity
_NOISE = Decimal("1e-9")  # what binary fractions leave behind, e.g. 28.499999999999996 for 28.5
_MEANINGS = {shorthand.code: shorthand.meaning for shorthand in Shorthand}


@lru_cache(maxsize=1 << 14)  # the same few thousand counts and percentages stand in every table and chart
def rounded(value: float, places: int = 0) -> Decimal:
    """Return a finite number rounded half up (away from zero) to so many decimals: 0.5 -> 1, 2.5 -> 3."""
    exact = Decimal(repr(float(value))).quantize(_NOISE, ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # + 0 turns -0 into 0


def count_text(value: float) -> str:
    """Return a whole number with thousands separators, e.g. 2,983."""
    return f"{rounded(value):,}"


def decimal_text(value: float, places: int) -> str:
    """Return a number with so many decimals and thousands separators, e.g. 3.22."""
    return f"{rounded(value, places):,}"


def names_year(title: str) -> bool:
    """Return whether a column's title says that its numbers are years."""
    return "year" in title.casefold()


def quantity_text(value: float, year: bool = False) -> str:
    """Return a number with separators and its own decimals, e.g. 1,250.5; a year without them, e.g. 2021."""
    if year and value in _YEARS:
        return f"{value:.0f}"
    return decimal_text(value, 0) if float(value).is_integer() else f"{value:,}"


def percent_text(value: float) -> str:
    """Return the size of a percentage without sign or decimals, e.g. 21%."""
    return f"{rounded(abs(value)):,}%"


def p_text(p: float) -> str:
    """Return a p-value to two significant figures, or as less than 0.0001."""
    if p < 0.0001:
        return "less than 0.0001"
    places = 2 if p >= 0.1 else 3 if p >= 0.01 else 4
    return decimal_text(p, places)


def figure_text(figure: Figure) -> str:
    """Return a figure as it stands in a table: 1,234, at least 205, [c] or not available."""
    if figure.value is None or (figure.at_least and figure.value == 0):  # "at least 0" says nothing
        return f"[{marker_code(figure.marker)}]" if figure.marker else NOT_AVAILABLE
    return f"at least {count_text(figure.value)}" if figure.at_least else count_text(figure.value)


def marker_code(marker: str) -> str:
    """Return the letter of a shorthand marker without brackets."""
    return marker.strip("[] ")


def marker_meaning(marker: str) -> str:
    """Return what a shorthand marker stands for; a sign the product does not know is named as such."""
    return _MEANINGS.get(marker_code(marker), "a sign of the file's own, not a number")
