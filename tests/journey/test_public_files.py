"""Published spreadsheets open, show how they were read, and account for every row."""

from pathlib import Path

import pytest

from desktop_app.ui.main_window import MainWindow
from tests.support.places import PROJECT

FOLDER = PROJECT.parent / "shared" / "data"
FILES = sorted(
    path
    for path in FOLDER.rglob("*")
    if path.suffix in {".xlsx", ".xls", ".ods", ".csv"} and path.stat().st_size < 300_000
)

pytestmark = pytest.mark.skipif(not FILES, reason="the published files are not here")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_published_file_opens_and_shows_how_it_was_read(window: MainWindow, path: Path) -> None:
    window.open_files([path])
    if window.banner.isVisible():
        assert window.banner.accessibleName().strip()
        assert window.start.isVisible()
        return
    window.loaded.go_to("reading")
    reading = window._workspace.reading
    page = window.loaded.how_read
    assert reading.how_read.read
    assert page.shown in reading.how_read.read
    words = [page.sheet.model().index(row, 0).data() for row in range(page.sheet.model().rowCount())]
    table = reading.how_read.table(page.shown)
    assert sum(each.startswith("Heading") for each in words) == len(table.header_rows)
    marked = sum(each.startswith(("Data", "Left out")) for each in words)
    assert marked == table.last_row - table.first_row + 1
    window.loaded.go_to("quality")
    assert window.loaded.quality.grid.model().rowCount() == len(reading.findings.problems)
