"""The fourth sample: a log of returns as it really arrives, with the faults that people meet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from build_spec.samples.columns import Cell
from build_spec.samples.draw import choose
from build_spec.samples.incidents import Plan, notifications
from build_spec.samples.places import Places
from build_spec.samples.records import DEATH, HARM, OTHER, Notification
from build_spec.samples.workbook import SYNTHETIC, About, SampleBook, Table

FILE = "messy_returns.xlsx"
_SHEET = "Returns"
_HEADER_ROW = 6  # as Excel shows it; the records follow
_PLAN = Plan(
    reference="R21",
    as_at=date(2021, 10, 15),
    stretches=((date(2021, 1, 1), date(2021, 9, 30), 60),),
    natures=((DEATH, 25), (HARM, 33), (OTHER, 2)),
    groups=(2, 2, 3),
    wider_scope=False,
    jitter=0.1,
    infants=21,
    looked_after=6,
)
_SPELLINGS = {
    DEATH: {"Child death": 60, "Death": 25, "Child death ": 15},
    HARM: {"Serious harm": 60, "Serious Harm": 25, "SERIOUS HARM ": 15},
    OTHER: {"Other": 1},
}
_DATE_STYLES: dict[Callable[[date], Cell], float] = {
    lambda day: day: 55,
    lambda day: day.strftime("%d/%m/%Y"): 15,
    lambda day: f"{_ordinal(day.day)} {day.strftime('%B %Y')}": 12,
    lambda day: day.isoformat(): 10,
    lambda day: (day - date(1899, 12, 30)).days: 8,
}
_COLUMNS: tuple[tuple[str, int, Callable[[Random, Notification], Cell]], ...] = (
    ("Ref No.", 12, lambda rng, record: record.reference + choose(rng, {"": 9, " ": 1})),
    ("LA", 32, lambda rng, record: record.place.authority + choose(rng, {"": 8, " ": 2})),
    ("Region ", 26, lambda _, record: record.place.region),
    ("Date of Incident", 18, lambda _, record: record.incident),
    ("Date SIN submitted", 20, lambda rng, record: choose(rng, _DATE_STYLES)(record.notified)),
    ("No. of children", 10, lambda _, record: len(record.children)),
    ("Outcome", 16, lambda rng, record: choose(rng, _SPELLINGS[record.nature])),
    ("Age", 8, lambda _, record: record.children[0].age or "<1"),
    (
        "Gender",
        10,
        lambda rng, record: choose(rng, {record.children[0].sex: 2, record.children[0].sex[0]: 1}),
    ),
    ("Ethnic origin", 40, lambda _, record: record.household.ethnicity),
    ("LAC?", 10, lambda rng, record: record.household.looked_after[: choose(rng, {None: 3, 1: 1})]),
    ("CP Plan", 10, lambda _, record: record.household.protection_plan),
    ("Cause of harm", 38, lambda _, record: record.cause),
    ("Factors", 50, lambda _, record: "; ".join(record.factors)),
    ("RR received", 14, lambda _, record: record.review.received if record.review else None),
    ("Checked", 10, lambda rng, _: choose(rng, {"y": 6, "": 4})),
    ("Notes", 100, lambda _, record: record.outline),
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault put in on purpose: the row as Excel shows it, the heading, what stands there and why."""

    row: int
    heading: str
    content: Cell
    meaning: str


_FAULTS = (
    _Fault(19, "No. of children", "c", "Suppressed: not a zero and not a blank"),
    _Fault(22, "Date SIN submitted", "3rd March 2021", "A date in words"),
    _Fault(23, "Date SIN submitted", 44260, "A date as its serial number: 5 March 2021"),
    _Fault(26, "Age", "c", "Suppressed"),
    _Fault(28, "Outcome", None, "The nature is missing"),
    _Fault(29, "Date SIN submitted", "05/04/2021", "A date as text, day first: 5 April"),
    _Fault(31, "Date SIN submitted", "31/02/2021", "There is no such day"),
    _Fault(34, "No. of children", "c", "Suppressed"),
    _Fault(37, "No. of children", None, "Not filled in"),
    _Fault(40, "Notes", "=awaiting the strategy discussion, details to follow", "Text that begins with ="),
    _Fault(43, "Age", None, "Not filled in"),
    _Fault(44, "Date SIN submitted", "2021-06-07", "A date as text, year first"),
    _Fault(46, "Ref No.", "R21-0018", "The reference of row 24 again, for a different incident"),
    _Fault(49, "Date SIN submitted", None, "The date is missing"),
    _Fault(52, "LA", "  Leeds  ", "Spaces before and after"),
    _Fault(52, "Region ", "Yorkshire & the Humber", "Another spelling of the region"),
    _Fault(55, "Age", "c", "Suppressed"),
)


