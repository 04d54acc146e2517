"""The counts of the filter panel stand clear of their bars, however large they are."""

import pytest

from desktop_app.presentation.filter_models import FacetLine, FacetPanel
from desktop_app.ui.filters.facet import FacetBox
from desktop_app.ui.filters.facet_line import GAP
from desktop_app.ui.filters.filter_panel import WIDTH
from desktop_app.ui.theme.theme import Theme


@pytest.mark.parametrize("text", ["7", "1,157", "1,048,575", "1,048,575+"])
def test_a_count_has_the_room_that_it_is_drawn_in(qtbot, text):
    box = FacetBox(Theme(wish="light"), unfolded=True)
    qtbot.addWidget(box)
    box.resize(WIDTH - 20, 200)
    box.show()
    box.show_facet(FacetPanel("region", "Region", (FacetLine("London", text, 1.0, False),), expanded=True))
    (line,) = box.buttons
    image = line.grab().toImage()
    drawn = line.fontMetrics().horizontalAdvance(text)
    bar = line.width() - line._count_width - GAP - 4  # where the bar ends
    ground = image.pixel(bar + 1, image.height() // 2)
    gap = [image.pixel(x, y) for x in range(bar + 1, bar + GAP - 1) for y in range(image.height())]
    assert line._count_width >= drawn
    assert set(gap) == {ground}
    assert line._text_rect(line.width(), 20).width() > 80  # a name keeps its room


def test_a_line_that_changes_only_its_count_asks_for_no_new_layout(qtbot, monkeypatch):
    box = FacetBox(Theme(wish="light"), unfolded=True)
    qtbot.addWidget(box)
    box.show()
    box.show_facet(FacetPanel("region", "Region", (FacetLine("London", "12", 1.0, False),), expanded=True))
    (line,) = box.buttons
    asked = []
    monkeypatch.setattr(line, "updateGeometry", lambda: asked.append(1))
    box.show_facet(FacetPanel("region", "Region", (FacetLine("London", "34", 0.5, True),), expanded=True))
    assert (line.line.text, line.isChecked(), asked) == ("34", True, [])
    long = "A value of so many words that they do not stand in one line of the panel, however they are set"
    box.show_facet(FacetPanel("region", "Region", (FacetLine(long, "34", 0.5, True),), expanded=True))
    assert asked


def test_a_long_heading_is_shown_in_full_wherever_the_panel_ends(qtbot):
    heading = "Was a very long heading written here by the author of the form, and why was that?"
    box = FacetBox(Theme(wish="light"), unfolded=False)
    qtbot.addWidget(box)
    box.resize(640, 100)
    box.show_facet(FacetPanel("q", heading, (FacetLine("Yes", "1", 1.0, False),), expanded=False))
    box.show()
    for width in (WIDTH - 20, WIDTH - 40, 640):
        box.resize(width, 200)
        qtbot.waitUntil(
            lambda: box.heading.height() >= box.heading.heightForWidth(box.heading.width()), timeout=1000
        )


def test_a_heading_that_takes_another_line_for_its_choices_gets_it(qtbot):
    box = FacetBox(Theme(wish="light"), unfolded=False)
    qtbot.addWidget(box)
    box.show_facet(FacetPanel("a", "Local authority", (FacetLine("Kent", "7", 1.0, False),), expanded=False))
    box.show()
    heading = box.heading
    words = heading.fontMetrics().horizontalAdvance("Local authority (1 chosen)")
    box.setFixedWidth(words + box.menu.width())  # beside the arrow there is no room for them
    one_line = heading.heightForWidth(heading.width())
    box.show_facet(FacetPanel("a", "Local authority", (FacetLine("Kent", "7", 1.0, True),), expanded=False))
    qtbot.waitUntil(lambda: heading.height() >= heading.heightForWidth(heading.width()) > one_line)
