"""The summary gives the published figures, in each format, by each choice; every wish is kept or answered."""

import csv
import io
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

DFE = {  # year to 31 March: notifications, deaths, serious harm, other, as DfE published them
    "2019-20": (449, 188, 253, 8),
    "2020-21": (536, 223, 284, 29),
    "2021-22": (442, 191, 227, 24),
    "2022-23": (456, 201, 244, 11),
    "2023-24": (405, 205, 180, 20),
    "2024-25": (338, 162, 167, 9),
    "2025-26": (357, 160, 188, 9),
}
MEASURES = ("notifications", "deaths", "serious_harm", "other")
HALVES = {"H1 2018-19": 274, "H2 2018-19": 224, "H1 2019-20": 225, "H2 2019-20": 224, "H1 2020-21": 285}


def test_the_panels_notifications_with_their_change(run: Run, panel: Path) -> None:
    done = run("summary", panel, "--count", "notifications", "--period", "calendar-year", "--format", "json")
    assert (done.status, done.err) == (0, "")
    first, second = done.json["rows"]
    assert [first["notifications"], second["notifications"]] == [482, 379]
    assert [first["deaths"], second["deaths"]] == [206, 156]
    assert [first["children"], second["children"]] == [514, 398]
    assert second["notifications_change"] == -103
    assert second["notifications_change_pct"] == pytest.approx(-21.4, abs=0.05)
    assert second["notifications_change_interval_pct"] == pytest.approx([-31, -10], abs=1)
    assert second["notifications_change_p"] == pytest.approx(0.0005, abs=0.00005)
    assert second["notifications_interval"] == pytest.approx([341.8, 419.1], abs=0.05)
    assert first["notifications_change"] is None
    assert (second["start"], second["end"], second["complete"]) == ("2021-01-01", "2021-12-31", True)


def test_the_panels_children(run: Run, panel: Path) -> None:
    rows = run("summary", panel, "--count", "children", "--format", "json").json["rows"]
    assert [row["children"] for row in rows] == [514, 398]
    assert [row["serious_harm"] for row in rows] == [299, 242]
    assert [row["deaths"] for row in rows] == [206, 156]


def test_json_says_what_was_counted_and_from_what(run: Run, panel: Path) -> None:
    answer = run("summary", panel, "--format", "json", "--filter", "region=london").json
    assert answer["sources"] == [
        {
            "file": panel.name,
            "sheet": "Notifications",
            "rows_read": 912,
            "rows_used": 912,
            "rows_left_out": 0,
        }
    ]
    named = {key: answer[key] for key in ("unit", "date_basis", "period", "by")}
    assert named == {"unit": "notifications", "date_basis": "notified", "period": "calendar-year", "by": None}
    assert [(each["column"], each["values"]) for each in answer["filters"]] == [("region", ["London"])]


def test_dfes_table_by_financial_year(run: Run, dfe: Path) -> None:
    rows = run("summary", dfe, "--period", "financial-year", "--format", "json").json["rows"]
    assert {row["period"]: tuple(row[key] for key in MEASURES) for row in rows} == DFE


def test_years_follow_the_file_unless_they_are_chosen(run: Run, dfe: Path, panel: Path) -> None:
    chosen = run("summary", dfe, "--format", "json").json
    assert chosen["period"] == "financial-year"
    assert any("financial year" in notice for notice in chosen["notices"])
    asked = run("summary", dfe, "--format", "json", "--period", "financial-year").json
    assert not any("because of the file" in notice for notice in asked["notices"])
    assert (
        run("summary", dfe, "--format", "json", "--period", "calendar-year").json["period"] == "calendar-year"
    )
    assert run("summary", panel, "--format", "json").json["period"] == "calendar-year"


def test_published_half_years_without_counting_gender_again(run: Run, shared_data: Path) -> None:
    half = shared_data / "published" / "sin_financial_half.csv"
    rows = run("summary", half, "--period", "half-year", "--format", "json").json["rows"]
    assert {row["period"]: row["notifications"] for row in rows} == HALVES
    own = run("summary", half, "--format", "json").json
    assert own["period"] == "half-year"
    assert {row["period"]: row["notifications"] for row in own["rows"]} == HALVES


