"""Corrections are remembered by headings that the settings do not show, and forgotten when taken back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.how_read import FileReading, SheetKind, SheetReading, TableReading
from desktop_app.domain.reading_choices import (
    NOT_USED,
    ColumnChoice,
    Correction,
    DateOrder,
    ReadingChoices,
    TableId,
)
from desktop_app.domain.units import Shape
from desktop_app.services.corrections import Corrections, fingerprint
from desktop_app.services.settings import Settings

HEADINGS = ("Ref", "Child's name", "Date")
CORRECTION = Correction((2, 3), 40, (ColumnChoice("Date", NOT_USED, DateOrder.MONTH_FIRST),), Shape.CHILDREN)


def reading(file: str, headings: tuple[str, ...] = HEADINGS) -> FileReading:
    table = TableReading(TableId(file, "Sheet1"), True, (1,), 2, 9, headings)
    offered = TableReading(TableId(file, "Sheet1", 2), False, (20,), 21, 29, ("Other", "table"))
    return FileReading(file, (SheetReading("Sheet1", SheetKind.TABLE, False, 30, 3, (table, offered)),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def corrected(file: str) -> ReadingChoices:
    return ReadingChoices().with_correction(TableId(file, "Sheet1"), CORRECTION)


def test_a_correction_comes_back_for_another_file_with_the_same_headings_after_a_restart(file: Path) -> None:
    Corrections(Settings(file)).remember([reading("march.xlsx")], corrected("march.xlsx"))
    recalled = Corrections(Settings(file)).recall((reading("april.xlsx"),))
    assert recalled == ((HEADINGS, replace(CORRECTION, last_row=None)),)


def test_a_table_with_the_same_headings_that_needs_no_correction_does_not_wipe_the_memory(file: Path) -> None:
    memory = Corrections(Settings(file))
    memory.remember([reading("march.xlsx"), reading("april.xlsx")], corrected("march.xlsx"))
    assert len(memory.recall((reading("may.xlsx"),))) == 1


def test_other_headings_recall_nothing(file: Path) -> None:
    memory = Corrections(Settings(file))
    memory.remember([reading("march.xlsx")], corrected("march.xlsx"))
    assert memory.recall((reading("april.xlsx", (*HEADINGS, "Age")),)) == ()


def test_headings_as_recognised_cannot_be_read_from_the_settings(file: Path) -> None:
    Corrections(Settings(file)).remember([reading("march.xlsx")], corrected("march.xlsx"))
    assert "name" not in file.read_text(encoding="utf-8")


def test_what_is_taken_back_is_forgotten(file: Path) -> None:
    memory = Corrections(Settings(file))
    memory.remember([reading("march.xlsx")], corrected("march.xlsx"))
    memory.remember([reading("march.xlsx")], ReadingChoices())
    assert memory.recall((reading("march.xlsx"),)) == ()


def test_settings_that_hold_no_correction_where_one_should_be_are_passed_over(file: Path) -> None:
    good = [fingerprint(HEADINGS), json.dumps({"header_rows": [2]})]
    bad = [["key", "{"], ["key", '{"shape": "round"}'], ["key"], "key", 7, ["key", "[]"]]
    file.write_text(json.dumps({"corrections": [*bad, good]}), encoding="utf-8")
    recalled = Corrections(Settings(file)).recall((reading("march.xlsx"),))
    assert recalled == ((HEADINGS, Correction(header_rows=(2,))),)
