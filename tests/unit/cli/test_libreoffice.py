"""LibreOffice, a program that is not ours, opens the workbook and finds the numbers of the summary in it."""

import csv
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.presentation.tables.clip import table_clip
from tests.unit.cli.conftest import Run

ALL_SHEETS_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def converted(soffice: str, workbook: Path, target: str, *more: str) -> Path:
    folder = workbook.parent / "converted"
    profile = (workbook.parent / "profile").as_uri()
    words = [
        soffice,
        f"-env:UserInstallation={profile}",
        "--headless",
        *more,
        "--convert-to",
        target,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*words, str(workbook)], check=True, capture_output=True, timeout=100)
    return folder


def test_libreoffice_shows_the_numbers_of_the_summary(
    run: Run, dfe: Path, tmp_path: Path, soffice: str
) -> None:
    out = tmp_path / "out.xlsx"
    assert run("export", dfe, "--filter", "region=London", "--to", out).status == 0
    folder = converted(soffice, out, ALL_SHEETS_AS_SHOWN)
    assert {path.stem for path in folder.iterdir()} >= {"out-Cover", "out-Trend", "out-Records"}
    with (folder / "out-Trend.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream))
    start = next(number for number, line in enumerate(lines) if line[0] == "Year to 31 March")
    answers = run("summary", dfe, "--filter", "region=London", "--format", "json").json["rows"]
    shown = {
        line[0]: dict(zip(lines[start], line, strict=True))
        for line in lines[start + 1 : start + 1 + len(answers)]
    }
    for row in answers:
        line = shown[row["period"]]
        assert line["Notifications"] == f"{row['notifications']:,}"
        assert line["Child deaths"] == f"{row['deaths']:,}"
        if row["notifications_change_pct"] is not None:
            assert float(line["Change, per cent"].rstrip("%")) == pytest.approx(
                row["notifications_change_pct"], abs=0.051
            )


def test_libreoffice_prints_it(run: Run, panel: Path, tmp_path: Path, soffice: str) -> None:
    out = tmp_path / "out.xlsx"
    assert run("export", panel, "--filter", "region=North East", "--by", "sex", "--to", out).status == 0
    assert (converted(soffice, out, "pdf") / "out.pdf").read_bytes().startswith(b"%PDF")


def test_libreoffice_finds_days_numbers_and_texts_in_what_is_copied(tmp_path: Path, soffice: str) -> None:
    cells = (
        Cell("05 Mar 2021", date(2021, 3, 5)),
        Cell("1,234.57", 1234.57),
        Cell("00123"),
        Cell("=1+1"),
        Cell("45% (12)", 45.2),
        Cell("Kent & Medway"),
    )
    columns = tuple(TableColumn(str(at), f"Column {at}", CellKind.TEXT) for at in range(len(cells)))
    copied = table_clip(Table("made", "Made by hand", "", columns, (cells,), (), ""))
    page = tmp_path / "copied.html"
    page.write_text("".join(html for _, html in copied), encoding="utf-8")
    folder = converted(soffice, page, "xlsx", "--infilter=calc_HTML_WebQuery")
    sheet = openpyxl.load_workbook(folder / "copied.xlsx").active
    assert sheet is not None
    values = [cell.value for cell in list(sheet.iter_rows())[-1]]
    assert values == [datetime(2021, 3, 5), 1234.57, "00123", "=1+1", "45% (12)", "Kent & Medway"]
    assert sheet.cell(sheet.max_row, 4).data_type == "s"  # a text, and no formula
