"""Bands such as 1-5, 6 to 10, Under 1 or 65 and over, in the order of their numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_UNIT = re.compile(r"(?<![a-z])(days?|weeks?|wks?|months?|mths?|years?|yrs?)(?![a-z])")
_YEARS = {"d": 1 / 365, "w": 7 / 365, "m": 1 / 12, "y": 1.0}  # by the first letter of a unit
_ANYWHERE = re.compile(r"(?<![a-z])(?:aged?|old)(?![a-z])|[£$€%]")
_FROM = re.compile(r"#|#\s*(?:-|–|—|to|until)\s*#")
_BELOW = re.compile(
    r"(?:under|less than|fewer than|below|up to|no more than|at most|before|<|≤|<=)\s*#"
    r"|#\s*(?:and|or) (?:under|less|fewer|below|younger)"
)
_ABOVE = re.compile(
    r"(?:over|more than|above|at least|>|≥|>=)\s*#|#\s*\+|#\s*plus"
    r"|#\s*(?:and|or) (?:over|more|above|older|greater|upwards)"
)
_LEAST = 2  # bands; fewer have no order to speak of


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a band stands: those open below first, then by where they begin, those open above last."""

    start: float
    open_above: bool
    end: float


def in_band_order(labels: Iterable[str], *, names: bool = True) -> tuple[str, ...] | None:
    """Return labels by the numbers they tell, those without a number last; None where they are no bands.

    Labels are bands where all that hold a number are a range or are open at one end; with `names` also where
    they are alike but for one number ("Week 2", "Week 10").
    """
    every = tuple(labels)
    numbered = [label for label in every if _NUMBER.search(label)]
    if len(numbered) < _LEAST or 2 * len(numbered) < len(every):
        return None
    skeletons = {_skeleton(label) for label in numbered}
    alike = names and len(skeletons) == 1 and next(iter(skeletons)).count("#") == 1
    places = {label: _place(label, alike) for label in numbered}
    if None in places.values():
        return None
    known = sorted(numbered, key=lambda label: (places[label], label))
    return (*known, *(label for label in every if label not in places))


def _skeleton(label: str) -> str:
    bare = _ANYWHERE.sub(" ", _UNIT.sub(" ", _NUMBER.sub("#", label.casefold())))
    return " ".join(bare.split())


def _place(label: str, alike: bool) -> _Place | None:
    """Return where a band stands, in years where it tells a unit of time; None where it is no band."""
    skeleton, folded = _skeleton(label), label.casefold()
    found = list(_NUMBER.finditer(folded))
    sizes = [float(number.group().replace(",", "")) * _unit_at(folded, number.end()) for number in found]
    if _BELOW.fullmatch(skeleton):
        return _Place(float("-inf"), False, sizes[0])
    if _ABOVE.fullmatch(skeleton):
        return _Place(sizes[0], True, sizes[0])
    if alike or _FROM.fullmatch(skeleton):
        return _Place(sizes[0], False, sizes[-1])
    return None


def _unit_at(text: str, at: int) -> float:
    """Return how many years the unit behind a place of a text is, e.g. 1/12 for 6 to 11 months."""
    unit = _UNIT.search(text, at)
    return _YEARS[unit.group()[0]] if unit else 1.0
