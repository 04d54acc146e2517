"""Matches headings to the catalogue's columns: blind to case, spaces and punctuation, never by guessing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.catalogue.layouts import ROLE_HEADINGS
from desktop_app.domain.specs import ColumnKind, ColumnSpec

_FOOTNOTE = re.compile(r"\s*(?:\[(?:note\s*)?\d+\]|\(\d\))\s*$", re.IGNORECASE)
_EXPLANATION = re.compile(r"\s*\([^()]*\)\s*$")
_OTHER_UNIT = re.compile(r"\((?:in )?(?:months?|mths?|weeks?|wks?|days?)\)", re.IGNORECASE)  # no age in years
_QUESTION = re.compile(
    r"^(?:q(?:uestion)?\s*\d{1,2}[a-z]?|\d{1,2}[a-z]?[.)])[\s_.:)-]+(?=[a-z])", re.IGNORECASE
)
_GROUPS = {"notification", "notificationdetails", "incident", "incidentdetails", "child", "childdetails"} | {
    *(
        "thechild",
        "aboutthechild",
        "aboutthenotification",
        "theincident",
        "abouttheincident",
        "sin",
        "sindetails",
    ),
    *("detailsofnotification", "detailsofincident", "detailsofchild", "case", "casedetails", "details"),
}
_VARIABLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_HOLDERS = {"attributes", "fields", "data", "record", "properties", "item", "value", "d", "dbo"}
_SPELLED_OUT = {
    "dt": "date",
    "dte": "date",
    "cd": "code",
    "cnt": "count",
    "nbr": "number",
    "num": "number",
    "n": "number",
    "notif": "notification",
    "ntf": "notification",
    "inc": "incident",
    "incid": "incident",
    "desc": "description",
    "auth": "authority",
    "eth": "ethnicity",
    "yr": "year",
    "yrs": "years",
    "typ": "type",
    "at": "date",
    "childrens": "children",
    "chld": "child",
    "refno": "reference",
}
_ONLY_WHOLE = frozenset({"notification"})  # "LA notification" is no reference
_FILLER = {"the", "of", "a", "an", "or", "please", "select"}


def key_of(text: str) -> str:
    """Return what is compared of a heading: letters and digits only, in lower case."""
    return re.sub(r"[^a-z0-9]", "", text.replace("&", "and").casefold())


def column_for(heading: str) -> ColumnSpec | None:
    """Return the catalogue's column that a heading names, or None.

    What does not name one as it stands may do so without the number of its question, under the group it
    stands in, or as the name of a variable that is spelled out.
    """
    return next(filter(None, map(_column_for, (heading, *_otherwise(heading)))), None)


def _otherwise(heading: str) -> Iterator[str]:
    """Yield other ways to say a heading such as "Q1_DATE_NOTIFIED", "Child – Age", "notifiedAt"."""
    plain = _QUESTION.sub("", heading)
    if plain != heading:
        yield plain
    group, _, name = plain.partition(" – ")
    if name and key_of(group) in _GROUPS:
        yield from (name, f"{group} {name}")
    if _VARIABLE.fullmatch(plain):
        parts = [part for part in plain.split(".") if part.casefold() not in _HOLDERS]
        spaced = _HUMP.sub(" ", " ".join(parts)).replace("_", " ").casefold()
        yield " ".join(_SPELLED_OUT.get(word, word) for word in spaced.split())


def _column_for(heading: str) -> ColumnSpec | None:
    """Return the catalogue's column that a heading names as it stands, or None.

    After the whole heading, it is tried without a footnote mark, then without an explanation in brackets at
    its end. Then small words and their order go (but "No child" counts, and "Child no" does not), and last
    the words that a column allows beside its name; what would then fit two columns fits none.
    """
    explained = heading if _OTHER_UNIT.search(heading) else _EXPLANATION.sub("", heading)
    for text in (heading, _FOOTNOTE.sub("", heading), explained):
        spec = _exact().get(key_of(text))
        if spec is not None:
            return spec
    words = _words(explained)
    return _by_words().get(words) or _with_words_beside(words)


def columns_for(headings: Iterable[str]) -> tuple[ColumnSpec | None, ...]:
    """Return the column of each heading; of two headings for one column the one nearer to its name has it."""
    found = [(heading, column_for(heading)) for heading in headings]
    best: dict[str, int] = {}
    for position, (heading, spec) in enumerate(found):
        if spec is None:
            continue
        rank = _rank(spec, heading)
        if spec.key not in best or rank < _rank(spec, found[best[spec.key]][0]):
            best[spec.key] = position
    return tuple(spec if spec and best[spec.key] == at else None for at, (_, spec) in enumerate(found))


def roles_for(headings: Iterable[str]) -> dict[str, int]:
    """Return which column has which role of DfE's tidy layouts: role -> position."""
    keys = [key_of(heading) for heading in headings]
    roles: dict[str, int] = {}
    for role, names in ROLE_HEADINGS.items():
        for name in map(key_of, names):
            if name in keys:
                roles[role] = keys.index(name)
                break
    return roles


def is_known(heading: str) -> bool:
    """Return whether a heading is one of the catalogue's or of DfE's layouts."""
    return column_for(heading) is not None or key_of(heading) in _role_keys()


def _rank(spec: ColumnSpec, heading: str) -> int:
    names = [key_of(spec.key), key_of(spec.title), *map(key_of, spec.headings)]
    key = key_of(heading)
    return names.index(key) if key in names else len(names)


@cache
def _exact() -> dict[str, ColumnSpec]:
    names: dict[str, ColumnSpec] = {}
    for spec in COLUMNS:
        for name in (spec.key, spec.title, *spec.headings):
            names.setdefault(key_of(name), spec)
    return names


@cache
def _by_words() -> dict[frozenset[str], ColumnSpec]:
    fitting: dict[frozenset[str], set[str]] = {}
    specs = {spec.key: spec for spec in COLUMNS}
    for spec in COLUMNS:
        for name in (spec.title, *spec.headings):
            fitting.setdefault(_words(name), set()).add(spec.key)
    return {
        words: specs[min(keys)]
        for words, keys in fitting.items()
        if len(keys) == 1 and len(words) > 1 + (specs[min(keys)].kind is ColumnKind.IDENTIFIER)
    }


def _with_words_beside(words: frozenset[str]) -> ColumnSpec | None:
    """Return the one column whose name is left when the words that it allows beside its name are gone.

    A date's name is two words or more: "Submitted to" names a place, and "Date submitted to" does not.
    """
    fitting = [
        spec
        for spec in COLUMNS
        if words & spec.beside
        and any(
            name <= words
            and words - name <= spec.beside
            and (len(name) > 1 or spec.kind is not ColumnKind.DATE)
            for name in _names_in_words()[spec.key]
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _names_in_words() -> dict[str, tuple[frozenset[str], ...]]:
    return {
        spec.key: tuple(words for words in map(_words, (spec.title, *spec.headings)) if words != _ONLY_WHOLE)
        for spec in COLUMNS
    }


@cache
def _role_keys() -> frozenset[str]:
    return frozenset(key_of(name) for names in ROLE_HEADINGS.values() for name in names)


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("'", "").replace("’", ""))
    return frozenset(word for word in words if word not in _FILLER)
