"""A table comes back equal whatever stands around it and however its headings, dates and gaps are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from tests.unit.reading.books import accounts_add_up, column, of_kind, read

HEADINGS = {
    "reference": ("Notification reference", "Ref No.", "SIN reference", "Case ID"),
    "date_notified": (
        "Date notified",
        "Notification date",
        "DATE  OF NOTIFICATION",
        "Date notified [note 2]",
    ),
    "date_of_incident": ("Date of incident", "Incident date"),
    "nature": ("Nature of notification", "Outcome", "Type of incident"),
    "local_authority": ("Local authority", "LA", "Notifying authority"),
    "children": ("Number of children", "No. of children", "Children involved"),
}
NATURES = {"Child death": ("Child death", "DEATH", "died"), "Serious harm": ("Serious harm", "serious-harm")}
PLACES = ("Leeds", "Kent", "Devon", "Camden")
TITLES = ("Serious incident notifications", "Official - sensitive", "As at 31 March 2022")
NOTES = ("Source: returns of local authorities", "Note 1: figures are provisional and may change.")
DATE_STYLES = (
    "{0.day:02d}/{0.month:02d}/{0.year}",
    "{0:%Y-%m-%d}",
    "{0.day} {1} {0.year}",
    "{0.day}.{0.month}.{0.year}",
)
MONTHS = [date(2021, month, 1).strftime("%B") for month in range(1, 13)]
MARKERS = ("c", "[x]", "..", "z", "*")


@dataclass(frozen=True)
class Around:
    """What stands around a table: titles, blank rows and columns, notes."""

    titles: tuple[str, ...]
    gap: int
    left: int
    spacer: int | None
    notes: tuple[str, ...]

    def around(self, table: Sequence[Sequence[object]]) -> list[list[object]]:
        """Return the table with everything around it."""
        body = [self._spaced(row) for row in table]
        above = [[None] * self.left + [title] for title in self.titles] + [[]] * self.gap
        below = [[], *([None] * self.left + [note] for note in self.notes)] if self.notes else []
        return [*above, *body, *below]

    def _spaced(self, row: Sequence[object]) -> list[object]:
        cells = list(row)
        if self.spacer is not None:
            cells.insert(min(self.spacer, len(cells) - 1), None)
        return [None] * self.left + cells


arounds = st.builds(
    Around,
    st.lists(st.sampled_from(TITLES), max_size=3, unique=True).map(tuple),
    st.integers(0, 2),
    st.integers(0, 2),
    st.none() | st.integers(1, 5),
    st.lists(st.sampled_from(NOTES), max_size=2, unique=True).map(tuple),
)


def written(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def read_back(folder: Path, rows: Sequence[Sequence[object]]) -> Dataset:
    return read(written(folder / "table.xlsx", rows))


@st.composite
def dates(draw: st.DrawFn) -> tuple[date, object]:
    """Return a day and how it is written: as a date or in one of the styles."""
    day = date(2018, 1, 1) + timedelta(days=draw(st.integers(0, 1500)))
    style = draw(st.none() | st.sampled_from(DATE_STYLES))
    return day, day if style is None else style.format(day, MONTHS[day.month - 1])


@st.composite
def records(draw: st.DrawFn) -> tuple[list[dict[str, object]], list[list[object]]]:
    """Return records as they should come back, and the table as it is written."""
    size = draw(st.integers(3, 8))
    keys = draw(st.permutations(list(HEADINGS)))
    heads = {key: draw(st.sampled_from(names)) for key, names in HEADINGS.items()}
    expected, rows = [], [[heads[key] for key in keys]]
    for number in range(size):
        notified, incident = draw(dates()), draw(dates())
        nature = draw(st.sampled_from(list(NATURES)))
        children = draw(st.integers(1, 4) | st.sampled_from(MARKERS))
        place = draw(st.sampled_from(PLACES))
        values = {
            "reference": (f"00{number:03d}", f"00{number:03d}"),
            "date_notified": notified,
            "date_of_incident": incident,
            "nature": (nature, draw(st.sampled_from(NATURES[nature]))),
            "local_authority": (place, draw(st.sampled_from((place, place.upper(), f" {place}")))),
            "children": (None if isinstance(children, str) else children, children),
        }
        expected.append({key: value for key, (value, _) in values.items()})
        rows.append([values[key][1] for key in keys])
    return expected, rows


@given(table=records(), around=arounds)
def test_records_come_back_equal(
    table: tuple[list[dict[str, object]], list[list[object]]],
    around: Around,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    expected, rows = table
    dataset = read_back(tmp_path_factory.mktemp("records"), around.around(rows))
    assert accounts_add_up(dataset)
    for key in HEADINGS:
        assert column(dataset, key) == [record[key] for record in expected], key
    hidden = {number for number, record in enumerate(expected) if record["children"] is None}
    assert set(dataset.as_written.get("children", {})) == hidden


YEARS = {
    "{0}-{1:02d}": lambda year: (date(year, 4, 1), date(year + 1, 3, 31)),
    "{0}/{1:02d} (p)": lambda year: (date(year, 4, 1), date(year + 1, 3, 31)),
    "Year ending March {2}": lambda year: (date(year, 4, 1), date(year + 1, 3, 31)),
    "{0}": lambda year: (date(year, 1, 1), date(year, 12, 31)),
    "Q2 {0}/{1:02d}": lambda year: (date(year, 7, 1), date(year, 9, 30)),
}
MEASURES = {
    "Total": ("Notifications", "Total notifications", "All notifications1"),
    "Child death": ("Child deaths", "Deaths", "of which: child deaths"),
    "Serious harm": ("Serious harm", "Seriously harmed", "Serious harm [note 1]"),
    "Other": ("Other", "Other notifications"),
}
COUNTS = st.integers(0, 1500) | st.sampled_from(MARKERS)


@st.composite
def wide(draw: st.DrawFn) -> tuple[dict[tuple[date, str], object], list[list[object]]]:
    """Return counts by the period's first day and nature, and a wide table of them, either way round."""
    style, span = draw(st.sampled_from(list(YEARS.items())))
    first, size = draw(st.integers(2005, 2018)), draw(st.integers(2, 5))
    years = range(first, first + size)
    measures = draw(st.lists(st.sampled_from(list(MEASURES)), min_size=2, max_size=4, unique=True))
    names = [draw(st.sampled_from(MEASURES[measure])) for measure in measures]
    grid = [[draw(COUNTS) for _ in years] for _ in measures]
    counts = {
        (span(year)[0], measure): grid[row][at]
        for row, measure in enumerate(measures)
        for at, year in enumerate(years)
    }
    labels = [style.format(year, (year + 1) % 100, year + 1) for year in years]
    if draw(st.booleans()):
        return counts, [["Measure", *labels], *([name, *row] for name, row in zip(names, grid, strict=True))]
    down = [[label, *(row[at] for row in grid)] for at, label in enumerate(labels)]
    return counts, [["Period", *names], *down]


