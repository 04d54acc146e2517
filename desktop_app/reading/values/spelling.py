"""Understands a text as one of the catalogue's values: in any spelling, as part of a wider one, or not."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from desktop_app.catalogue.spellings import MIXED
from desktop_app.domain.specs import Category
from desktop_app.domain.units import Nature

_RANGE = re.compile(r"(\d)\s*(?:-|–|—|to)\s*(\d)")
_IGNORED = re.compile(r"[^a-z0-9<>+]")
_BEHIND = re.compile(r"(.+?)(?:\s+[-–—]\s*|\s*[:(,/;]|[–—])")  # what follows qualifies what stands before
_NO_LONGER = re.compile(r"\b(?:previous|former|historic|past|ended|closed|pending|not yet)", re.IGNORECASE)
_VOID = re.compile(
    r"\b(?:withdrawn|cancelled|void|duplicate|rejected|declined|adult|not met)\b|"
    r"\b(?:not|non)[ -]?(?:notifiable|serious|meeting|notified|progressed|accepted)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:no|none|nil|n\W?a|\d*)", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"n\W?\s*a\W?", re.IGNORECASE)
_LISTING = re.compile(r"\s*(?:[/,;]|[-–—]?>)")


def match_key(text: str) -> str:
    """Return what is compared of a value: no case, spaces, dashes or punctuation, but ranges stay ranges."""
    folded = _RANGE.sub(r"\1to\2", text.casefold().replace("&", "and"))
    return _IGNORED.sub("", folded) or text.strip()


def spelling_in(categories: tuple[Category, ...], text: str) -> str | None:
    """Return the catalogue's spelling of a value, or None where it is none of these categories."""
    return _spellings(categories).get(match_key(text))


def record_spelling_in(categories: tuple[Category, ...], text: str) -> str | None:
    """Return the category that a record's value is, or is part of; None where it is none of these."""
    known = _named(categories, text)
    if known is None and (before := _BEHIND.match(text)) and not _NO_LONGER.search(text):
        known = _named(categories, before.group(1))
        behind = text[before.end(1) :]
        if _NOT_APPLICABLE.fullmatch(text.strip()) or (known and _contradicts(categories, known, behind)):
            return None
    return known


def _named(categories: tuple[Category, ...], text: str) -> str | None:
    return spelling_in(categories, text) or _narrower(categories).get(match_key(text))


def _contradicts(categories: tuple[Category, ...], known: str, behind: str) -> bool:
    """Return whether what stands behind a value takes it back, counts it or names another beside it.

    What else a death was, such as an injury, takes nothing back, nor what is mixed.
    """
    bare = behind.strip(" :()-–—,;/")
    if _VOID.search(behind) or _NOTHING.fullmatch(bare):
        return True
    if _named(categories, bare) == known:
        return False  # the same once more, such as harm that is not fatal
    words = [bare, *re.findall(r"[^\W\d_]+", bare)]
    others = {named for word in words if (named := _named(categories, word))} - {known}
    if known == MIXED or (known == Nature.DEATH and not _LISTING.match(behind)):
        return False
    return bool(others)


@cache
def _spellings(categories: tuple[Category, ...]) -> Mapping[str, str]:
    return _by_key((category, (category.value, *category.also)) for category in categories)


@cache
def _narrower(categories: tuple[Category, ...]) -> Mapping[str, str]:
    return _by_key((category, category.within) for category in categories)


def _by_key(named: Iterable[tuple[Category, tuple[str, ...]]]) -> Mapping[str, str]:
    spellings: dict[str, str] = {}
    for category, names in named:
        for written in names:
            spellings.setdefault(match_key(written), category.value)
    return spellings
