"""The findings about the source data: counted, narrowed down, and made into table rows on demand."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from desktop_app.domain.periods import day_words
from desktop_app.domain.problems import Place, Problem, ProblemKind
from desktop_app.presentation.models import Cell, CellKind, ProblemGroup, Report, TableColumn, View
from desktop_app.presentation.words.change import listed
from desktop_app.presentation.words.numbers import count_text

_KIND = TableColumn("kind", "Kind", CellKind.TEXT)
_PLACE = (TableColumn("file", "File", CellKind.TEXT), TableColumn("sheet", "Sheet", CellKind.TEXT))
_FINDING = (
    TableColumn("row", "Row", CellKind.COUNT),
    TableColumn("column", "Column", CellKind.TEXT),
    TableColumn("value", "Value", CellKind.TEXT),
    TableColumn("what", "What was found", CellKind.TEXT),
    TableColumn("done", "What was done", CellKind.TEXT),
)
_ORDER = {kind: at for at, kind in enumerate(ProblemKind)}


class FindingsTable:
    """Some of the findings as a table. Nothing is copied: each cell is made when it is asked for."""

    def __init__(self, problems: tuple[Problem, ...], columns: tuple[TableColumn, ...]) -> None:
        self._problems = problems
        self._columns = columns

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the columns in the order shown."""
        return self._columns

    @property
    def row_count(self) -> int:
        """Return the number of findings shown."""
        return len(self._problems)

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell by its position in the findings and columns shown."""
        return _cell(self._problems[row], self._columns[column].key)

    def tooltip(self, row: int, column: int) -> str:
        """Return the whole text of a cell and where a click leads."""
        text = self.cell(row, column).text
        if self.place(row) is None:
            return text
        return f"{text}\n\nClick to see {'the row in its sheet' if self.left_out(row) else 'the record'}"

    def row_number(self, row: int) -> str:
        """Return the position of the finding among those shown, from 1."""
        return str(row + 1)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every finding shown, in order."""
        for problem in self._problems:
            yield tuple(_cell(problem, column.key) for column in self._columns)

    def place(self, row: int) -> Place | None:
        """Return where a finding stands in the source; None where it is about a whole sheet or column."""
        found = self._problems[row]
        return None if found.row is None else Place(found.file, found.sheet, found.row)

    def left_out(self, row: int) -> bool:
        """Return whether a finding is about a row that is not among the records."""
        return self._problems[row].kind is ProblemKind.LEFT_OUT


class Findings:
    """All findings of the open files; what is costly is made when it is first asked for."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems

    @cached_property
    def kinds(self) -> tuple[ProblemGroup, ...]:
        """Return how many findings there are of each kind that occurs, in the order of the kinds."""
        counts = Counter(problem.kind for problem in self.problems)
        return tuple(ProblemGroup(kind.value, counts[kind]) for kind in ProblemKind if counts[kind])

    @cached_property
    def columns(self) -> tuple[ProblemGroup, ...]:
        """Return how many findings there are in each column that has some, the most first."""
        counts = Counter(problem.column for problem in self.problems if problem.column)
        return tuple(ProblemGroup(title, count) for title, count in counts.most_common())

    @cached_property
    def common_place(self) -> str:
        """Return the file and sheet in words where all findings stand in one; else nothing."""
        places = {(problem.file, problem.sheet) for problem in self.problems}
        if len(places) != 1:
            return ""
        file, sheet = next(iter(places))
        return f"{file}, sheet {sheet}" if sheet else file

    @cached_property
    def hidden(self) -> str:
        """Return in words what is hidden in the files and what was done with it; else nothing."""
        found = [each for each in self.problems if each.kind is ProblemKind.HIDDEN]
        if not found:
            return ""
        return f"{listed(dict.fromkeys(map(_with_value, found)))}. {found[0].done}"

    @cached_property
    def repeats(self) -> int:
        """Return how many rows that are used have a reference that an earlier row has."""
        return sum(each.kind is ProblemKind.DUPLICATE for each in self.problems)

    def where(self, kind: str = "", column: str = "", text: str = "") -> FindingsTable:
        """Return the findings of a kind, in a column and with a text anywhere; empty asks for all."""
        words = text.strip().casefold()
        found = self._sorted
        if kind:
            found = tuple(each for each in found if each.kind == kind)
        if column:
            found = tuple(each for each in found if each.column == column)
        if words:
            found = tuple(each for each in found if words in self._words[id(each)])
        shown = (*(() if kind else (_KIND,)), *(() if self.common_place else _PLACE), *_FINDING)
        filled = tuple(each for each in shown if any(_value(problem, each.key) for problem in found))
        return FindingsTable(found, filled or shown)

    def everything(self) -> FindingsTable:
        """Return all findings with all columns, as a file of their own lists them."""
        return FindingsTable(self._sorted, (_KIND, *_PLACE, *_FINDING))

    @cached_property
    def _sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.problems, key=lambda problem: _ORDER[problem.kind]))

    @cached_property
    def _words(self) -> dict[int, str]:
        return {
            id(each): "\n".join(
                (each.value, each.what, each.column or "", each.done, str(each.row), each.sheet, each.file)
            ).casefold()
            for each in self.problems
        }


def findings_report(view: View, findings: Findings, version: str, made: datetime) -> Report:
    """Return a workbook of the findings alone, with the account of rows on its cover."""
    count = len(findings.problems)
    lines = [
        ("What this is", "What was found when the files were read, with its place and what was done."),
        ("Source", f"{view.file_title}."),
        ("Rows", f"{view.account}. Rows are numbered as Excel shows them."),
        ("Findings", f"{count_text(count)} {'finding' if count == 1 else 'findings'}."),
        *((group.title, f"{count_text(group.count)}.") for group in findings.kinds),
        ("Made", f"{day_words(made.date())}, {made:%H:%M}, by Notification Statistics Viewer {version}."),
    ]
    title = f"Data quality: {view.file_title}"
    return Report(title, tuple(lines), (), (), (), None, findings.everything())


def _with_value(problem: Problem) -> str:
    return f"{problem.what} ({problem.value})" if problem.value else problem.what


def _value(problem: Problem, key: str) -> str | int | None:
    value: str | int | None = getattr(problem, key)
    return value


def _cell(problem: Problem, key: str) -> Cell:
    value = _value(problem, key)
    return Cell(str(value), value) if isinstance(value, int) else Cell(value or "")
