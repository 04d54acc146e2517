"""The window with real background work: it stays alive, tells how far the work is; the newest wish wins."""

from collections.abc import Iterator
from functools import partial

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import MainThread
from desktop_app.catalogue.resources import sample
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.reading_choices import NOT_USED
from desktop_app.domain.state import ViewState
from desktop_app.presentation.reading.changes import with_meaning
from desktop_app.services.jobs import Jobs
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.theme import apply_theme

PATIENCE = 20_000  # milliseconds, for slow machines; nothing is measured here


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    main_thread = MainThread()
    workspace = Workspace(Jobs(main_thread.post))
    window = MainWindow(workspace, Settings(), apply_theme(qapp, "light"))
    qtbot.addWidget(window)
    window.show()
    yield window
    workspace.close()


def test_a_file_is_read_while_the_start_page_stays_and_the_strip_tells_how_far_it_is(qtbot, window):
    window.open_files([sample("panel_notifications_2020_2021.xlsx")])
    assert window.start.isVisible()
    assert window.reading.isVisible()
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    assert not window.reading.isVisible()
    assert window.top.account.text().startswith("912 rows read")


def test_of_wishes_in_quick_succession_the_last_is_shown(qtbot, window):
    window.open_files([sample("panel_notifications_2020_2021.xlsx")])
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    buttons = {button.line.value: button for button in window.loaded.filters.box("region").buttons}
    for region in ("London", "South East", "North West"):
        window.wish(partial(ViewState.with_filter, chosen=ValueFilter("region", (region,))))
    qtbot.waitUntil(buttons["North West"].isChecked, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(window.loaded.chips.chips) == 1, timeout=PATIENCE)
    assert window.loaded.chips.chips[0].words == "Region is North West"


def test_values_ticked_faster_than_the_view_follows_all_count(qtbot, window):
    window.open_files([sample("panel_notifications_2020_2021.xlsx")])
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    buttons = {button.line.value: button for button in window.loaded.filters.box("region").buttons}
    for region in ("London", "South East"):
        qtbot.mouseClick(buttons[region], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.loaded.chips.chips) == 1, timeout=PATIENCE)
    qtbot.waitUntil(buttons["South East"].isChecked, timeout=PATIENCE)
    assert buttons["London"].isChecked()


def test_corrections_made_faster_than_the_file_is_read_again_all_hold(qtbot, window):
    window.open_files([sample("messy_returns.xlsx")])
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    workspace, before = window._workspace, window.top.account.text()
    table = workspace.reading.how_read.table(workspace.reading.how_read.read[0])
    for heading in ("LA", "Region"):
        workspace.read_as(partial(with_meaning, table=table, heading=heading, meaning=NOT_USED))
    assert window.top.account.text() == before
    qtbot.waitUntil(lambda: len(workspace.records.columns) == 16, timeout=PATIENCE)
    keys = {column.key for column in workspace.records.columns}
    assert not keys & {"local_authority", "region"}


def test_cancelling_leaves_what_was_shown(qtbot, window):
    window.open_files([sample("panel_notifications_2020_2021.xlsx")])
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    window.open_files([sample("dfe_notifications_2019-20_to_2025-26.xlsx")])
    qtbot.mouseClick(window.reading.cancel, Qt.MouseButton.LeftButton)
    assert not window.reading.isVisible()
    assert window.windowTitle().startswith("panel_notifications")


def test_a_file_that_is_being_written_when_the_window_closes_is_finished(qtbot, window, tmp_path):
    window.open_files([sample("panel_notifications_2020_2021.xlsx")])
    qtbot.waitUntil(window.loaded.isVisible, timeout=PATIENCE)
    out = tmp_path / "summary.xlsx"
    window._workspace.export(ExportWish(), out)
    window.close()
    window._workspace.close()
    assert [path.name for path in tmp_path.iterdir()] == ["summary.xlsx"]
    assert "Trend" in load_workbook(out).sheetnames
