"""What the person wishes about reading is honoured, accounted for, and told back for a view to show."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.domain.how_read import RowMark
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import (
    NOT_USED,
    PLAIN,
    ColumnChoice,
    Correction,
    DateOrder,
    ReadingChoices,
    Repeated,
    TableId,
    choices_from_json,
    choices_to_json,
)
from desktop_app.domain.units import Shape
from desktop_app.presentation.reading.how_read import HowRead
from desktop_app.reading import ReadOut, inspect_file, open_files
from tests.unit.reading.books import (
    HEADINGS,
    RECORDS,
    Row,
    accounts_add_up,
    column,
    of_kind,
    text_table,
    workbook,
)


def read_out(*paths: Path, choices: ReadingChoices | None = None, **wishes: object) -> ReadOut:
    wished = replace(choices or ReadingChoices(), **wishes)
    out = open_files(paths, Progress()).read(wished, Progress())
    assert accounts_add_up(out.dataset)
    return out


def book_of(path: Path, **sheets: Sequence[Row]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def encrypted(path: Path, password: str) -> Path:
    plain = workbook(path.with_name("plain.xlsx"), (HEADINGS, *RECORDS))
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt(password, target)
    plain.unlink()
    return path


def test_a_protected_workbook_opens_with_its_password_alone(tmp_path: Path) -> None:
    path = encrypted(tmp_path / "secret.xlsx", "Blue 7")
    with pytest.raises(PasswordNeeded) as asked:
        open_files([path], Progress())
    assert (asked.value.path, asked.value.wrong) == (path, False)
    with pytest.raises(PasswordNeeded) as asked:
        open_files([path], Progress(), {path: "blue 7"})
    assert asked.value.wrong
    assert "is wrong" in asked.value.title
    dataset = open_files([path], Progress(), {path: "Blue 7"}).read(ReadingChoices(), Progress()).dataset
    assert column(dataset, "reference") == ["00123", "00124", "00125"]
    assert [each.name for each in tmp_path.iterdir()] == ["secret.xlsx"]
    assert inspect_file(path, Progress(), "Blue 7").sheets[0].rows_used == 3


def test_a_folders_password_opens_the_files_in_it(tmp_path: Path) -> None:
    encrypted(tmp_path / "secret.xlsx", "Blue 7")
    opened = open_files([tmp_path], Progress(), {tmp_path: "Blue 7"})
    assert len(opened.read(ReadingChoices(), Progress()).dataset.frame) == 3


def test_sheets_of_years_with_the_same_headings_are_read_one_below_the_other(tmp_path: Path) -> None:
    other = tuple(("1" + str(row[0]), *row[1:]) for row in RECORDS)
    notes = (("Item", "Cost", "Share"), ("Pens", 3, 0.5))
    path = book_of(
        tmp_path / "years.xlsx", **{"2020": (HEADINGS, *RECORDS), "2021": (HEADINGS, *other), "Costs": notes}
    )
    out = read_out(path)
    assert len(out.dataset.frame) == 6
    assert column(out.dataset, "source_sheet") == ["2020"] * 3 + ["2021"] * 3
    assert [(table.id.sheet, table.chosen) for sheet in out.readings[0].sheets for table in sheet.tables] == [
        ("2020", True),
        ("2021", True),
        ("Costs", False),
    ]
    assert [problem.sheet for problem in of_kind(out.dataset, ProblemKind.STRUCTURE)] == ["Costs"]
    alone = read_out(path, sheet="2021")
    assert column(alone.dataset, "reference") == ["100123", "100124", "100125"]


def test_every_table_of_every_sheet_can_be_chosen(tmp_path: Path) -> None:
    second = (("Item", "Cost", "Share"), ("Pens", 3, 0.5), ("Ink", 4, 0.2))
    path = book_of(tmp_path / "book.xlsx", Here=(HEADINGS, *RECORDS, (), *second), There=second)
    table = TableId("book.xlsx", "Here", 2)
    out = read_out(path, tables=(table,))
    assert column(out.dataset, "item") == ["Pens", "Ink"]
    chosen = [each for sheet in out.readings[0].sheets for each in sheet.tables if each.chosen]
    assert [(each.id, each.header_rows, each.first_row, each.last_row) for each in chosen] == [
        (table, (6,), 7, 8)
    ]
    with pytest.raises(UserError, match="no table number 3"):
        read_out(path, tables=(TableId("book.xlsx", "Here", 3),))
    with pytest.raises(UserError, match="has no sheet"):
        read_out(path, tables=(TableId("book.xlsx", "Nowhere"),))


def test_heading_rows_and_the_last_row_can_be_corrected(tmp_path: Path) -> None:
    rows = (("Reference", "When", "What"), ("code", "notified", "nature"), ("1", "2 May 2021", "Death"))
    path = text_table(tmp_path / "a.csv", *(",".join(row) for row in (*rows, ("2", "3 May 2021", "Harm"))))
    table = TableId("a.csv", "")
    correction = Correction(header_rows=(1, 2), last_row=3)
    out = read_out(path, corrections=((table, correction),))
    assert [each.heading for each in out.dataset.columns] == [
        "Reference – code",
        "When – notified",
        "What – nature",
    ]
    assert (out.dataset.sources[0].rows_read, len(out.dataset.frame)) == (1, 1)
    grid = HowRead(out.readings, out.dataset.problems).grid(table)
    marks = [grid.mark(row) for row in range(grid.row_count)]
    assert marks == [RowMark.HEADING, RowMark.HEADING, RowMark.DATA, RowMark.OUTSIDE]
    with pytest.raises(UserError, match="would have no rows"):
        read_out(path, corrections=((table, Correction(last_row=1)),))


def test_a_columns_meaning_can_be_corrected_and_is_remembered_by_the_headings(tmp_path: Path) -> None:
    lines = ("Key,Sent,Nature,Rubbish", "A1,03/04/2021,Child death,x1", "A2,05/06/2021,Serious harm,x2")
    path = text_table(tmp_path / "a.csv", *lines)
    correction = Correction(
        columns=(
            ColumnChoice("Key", "reference"),
            ColumnChoice("Sent", "date_notified", DateOrder.MONTH_FIRST),
            ColumnChoice("Nature", PLAIN),
            ColumnChoice("Rubbish", NOT_USED),
        )
    )
    out = read_out(path, remembered=((("Key", "Sent", "Nature", "Rubbish"), correction),))
    assert out.dataset.shape is Shape.NOTIFICATIONS
    assert [each.key for each in out.dataset.columns] == ["reference", "date_notified", "nature_2"]
    assert column(out.dataset, "date_notified") == [date(2021, 3, 4), date(2021, 5, 6)]
    sent, rubbish = out.readings[0].sheets[0].tables[0].columns[1::2]
    assert (sent.letters, sent.meaning, sent.examples) == ("B", "date_notified", ("03/04/2021", "05/06/2021"))
    assert (sent.date_order, sent.certain) == (DateOrder.MONTH_FIRST, True)
    assert (rubbish.heading, rubbish.meaning) == ("Rubbish", NOT_USED)


def test_a_row_can_be_wished_to_be_a_child(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", (HEADINGS, *RECORDS))
    wish = ((TableId("a.xlsx", "Records"), Correction(shape=Shape.CHILDREN)),)
    assert read_out(path, corrections=wish).dataset.shape is Shape.CHILDREN


@pytest.mark.parametrize(
    ("wish", "natures", "left_out"),
    [
        (Repeated.ALL, ["Child death", "Serious harm", "Other"], []),
        (Repeated.FIRST, ["Child death", "Serious harm"], [4]),
        (Repeated.LAST, ["Serious harm", "Other"], [2]),
    ],
)
def test_a_repeated_reference_keeps_the_rows_that_are_wished(
    tmp_path: Path, wish: Repeated, natures: list[str], left_out: list[int]
) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Nature",
        "A1,13/01/2021,Child death",
        "A2,14/01/2021,Serious harm",
        "A1,15/01/2021,Other",
    )
    dataset = read_out(path, repeated=wish).dataset
    assert column(dataset, "nature") == natures
    assert [problem.row for problem in of_kind(dataset, ProblemKind.LEFT_OUT)] == left_out
    assert dataset.sources[0].rows_used == len(natures)


def test_repeats_across_files_are_left_out_of_the_right_one(tmp_path: Path) -> None:
    first = workbook(tmp_path / "a.xlsx", (HEADINGS, *RECORDS))
    second = workbook(tmp_path / "b.xlsx", (HEADINGS, *RECORDS[:2]))
    dataset = read_out(first, second, repeated=Repeated.LAST).dataset
    assert [(source.rows_read, source.rows_used) for source in dataset.sources] == [(3, 1), (2, 2)]
    assert column(dataset, "source_file") == ["a.xlsx", "b.xlsx", "b.xlsx"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    paths = []
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        paths.append(workbook(tmp_path / folder / "return.xlsx", (HEADINGS, *RECORDS)))
    readings = read_out(*paths).readings
    assert [reading.file for reading in readings] == ["north/return.xlsx", "south/return.xlsx"]


def test_hidden_rows_columns_and_sheets_can_be_left_out(tmp_path: Path) -> None:
    others = [(f"9{reference}", *rest) for reference, *rest in RECORDS]
    path = book_of(tmp_path / "a.xlsx", Shown=(HEADINGS, *RECORDS), Hidden=(HEADINGS, *others))
    book = openpyxl.load_workbook(path)
    book["Shown"].row_dimensions[3].hidden = True
    book["Shown"].column_dimensions["E"].hidden = True
    book["Hidden"].sheet_state = "hidden"
    book.save(path)
    dataset = read_out(path, with_hidden=False).dataset
    assert column(dataset, "reference") == ["00123", "00125"]
    assert not dataset.has("local_authority")
    assert [problem.row for problem in of_kind(dataset, ProblemKind.LEFT_OUT)] == [3]
    assert [source.hidden for source in dataset.sources] == [0]
    whole = read_out(path).dataset
    assert len(whole.frame) == 6
    assert [source.hidden for source in whole.sources] == [1, 0]


def test_choices_come_through_json_unchanged() -> None:
    table = TableId("a.xlsx", "Sheet 1", 2)
    correction = Correction((1, 2), 90, (ColumnChoice("Sent", "date_notified", DateOrder.DAY_FIRST),))
    choices = ReadingChoices(
        tables=(table,),
        sheet="Data",
        corrections=((table, replace(correction, shape=Shape.CHILDREN)),),
        remembered=((("A", "B"), correction),),
        with_hidden=False,
        repeated=Repeated.LAST,
    )
    assert choices_from_json(choices_to_json(choices)) == choices
    assert choices_from_json({}) == ReadingChoices()
    for broken in ({"tables": 3}, {"tables": [3]}, {"repeated": "x"}, {"tables": [{"table": "1"}]}):
        with pytest.raises(ValueError, match=r".+"):
            choices_from_json(broken)


def test_a_later_correction_replaces_the_earlier_one() -> None:
    table = TableId("a.csv", "")
    first = Correction().with_column(ColumnChoice("Sent", "date_notified"))
    second = first.with_column(ColumnChoice("Sent", PLAIN))
    choices = ReadingChoices().with_correction(table, first).with_correction(table, second)
    assert choices.corrections == ((table, second),)
    assert choices.correction(table, ()).column("Sent").meaning == PLAIN
