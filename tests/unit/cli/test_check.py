"""`check` says what is recognised, with rows numbered as Excel shows them, and accounts for every row."""

from pathlib import Path

from desktop_app.catalogue.resources import sample
from tests.unit.cli.conftest import Run


def test_json_of_the_panels_sample(run: Run, panel: Path) -> None:
    answer = run("check", panel, "--format", "json").json
    assert answer["file"] == panel.name
    sheets = {sheet["name"]: sheet for sheet in answer["sheets"]}
    assert sheets["About this file"]["kind"] == "text"
    records = sheets["Notifications"]
    assert records["kind"] == "records"
    assert (records["header_rows"], records["first_data_row"], records["last_data_row"]) == ([1], 2, 913)
    assert (records["rows_read"], records["rows_used"], records["rows_left_out"]) == (912, 912, 0)
    known = {column["heading"]: column["column"] for column in records["columns"]}
    assert known["Date notified"] == "date_notified"
    assert set(records["columns"][0]) == {"heading", "column", "type"}


def test_json_of_a_messy_return_accounts_for_every_row(run: Run) -> None:
    sheets = run("check", sample("messy_returns.xlsx"), "--format", "json").json["sheets"]
    returns = next(sheet for sheet in sheets if sheet["kind"] == "records")
    assert returns["rows_read"] == returns["rows_used"] + returns["rows_left_out"]
    assert returns["header_rows"][0] > 1
    assert returns["markers"]["c"] >= 1
    left_out = [each for each in returns["problems"] if each["kind"] == "Row left out"]
    assert len(left_out) == returns["rows_left_out"]
    assert all(each["row"] > returns["header_rows"][-1] and each["what"] for each in left_out)


def test_published_counts_are_told_from_records(run: Run) -> None:
    sheets = run("check", sample("dfe_published_national.csv"), "--format", "json").json["sheets"]
    assert [sheet["kind"] for sheet in sheets] == ["aggregate"]


def test_text_is_for_people(run: Run, panel: Path) -> None:
    out = run("check", panel).out
    assert "912 rows read, 912 used, 0 left out" in out
    assert "Headings in row 1, data in rows 2 to 913" in out
    assert "date_notified (date)" in out


def test_long_lists_of_findings_are_cut_in_text_and_whole_in_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    rows = [f"R{number},{1 + number % 28:02}/13/2021,Child death" for number in range(40)]
    good = [f"G{number},{1 + number % 28:02}/12/2021,Child death" for number in range(60)]
    path.write_text("\n".join(["Reference,Date notified,Nature", *good, *rows, ""]), encoding="utf-8")
    problems = run("check", path, "--format", "json").json["sheets"][0]["problems"]
    assert len(problems) > 20
    lines = run("check", path).out.splitlines()
    assert lines[-1] == f"    and {len(problems) - 20:,} more; --format json lists them all"
    assert len(lines[lines.index(f"  Findings ({len(problems)}):") + 1 :]) == 21


def test_a_table_without_headings_and_one_with_two_rows_of_them_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kent,5,9\nLeeds,6,1\n", encoding="utf-8")
    out = run("check", path).out
    assert "No headings, data in rows 1 to 2" in out
    assert "(no heading)" in out
    path.write_text(
        ",Boys,,Girls,\nArea,2020,2021,2020,2021\nKent,5,9,3,2\nLeeds,6,1,4,4\n", encoding="utf-8"
    )
    assert "Headings in rows 1, 2, data in rows 3 to 4" in run("check", path).out
