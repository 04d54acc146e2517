"""Knows the local authorities of England and their regions, by name or code."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.catalogue.layouts import LONDON_PARTS
from desktop_app.catalogue.place_names import SHORT_NAMES, SHORT_WORDS
from desktop_app.catalogue.resources import resource

_TITLES = re.compile(
    r"\b(?:royal borough of|london borough of|metropolitan borough of|city and county of|"
    r"borough of|city of|county of|"
    r"metropolitan borough council|metropolitan district council|county council|city council|borough council|"
    r"unitary authority|council|mbc|cc|lb|rb|ua|upon tyne ua)\b"
)
_TABLE = "reference/authorities.csv"
_ENGLAND = "E92000001"
_LONDON_CODES = dict(zip(("E13000001", "E13000002"), LONDON_PARTS, strict=True))


@dataclass(frozen=True, slots=True)
class Authority:
    """One local authority: its name in the reference table and its region."""

    name: str
    region: str


def authority_of(text: str) -> Authority | None:
    """Return the authority that a name or code means exactly, titles such as "City of" aside; else None."""
    names, bare_names = _authorities()
    found = names.get(_key(text)) or bare_names.get(_bare(text))
    return found or names.get(_key(_in_full(text)))


def _in_full(text: str) -> str:
    """Return the name in full that a short one means, or with its shortened words in full."""
    plain = " ".join(text.casefold().replace(".", " ").split())
    plain = re.sub(r" (?:bc|mdc|dc|borough|city)$", "", plain)
    bare = " ".join(_TITLES.sub(" ", plain).split()).removeprefix("of ")
    short = SHORT_NAMES.get(plain) or SHORT_NAMES.get(bare)
    return short or " ".join(SHORT_WORDS.get(word, word) for word in bare.split())


def region_of(code: str) -> str | None:
    """Return the region that a nine-character code means, "" for England itself; None for any other text."""
    return "" if code.upper() == _ENGLAND else _region_codes().get(code.upper())


def authorities_named_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the authorities that titles name, as in "Notifications in North Tyneside, 2019 to 2021"."""
    found = {match.group(1) for text in texts for match in _in_titles().finditer(text)}
    return tuple(sorted(found))


@cache
def _region_codes() -> dict[str, str]:
    with resource(_TABLE).open(encoding="utf-8", newline="") as file:
        return {line["region_code"]: line["region"] for line in csv.DictReader(file)} | _LONDON_CODES


@cache
def _in_titles() -> re.Pattern[str]:
    names = sorted({place.name for place in _authorities()[0].values()}, key=len, reverse=True)
    return re.compile(rf"(?:\b(?:in|for|of)\s+|[:,(–-]\s*|^)({'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _authorities() -> tuple[dict[str, Authority], dict[str, Authority]]:
    names: dict[str, Authority] = {}
    bare: dict[str, Authority] = {}
    with resource(_TABLE).open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            authority = Authority(line["name"], line["region"])
            for written in (line["name"], line["code"], line["old_code"]):
                if written and written != "x":
                    names.setdefault(_key(written), authority)
            if _bare(line["name"]) != _key(line["region"]):  # "London" is not the City of London
                bare.setdefault(_bare(line["name"]), authority)
    return names, bare


def _bare(text: str) -> str:
    words = re.sub(r"[^a-z ]", " ", text.casefold().replace("&", " and ").replace("'", "").replace(",", " "))
    return _key(_TITLES.sub(" ", " ".join(words.split())))


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold().replace("&", "and").replace("saint ", "st "))
