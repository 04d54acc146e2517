"""A return that nobody has filled in yet opens, says so on every page and makes no claim about numbers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.catalogue.charts import CHARTS
from desktop_app.cli import main
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.ui.actions import PAGES
from desktop_app.ui.main_window import MainWindow

HEADINGS = (
    "Reference,Date of incident,Date notified,Region,Nature,Number of children,Age,Risk factors,Outline"
)
SAID = "The table has headings and no records yet."


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    file = tmp_path / "return.csv"
    file.write_text(f"{HEADINGS}\n", encoding="utf-8")
    return file


def words(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_every_page_stands_and_says_that_there_is_nothing_yet(qtbot, window, empty):
    window._workspace.open([empty])
    for page in PAGES:
        window.loaded.go_to(page)
        assert "match the filters" not in words(window)
        assert not window.grab().isNull()
    window.loaded.go_to("overview")
    assert "The table has no records yet" in words(window)
    assert SAID in words(window)
    window.loaded.go_to("records")
    grid = window.loaded.records.grid
    assert (grid.model().rowCount(), grid.model().columnCount()) == (0, 10)  # the age group is added
    grid.selectAll()
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_whatever_is_wished_of_it_nothing_is_counted(window, empty):
    window._workspace.open([empty])
    for chart in CHARTS:
        for kind, unit, basis in (
            (PeriodKind.MONTH, Unit.CHILDREN, DateBasis.INCIDENT),
            (PeriodKind.FINANCIAL_YEAR, Unit.NOTIFICATIONS, DateBasis.NOTIFIED),
        ):
            window._workspace.update(
                ViewState(
                    chart=chart.key,
                    period=kind,
                    unit=unit,
                    date_basis=basis,
                    by="region",
                    pivot=PivotWish(across="nature"),
                    sort=tuple(SortKey(column) for column in ("region", "age", "date_notified", "outline")),
                )
            )
            assert window.loaded.records.grid.model().rowCount() == 0
    window._workspace.update(ViewState(filters=(ValueFilter("region", ("London",)),), search="a"))
    assert [chip.words for chip in window.loaded.chips.chips] == [
        "Region is London",
        "Any column contains “a”",
    ]


def test_the_command_line_says_the_same(empty, tmp_path, capsys):
    assert main(["summary", str(empty), "--by", "region", "--filter", "region=London"]) == 0
    assert SAID in capsys.readouterr().out
    assert main(["check", str(empty)]) == 0
    assert "Headings in row 1, no records yet" in capsys.readouterr().out
    assert main(["export", str(empty), "--to", str(tmp_path / "a.xlsx")]) == 0
    assert (tmp_path / "a.xlsx").exists()
    public = str(tmp_path / "b.xlsx")
    assert main(["export", str(empty), "--to", public, "--for", "publication"]) == 1
    assert "there is nothing to publish" in capsys.readouterr().err
