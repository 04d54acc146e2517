"""Files are read in a process of its own where that protects the program: same cells, harmless ends."""

import zipfile
from multiprocessing import Pipe
from pathlib import Path

import pytest

from desktop_app.domain.errors import Cancelled, UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.files.apart import Looks, read_apart, reads_apart
from desktop_app.reading.files.cells import read_cells
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Grid
from desktop_app.reading.files.sniff import Format, sniff
from tests.support.places import SAMPLE_DATA
from tests.unit.reading.books import column, read

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Returns">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def open_document(path: Path, *rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", CONTENT.format("".join(rows)))
    return path


def row(*texts: str) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def contents(grid: Grid) -> tuple[object, ...]:
    return grid.name, grid.merged, grid.look, [grid.row(number) for number in range(grid.height)]


def test_the_cells_are_the_same_as_read_here(tmp_path: Path) -> None:
    document = Document(SAMPLE_DATA / "messy_returns.xlsx")
    here = read_cells(document, Format.XLSX, Progress())
    apart = read_apart(document, Format.XLSX, Progress())
    assert list(map(contents, apart)) == list(map(contents, here))


def test_where_nothing_could_be_looked_up_that_is_known() -> None:
    ours, theirs = Pipe(duplex=False)
    theirs.close()  # as the process that looks has died
    (grid,) = Looks(ours).added_to((Grid("Returns", (), 0),), Progress())
    assert not grid.look.complete
    ours.close()


def test_a_sheet_that_reaches_too_far_is_told_while_it_is_read() -> None:
    ours, theirs = Pipe(duplex=False)
    theirs.send(("refused", "A sheet reaches too far.", "Make it smaller."))
    with pytest.raises(UserError, match="reaches too far"):
        Looks(ours).take()
    ours.close()
    theirs.close()


def test_formats_whose_extent_cannot_be_seen_are_read_apart(tmp_path: Path) -> None:
    head, record = ("Reference", "Date notified", "Nature"), ("00123", "24/01/2021", "Child death")
    path = open_document(tmp_path / "a.ods", row(*head), row(*record))
    assert reads_apart(Document(path), sniff(Document(path)))
    assert column(read(path), "reference") == ["00123"]
    assert not reads_apart(Document(SAMPLE_DATA / "messy_returns.xlsx"), Format.XLSX)


def test_a_cell_too_far_away_is_a_sentence(tmp_path: Path) -> None:
    repeat = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    far = '<table:table-row><table:table-cell table:number-columns-repeated="900"/>{}</table:table-row>'
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    path = open_document(tmp_path / "far.ods", row("Reference", "Date notified"), repeat, far.format(cell))
    with pytest.raises(UserError, match="reaches over more than"):
        read(path)


def test_what_is_refused_is_told_in_the_same_words(tmp_path: Path) -> None:
    path = open_document(tmp_path / "broken.ods", "<table:table-row>")
    with pytest.raises(UserError, match=r"broken\.ods is damaged"):
        read(path)


def test_cancelling_ends_the_process_at_once() -> None:
    progress = Progress(lambda *_: progress.cancel())
    with pytest.raises(Cancelled):
        read_apart(Document(SAMPLE_DATA / "panel_notifications_2020_2021.xlsx"), Format.XLSX, progress)
