"""Makes a date from columns that tell only in which period a notification falls, such as Year and Quarter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.listed import words
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import DateBasis, PeriodKind
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.named_periods import PartOfYear, Span, calendar_of, named_period, part_of_year
from desktop_app.reading.values.typed import DATES, NO_DATE, Typed, TypedColumn

_WORDS_BESIDE = words(
    "of the in a date notification notifications notified incident sin reported submitted death harm"
)
_OF_PERIODS = tuple(
    map(
        words,
        ("year", "calendar year", "financial year", "fy", "reporting year", "period", "half", "half year"),
    )
) + tuple(
    map(words, ("quarter", "qtr", "month", "month year", "year month", "year quarter", "reporting period"))
)
_OF_THE_INCIDENT = words("incident death harm")
_NEARLY_ALL = 0.9
_MOST_VALUES = 1500


@dataclass(frozen=True, slots=True, eq=False)
class PeriodDate:
    """A date column made from periods: the first day of each row's period, and how long these are."""

    column: TypedColumn
    tells: PeriodKind


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A column whose cells name periods, or parts of a year that another column names."""

    label: str
    cells: Cells
    meant: tuple[Span | PartOfYear | None, ...]


def period_date(labels: Sequence[str], columns: Sequence[Cells], findings: Findings) -> PeriodDate | None:
    """Return the date that columns of periods give each record; None where they do not name periods."""
    named = [found for label, cells in zip(labels, columns, strict=True) if (found := _named(label, cells))]
    years = [each for each in named if _all_are(each, tuple)]
    parts = [each for each in named if _all_are(each, PartOfYear)]
    if not years:
        return None
    year = min(years, key=_length)
    part = None if _length(year) < _A_YEAR or not parts else min(parts, key=_length_of_part)
    pairs = np.column_stack([each.cells.codes for each in (year, part) if each is not None])
    distinct, rows = np.unique(pairs, axis=0, return_inverse=True)
    spans = [_span(year, part, codes) for codes in distinct.tolist()]
    tells = _kind_of([span for span in spans if span is not None])
    if tells is None:
        return None
    days = np.array([span[0] if span else NO_DATE for span in spans], DATES)[rows.reshape(-1)]
    return PeriodDate(_column(year, part, days, tells, findings), tells)


_A_YEAR = 360  # days, nearly


def _named(label: str, cells: Cells) -> _Named | None:
    """Return a column as one of periods, where its heading says so and nearly all of its cells name one."""
    written = frozenset(re.findall(r"[a-z]+", label.casefold()))
    if len(cells.values) > _MOST_VALUES or (written - _WORDS_BESIDE or written) not in _OF_PERIODS:
        return None
    meant = tuple(_meant(value, label) for value in cells.values)
    known = sum(count for span, count in zip(meant, cells.counts().tolist(), strict=True) if span is not None)
    return _Named(label, cells, meant) if known >= _NEARLY_ALL * np.count_nonzero(cells.codes) > 0 else None


def _meant(value: Raw, label: str) -> Span | PartOfYear | None:
    text = text_of(value)
    if not text:
        return None
    if isinstance(value, date) and value.day == 1 and "month" in label.casefold():
        month = Period.containing(value, PeriodKind.MONTH)
        return month.start, month.end
    if text.isdigit() and len(text) <= 2:  # the number of a month or a quarter
        if "month" in label.casefold():
            return PartOfYear(1, int(text)) if 1 <= int(text) <= 12 else None
        return part_of_year(f"Q{text}") if "q" in label.casefold() else part_of_year(f"H{text}")
    return named_period(text, calendar_of(label)) or part_of_year(text)


def _all_are(named: _Named, kind: type) -> bool:
    return all(isinstance(each, kind) for each in named.meant if each is not None)


def _length(named: _Named) -> int:
    """Return how many days the longest of a column's periods has."""
    return max((each[1] - each[0]).days for each in named.meant if isinstance(each, tuple))


def _length_of_part(named: _Named) -> int:
    return max(each.length for each in named.meant if isinstance(each, PartOfYear))


def _span(year: _Named, part: _Named | None, codes: Sequence[int]) -> Span | None:
    whole = year.meant[codes[0]]
    if part is None or not isinstance(whole, tuple):
        return whole if isinstance(whole, tuple) else None
    within = part.meant[codes[1]]
    return within.within(whole) if isinstance(within, PartOfYear) else None


def _kind_of(spans: Sequence[Span]) -> PeriodKind | None:
    """Return the kind of period that all spans are, or None."""
    for kind in PeriodKind:
        periods = [Period.containing(first, kind) for first, _ in spans]
        if spans and [(period.start, period.end) for period in periods] == [*spans]:
            return kind
    return None


def _column(
    year: _Named,
    part: _Named | None,
    days: npt.NDArray[np.datetime64],
    tells: PeriodKind,
    findings: Findings,
) -> TypedColumn:
    labels = [each.label for each in (year, part) if each is not None]
    about = frozenset(re.findall(r"[a-z]+", " ".join(labels).casefold()))
    basis = DateBasis.INCIDENT if about & _OF_THE_INCIDENT else DateBasis.NOTIFIED
    name = "Date of incident" if basis is DateBasis.INCIDENT else "Date notified"
    kind = tells.value.replace("-", " ")
    verb = "tells" if len(labels) == 1 else "tell"
    what = f"The file gives no dates; {' and '.join(map(quoted, labels))} {verb} the {kind} of each record"
    done = f"A column {name} was added with the first day of the {kind}; shorter periods are not shown."
    findings.sheet_wide(ProblemKind.STRUCTURE, what, done, name)
    if missing := int(np.isnat(days).sum()):
        lacking = f"The {kind} of the record is not told ({times(missing)})"
        findings.sheet_wide(ProblemKind.MISSING, lacking, "Used all the same, but in no period.", name)
    title = f"{name} ({kind}, from {' and '.join(labels)})"
    return TypedColumn(Column(basis.column, title, "", ColumnKind.DATE, True), Typed(days))
