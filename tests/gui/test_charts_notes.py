"""A person's notes and titles: how they are asked for and where they are drawn."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF

from desktop_app.catalogue import palette
from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.presentation.models import PlotNote
from desktop_app.ui.charts.frame import LINE, Frame, Inks
from desktop_app.ui.charts.notes import note_room, note_shapes
from desktop_app.ui.charts.plan import plan
from desktop_app.ui.charts.shapes import Stroke, Words
from desktop_app.ui.charts.words_dialog import WordsDialog
from desktop_app.ui.charts.zoom import Stretch, cropped
from desktop_app.ui.theme.fonts import load_fonts
from tests.support.charts import stacked

LOCKDOWN = ChartNote(date(2020, 3, 23), "Covid-19 lockdown")
EARLIER = ChartNote(date(2012, 1, 1), "Before the data")
DATED = replace(stacked(), starts=tuple(date(year, 1, 1) for year in (2019, 2020, 2021)))


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def noted(*notes: tuple[int, str]):
    return replace(DATED, notes=tuple(PlotNote(*note) for note in notes))


def drawn(shown, width: float = 800):
    laid = plan(shown, width, 400)
    area = QRectF(0, 0, width, 400).marginsRemoved(laid.margins)
    frame = Frame(area, laid.positions, laid.values)
    return note_shapes(shown, frame, Inks(palette.LIGHT)), frame


def test_a_note_stands_above_the_chart_with_a_line_down_at_its_period():
    shapes, frame = drawn(noted((1, "Covid-19 lockdown")))
    (line,) = [shape for shape in shapes if isinstance(shape, Stroke)]
    (words,) = [shape for shape in shapes if isinstance(shape, Words)]
    assert {point.x() for point in line.points} == {frame.place(1)}
    assert line.points[-1].y() == frame.area.bottom()
    assert words.text == "Covid-19 lockdown"
    assert words.rect.bottom() <= frame.area.top()


def test_notes_take_room_only_where_there_are_some_and_more_where_they_would_meet():
    long = "A change of the form in which it is asked for"
    assert note_room(DATED, 0, 600) == 0
    assert note_room(noted((0, long)), 0, 600) == LINE
    assert note_room(noted((0, long), (1, long)), 0, 600) == 2 * LINE


@pytest.mark.parametrize("width", [300, 800, 1600])
def test_notes_never_meet_and_stay_inside_the_chart(width):
    shapes, frame = drawn(noted((0, "New duty"), (1, "Covid-19 lockdown"), (2, "New form")), width)
    boxes = [shape.rect for shape in shapes if isinstance(shape, Words)]
    for at, box in enumerate(boxes):
        assert box.left() >= frame.area.left()
        assert box.right() <= frame.area.right() + 1
        assert not any(box.intersects(other) for other in boxes[at + 1 :])


def test_a_part_of_a_series_keeps_the_notes_in_sight():
    part = cropped(noted((0, "Before"), (2, "New form")), Stretch(1, 2, 3))
    assert part.notes == (PlotNote(1, "New form"),)
    assert part.starts == DATED.starts[1:]


@pytest.fixture
def dialog(qtbot):
    made = WordsDialog(DATED, OwnWords((EARLIER, LOCKDOWN)), None)
    qtbot.addWidget(made)
    return made


def written(qtbot, dialog: WordsDialog) -> OwnWords:
    with qtbot.waitSignal(dialog.written) as sent:
        dialog.accept()
    return sent.args[0]


def test_the_dialog_shows_the_notes_of_the_periods_in_sight(dialog):
    assert [(row.period.currentText(), row.text.text()) for row in dialog.rows] == [("2020", LOCKDOWN.text)]
    assert dialog.title.text() == ""
    assert dialog.title.placeholderText() == DATED.title


def test_nothing_changed_changes_nothing(qtbot, dialog):
    assert written(qtbot, dialog) == OwnWords((EARLIER, LOCKDOWN))


def test_a_title_a_new_note_and_a_moved_one_are_told(qtbot, dialog):
    dialog.title.setText("Fewer in both years")
    dialog.rows[0].period.setCurrentIndex(0)
    dialog.adding.click()
    dialog.rows[1].text.setText("New form")
    own = written(qtbot, dialog)
    assert own.title(DATED.title) == "Fewer in both years"
    assert own.notes == (
        EARLIER,
        ChartNote(date(2019, 1, 1), LOCKDOWN.text),
        ChartNote(date(2021, 1, 1), "New form"),
    )


def test_a_note_is_taken_out(qtbot, dialog):
    dialog.rows[0].removing.click()
    assert written(qtbot, dialog).notes == (EARLIER,)


def test_a_chart_that_is_not_by_period_asks_for_a_title_alone(qtbot):
    dialog = WordsDialog(stacked(), OwnWords((LOCKDOWN,)), None)
    qtbot.addWidget(dialog)
    assert dialog.rows == []
    assert not dialog.adding.isVisibleTo(dialog)
    assert written(qtbot, dialog).notes == (LOCKDOWN,)


def test_what_is_written_is_a_wish_of_the_window(loaded, workspace):
    panel = loaded.loaded.overview.panel
    panel.words_button.click()
    dialog = loaded.findChild(WordsDialog)
    dialog.title.setText("In my words")
    dialog.accept()
    assert workspace.state.own.title(panel.plot.title) == "In my words"