@pytest.mark.parametrize(
    ("file", "year"),
    [
        ("sin_characteristics_2021-22_preview.csv", "2021-22"),
        ("sin_characteristics_2022-23_preview.csv", "2022-23"),
        ("sin_characteristics_2024_preview.csv", "2023-24"),
        ("sin_characteristics_2025_preview.csv", "2024-25"),
        ("sin_characteristics_2026_preview.csv", "2025-26"),
    ],
)
def test_each_published_layout_gives_its_total(run: Run, shared_data: Path, file: str, year: str) -> None:
    rows = run("summary", shared_data / "published" / file, "--format", "json").json["rows"]
    assert [(row["period"], row["notifications"]) for row in rows] == [(year, DFE[year][0])]


@pytest.mark.parametrize(("file", "total"), [("2025", 338), ("2026", 357)])
def test_sub_national_tables_give_the_national_figure_and_regions(
    run: Run, shared_data: Path, file: str, total: int
) -> None:
    path = shared_data / "published" / f"sin_subnational_{file}_preview.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        regions = {
            row["region_name"]: float(row["number_notifications"])
            for row in csv.DictReader(stream)
            if row["geographic_level"] == "Regional"
        }
    rows = run("summary", path, "--format", "json").json["rows"]
    assert [row["notifications"] for row in rows][-1] == total
    rows = run("summary", path, "--by", "region", "--format", "json").json["rows"]
    shown = {row["by"]: row["notifications"] for row in rows if row["by"] in regions}
    assert shown
    assert shown == {name: regions[name] for name in shown}


def test_breakdown_and_filter_agree(run: Run, panel: Path) -> None:
    by = run("summary", panel, "--by", "Region", "--format", "json").json
    assert by["by"] == "region"
    london = [row["notifications"] for row in by["rows"] if row["by"] == "London"]
    only = run("summary", panel, "--filter", "REGION=LONDON", "--format", "json").json["rows"]
    assert london == [row["notifications"] for row in only]
    assert sum(row["notifications"] for row in by["rows"]) == 482 + 379


def test_filters_by_key_title_and_heading_add_up(run: Run, panel: Path) -> None:
    def total(*words: str) -> int:
        rows = run("summary", panel, "--format", "json", *words).json["rows"]
        return sum(row["notifications"] for row in rows)

    both = total("--filter", "region=London,South East")
    assert both == total("--filter", "region=london", "--filter", "Region=south east")
    assert both == total("--filter", "region=London") + total("--filter", "region=South East")
    assert total("--filter", "nature=death") == 206 + 156
    assert total("--filter", "Nature of notification=Child death") == 206 + 156
    assert total("--filter", 'region="London"') == total("--filter", "region=London")


def test_a_range_of_dates_with_open_ends(run: Run, panel: Path) -> None:
    def periods(text: str) -> dict[str, int]:
        rows = run("summary", panel, "--format", "json", "--filter", f"date_notified={text}").json["rows"]
        return {row["period"]: row["notifications"] for row in rows}

    assert periods("2021-01-01..2021-12-31") == {"2021": 379}
    assert periods("..2020-12-31") == {"2020": 482}
    assert periods("2020-01-01..") == {"2020": 482, "2021": 379}


def test_ranges_of_numbers_and_texts_that_cells_contain(run: Run, panel: Path) -> None:
    def total(*words: str) -> int:
        rows = run("summary", panel, "--format", "json", "--count", "children", *words).json["rows"]
        return sum(row["children"] for row in rows)

    ages = [total("--filter", f"age={span}") for span in ("..0", "1..5", "6..")]
    assert ages[1] == sum(total("--filter", f"Age={age}") for age in range(1, 6))
    assert all(ages)
    assert sum(ages) <= 514 + 398
    assert total("--filter", "region~NORTH") == total("--filter", "region=North East,North West")
    assert total("--filter", "reference ~ nowhere") == 0


def test_csv_holds_the_same_rows_and_notices_go_to_standard_error(run: Run, dfe: Path) -> None:
    done = run("summary", dfe, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["period"]: tuple(int(row[key]) for key in MEASURES) for row in rows} == DFE
    assert "financial year" in done.err


