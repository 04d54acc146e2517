"""Tables under a false name are read by what they hold: web pages, Excel's XML, other workbooks, text."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import ProblemKind
from tests.unit.reading.books import HEADINGS, RECORDS, column, of_kind, read, text_table, workbook

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color: red}</style></head>
<body><table><tr><td colspan=3>Notifications &amp; more</td></tr>
<tr><th>Reference<th>Date notified<th>Nature<br>of notification</tr>
<tr><td>00123</td><td>24/01/2021</td><td>Child death</td></tr>
<tr><td>00124</td><td>25/01/2021</td><td> Serious
 harm </td></tr></table></body></html>"""

XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Returns"><Table>
<Row><Cell><Data ss:Type="String">Reference</Data></Cell>
<Cell><Data ss:Type="String">Date notified</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Nature</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">00123</Data></Cell>
<Cell><Data ss:Type="DateTime">2021-03-04T00:00:00.000</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Child death</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_a_web_page_under_a_workbooks_name(tmp_path: Path) -> None:
    path = tmp_path / "returns.xls"
    path.write_text(PAGE, encoding="utf-8")
    dataset = read(path)
    assert column(dataset, "reference") == ["00123", "00124"]
    assert column(dataset, "date_notified") == [date(2021, 1, 24), date(2021, 1, 25)]
    assert column(dataset, "nature") == ["Child death", "Serious harm"]
    assert dataset.row_numbers == range(3, 5)


def test_merged_cells_of_a_web_page_keep_the_columns_in_place(tmp_path: Path) -> None:
    path = tmp_path / "page.xls"
    rows = (
        "<tr><td>Reference<td>Date notified<td>Local authority<td>Nature",
        "<tr><td>A1<td>24/01/2021<td rowspan=2>Kent<td>Child death",
        "<tr><td>A2<td>25/01/2021<td>Serious harm",
    )
    path.write_text(f"<table>{''.join(rows)}</table>", encoding="utf-8")
    dataset = read(path)
    assert column(dataset, "local_authority") == ["Kent", "Kent"]
    assert column(dataset, "nature") == ["Child death", "Serious harm"]


def test_excels_xml_of_2003(tmp_path: Path) -> None:
    path = tmp_path / "returns.xls"
    path.write_text(XML, encoding="utf-8")
    dataset = read(path)
    assert dataset.sources[0].sheet == "Returns"
    assert (column(dataset, "reference"), column(dataset, "nature")) == (["00123"], ["Child death"])
    assert column(dataset, "date_notified") == [date(2021, 3, 4)]
    assert list(dataset.row_numbers) == [3]


@pytest.mark.parametrize("content", [XML[:-20], XML.replace('ss:Index="4"', 'ss:Index="99999"')])
def test_broken_xml_is_refused_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "returns.xls"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError):
        read(path)


def test_a_workbook_and_a_text_table_under_each_others_names(tmp_path: Path) -> None:
    book = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    shutil.copy(book, tmp_path / "book.xls")
    assert column(read(tmp_path / "book.xls"), "reference") == ["00123", "00124", "00125"]
    shutil.copy(book, tmp_path / "book.csv")
    assert len(read(tmp_path / "book.csv").frame) == 3
    text = text_table(tmp_path / "text.xlsx", "Reference;Date notified;Nature", "A1;24/01/2021;Child death")
    assert column(read(text), "nature") == ["Child death"]


def test_formulas_without_results_are_said(tmp_path: Path) -> None:
    rows = (
        ("Reference", "Date notified", "Nature", "Number of children"),
        ("A1", date(2021, 1, 24), "Harm", "=1+1"),
    )
    (problem,) = of_kind(read(workbook(tmp_path / "a.xlsx", rows)), ProblemKind.VALUE)
    assert "Formulas without a result in the file, such as in D2 (1 in all)" in problem.what
