"""From an exported workbook back to its source: offered, opened with the same view, and said what changed."""

import shutil

from PySide6.QtCore import Qt

from desktop_app.catalogue.resources import sample
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.filters import ValueFilter

LEFT = Qt.MouseButton.LeftButton
PANEL = "panel_notifications_2020_2021.xlsx"
LONDON = ValueFilter("region", ("London",))


def test_an_exported_workbook_opens_the_same_view_of_its_source(qtbot, window, answers):
    source, out = answers.folder / PANEL, answers.folder / "figures.xlsx"
    shutil.copy(sample(PANEL), source)
    window.open_files([source])
    assert window.desk.again.isHidden()
    window.wish(lambda state: state.with_filter(LONDON))
    wished = window._workspace.state
    wish = ExportWish(Audience.PUBLICATION, contact="a@example.org")
    window._workspace.export(wish, out)
    window.open_files([out])
    strip = window.desk.again
    assert "figures.xlsx was exported by this program" in strip.words
    qtbot.mouseClick(strip.making, LEFT)
    assert window._workspace.paths == (source,)
    assert window._workspace.state == wished
    assert window._settings.values.export == wish
    assert "does not tell whether its source has changed" in strip.words
    assert not strip.making.isVisible()


def test_the_person_is_asked_for_a_source_that_is_elsewhere(qtbot, window, answers):
    out = answers.folder / "figures.xlsx"
    window.open_files([sample(PANEL)])
    window._workspace.export(ExportWish(), out)
    window.open_files([out])
    qtbot.mouseClick(window.desk.again.making, LEFT)
    assert window._workspace.paths == (out,)  # the dialog was given up
    answers.opens = (sample(PANEL),)
    qtbot.mouseClick(window.desk.again.making, LEFT)
    assert window._workspace.paths == (sample(PANEL),)
    assert "the very file" in window.desk.again.words
    window.actions_["reload"].trigger()
    assert window.desk.again.isHidden()
