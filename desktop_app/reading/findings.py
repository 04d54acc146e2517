"""Collects what is found wrong on one sheet, each with its place as Excel shows it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.domain.problems import Problem, ProblemKind


class Findings:
    """The problems of one table. `rows` holds each used row's number in the sheet, the first row being 1."""

    def __init__(self, file: str, sheet: str, rows: npt.NDArray[np.intp]) -> None:
        self.file = file
        self.sheet = sheet
        self._rows = rows
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what was found so far."""
        return tuple(self._problems)

    def sheet_wide(self, kind: ProblemKind, what: str, done: str, column: str | None = None, value: str = "") -> None:
        """Note something about the sheet or a whole column."""
        self._problems.append(Problem(kind, self.file, self.sheet, None, column, value, what, done))

    def at(self, position: int, problem: tuple[ProblemKind, str, str], column: str | None, value: str) -> None:
        """Note a problem (its kind, what it is, what was done) at one used row, by its position."""
        kind, what, done = problem
        row = int(self._rows[position])
        self._problems.append(Problem(kind, self.file, self.sheet, row, column, value, what, done))

    def left_out(self, row: int, value: str, reason: str) -> None:
        """Note that a row of the sheet (numbered as Excel shows it) is not used."""
        self._problems.append(
            Problem(ProblemKind.LEFT_OUT, self.file, self.sheet, row, None, value, reason, "The row is left out.")
        )

    def extend(self, problems: Sequence[Problem]) -> None:
        """Take problems that were found elsewhere."""
        self._problems.extend(problems)


def times(count: int) -> str:
    """Return how many rows something is in, in words to put behind it."""
    return "in 1 row" if count == 1 else f"in {count:,} rows"
