"""Tells references from what stands in their place, and those of one year from those of the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_app.domain.problems import ProblemKind
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.finding.families import RECORD_DATES
from desktop_app.reading.values.typed import Typed, TypedColumn, plain_texts, positions_of

Years = npt.NDArray[np.datetime64]

_PLACEHOLDER = re.compile(
    r"(?:t\W?b\W?[cda]|n\W?[ak]|not (?:yet )?(?:known|given|issued|available)|pending|awaited|awaiting|"
    r"unknown|none|to follow|0|[-–—?.x*]+)\W?",
    re.IGNORECASE,
)
_MANY = 50_000  # references, of which only those that stand in several rows are looked at
_FEWEST_AGAIN = 2  # references that stand in several years
_MOST_TOLD = 20


def typed_references(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return references as written; what stands in place of one, such as TBC, is kept but is none."""
    counts, first_rows = cells.counts(), cells.first_rows()
    kept: dict[int, str] = {}
    looked_at = np.flatnonzero(counts > (len(counts) > _MANY))  # one alone joins nothing
    for code in map(int, looked_at):
        text = text_of(cells.values[code])
        if text and _PLACEHOLDER.fullmatch(text):
            kept[code] = text
            what = f"{quoted(text)} stands in place of a reference ({times(int(counts[code]))})"
            done = "Each of these rows counts as a notification of its own."
            findings.at(int(first_rows[code]), (ProblemKind.MISSING, what, done), column, text)
    if not kept:
        return plain_texts(cells)
    named = Cells(np.where(np.isin(cells.codes, list(kept)), 0, cells.codes).astype(np.int32), cells.values)
    typed = plain_texts(named.taken(np.arange(len(named.codes))))
    return replace(typed, as_written=positions_of(cells, kept))


def told_apart(columns: Sequence[TypedColumn], findings: Findings) -> list[TypedColumn]:
    """Return the columns with references that begin anew each year told apart by their years.

    They do where half of the references that stand in several rows, and a quarter of all, stand in several
    years: a notification that is followed up in the next year is still one.
    """
    typed = {item.column.key: item.typed for item in columns}
    reference = typed.get("reference")
    dates = next((typed[key] for key in RECORD_DATES if key in typed), None)
    if reference is None:
        return list(columns)
    _report_variants(reference, findings)
    if dates is None:
        return list(columns)
    years = dates.values.astype("datetime64[Y]")
    again = _in_several_years(reference, years)
    repeated = np.bincount(reference.values[reference.values >= 0]) > 1
    if len(again) < max(_FEWEST_AGAIN, repeated.sum() / 2, len(reference.texts) / 4):
        return list(columns)
    made = _by_year(reference, years)
    example = made.texts[made.values[np.flatnonzero(reference.values == again[0])[-1]]]
    what = f"References begin anew each year: {len(again):,} of them stand in several years"
    done = f"They are told apart by the year, as in {quoted(example)}."
    findings.sheet_wide(ProblemKind.STRUCTURE, what, done, "Reference")
    return [replace(item, typed=made) if item.column.key == "reference" else item for item in columns]


def _in_several_years(reference: Typed, years: Years) -> npt.NDArray[np.intp]:
    """Return the codes of the references whose rows have dates in more than one year."""
    dated = (reference.values >= 0) & ~np.isnat(years)
    codes, numbers = reference.values[dated], years[dated].astype(np.int64)
    first = np.full(len(reference.texts), np.iinfo(np.int64).max)
    last = np.full(len(reference.texts), np.iinfo(np.int64).min)
    np.minimum.at(first, codes, numbers)
    np.maximum.at(last, codes, numbers)
    return np.flatnonzero(first < last)


def _by_year(reference: Typed, years: Years) -> Typed:
    texts: dict[str, int] = {}
    values = np.full(len(reference.values), -1, np.int32)
    for row, (code, year) in enumerate(
        zip(reference.values.tolist(), years.astype(str).tolist(), strict=True)
    ):
        if code >= 0:
            text = reference.texts[code] if year == "NaT" else f"{reference.texts[code]} ({year})"
            values[row] = texts.setdefault(text, len(texts))
    as_in_file = reference.spelled or Cells(reference.values + 1, (None, *reference.texts))
    return replace(reference, values=values, texts=tuple(texts), spelled=as_in_file)


def _report_variants(reference: Typed, findings: Findings) -> None:
    """Note references that differ in capitals or spaces only; whether they are the same is not guessed."""
    folded = _folded(reference.texts)
    if len(set(folded)) == len(folded):
        return
    first: dict[str, str] = {}
    told = 0
    for key, text in zip(folded, reference.texts, strict=True):
        other = first.setdefault(key, text)
        if other != text and told < _MOST_TOLD:
            told += 1
            what = f"{quoted(other)} and {quoted(text)} differ in capitals or spaces only"
            findings.sheet_wide(
                ProblemKind.INCONSISTENT, what, "Counted as different notifications.", "Reference", text
            )


def _folded(texts: Sequence[str]) -> list[str]:
    """Return texts without spaces and in capitals; all in one go, as there may be a million."""
    together = "\n".join(texts)
    if together.count("\n") != len(texts) - 1:  # some have several lines
        return [text.replace(" ", "").upper() for text in texts]
    return together.replace(" ", "").upper().split("\n")
