"""Reads the sample files as they lie in the folder, cell by cell, without the program or the script."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from tests.support.places import RESOURCES, SAMPLE_DATA

REFERENCE = RESOURCES / "reference"
PANEL = "panel_notifications_2020_2021.xlsx"
DFE = "dfe_notifications_2019-20_to_2025-26.xlsx"
NATIONAL = "dfe_published_national.csv"
MESSY = "messy_returns.xlsx"

Record = dict[str, Any]


@cache
def records(file: str) -> tuple[Record, ...]:
    """Give the rows of the sheet "Notifications" under their headings; dates as dates."""
    book = openpyxl.load_workbook(SAMPLE_DATA / file, read_only=True)
    rows = book["Notifications"].iter_rows(values_only=True)
    headings = next(rows)
    found = tuple(dict(zip(headings, map(_plain, row), strict=True)) for row in rows)
    book.close()
    return found


def _plain(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


def about(file: str) -> str:
    """Give every text of the sheet "About this file"."""
    book = openpyxl.load_workbook(SAMPLE_DATA / file, read_only=True)
    text = "\n".join(
        str(cell)
        for row in book["About this file"].iter_rows(values_only=True)
        for cell in row
        if cell is not None
    )
    book.close()
    return text


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Give the rows of a csv file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def notified(found: tuple[Record, ...], first: date, last: date) -> list[Record]:
    """Give the records that were notified from the first to the last day."""
    return [record for record in found if first <= record["Date notified"] <= last]


def natures(found: list[Record]) -> tuple[int, int, int]:
    """Count child deaths, serious harm and other."""
    kinds = [record["Nature of notification"] for record in found]
    counts = tuple(kinds.count(nature) for nature in ("Child death", "Serious harm", "Other"))
    assert sum(counts) == len(kinds)
    return counts
