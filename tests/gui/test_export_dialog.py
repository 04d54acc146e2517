"""The export dialog asks for whom, what and where, and shows beforehand what that gives."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.exporting import Audience, ExportWish, Part
from desktop_app.services.settings import Settings
from desktop_app.ui.exporting.dialog import ExportDialog
from desktop_app.ui.exporting.password_box import DIFFER, LOST
from desktop_app.ui.exporting.preview import WAITING

LEFT = Qt.MouseButton.LeftButton
PUBLIC = ExportWish(Audience.PUBLICATION, (Part.TRENDS, Part.RECORDS), Disclosure(4, False, 0, 3), "me")


@pytest.fixture
def dialog(loaded) -> ExportDialog:
    loaded.actions_["export"].trigger()
    return loaded.exporting.dialog


def previewed(qtbot, dialog: ExportDialog) -> str:
    qtbot.waitUntil(lambda: dialog.preview.words != (WAITING,))
    return " ".join(dialog.preview.words)


def choose(box, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def test_it_begins_with_a_working_copy_of_everything_and_shows_its_sheets(qtbot, dialog):
    assert dialog.wish == ExportWish()
    assert not dialog.protection.isVisible()
    assert "Trend: 7 rows" in previewed(qtbot, dialog)


def test_for_the_public_it_says_how_much_is_lost_and_leaves_records_out(qtbot, dialog):
    dialog.audience.set_current("publication")
    dialog.audience.chosen.emit("publication")
    assert dialog.protection.isVisible()
    assert not dialog.parts[Part.RECORDS].isVisibleTo(dialog)
    assert dialog.parts[Part.SUMMARY].isVisibleTo(dialog)
    assert not dialog.wish.holds(Part.RECORDS)
    assert "1 of 20 counts is hidden" in previewed(qtbot, dialog)


def test_what_cannot_be_published_is_said_and_cannot_be_written(qtbot, dialog):
    choose(dialog.rounding, 10)
    assert "too few cases" in previewed(qtbot, dialog)
    assert not dialog.writing.isEnabled()
    choose(dialog.rounding, 0)
    assert dialog.writing.isEnabled()


def test_without_any_part_there_is_nothing_to_write(dialog):
    for box in dialog.parts.values():
        box.setChecked(False)
    assert not dialog.writing.isEnabled()


def test_the_last_wish_is_remembered(qtbot, loaded, dialog):
    choose(dialog.threshold, 10)
    dialog.parts[Part.RECORDS].setChecked(False)
    qtbot.mouseClick(dialog.writing, LEFT)
    loaded.actions_["export"].trigger()
    again = loaded.exporting.dialog.wish
    assert (again.disclosure.suppress_below, again.holds(Part.RECORDS)) == (10, False)
    assert Settings().values.export == again


def test_settings_that_no_choice_offers_are_shown_all_the_same(qtbot, theme, loaded, tmp_path):
    dialog = ExportDialog(theme, PUBLIC, tmp_path / "a.xlsx", loaded)
    qtbot.addWidget(dialog)
    assert dialog.wish == PUBLIC
    assert dialog.threshold.currentText() == "1 to 3"


def test_the_place_is_chosen_in_the_systems_dialog_and_replacing_is_said(qtbot, dialog, answers):
    (answers.folder / "old.xlsx").write_bytes(b"old")
    answers.name = "old"
    qtbot.mouseClick(dialog.choosing, LEFT)
    assert Path(dialog.place.text()) == answers.folder / "old.xlsx"
    assert dialog.replacing.isVisible()
    dialog.place.setText(str(answers.folder / "new.xlsx"))
    assert not dialog.replacing.isVisible()


def test_a_password_is_asked_twice_and_handed_on_once(qtbot, dialog, workspace, tmp_path):
    previewed(qtbot, dialog)
    qtbot.mouseClick(dialog.secret.wanted, LEFT)
    first, second = dialog.secret.fields
    assert first.echoMode() == first.EchoMode.Password
    assert not dialog.writing.isEnabled()
    qtbot.keyClicks(first, "Horse 7")
    qtbot.keyClicks(second, "Horse 8")
    assert dialog.secret.told.text() == DIFFER
    assert not dialog.writing.isEnabled()
    second.setText("Horse 7")
    assert dialog.secret.told.text() == LOST
    dialog.set_place(tmp_path / "out.xlsx")
    qtbot.mouseClick(dialog.writing, LEFT)
    assert workspace.asked[-1] == ("export", ExportWish(), tmp_path / "out.xlsx", "Horse 7")
    assert "Horse" not in Settings()._file.read_text(encoding="utf-8")


def test_a_publication_has_no_password(qtbot, dialog):
    dialog.secret.wanted.setChecked(True)
    for field in dialog.secret.fields:
        field.setText("Horse 7")
    dialog.audience.set_current("publication")
    dialog.audience.chosen.emit("publication")
    assert not dialog.secret.isVisible()
    assert dialog.password is None
