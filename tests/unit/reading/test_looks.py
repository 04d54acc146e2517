"""Hidden parts, error cells and the date system are found in every format of workbook."""

import io
import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import open_files, read_files
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import SheetLook
from desktop_app.reading.files.looks import looks_of
from desktop_app.reading.files.sniff import Format
from tests.unit.reading.books import HEADINGS, RECORDS, column, of_kind, read, workbook

# Eight records; rows 3 and 7 and column E are hidden, D4, D5 and E6 are errors, dates count from 1904, the
# second sheet is hidden. Saved by LibreOffice as an Excel 97 workbook.
OLD = Path(__file__).with_name("old_workbook.xls")
ERRORS = ((3, 3, "#N/A"), (4, 3, "#DIV/0!"), (5, 4, "#N/A"))


def looks(content: bytes, kind: Format) -> dict[str, SheetLook]:
    return looks_of(Document(Path("a"), content), kind, Progress())


def test_an_old_workbook_tells_what_it_hides_and_its_errors() -> None:
    found = looks(OLD.read_bytes(), Format.XLS)
    assert list(found) == ["Récords", "Отчёт"]
    look = found["Récords"]
    assert (look.hidden_rows, look.hidden_columns, look.errors) == ((2, 6), (4,), ERRORS)
    assert look.epoch_1904


def test_hidden_rows_of_an_old_workbook_are_included_or_left_out_as_wished() -> None:
    dataset = read(OLD)
    assert len(dataset.frame) == 8
    assert column(dataset, "date_notified")[0] == date(2021, 3, 1)
    assert [problem.value for problem in of_kind(dataset, ProblemKind.HIDDEN)] == ["3, 7", "E"]
    without = read_files([OLD], ReadingChoices(with_hidden=False), Progress())
    assert column(without, "reference") == ["R1", "R3", "R4", "R5", "R7", "R8"]


def test_a_hidden_sheet_of_an_old_workbook_is_told() -> None:
    out = open_files([OLD], Progress()).read(ReadingChoices(sheet="Отчёт"), Progress())
    (remark,) = of_kind(out.dataset, ProblemKind.HIDDEN)
    assert remark.what == "The sheet is hidden"


@pytest.mark.parametrize("end", range(0, len(OLD.read_bytes()), 512))
def test_a_truncated_old_workbook_is_no_crash(end: int) -> None:
    found = looks(OLD.read_bytes()[:end], Format.XLS)
    assert all(set(look.errors) <= set(ERRORS) for look in found.values())


def cells(*texts: str) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )


ERROR_CELL = (
    '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)
OPEN_DOCUMENT = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>"
    '<table:table table:name="Health &amp; care">'
    '<table:table-column table:number-columns-repeated="2"/>'
    '<table:table-column table:visibility="collapse"/>'
    f'<table:table-row table:number-rows-repeated="2">{cells("Area")}<table:table-cell/></table:table-row>'
    f'<table:table-row table:visibility="filter">{cells("Kent")}</table:table-row>'
    '<table:table-row><table:table-cell table:number-columns-repeated="3"/>'
    + ERROR_CELL
    + "</table:table-row>"
    '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048570"><table:table-cell/>'
    "</table:table-row></table:table>"
    '<table:table table:name="Second">'
    f'<table:table-row table:visibility="collapse">{cells("a")}</table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def test_an_open_document_tells_what_it_hides_and_its_errors() -> None:
    found = looks(archive({"content.xml": OPEN_DOCUMENT.encode()}), Format.ODS)
    assert found == {
        "Health & care": SheetLook(hidden_rows=(2,), hidden_columns=(2,), errors=((3, 3, "#DIV/0!"),)),
        "Second": SheetLook(hidden_rows=(0,)),
    }


def test_an_error_cell_of_an_open_document_is_kept_as_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    rows = f"<table:table-row>{cells('Reference', 'Date notified', 'Nature')}</table:table-row>" + "".join(
        f"<table:table-row>{cells(f'R{number}', '04/03/2021')}{last}</table:table-row>"
        for number, last in enumerate((cells("Child death"), ERROR_CELL))
    )
    start, end = OPEN_DOCUMENT.split('<table:table table:name="Health')[0], "</table:table>"
    tail = "</office:spreadsheet></office:body></office:document-content>"
    content = f'{start}<table:table table:name="A">{rows}{end}{tail}'
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"META-INF/manifest.xml": manifest.encode(), "content.xml": content.encode()}
    path.write_bytes(archive(parts))
    assert column(read(path), "nature") == ["Child death", "#DIV/0!"]


