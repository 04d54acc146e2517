"""Records read as people write them, and shorthand never turns into a blank."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.presentation.models import CellKind
from desktop_app.presentation.tables.records import Records, records_table


@dataclass
class FakeRaw:
    columns: tuple[Column, ...]
    values: list[list[str | float | date | None]]
    texts: dict[tuple[int, int], str]
    several_sources: bool = False

    @property
    def row_count(self) -> int:
        return len(self.values)

    def value(self, row: int, column: int) -> str | float | date | None:
        return self.values[row][column]

    def spelled(self, row: int, column: int) -> str | None:
        return None

    def written(self, row: int, column: int) -> str | None:
        return self.texts.get((row, column))

    def shorthand(self, row: int, column: int) -> Shorthand | None:
        text = self.written(row, column) or self.value(row, column)
        return Shorthand.SUPPRESSED if text == "c" else None

    def row_number(self, row: int) -> int:
        return row + 5

    def source(self, row: int) -> SourceAccount:
        return SourceAccount("second.xlsx", "Records", 1, 1)


COLUMNS = (
    Column("reference", "Reference", "Ref", ColumnKind.IDENTIFIER, True),
    Column("date_notified", "Date notified", "Date", ColumnKind.DATE, True),
    Column("children", "Number of children", "Children", ColumnKind.NUMBER, True),
    Column("sex", "Sex", "Sex", ColumnKind.CATEGORY, True),
    Column("year", "Year of report", "Year", ColumnKind.NUMBER, False),
)


def table(
    *rows: list[str | float | date | None], written: dict[tuple[int, int], str] | None = None
) -> Records:
    return records_table(FakeRaw(COLUMNS, list(rows), written or {}))


def test_dates_numbers_identifiers_and_years() -> None:
    made = table(["0012", date(2021, 3, 5), 1250.0, "Female", 2021.0])
    cells = [made.cell(0, column) for column in range(5)]
    assert [cell.text for cell in cells] == ["0012", "05 Mar 2021", "1,250", "Female", "2021"]
    assert [cell.value for cell in cells] == [None, date(2021, 3, 5), 1250, None, 2021]
    assert [column.kind for column in made.columns] == [
        CellKind.TEXT,
        CellKind.DATE,
        CellKind.COUNT,
        CellKind.TEXT,
        CellKind.COUNT,
    ]


def test_decimals_are_kept() -> None:
    assert table([None, None, 2.5, None, None]).cell(0, 2).text == "2.5"


def test_what_could_not_be_read_stands_as_written_and_says_why() -> None:
    made = table(["1", None, None, "c", None], written={(0, 1): "31/02/2021", (0, 2): "c"})
    assert [made.cell(0, column).text for column in range(5)] == ["1", "31/02/2021", "c", "c", ""]
    assert made.tooltip(0, 1) == "“31/02/2021” was not understood as a date"
    assert made.tooltip(0, 2) == "c: suppressed to protect confidentiality"
    assert made.tooltip(0, 3) == "c: suppressed to protect confidentiality"
    assert made.tooltip(0, 0) == ""
    assert made.tooltip(0, 4) == ""


def test_rows_come_in_order_with_their_place_in_the_sheet() -> None:
    made = table(["a", None, None, None, None], ["b", None, None, None, None])
    assert [row[0].text for row in made.rows()] == ["a", "b"]
    assert made.row_count == 2
    assert made.row_number(1) == "6"
    several = records_table(FakeRaw(COLUMNS, [["a", None, None, None, None]], {}, several_sources=True))
    assert several.row_number(0) == "5, second.xlsx, Records"


def test_columns_are_hidden_moved_and_pinned_with_their_cells() -> None:
    layout = ColumnLayout(hidden=("date_notified",), pinned=("sex",)).moved(
        "year", 2, [c.key for c in COLUMNS]
    )
    made = records_table(FakeRaw(COLUMNS, [["0012", None, 2.0, "c", 2021.0]], {}), layout)
    assert [column.key for column in made.columns] == ["sex", "reference", "year", "children"]
    assert [made.cell(0, at).text for at in range(4)] == ["c", "0012", "2021", "2"]
    assert made.tooltip(0, 0).startswith("c: ")
    assert [[cell.text for cell in row] for row in made.rows()] == [["c", "0012", "2021", "2"]]
    assert made.pinned == 1
    assert [column.key for column in made.every_column] == [column.key for column in COLUMNS]
