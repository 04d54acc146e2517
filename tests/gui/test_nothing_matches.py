"""Where no record matches, the window says so kindly, shows the way back and offers nothing empty."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Plot
from tests.support.handmade import Records, view_for

LEFT = Qt.MouseButton.LeftButton
SEARCHED = replace(ViewState(), search="no such text")


def emptied(plot: Plot) -> Plot:
    return replace(plot, title="No records match the filters", positions=(), series=(), totals=())


@pytest.fixture
def nothing(loaded, workspace):
    """Give the window with a search that no record matches."""
    workspace.update(SEARCHED)
    view = view_for(SEARCHED)
    view = replace(view, plots=tuple(emptied(plot) for plot in view.plots))
    loaded.loaded.show_view(view, Records(0), SEARCHED)
    return loaded


def test_the_records_offer_to_clear_the_filters_where_none_match(qtbot, nothing, workspace):
    nothing.loaded.go_to("records")
    page = nothing.loaded.records
    assert page.grid.clear.isVisible()
    assert not page.copying.isEnabled()
    qtbot.mouseClick(page.grid.clear, LEFT)
    assert workspace.state.search == ""
    assert not page.grid.clear.isVisible()
    assert page.copying.isEnabled()


def test_a_file_without_rows_has_no_filters_to_clear(loaded):
    loaded.loaded.go_to("records")
    loaded.loaded.show_view(view_for(ViewState()), Records(0), ViewState())
    assert not loaded.loaded.records.grid.clear.isVisible()


def test_an_empty_chart_offers_no_table_copy_or_picture(nothing):
    panel = nothing.loaded.overview.panel
    for way in (panel.table_button, panel.copy_button, panel.save_button):
        assert not way.isEnabled()
    nothing.loaded.switch()
    assert not panel.shows_table


def test_a_table_in_the_chart_s_place_gives_way_where_there_is_nothing(qtbot, loaded):
    panel = loaded.loaded.overview.panel
    qtbot.mouseClick(panel.table_button, LEFT)
    view = view_for(SEARCHED)
    panel.show_plot(emptied(view.plot))
    assert not panel.shows_table
    panel.show_plot(view.plot)
    assert panel.table_button.isEnabled()
    assert panel.table_button.text() == "Table"


def test_copying_or_saving_an_empty_chart_says_that_there_is_none(nothing, answers):
    QGuiApplication.clipboard().setText("before")
    nothing.actions_["copy_chart"].trigger()
    nothing.actions_["picture"].trigger()
    assert QGuiApplication.clipboard().text() == "before"
    assert any("There is no chart here" in label.text() for label in nothing.status.findChildren(QLabel))
    assert not answers.suggestions