def record(kind: int, content: bytes = b"") -> bytes:
    codes = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return codes + bytes([len(content)]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_row(number: int, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def binary_text(place: int, text: str) -> bytes:
    return record(6, struct.pack("<II", place, 0) + wide(text))


def binary_workbook(*rows: bytes, epoch_1904: bool = False) -> bytes:
    """Return a workbook with one sheet, as Microsoft describes its records."""
    book = record(153, struct.pack("<II", int(epoch_1904), 0) + wide("")) + record(
        156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Records")
    )
    hidden_column = record(60, struct.pack("<4IH", 2, 2, 2304, 0, 1))
    sheet = (
        record(129) + record(148, struct.pack("<4I", 0, 2, 0, 2)) + record(390) + hidden_column + record(391)
    )
    sheet += record(145) + b"".join(rows) + record(146) + record(130)
    kinds = "application/vnd.ms-excel"
    return archive(
        {
            "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
            b'package/2006/content-types"><Default Extension="bin" ContentType="'
            + f'{kinds}.sheet.binary.macroEnabled.main"/></Types>'.encode(),
            "xl/_rels/workbook.bin.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.'
            b'openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.'
            b'openxmlformats.org/officeDocument/2006/relationships/worksheet" '
            b'Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/workbook.bin": record(131) + record(143) + book + record(144) + record(132),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


ERROR_IN_C3 = record(3, struct.pack("<IIB", 2, 0, 0x2A))
BINARY_ROWS = (
    binary_row(0) + b"".join(map(binary_text, range(3), ("Reference", "Date notified", "Nature"))),
    binary_row(1, hidden=True) + b"".join(map(binary_text, range(3), ("R1", "04/03/2021", "Child death"))),
    binary_row(2) + b"".join(map(binary_text, range(2), ("R2", "05/03/2021"))) + ERROR_IN_C3,
)


def test_a_binary_workbook_tells_what_it_hides_and_its_errors(tmp_path: Path) -> None:
    content = binary_workbook(*BINARY_ROWS, epoch_1904=True)
    assert looks(content, Format.XLSB) == {
        "Records": SheetLook(hidden_rows=(1,), hidden_columns=(2,), errors=((2, 2, "#N/A"),), epoch_1904=True)
    }
    path = tmp_path / "a.xlsb"
    path.write_bytes(content)
    dataset = read(path)
    assert column(dataset, "nature") == ["Child death", "#N/A"]
    assert [problem.value for problem in of_kind(dataset, ProblemKind.HIDDEN)] == ["2", "C"]


def test_a_stray_cell_of_a_binary_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsb"
    stray = binary_row(1_048_575) + binary_text(16_383, "x")
    path.write_bytes(binary_workbook(*BINARY_ROWS, stray))
    with pytest.raises(UserError, match="more than 40,000,000 cells"):
        read(path)


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    path.write_bytes(archive(parts))


def test_a_workbook_that_only_the_second_reader_takes_is_read_alike(tmp_path: Path) -> None:
    """Some programs write a number with blanks around it, which Excel reads and the first reader refuses."""
    rows = [(*row, number) for number, row in enumerate(RECORDS, 7)]
    good, odd = (workbook(tmp_path / name, ((*HEADINGS, "Age"), *rows)) for name in ("good.xlsx", "odd.xlsx"))
    rewritten(odd, "xl/worksheets/sheet1.xml", b"<v>8</v>", b"<v> 8 </v>")
    expected, found = read(good), read(odd)
    for key in expected.frame:
        assert column(found, key) == column(expected, key)
    assert column(found, "age") == [7, 8, 9]


def test_merged_cells_and_hidden_rows_are_known_to_the_second_reader_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Area", "Year", "Cases"), ("Kent", 2020, 1), (None, 2021, 2), ("Leeds", 2020, 3)):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[4].hidden = True
    path = tmp_path / "a.xlsx"
    book.save(path)
    rewritten(path, "xl/worksheets/sheet1.xml", b"<v>2</v>", b"<v> 2</v>")
    dataset = read(path)
    assert column(dataset, "area") == ["Kent", "Kent", "Leeds"]
    assert [problem.value for problem in of_kind(dataset, ProblemKind.HIDDEN)] == ["4"]
