"""Small workbooks and text tables that the tests of reading write."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import read_files

Row = Sequence[object]

HEADINGS = ("Reference", "Date notified", "Date of incident", "Nature", "Local authority", "Region")
RECORDS: tuple[Row, ...] = (
    ("00123", date(2021, 3, 4), date(2021, 2, 28), "Child death", "Leeds", "Yorkshire and The Humber"),
    ("00124", date(2021, 5, 6), date(2021, 5, 1), "Serious harm", "Devon", "South West"),
    ("00125", date(2021, 7, 8), date(2021, 7, 2), "Serious harm", "Kent", "South East"),
)


def workbook(path: Path, rows: Sequence[Row], title: str = "Records") -> Path:
    """Write rows into the one sheet of a new workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def text_table(path: Path, *lines: str) -> Path:
    """Write lines as UTF-8 text."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(*paths: Path, sheet: str | None = None) -> Dataset:
    """Read files as the program does."""
    return read_files(paths, ReadingChoices(sheet=sheet), Progress())


def of_kind(dataset: Dataset, kind: ProblemKind) -> list[Problem]:
    """Return the problems of one kind."""
    return [problem for problem in dataset.problems if problem.kind is kind]


def column(dataset: Dataset, key: str) -> list[object]:
    """Return a column's values, None where there is none, dates as dates."""
    series = dataset.frame[key]
    values = [None if missing else value for value, missing in zip(series, series.isna(), strict=True)]
    return [value.date() if hasattr(value, "date") else value for value in values]


def accounts_add_up(dataset: Dataset) -> bool:
    """Return whether rows read are rows used plus rows reported as left out."""
    read_rows = sum(source.rows_read for source in dataset.sources)
    return read_rows == len(dataset.frame) + len(of_kind(dataset, ProblemKind.LEFT_OUT))
