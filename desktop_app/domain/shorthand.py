"""The letters and signs that stand in place of a number, and what they mean. Only 0 means zero."""

import re
from enum import Enum


class Shorthand(Enum):
    """A reason why a number is not shown; the value is the standard letter and its meaning."""

    SUPPRESSED = ("c", "suppressed to protect confidentiality")
    NOT_AVAILABLE = ("x", "not available")
    NOT_APPLICABLE = ("z", "not applicable")
    LOW = ("k", "rounds to zero but is not zero")
    UNRELIABLE = ("u", "too unreliable to publish")

    @property
    def code(self) -> str:
        """Return the standard letter."""
        return self.value[0]

    @property
    def meaning(self) -> str:
        """Return the meaning in words."""
        return self.value[1]


# Older releases use signs; their meanings follow the harmonised shorthand that replaced them.
_SPELLINGS = {
    "c": Shorthand.SUPPRESSED,
    "*": Shorthand.SUPPRESSED,
    "x": Shorthand.NOT_AVAILABLE,
    ":": Shorthand.NOT_AVAILABLE,
    "..": Shorthand.NOT_AVAILABLE,
    "z": Shorthand.NOT_APPLICABLE,
    ".": Shorthand.NOT_APPLICABLE,
    "k": Shorthand.LOW,
    "low": Shorthand.LOW,
    "~": Shorthand.LOW,
    "-": Shorthand.LOW,
    "u": Shorthand.UNRELIABLE,
}
_BRACKETS = re.compile(r"^[\[(]\s*(.*?)\s*[\])]$")


def shorthand_of(text: str) -> Shorthand | None:
    """Return what a whole cell's text stands for, bare or in brackets, or None where it is not shorthand."""
    bare = text.strip().casefold()
    bracketed = _BRACKETS.match(bare)
    return _SPELLINGS.get(bracketed.group(1) if bracketed else bare)


# What a letter behind a number says of it: the number stands, and this is to be known.
MARKS = {"b": "break in time series", "e": "estimated", "f": "forecast", "p": "provisional", "r": "revised"}
_MARK = re.compile(r".*\d\s*[\[(]\s*([a-z])\s*[\])]")


def mark_behind(text: str) -> str | None:
    """Return the letter that stands in brackets behind a number, where it has a meaning; else None."""
    found = _MARK.fullmatch(text.strip().casefold())
    return found.group(1) if found and found.group(1) in MARKS else None
