"""Collects what is found wrong, each with its file, sheet and row as Excel shows it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_app.domain.harmless import harmless, shortened
from desktop_app.domain.problems import Problem, ProblemKind

_NONE = np.zeros(0, np.intp)


class Findings:
    """The problems of one table, or of several one below the other.

    `places` are the tables' files and sheets. `rows` holds the number of each used row in its sheet, the
    first row being 1, and `table_of` which of the tables it comes from (None: there is one).
    """

    def __init__(
        self,
        places: Sequence[tuple[str, str]],
        rows: npt.NDArray[np.intp] = _NONE,
        table_of: npt.NDArray[np.intp] | None = None,
    ) -> None:
        self._places = places
        self._rows = rows
        self._table_of = table_of
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what was found so far."""
        return tuple(self._problems)

    def sheet_wide(
        self, kind: ProblemKind, what: str, done: str, column: str | None = None, value: str = ""
    ) -> None:
        """Note something about the one sheet or a whole column of it."""
        self._add(Problem(kind, *self._places[0], None, column, value, what, done))

    def at(
        self, position: int, problem: tuple[ProblemKind, str, str], column: str | None, value: str
    ) -> None:
        """Note a problem (its kind, what it is, what was done) at one used row, by its position."""
        kind, what, done = problem
        row = int(self._rows[position])
        self._add(Problem(kind, *self._place(position), row, column, value, what, done))

    def left_out(self, row: int, value: str, reason: str) -> None:
        """Note that a row of the one sheet (numbered as Excel shows it) is not used."""
        kind, done = ProblemKind.LEFT_OUT, "The row is left out."
        self._add(Problem(kind, *self._places[0], row, None, value, reason, done))

    def _add(self, found: Problem) -> None:
        column = None if found.column is None else shortened(found.column)
        value, what = shortened(found.value), harmless(found.what)
        self._problems.append(replace(found, column=column, value=value, what=what))

    def place_of(self, position: int, seen_from: int) -> str:
        """Return where a row stands, in words; its file and sheet only where another row's differ."""
        words = f"row {int(self._rows[position])}"
        file, sheet = self._place(position)
        if (file, sheet) == self._place(seen_from):
            return words
        return f"{words} of {file}" + (f", sheet {sheet}" if sheet else "")

    def _place(self, position: int) -> tuple[str, str]:
        return self._places[0 if self._table_of is None else int(self._table_of[position])]


def times(count: int) -> str:
    """Return how many rows something is in, in words to put behind it."""
    return "in 1 row" if count == 1 else f"in {count:,} rows"
