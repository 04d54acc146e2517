"""Reads categories, identifiers and cells with several values, each distinct value once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.shorthand import Shorthand, shorthand_of
from desktop_app.domain.specs import Category
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import fault, quoted
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.spelling import match_key, record_spelling_in, spelling_in
from desktop_app.reading.values.typed import Typed, coded

_SEPARATORS = re.compile(r"\s*[;|\n\r]+\s*")
_COMMA = re.compile(r"\s*,\s*")


def typed_categories(
    cells: Cells, categories: tuple[Category, ...], column: str, findings: Findings
) -> Typed:
    """Return the column as categories in the catalogue's spelling, shorthand as its standard letter.

    Values that the catalogue does not know stay as written, and are reported where it knows any for this
    column. Spellings of one such value that differ in case, spaces or dashes become the one that is most
    frequent.
    """
    speller = partial(spelling_in, categories)
    return _typed_categories(cells, categories, speller, column, findings)


def typed_record_categories(
    cells: Cells, categories: tuple[Category, ...], column: str, findings: Findings
) -> Typed:
    """Return the column as `typed_categories` does, narrower values under the one they are part of.

    A value is narrower too where it is a known one with something behind it, as in "Death - SUDI". How
    narrower values are shown is reported.
    """
    _report_narrower(cells, categories, column, findings)
    speller = partial(record_spelling_in, categories)
    return _typed_categories(cells, categories, speller, column, findings)


def _typed_categories(
    cells: Cells,
    categories: tuple[Category, ...],
    speller: Callable[[str], str | None],
    column: str,
    findings: Findings,
) -> Typed:
    order = [category.value for category in categories]
    return typed_texts(cells, speller, order, column, findings if categories else None)


def typed_authorities(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as names of local authorities; what is none stays as written and is reported."""
    return typed_texts(cells, _authority_name, (), column, findings)


def typed_texts(
    cells: Cells,
    known: Callable[[str], str | None],
    order: Sequence[str],
    column: str,
    findings: Findings | None,
) -> Typed:
    """Return the column as texts spelled as `known` says; others stay as written, and are reported.

    The texts of `order` come first, in that order; `findings` of None: nothing needs to be known.
    """
    counts = cells.counts()
    markers: dict[str, int] = {}
    spelled: list[str | None] = []
    unknown: dict[str, list[int]] = {}
    texts = [text_of(value) if count else "" for value, count in zip(cells.values, counts, strict=True)]
    bands = _holds_letters(texts)
    for code, text in enumerate(texts):
        spelling = known(text) if text else None
        marker = _category_marker(text) if spelling is None and not (bands and text.isalpha()) else None
        if marker is not None:
            markers[text] = int(counts[code])
            spelling = marker.code
        spelled.append(spelling)
        if text and spelling is None:
            unknown.setdefault(match_key(text), []).append(code)
    for codes in unknown.values():
        usual = text_of(cells.values[max(codes, key=lambda code: (counts[code], -code))])
        for code in codes:
            spelled[code] = usual
    if findings is not None:
        _report_unknown(cells, unknown, column, findings)
    return _with_markers(coded(cells, spelled, order), markers)


def _with_markers(typed: Typed, markers: dict[str, int]) -> Typed:
    letters = {marker.code for marker in map(_category_marker, markers) if marker}
    return replace(typed, shorthand=tuple(sorted(letters)), markers=markers)


def typed_several(cells: Cells) -> Typed:
    """Return cells of several values, the values in one spelling and alphabetical order, joined with "; ".

    A cell that holds nothing but shorthand holds its standard letter.
    """
    texts, counts = [text_of(value) for value in cells.values], cells.counts()
    lettered = _holds_letters(texts)
    marked = {
        text: marker
        for text in texts
        if (marker := _category_marker(text)) and not (lettered and text.isalpha())
    }
    split = several_splitter([text for text in texts if text not in marked])
    spellings: dict[str, dict[str, int]] = {}
    for text, count in zip(texts, counts, strict=True):
        for part in split(text) if text not in marked else ():
            seen = spellings.setdefault(match_key(part), {})
            seen[part] = seen.get(part, 0) + int(count)
    usual = {key: max(seen, key=lambda part: seen[part]) for key, seen in spellings.items()}
    joined = [
        marked[text].code
        if text in marked
        else "; ".join(sorted({usual[match_key(part)] for part in split(text)}, key=str.casefold))
        for text in texts
    ]
    typed = coded(cells, [text if count else None for text, count in zip(joined, counts, strict=True)])
    return _with_markers(
        typed, {text: int(n) for text, n in zip(texts, counts, strict=True) if n and text in marked}
    )


def several_splitter(texts: Sequence[str]) -> Callable[[str], list[str]]:
    """Return how cells are cut: at ; | and line breaks, at commas only where most pieces recur elsewhere."""
    pattern = _SEPARATORS
    if not any(_SEPARATORS.search(text) for text in texts):
        pieces: dict[str, int] = {}
        for text in texts:
            for piece in set(_COMMA.split(text)):
                pieces[match_key(piece)] = pieces.get(match_key(piece), 0) + 1
        in_lists = [match_key(piece) for text in texts if "," in text for piece in _COMMA.split(text)]
        if in_lists and sum(pieces[piece] > 1 for piece in in_lists) >= 0.8 * len(in_lists):
            pattern = _COMMA
    return lambda text: [part for part in pattern.split(text.strip()) if part]


def _authority_name(text: str) -> str | None:
    authority = authority_of(text)
    return authority.name if authority else None


def _category_marker(text: str) -> Shorthand | None:
    """Return the shorthand a category cell holds; bare signs such as "-" mean nothing certain there."""
    marker = shorthand_of(text)
    sure = text.startswith(("[", "(")) or text.casefold() in {"c", "x", "z", ":", "..", "*"}
    return marker if sure else None


def _holds_letters(texts: Sequence[str]) -> bool:
    """Return whether letters are the column's values, such as bands A to D: then c is no shorthand."""
    letters = {text.casefold() for text in texts if len(text) == 1 and text.isalpha()}
    return sum(shorthand_of(letter) is None for letter in letters) >= 2


def _report_narrower(cells: Cells, categories: tuple[Category, ...], column: str, findings: Findings) -> None:
    counts, first_rows = cells.counts(), cells.first_rows()
    for code, value in enumerate(cells.values):
        text = text_of(value) if counts[code] else ""
        if not text or spelling_in(categories, text) is not None:
            continue
        whole = record_spelling_in(categories, text)
        if whole is not None:
            what = f"{quoted(text)} is part of {quoted(whole)} ({times(int(counts[code]))})"
            problem = (ProblemKind.NARROWER, what, f"Shown and counted as {quoted(whole)}.")
            findings.at(int(first_rows[code]), problem, column, text)


def _report_unknown(
    cells: Cells, unknown: Mapping[str, Sequence[int]], column: str, findings: Findings
) -> None:
    counts, first_rows = cells.counts(), cells.first_rows()
    for codes in unknown.values():
        text = text_of(cells.values[codes[0]])
        count = int(sum(counts[code] for code in codes))
        lack = "is not one of the values known for this column"
        what = f"{fault(text, lack)} ({times(count)})"
        problem = (ProblemKind.VALUE, what, "Kept as written, as a value of its own.")
        findings.at(int(min(first_rows[code] for code in codes)), problem, column, text)
