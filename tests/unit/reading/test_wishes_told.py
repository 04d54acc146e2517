"""What was read otherwise than recognised is said, wish by wish, with the other findings."""

from pathlib import Path

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import (
    NOT_USED,
    PLAIN,
    ColumnChoice,
    Correction,
    DateOrder,
    ReadingChoices,
    TableId,
)
from desktop_app.domain.units import Shape
from desktop_app.reading import open_files

LINES = (
    "Ref,Sent,Nature,Rubbish",
    "A1,03/04/2021,Child death,x1",
    "A2,05/06/2021,Serious harm,x2",
    "end,,,x",
)


def told(folder: Path, correction: Correction) -> list[tuple[str | None, str]]:
    """Return column and text of what the wishes add to the findings of a small table."""
    path = folder / "a.csv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    files = open_files([path], Progress())
    wished = ReadingChoices().with_correction(TableId("a.csv", ""), correction)
    return [
        (problem.column, problem.what)
        for problem in files.read(wished, Progress()).dataset.problems
        if problem.kind is ProblemKind.STRUCTURE and problem.done == "Read so, as you wished."
    ]


def test_nothing_wished_is_nothing_told(tmp_path: Path) -> None:
    assert told(tmp_path, Correction()) == []


def test_every_wish_about_rows_and_shape_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, Correction(header_rows=(1,), last_row=3, shape=Shape.CHILDREN)) == [
        (None, "Headings are taken from row 1"),
        (None, "The table is taken to end in row 3"),
        (None, "Each row is taken for a row per child"),
    ]
    assert told(tmp_path, Correction(header_rows=()))[0] == (None, "The table has no headings")


def test_every_wish_about_a_column_is_told_and_one_about_a_column_that_is_not_there_is_not(
    tmp_path: Path,
) -> None:
    columns = (
        ColumnChoice("Ref", PLAIN),
        ColumnChoice("Sent", "date_aware", DateOrder.MONTH_FIRST),
        ColumnChoice("Rubbish", NOT_USED),
        ColumnChoice("Elsewhere", "region"),
    )
    assert told(tmp_path, Correction(columns=columns)) == [
        ("Ref", "The column is kept as it is"),
        ("Sent", "The column is taken for Date local authority became aware"),
        ("Sent", "Dates are read month first"),
        ("Rubbish", "The column is not used"),
    ]
