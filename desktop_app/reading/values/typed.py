"""A typed column of one table, and the ways to make one from raw cells, value by distinct value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.domain.reading_choices import DateOrder
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.reading.files.grid import Cells, Raw, text_of

DATES = np.dtype("datetime64[s]")
NO_DATE = np.datetime64("NaT", "s")
ARRAY_KINDS = {ColumnKind.DATE: DATES, ColumnKind.NUMBER: np.dtype(np.float64)}


@dataclass(frozen=True, slots=True)
class Order:
    """In which order a column's dates are read, whether its own dates show it, and how."""

    order: DateOrder
    certain: bool
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Typed:
    """Values of one column: dates, numbers, or codes into `texts` (-1 for a blank cell).

    `as_written` keeps, by position, the text of cells that could not become a date or a number; `shorthand`
    lists the standard letters among `texts`; `markers` says how often each shorthand occurs, as the file
    spells it. `order` is given for dates that are written as numbers in text. `spelled` are the cells as the
    file has them, where `texts` spell some of them otherwise.
    """

    values: npt.NDArray[Any]
    texts: tuple[str, ...] = ()
    as_written: Mapping[int, str] = field(default_factory=dict)
    shorthand: tuple[str, ...] = ()
    markers: Mapping[str, int] = field(default_factory=dict)
    order: Order | None = None
    spelled: Cells | None = None

    def known(self) -> npt.NDArray[np.bool_]:
        """Return where there is a value."""
        if self.values.dtype == DATES:
            return np.asarray(~np.isnat(self.values))
        if self.values.dtype.kind == "f":
            return np.asarray(~np.isnan(self.values))
        return np.asarray(self.values >= 0)


@dataclass(frozen=True, slots=True, eq=False)
class TypedColumn:
    """A column with its values; where it stands in the sheet, it has its number there and some examples."""

    column: Column
    typed: Typed
    number: int | None = None
    examples: tuple[str, ...] = ()


def plain_texts(cells: Cells) -> Typed:
    """Return the column as text as written but for spaces around it, values in their order of appearance."""
    texts = [value.strip() if isinstance(value, str) else text_of(value) for value in cells.values]
    distinct = tuple(dict.fromkeys(filter(None, texts)))
    filled = np.fromiter(map(bool, texts), np.bool_, len(texts))
    if len(distinct) == filled.sum():  # as references are, of which there may be a million
        lookup = np.where(filled, np.cumsum(filled) - 1, -1).astype(np.int32)
    else:
        code = {text: number for number, text in enumerate(distinct)}
        lookup = np.array([code.get(text, -1) for text in texts], np.int32)
    return Typed(lookup[cells.codes], distinct)


def coded(cells: Cells, spelled: Sequence[str | None], order: Sequence[str] = ()) -> Typed:
    """Return the column as texts, given the text of each distinct value (None or empty: blank).

    The texts are those of `order` that occur, in that order, then the others in alphabetical order.
    """
    occurring = {text for text in spelled if text}
    rank = {text: number for number, text in enumerate(order)}
    texts = sorted(occurring, key=lambda text: (rank.get(text, len(rank)), text.casefold(), text))
    code = {text: number for number, text in enumerate(texts)}
    lookup = np.array([code[text] if text else -1 for text in spelled], np.int32)
    otherwise = any(
        text and text != text_of(value) for text, value in zip(spelled, cells.values, strict=True)
    )
    return Typed(lookup[cells.codes], tuple(texts), spelled=cells if otherwise else None)


def examples_of(cells: Cells) -> tuple[str, ...]:
    """Return the first three different values of a column as text."""
    return tuple(islice((text_of(value) for value, _ in cells.filled()), 3))


def kept_rows(typed: Typed, rows: npt.NDArray[np.intp]) -> Typed:
    """Return only these rows of a column, in their order."""
    place = {int(row): position for position, row in enumerate(rows)} if typed.as_written else {}
    as_written = {place[row]: text for row, text in typed.as_written.items() if row in place}
    spelled = typed.spelled.taken(rows) if typed.spelled else None
    return replace(typed, values=typed.values[rows], as_written=as_written, spelled=spelled)


def positions_of(cells: Cells, wanted: Mapping[int, str]) -> dict[int, str]:
    """Return position -> text for every cell whose code is wanted."""
    if not wanted:
        return {}
    marked = np.zeros(len(cells.values), np.bool_)
    marked[list(wanted)] = True
    rows = np.flatnonzero(marked[cells.codes])
    return {int(row): wanted[int(code)] for row, code in zip(rows, cells.codes[rows], strict=True)}


def joined(parts: Sequence[Typed | None], lengths: Sequence[int], kind: ColumnKind) -> Typed:
    """Return columns of several tables one below the other; None stands for a table without this column."""
    if len(parts) == 1 and parts[0] is not None:
        return parts[0]
    blank = {ColumnKind.DATE: NO_DATE, ColumnKind.NUMBER: np.nan}.get(kind, -1)
    dtype = ARRAY_KINDS.get(kind, np.dtype(np.int32))
    # Category lists keep the order of the first table, so that one table alone comes through unchanged.
    texts = tuple(dict.fromkeys(text for part in parts if part for text in part.texts))
    code = {text: number for number, text in enumerate(texts)}
    arrays, as_written, start = [], {}, 0
    markers: dict[str, int] = {}
    for part, length in zip(parts, lengths, strict=True):
        if part is None:
            arrays.append(np.full(length, blank, dtype))
        elif dtype == np.int32:
            lookup = np.array([*(code[text] for text in part.texts), -1], np.int32)
            arrays.append(lookup[part.values])
        else:
            arrays.append(part.values)
        if part is not None:
            as_written.update({start + position: text for position, text in part.as_written.items()})
            for marker, count in part.markers.items():
                markers[marker] = markers.get(marker, 0) + count
        start += length
    shorthand = tuple(dict.fromkeys(letter for part in parts if part for letter in part.shorthand))
    spelled = _spelled(parts, lengths) if any(part and part.spelled for part in parts) else None
    return Typed(np.concatenate(arrays), texts, as_written, shorthand, markers, spelled=spelled)


def _spelled(parts: Sequence[Typed | None], lengths: Sequence[int]) -> Cells:
    """Return the cells of several tables as their files have them, one below the other."""
    code: dict[Raw, int] = {None: 0}
    arrays = []
    for part, length in zip(parts, lengths, strict=True):
        cells = Cells(np.zeros(length, np.int32), (None,))
        if part is not None:
            cells = part.spelled or Cells(part.values + 1, (None, *part.texts))
        lookup = np.array([code.setdefault(value, len(code)) for value in cells.values], np.int32)
        arrays.append(lookup[cells.codes])
    return Cells(np.concatenate(arrays), tuple(code))
