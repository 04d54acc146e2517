"""Native charts can be read: numbers on their marks, thin columns, long axes, provisional points."""

import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from desktop_app.catalogue.palette import LIGHT
from desktop_app.domain.progress import Progress
from desktop_app.export.workbook import write_workbook
from desktop_app.presentation.models import Plot, PlotKind
from tests.support.charts import MONTHS
from tests.unit.export.reports import LINES, STACKED, report, series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def chart(plot: Plot, folder: Path) -> ET.Element:
    path = folder / "out.xlsx"
    write_workbook(replace(report("a"), plots=(plot,)), path, Progress())
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read("xl/charts/chart1.xml"))  # noqa: S314 - a file of ours


def values(found: ET.Element, tag: str) -> list[str | None]:
    return [each.get("val") for each in found.iter(f"{C}{tag}")]


def colours(found: ET.Element) -> list[str]:
    return [f"#{each.get('val')}" for each in found.iter() if each.tag.endswith("}srgbClr")]


def test_shares_of_a_whole_end_at_all_of_it_and_carry_their_numbers(tmp_path: Path) -> None:
    parts = (series("deaths", "Child death", 43, 41), series("serious_harm", "Serious harm", 57, 59))
    found = chart(replace(STACKED, percent=True, series=parts), tmp_path)
    assert values(found, "max") == ["1"]
    assert "1" not in values(found, "delete")


def test_a_number_on_the_hatching_of_a_provisional_part_is_dark(tmp_path: Path) -> None:
    part = series("deaths", "Child death", 206, 91, provisional=True)
    found = chart(replace(STACKED, series=(part,)), tmp_path)
    (own,) = found.iter(f"{C}dLbl")
    assert LIGHT["text"].upper() in colours(own)


def test_provisional_points_of_a_line_are_hollow(tmp_path: Path) -> None:
    line = series("deaths", "Child death", 206, 91, provisional=True)
    (point,) = chart(replace(LINES, series=(line,)), tmp_path).iter(f"{C}dPt")
    assert [each.get("val") for each in point.iter(f"{C}idx")] == ["1"]
    assert colours(point)[0] == "#FFFFFF"


def test_many_thin_columns_have_no_border_and_a_label_every_year(tmp_path: Path) -> None:
    many = replace(
        STACKED,
        kind=PlotKind.GROUPED,
        positions=MONTHS,
        series=(series("deaths", "Child death", *[3] * len(MONTHS)),),
    )
    found = chart(many, tmp_path)
    assert values(found, "tickLblSkip") == ["12"]
    assert not list(found.iter(f"{C}dLbls"))
    (column,) = found.iter(f"{C}ser")
    assert "#FFFFFF" not in colours(column)


def test_of_many_lines_only_the_last_numbers_are_told(tmp_path: Path) -> None:
    years = tuple(series("focus", str(year), *range(12)) for year in range(2020, 2024))
    found = chart(replace(LINES, positions=MONTHS[:12], series=years), tmp_path)
    for line in found.iter(f"{C}ser"):
        assert len(values(line, "delete")) == 11


def test_the_title_of_the_values_lies_level_above_the_axis(tmp_path: Path) -> None:
    axis = next(iter(chart(STACKED, tmp_path).iter(f"{C}valAx")))
    (title,) = axis.iter(f"{C}title")
    (body,) = (each for each in title.iter() if each.tag.endswith("}bodyPr"))
    assert body.get("rot") == "0"
    assert list(title.iter(f"{C}manualLayout"))