@given(table=wide(), around=arounds)
def test_wide_tables_come_back_equal(
    table: tuple[dict[tuple[date, str], object], list[list[object]]],
    around: Around,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    counts, rows = table
    dataset = read_back(tmp_path_factory.mktemp("wide"), around.around(rows))
    assert dataset.shape is Shape.AGGREGATE
    (source,) = dataset.sources
    assert source.rows_left_out == len(of_kind(dataset, ProblemKind.LEFT_OUT))
    kept = dataset.as_written.get("number", {})
    cells = zip(*(column(dataset, key) for key in ("period_start", "nature", "number")), strict=True)
    found = {(start, nature): kept.get(at, value) for at, (start, nature, value) in enumerate(cells)}
    assert found == counts


@st.composite
def tidy(draw: st.DrawFn) -> tuple[list[tuple[str, str, object]], list[list[object]]]:
    """Return sex, nature and count of each row of one of DfE's tidy layouts, and the table."""
    topic, value = draw(
        st.sampled_from((("characteristic", "characteristic_type"), ("breakdown_topic", "breakdown")))
    )
    head = ["time_period", "time_identifier", "geographic_level", "country_name", topic, value]
    expected, rows = [], [[*head, "nature_of_notification", "number_notifications"]]
    for sex in ("Male", "Female"):
        for nature, spellings in NATURES.items():
            count = draw(COUNTS)
            expected.append((sex, nature, count))
            written_nature = draw(st.sampled_from(spellings))
            rows.append(
                [
                    "202122",
                    "Financial year",
                    "National",
                    "England",
                    "Gender",
                    sex.lower(),
                    written_nature,
                    count,
                ]
            )
    return expected, rows


@given(table=tidy(), around=arounds)
def test_tidy_counts_come_back_equal(
    table: tuple[list[tuple[str, str, object]], list[list[object]]],
    around: Around,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    expected, rows = table
    dataset = read_back(tmp_path_factory.mktemp("tidy"), around.around(rows))
    assert accounts_add_up(dataset)
    kept = dataset.as_written.get("number", {})
    cells = zip(*(column(dataset, key) for key in ("breakdown", "nature", "number")), strict=True)
    found = [(sex, nature, kept.get(at, count)) for at, (sex, nature, count) in enumerate(cells)]
    assert found == expected
