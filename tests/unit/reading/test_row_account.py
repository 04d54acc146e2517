"""Every row read is used or reported as left out, whatever stands in the table."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import inspect_file, open_files

HEADINGS = st.sampled_from(
    ["Reference", "Date notified", "Nature", "Local authority", "2021", "2022-23", "Total", "", "time_period"]
)
CELLS = st.sampled_from(
    [
        " ",
        "A1",
        "A2",
        "04/01/2021",
        "31/02/2021",
        "Child death",
        "Kent",
        "Total",
        "12",
        "c",
        "2021",
        "1,204",
        "Notes",
        "Source: returns",
        "England",
        "Number",
        "£000",
        "Reference",
        "Girls",
        "=1",
        "#N/A",
        "3.5%",
    ]
)


@given(
    headings=st.lists(HEADINGS, min_size=2, max_size=6),
    rows=st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=14),
)
def test_rows_read_are_rows_used_and_rows_reported(headings: list[str], rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([headings, *rows])
        try:
            sheets = inspect_file(path, Progress()).sheets
            dataset = open_files([path], Progress()).read(ReadingChoices(), Progress()).dataset
        except UserError:
            return  # a sentence in place of data: no table there
    for sheet in sheets:
        if sheet.first_data_row is None or sheet.last_data_row is None:
            continue
        reported = [problem for problem in sheet.problems if problem.kind is ProblemKind.LEFT_OUT]
        assert sheet.rows_read == sheet.last_data_row - sheet.first_data_row + 1
        assert sheet.rows_read == sheet.rows_used + sheet.rows_left_out
        assert len({problem.row for problem in reported}) == sheet.rows_left_out
    left_out = [problem for problem in dataset.problems if problem.kind is ProblemKind.LEFT_OUT]
    assert sum(source.rows_left_out for source in dataset.sources) == len(left_out)