def test_text_says_it_in_words(run: Run, panel: Path) -> None:
    out = run("summary", panel).out
    assert "21% fewer than in 2020 (482)" in out
    assert "912 rows read, 912 used" in out


def test_what_a_file_cannot_give_is_null(run: Run, shared_data: Path) -> None:
    half = shared_data / "published" / "sin_financial_half.csv"
    row = run("summary", half, "--format", "json").json["rows"][0]
    assert [row[key] for key in ("children", "deaths", "serious_harm", "other")] == [None] * 4


@pytest.mark.parametrize(
    ("words", "title", "hint"),
    [
        (("--filter", "regoin=London"), "no column “regoin”", "Region"),
        (("--filter", "region=Lodnon"), "no “Lodnon” in Region", "London"),
        (("--filter", "region=Atlantis"), "no “Atlantis” in Region", "The values are: "),
        (("--filter", "date_notified=31/12/2021"), "“31/12/2021” is not a date", "2021-01-31"),
        (("--filter", "date_notified=2021-12-31..2021-01-01"), "first day lies after", "earlier day first"),
        (("--filter", "age=5..1"), "lowest number lies above", "lower one first"),
        (("--filter", "age=few..many"), "“few” is not a number", "1..5"),
        (("--filter", "age=nan.."), "“nan” is not a number", "1..5"),
        (("--filter", "age~1"), "Age does not hold text", "COLUMN=1..5"),
        (("--by", "regin"), "no column “regin”", "Region"),
        (("--by", "zzzz"), "no column “zzzz”", "The columns are: "),
        (("--sheet", "Nowhere"), "Nowhere", "Notifications"),
        (("--password-file", "secret.txt"), "password file secret.txt cannot be read", "plain text"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_a_wish_that_cannot_be_understood_names_the_way_out(
    run: Run, panel: Path, words: tuple[str, ...], title: str, hint: str
) -> None:
    done = run("summary", panel, *words)
    assert (done.status, done.out) == (1, "")
    first, second = done.err.splitlines()
    assert title in first
    assert hint in second


def test_a_value_the_file_lacks_but_the_column_may_have_finds_nothing(run: Run, panel: Path) -> None:
    done = run(
        "summary",
        panel,
        "--filter",
        "nature=Other",
        "--filter",
        "date_notified=2021-01-01..",
        "--format",
        "json",
    )
    assert done.status == 0
    assert sum(row["notifications"] or 0 for row in done.json["rows"]) == 0


def test_our_own_open_data_comes_back_with_children_and_incomplete_periods(
    run: Run, panel: Path, tmp_path: Path
) -> None:
    out = tmp_path / "open.csv"
    run("export", panel, "--for", "publication", "--to", out)
    rows = run("summary", out, "--format", "json").json["rows"]
    assert [row["children"] for row in rows] == [514, 398]
    text = out.read_text(encoding="utf-8-sig")
    lines = [
        line.replace(",Complete,", ",Not complete,") if "2021" in line else line for line in text.split("\n")
    ]
    out.write_text("\n".join(lines), encoding="utf-8")
    answer = run("summary", out, "--format", "json").json
    assert [row["complete"] for row in answer["rows"]] == [True, False]
    assert any(
        "the file says that it does not hold all of it" in notice for notice in map(str, answer["notices"])
    )


def test_who_knows_that_a_year_is_whole_can_say_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "returns.csv"
    days = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in (5, 12, 19, 26)]
    days += [f"2021-{month:02}-{day:02}" for month in range(1, 10) for day in (5, 12, 19, 26)]
    rows = [f"R{at},{day},Child death" for at, day in enumerate(days)]
    file.write_text("\n".join(["Reference,Date notified,Nature", *rows, ""]), encoding="utf-8")
    assert [row["complete"] for row in run("summary", file, "--format", "json").json["rows"]] == [True, False]
    told = run("summary", file, "--format", "json", "--complete-to", "2021-12-31").json
    assert [(row["complete"], row["notifications_change"]) for row in told["rows"]] == [
        (True, None),
        (True, -12),
    ]
    assert any("taken as complete to 31 December 2021 by choice" in note for note in told["notices"])
    refused = run("summary", file, "--complete-to", "soon")
    assert refused.status == 2
    assert "'soon' is no day such as 2021-12-31" in refused.err
