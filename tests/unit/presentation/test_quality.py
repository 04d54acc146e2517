"""The findings: counted by kind and column, narrowed down, and led back to their rows."""

from dataclasses import replace
from datetime import datetime

from desktop_app.domain.problems import Place, Problem, ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.presentation.reading.quality import Findings, findings_report
from tests.support.handmade import view_for

DATE = Problem(
    ProblemKind.DATE, "a.xlsx", "Records", 7, "Date notified", "31/02/2021", "No such day", "Left blank."
)
TOTAL = Problem(ProblemKind.LEFT_OUT, "a.xlsx", "Records", 90, None, "TOTAL", "A total", "Left out.")
AGE = replace(DATE, kind=ProblemKind.NUMBER, row=None, column="Age", value="Seven", what="Not a number")
ALL = Findings((DATE, TOTAL, replace(DATE, row=1200), AGE))


def texts(findings: Findings, **wishes: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in findings.where(**wishes).rows()]


def test_findings_are_counted_by_kind_in_the_kinds_order_and_by_column_with_most_first() -> None:
    assert [(group.title, group.count) for group in ALL.kinds] == [
        ("Row left out", 1), ("Date not understood", 2), ("Number not understood", 1),
    ]  # fmt: skip
    assert [(group.title, group.count) for group in ALL.columns] == [("Date notified", 2), ("Age", 1)]


def test_findings_of_one_kind_stand_with_their_rows_without_repeating_the_kind_or_the_one_sheet() -> None:
    assert ALL.common_place == "a.xlsx, sheet Records"
    assert texts(ALL, kind="Date not understood") == [
        ["7", "Date notified", "31/02/2021", "No such day", "Left blank."],
        ["1200", "Date notified", "31/02/2021", "No such day", "Left blank."],
    ]


def test_findings_of_several_files_name_file_and_sheet() -> None:
    several = Findings((DATE, replace(DATE, file="b.xlsx", sheet="")))
    assert several.common_place == ""
    assert texts(several, kind="Date not understood")[1][:3] == ["b.xlsx", "", "7"]


def test_column_and_text_narrow_down_together_blind_to_case() -> None:
    assert [row[1] for row in texts(ALL, column="Date notified")] == ["7", "1200"]
    assert [row[1] for row in texts(ALL, column="Date notified", text=" 1200 ")] == ["1200"]
    assert len(texts(ALL, text="no SUCH")) == 2
    assert texts(ALL, text="nowhere") == []


def test_a_finding_leads_to_its_row_and_one_about_a_column_nowhere() -> None:
    shown = ALL.where()
    places = [shown.place(row) for row in range(shown.row_count)]
    assert places == [Place("a.xlsx", "Records", row) for row in (90, 7, 1200)] + [None]
    assert [shown.left_out(row) for row in range(shown.row_count)] == [True, False, False, False]
    assert "the row in its sheet" in shown.tooltip(0, 0)
    assert "the record" in shown.tooltip(1, 0)


def test_the_workbook_of_findings_holds_them_all_with_every_column() -> None:
    report = findings_report(view_for(ViewState()), ALL, "1.2.3", datetime(2022, 3, 4, 9, 30))
    assert report.findings is not None
    assert report.findings.row_count == 4
    assert [column.title for column in report.findings.columns] == [
        "Kind", "File", "Sheet", "Row", "Column", "Value", "What was found", "What was done",
    ]  # fmt: skip
    assert ("Findings", "4 findings.") in report.cover
    assert ("Date not understood", "2.") in report.cover
