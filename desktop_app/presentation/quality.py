"""The findings about the source data, grouped by kind, each with the table of places where they stand."""

from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.presentation.models import Cell, CellKind, ProblemGroup, Table, TableColumn

_COLUMNS = (
    TableColumn("file", "File", CellKind.TEXT),
    TableColumn("sheet", "Sheet", CellKind.TEXT),
    TableColumn("row", "Row", CellKind.COUNT),
    TableColumn("column", "Column", CellKind.TEXT),
    TableColumn("value", "Value", CellKind.TEXT),
    TableColumn("what", "What was found", CellKind.TEXT),
    TableColumn("done", "What was done", CellKind.TEXT),
)


def problem_groups(problems: tuple[Problem, ...]) -> tuple[ProblemGroup, ...]:
    """Return one group for every kind of problem that was found, in the order of the kinds."""
    found = ((kind, [problem for problem in problems if problem.kind is kind]) for kind in ProblemKind)
    return tuple(ProblemGroup(kind.value, len(group), _table(kind, group)) for kind, group in found if group)


def _table(kind: ProblemKind, problems: list[Problem]) -> Table:
    return Table(
        key=kind.name.lower(),
        title=kind.value,
        subtitle="Rows are numbered as Excel shows them.",
        columns=_COLUMNS,
        rows=tuple(_row(problem) for problem in problems),
        notes=(),
        source="",
    )


def _row(problem: Problem) -> tuple[Cell, ...]:
    row = Cell("") if problem.row is None else Cell(str(problem.row), float(problem.row))
    texts = (problem.column or "", problem.value, problem.what, problem.done)
    return (Cell(problem.file), Cell(problem.sheet), row, *(Cell(text) for text in texts))
