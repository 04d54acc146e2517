"""From the real window to a workbook with a password, and back into the window with it."""

from PySide6.QtCore import Qt

LEFT = Qt.MouseButton.LeftButton
PANEL = "panel_notifications_2020_2021.xlsx"


def test_a_workbook_is_protected_and_opened_again(qtbot, window, answers):
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    window.actions_["export"].trigger()
    dialog, out = window.exporting.dialog, answers.folder / "figures.xlsx"
    dialog.set_place(out)
    qtbot.waitUntil(dialog.writing.isEnabled)
    qtbot.mouseClick(dialog.secret.wanted, LEFT)
    for field in dialog.secret.fields:
        qtbot.keyClicks(field, "Horse 7")
    qtbot.mouseClick(dialog.writing, LEFT)
    assert "figures.xlsx" in window.saved.words
    assert not out.read_bytes().startswith(b"PK")
    window.open_files([out])
    assert "figures.xlsx" in window.desk.password.words
    qtbot.keyClicks(window.desk.password.field, "Horse 7")
    qtbot.keyClick(window.desk.password.field, Qt.Key.Key_Return)
    assert window._workspace.paths == (out,)
    assert "all 861 notifications" in window._workspace.view.showing
