"""Charts for work in the background are drawn on the window's thread, while there is a window."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.exporting import Drawing, Look
from desktop_app.ui.charts.painter import ChartPainter
from desktop_app.ui.charts.picture import drawn
from tests.support.charts import stacked

SVG = Look(Drawing.SVG)


@pytest.fixture
def pool():
    with ThreadPoolExecutor(1) as workers:
        yield workers


def test_another_thread_gets_the_same_picture(qtbot, pool):
    painter = ChartPainter()
    asked = pool.submit(painter.draw, stacked(), SVG)
    qtbot.waitUntil(asked.done)
    assert asked.result() == drawn(stacked(), SVG) == painter.draw(stacked(), SVG)


def test_who_waits_is_sent_away_when_the_window_closes(qtbot, pool):
    painter = ChartPainter()
    painter.close()
    with pytest.raises(Cancelled):
        pool.submit(painter.draw, stacked(), SVG).result(5)
    qtbot.wait(1)