def _cell(fault: _Fault) -> str:
    """Name the cell of a fault as Excel does; the table has fewer than 27 columns."""
    return f"{chr(ord('A') + [heading for heading, _, _ in _COLUMNS].index(fault.heading))}{fault.row}"


_HIDDEN = (20, 35, 50)
_NOTES = (
    "Notes",
    "c = suppressed because the number is small. Blank = not supplied.",
    "Dates are as each authority typed them. Rows 20, 35 and 50 are hidden while they are being checked.",
    "Source: returns by local authorities (synthetic).",
)
_ABOUT = About(
    "A log of returns as it really arrives: a sample",
    (
        SYNTHETIC,
        "",
        "No figure in this file is true, and it adds up to nothing that is published.",
        "It shows how spreadsheets arrive: title rows above the table, a total and notes below it,",
        "headings of people's own making, dates in five styles, hidden rows, stray spaces, and these faults.",
        f'The table on the sheet "{_SHEET}" has its headings in row {_HEADER_ROW} and 60 records below them.',
    ),
    (
        Table(
            f'Faults put in on purpose (sheet "{_SHEET}")',
            ("Cell", "Column", "Content", "Meaning"),
            tuple(
                (_cell(fault), fault.heading, str(fault.content or ""), fault.meaning) for fault in _FAULTS
            ),
        ),
    ),
)


def make(folder: Path, places: Places, rng: Random) -> None:
    """Write the workbook."""
    book = SampleBook(folder / FILE, _ABOUT.title)
    _add_cover(book)
    _add_returns(book, _rows(rng, notifications(rng, _PLAN, places)))
    book.add_about(_ABOUT, (8, 22, 54, 60))
    book.close()


def _rows(rng: Random, records: list[Notification]) -> list[list[Cell]]:
    """Give the cells of the records with the faults in place."""
    rows = [[value(rng, record) for _, _, value in _COLUMNS] for record in records]
    headings = [heading for heading, _, _ in _COLUMNS]
    for fault in _FAULTS:
        rows[fault.row - _HEADER_ROW - 1][headings.index(fault.heading)] = fault.content
    return rows


def _add_cover(book: SampleBook) -> None:
    sheet = book.book.add_worksheet("Cover")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 20)
    sheet.set_landscape()
    sheet.set_row(1, 26)
    sheet.write_string(1, 0, "Returns log 2021", book.title)
    sheet.write_string(2, 0, SYNTHETIC, book.bold)
    book.write_rows(
        sheet,
        4,
        [
            ("Period", "January to September 2021"),
            ("Version", "Draft 3, not checked"),
            ("Prepared by", "Safeguarding data team"),
            ("Date", date(2021, 10, 15)),
        ],
    )


def _add_returns(book: SampleBook, rows: list[list[Cell]]) -> None:
    sheet = book.book.add_worksheet(_SHEET)
    for number, (heading, width, _) in enumerate(_COLUMNS):
        sheet.set_column(number, number, width, book.left)
        sheet.write_string(_HEADER_ROW - 1, number, heading, book.header)
    sheet.merge_range(0, 0, 0, len(_COLUMNS) - 1, "Serious incident notifications: returns log", book.title)
    book.write_rows(
        sheet, 1, [("All authorities, January to September 2021 (synthetic)",), ("Draft 3, 15/10/2021",)]
    )
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.set_row(0, 26)
    sheet.set_row(_HEADER_ROW - 1, 32)
    book.write_rows(sheet, _HEADER_ROW, rows)
    last = _HEADER_ROW + len(rows)
    for row in _HIDDEN:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    children = [row[5] for row in rows]
    sheet.write_string(last, 0, "TOTAL", book.bold)
    total = sum(count for count in children if isinstance(count, int))
    sheet.write_formula(last, 5, f"=SUM(F{_HEADER_ROW + 1}:F{last})", book.bold, total)
    book.write_rows(sheet, last + 2, [(note,) for note in _NOTES])


def _ordinal(day: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if 11 <= day <= 13 else endings.get(day % 10, 'th')}"
