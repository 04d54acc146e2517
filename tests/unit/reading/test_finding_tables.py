"""The table is found on a sheet wherever it stands; measured against sheets that people labelled."""

import json
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.progress import Progress
from desktop_app.reading import FileReport, inspect_file
from desktop_app.reading.files.grid import Grid, GridBuilder, Merge
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.table_finder import find_table

AGREEMENT = 0.95


def grid(*rows: Sequence[object], name: str = "Sheet1", merged: tuple[Merge, ...] = ()) -> Grid:
    builder = GridBuilder()
    builder.add(rows)
    return builder.finish(name, merged)


def rows_of(region: Region) -> tuple[tuple[int, ...], int, int]:
    return region.header_rows, region.first, region.last


def test_two_heading_rows_are_joined() -> None:
    region = find_table(
        grid(
            ("Table 1: children",),
            (),
            ("", "Boys", "", "Girls", ""),
            ("Area", "2020", "2021", "2020", "2021"),
            ("Kent", 1.0, 2.0, 3.0, 4.0),
            ("Leeds", 5.0, 6.0, 7.0, 8.0),
            merged=(Merge(2, 1, 2, 2), Merge(2, 3, 2, 4)),
        )
    )
    assert rows_of(region) == ((2, 3), 4, 5)
    assert region.headings == ("Area", "Boys – 2020", "Boys – 2021", "Girls – 2020", "Girls – 2021")


def test_spacer_columns_and_a_blank_first_column_are_no_columns() -> None:
    region = find_table(grid(("", "Area", "", "2020"), ("", "Kent", "", 3.0), ("", "Leeds", "", 4.0)))
    assert region.columns == (1, 3)


def test_sources_and_notes_below_are_no_data() -> None:
    region = find_table(
        grid(
            ("Area", "2020", "2021"),
            ("Kent", 1.0, 2.0),
            ("Leeds", "c", 6.0),
            ("Sources:", "DfE and others"),
            ("1. A footnote of the kind that goes on and on",),
        )
    )
    assert rows_of(region) == ((0,), 1, 2)


def test_a_second_table_below_is_not_part_of_the_first() -> None:
    region = find_table(
        grid(
            ("Area", "2020", "2021"),
            ("Kent", 1.0, 2.0),
            ("Leeds", 5.0, 6.0),
            (),
            ("Team", "Cases", "Posts"),
            ("North", 7.0, 8.0),
        )
    )
    assert rows_of(region) == ((0,), 1, 2)
    assert region.further == 4


def test_section_rows_stay_inside() -> None:
    region = find_table(
        grid(
            ("Area", "2020", "2021"),
            ("North",),
            ("Leeds", 1.0, 2.0),
            (),
            ("South",),
            ("Kent", 5.0, 6.0),
        )
    )
    assert rows_of(region) == ((0,), 1, 5)


def test_a_table_without_headings_loses_no_row() -> None:
    region = find_table(grid((1.0, 2.5, 3.5), (4.0, 5.5, 6.5)))
    assert rows_of(region) == ((), 0, 1)


def test_sheets_without_a_table() -> None:
    assert find_table(grid()).looks is Looks.EMPTY
    assert find_table(grid(("Dear reader",), ("this is a cover",))).looks is Looks.TEXT
    contents = grid(("Sheet", "Title"), ("1", "Children"), ("2", "Deaths"), name="Contents")
    assert find_table(contents).looks is Looks.TEXT


@given(
    titles=st.lists(st.sampled_from(["Notifications", "Draft", "", "As at 31 March"]), max_size=4),
    notes=st.lists(st.sampled_from(["Note: draft", "", "Source: returns", "1. Includes unborn"]), max_size=4),
    blank_columns=st.integers(0, 3),
    places=st.lists(st.sampled_from(["Kent", "Leeds", "Devon", "York"]), min_size=1, max_size=12),
)
def test_a_table_is_found_under_any_titles_and_above_any_notes(
    titles: list[str], notes: list[str], blank_columns: int, places: list[str]
) -> None:
    margin = ("",) * blank_columns
    headings = ("Reference", "Date notified", "Local authority", "Number of children")
    body = [(f"A{number}", "04/01/2021", place, float(number)) for number, place in enumerate(places)]
    sheet = grid(
        *((*margin, title) for title in titles),
        (*margin, *headings),
        *((*margin, *row) for row in body),
        (),
        *((*margin, note) for note in notes),
    )
    region = find_table(sheet)
    assert rows_of(region) == ((len(titles),), len(titles) + 1, len(titles) + len(body))
    assert region.headings == headings
    found = [
        tuple(sheet.columns[column][row] for column in region.columns)
        for row in range(region.first, region.last + 1)
    ]
    assert found == body


def test_the_labelled_sheets_are_found_as_labelled(shared_data: Path) -> None:
    labels = [
        label for label in json.loads((shared_data / "labels.json").read_text("utf-8")) if label["sure"]
    ]
    reports = {name: _report(shared_data, name) for name in {label["file"] for label in labels}}
    wrong = [
        f"{label['file']} {label['sheet']}" for label in labels if not _agrees(label, reports[label["file"]])
    ]
    assert len(wrong) <= (1 - AGREEMENT) * len(labels), wrong


def test_every_public_file_opens_and_accounts_for_each_row(shared_data: Path) -> None:
    files = [file for folder in ("published", "spreadsheets") for file in (shared_data / folder).iterdir()]
    for file in files:
        for sheet in inspect_file(file, Progress()).sheets:
            left_out = [problem for problem in sheet.problems if problem.done == "The row is left out."]
            assert sheet.rows_read == sheet.rows_used + len(left_out), (file.name, sheet.name)


def _report(shared_data: Path, name: str) -> FileReport:
    return inspect_file(next(shared_data.rglob(name)), Progress())


def _agrees(label: dict[str, object], report: FileReport) -> bool:
    """Return whether a sheet is read as labelled; labels count rows from 0, reports from 1."""
    sheet = next(sheet for sheet in report.sheets if sheet.name == (label["sheet"] or ""))
    if label["kind"] == "text":
        return sheet.kind in {"text", "empty"}
    found = (
        [row - 1 for row in sheet.header_rows],
        (sheet.first_data_row or 0) - 1,
        (sheet.last_data_row or 0) - 1,
    )
    return found == (label["header_rows"], label["first_data_row"], label["last_data_row"])
