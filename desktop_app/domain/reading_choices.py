"""Wishes about how files are read: which tables, which rows, what a column means, what is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.domain.units import Shape

NOT_USED = "not used"  # as a column's meaning: leave the column out
PLAIN = "plain"  # as a column's meaning: keep it as a further column, whatever its heading says


class DateOrder(StrEnum):
    """Which number comes first in dates written as numbers, e.g. 03/04/2021."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Repeated(StrEnum):
    """Which rows are kept of a reference that several rows should not share."""

    ALL = "all"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, order=True)
class TableId:
    """A table by its file as reports name it, its sheet, and its place among the tables down the sheet."""

    file: str
    sheet: str
    table: int = 1


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What the column with this heading means: a catalogue key, NOT_USED or PLAIN; None: as recognised."""

    heading: str
    meaning: str | None = None
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """How a table is to be read otherwise than recognised; rows as Excel numbers them, None: as recognised.

    `header_rows` may be empty: the table has no headings. A `shape` of AGGREGATE asks for counts by period.
    """

    header_rows: tuple[int, ...] | None = None
    last_row: int | None = None
    columns: tuple[ColumnChoice, ...] = ()
    shape: Shape | None = None

    def column(self, heading: str) -> ColumnChoice:
        """Return what was chosen for the column with this heading."""
        chosen = (choice for choice in self.columns if choice.heading == heading)
        return next(chosen, ColumnChoice(heading))

    def with_column(self, choice: ColumnChoice) -> "Correction":
        """Return the correction with this in place of what was chosen for the same heading."""
        others = tuple(each for each in self.columns if each.heading != choice.heading)
        return replace(self, columns=(*others, choice))


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """All wishes about reading; the default asks for what is recognised.

    `tables` says what to read of each file named in it; of other files it is what is recognised. `sheet` asks
    for the sheet of that name in every file. `remembered` holds corrections by the headings of the table
    as they are recognised; one for the table itself in `corrections` comes before them.
    """

    tables: tuple[TableId, ...] = ()
    sheet: str | None = None
    corrections: tuple[tuple[TableId, Correction], ...] = ()
    remembered: tuple[tuple[tuple[str, ...], Correction], ...] = ()
    with_hidden: bool = True
    repeated: Repeated = field(default=Repeated.ALL)

    def correction(self, table: TableId, headings: Sequence[str]) -> Correction:
        """Return how a table is to be read whose recognised headings are these."""
        exact = dict(self.corrections).get(table)
        return exact or dict(self.remembered).get(tuple(headings), Correction())

    def with_correction(self, table: TableId, correction: Correction) -> "ReadingChoices":
        """Return the choices with this in place of what was corrected for the same table."""
        others = tuple(each for each in self.corrections if each[0] != table)
        return replace(self, corrections=(*others, (table, correction)))


def choices_to_json(choices: ReadingChoices) -> dict[str, object]:
    """Return the choices as JSON values."""
    return {
        "tables": [_table_to_json(table) for table in choices.tables],
        "sheet": choices.sheet,
        "corrections": [
            {**_table_to_json(table), "correction": correction_to_json(correction)}
            for table, correction in choices.corrections
        ],
        "remembered": [
            {"headings": list(headings), "correction": correction_to_json(correction)}
            for headings, correction in choices.remembered
        ],
        "with_hidden": choices.with_hidden,
        "repeated": choices.repeated.value,
    }


def choices_from_json(data: Mapping[str, object]) -> ReadingChoices:
    """Return the choices that `choices_to_json` wrote; raise ValueError where they are none."""
    sheet = data.get("sheet")
    return ReadingChoices(
        tables=tuple(_table(item) for item in _items(data.get("tables"))),
        sheet=None if sheet is None else str(sheet),
        corrections=tuple(
            (_table(item), correction_from_json(_mapping(item.get("correction"))))
            for item in _items(data.get("corrections"))
        ),
        remembered=tuple(
            (_texts(item.get("headings")), correction_from_json(_mapping(item.get("correction"))))
            for item in _items(data.get("remembered"))
        ),
        with_hidden=data.get("with_hidden", True) is True,
        repeated=Repeated(str(data.get("repeated", Repeated.ALL.value))),
    )


def correction_to_json(correction: Correction) -> dict[str, object]:
    """Return a correction as JSON values."""
    return {
        "header_rows": None if correction.header_rows is None else list(correction.header_rows),
        "last_row": correction.last_row,
        "columns": [
            {"heading": each.heading, "meaning": each.meaning, "date_order": each.date_order}
            for each in correction.columns
        ],
        "shape": correction.shape,
    }


def correction_from_json(data: Mapping[str, object]) -> Correction:
    """Return the correction that `correction_to_json` wrote; raise ValueError where it is none."""
    rows, last, shape = data.get("header_rows"), data.get("last_row"), data.get("shape")
    return Correction(
        header_rows=None if rows is None else tuple(map(_number, _list(rows))),
        last_row=None if last is None else _number(last),
        columns=tuple(_column(item) for item in _items(data.get("columns"))),
        shape=None if shape is None else Shape(str(shape)),
    )


def _table_to_json(table: TableId) -> dict[str, object]:
    return {"file": table.file, "sheet": table.sheet, "table": table.table}


def _table(item: Mapping[str, object]) -> TableId:
    return TableId(str(item.get("file", "")), str(item.get("sheet", "")), _number(item.get("table", 1)))


def _column(item: Mapping[str, object]) -> ColumnChoice:
    meaning, order = item.get("meaning"), item.get("date_order")
    return ColumnChoice(
        str(item.get("heading", "")),
        None if meaning is None else str(meaning),
        None if order is None else DateOrder(str(order)),
    )


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"Not a whole number: {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, _list(value)))


def _items(value: object) -> list[Mapping[str, object]]:
    return [_mapping(item) for item in _list(value)]


def _list(value: object) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"Not a list: {value!r}")
    return value


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"Not a table of values: {value!r}")
    return value
