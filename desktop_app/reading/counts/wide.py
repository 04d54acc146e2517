"""Recognises wide tables of counts: periods across or down, and measures, places or groups the other way."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.catalogue.layouts import LEVELS, TOTAL
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.units import Nature
from desktop_app.reading.counts.titled import titled_period
from desktop_app.reading.counts.wide_tags import (
    OURS_IN_HEADINGS,
    OURS_IN_TITLE,
    SUBJECT,
    Names,
    Tag,
    names_a_subject,
    tag_of,
)
from desktop_app.reading.files.grid import Grid, Raw, text_of
from desktop_app.reading.finding.headings import column_for
from desktop_app.reading.finding.region import Region
from desktop_app.reading.values.date_texts import read_date
from desktop_app.reading.values.dates import looks_like_date
from desktop_app.reading.values.named_periods import Calendar, Span, calendar_of, named_period
from desktop_app.reading.values.number_texts import read_number
from desktop_app.reading.values.places import authorities_named_in

MOST_ROWS = 20_000  # beyond, a table is a list of records or measurements, not one to be read by eye
_COUNTED = {
    Names.NOTIFICATIONS,
    Names.NATURE,
    Names.CHILDREN,
    Names.TOTAL,
    Names.PLACE,
    Names.VALUE,
    Names.PART,
}
_FIRST_DAY = re.compile(
    r"(?:period|year)?[\s_-]*(?:start|from|begin)(?:s|ning)?(?:[\s_-]*date)?", re.IGNORECASE
)
_LAST_DAY = re.compile(r"(?:period|year)?[\s_-]*(?:end|to|until)(?:s|ing)?(?:[\s_-]*date)?", re.IGNORECASE)
_CODES = re.compile(r"\bcodes?\b", re.IGNORECASE)
_OF_A_MEASURE = {Names.NOTIFICATIONS, Names.NATURE}
_TITLE_ROWS = 12
_LEVEL_OF_KEY = {"region": LEVELS[1].value, "local_authority": LEVELS[2].value}


@dataclass(frozen=True, slots=True)
class Label:
    """A column that names the rows: its position, its heading, and the topic or level that this gives.

    `level` is that of the places in a column of places: what is no known one is one all the same.
    """

    position: int
    heading: str
    topic: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class WideLayout:
    """How a wide table is laid out; columns are positions among the region's columns.

    `tags` says for each column of counts what its heading names; `labels` are the columns to the left that
    name the rows; `days` are the two columns with each row's first and last day, where there are such;
    `place` is what the whole table is about, and `titled` its one period, where only the title tells it.
    """

    labels: tuple["Label", ...]
    tags: tuple[tuple[int, tuple[Tag, ...]], ...]
    no_counts: tuple[int, ...]
    calendar: Calendar
    place: Tag
    days: tuple[int, int] | None = None
    titled: Span | None = None


_OF_PERIODS = re.compile(  # above the periods that it is of
    r"(?:(?:calendar|financial|reporting) )?(?:year|quarter|month|period)s?(?: (?:of|when|notified)\b.*)?",
    re.IGNORECASE,
)
_A_NUMBER = {"n", "no", "no.", "nos", "count"}  # under a period or a group, beside its share
_ORIGIN = re.compile(r"\s*(?:sources?|notes?|as at|date|published|coverage)\b", re.IGNORECASE)


def wide_layout(grid: Grid, region: Region, wished: bool = False) -> WideLayout | None:
    """Return the layout of a wide table of notifications, or None where the table is no such thing.

    Unless it is `wished` for, its title, headings or labels must speak of notifications, of harm and death.
    """
    if region.last - region.first >= MOST_ROWS or len(region.columns) < 2:
        return None
    title = tuple(_title(grid, region))
    calendar = calendar_of(" ".join((*title, *region.headings)))
    numeric = [_numeric(grid, region, number) for number in region.columns]
    days = _day_columns(grid, region)
    down = _period_column(grid, region, calendar, numeric) if days is None else days[0]
    tagged = {
        position: heading_tags(heading, calendar)
        for position, heading in enumerate(region.headings)
        if numeric[position] and position != down
    }
    across = {position: tags for position, tags in tagged.items() if _has(tags, {Names.PERIOD})}
    titled = None
    if down is None and len(across) < 2:
        titled = titled_period(title, calendar) if not across and _names_natures(tagged.values()) else None
        if titled is None:
            return None
    of_periods = down is None and titled is None
    counts = across if of_periods else {at: tags for at, tags in tagged.items() if _has(tags, _COUNTED)}
    used = {at: tags for at, tags in counts.items() if not _has(tags, {Names.NO_COUNT})}
    if not used:
        return None
    naming = [at for at in range(min(used)) if not numeric[at] or at == down]
    dated = set() if days is None else {*days, _period_column(grid, region, calendar, numeric)}
    naming = [at for at in naming if at not in dated]  # days say it better than any label
    labels = tuple(
        Label(
            position, heading := region.headings[position], _topic_of(heading, calendar), _level_of(heading)
        )
        for position in _without_codes(naming, region.headings)
    )
    if not wished and not _speaks_of_notifications(grid, region, title, labels, used):
        return None
    named = {*used, *naming, *dated, down}
    others = tuple(position for position in range(len(region.columns)) if position not in named)
    return WideLayout(labels, tuple(used.items()), others, calendar, _place_of(title), days, titled)


def _names_natures(tagged: Iterable[Sequence[Tag]]) -> bool:
    """Return whether headings name deaths as well as serious harm."""
    natures = {tag.text for tags in tagged for tag in tags if tag.names is Names.NATURE}
    return {Nature.DEATH, Nature.SERIOUS_HARM} <= natures


def _without_codes(positions: Sequence[int], headings: Sequence[str]) -> Sequence[int]:
    """Return the columns that name the rows without those of codes, unless there are only such."""
    names = [at for at in positions if not _CODES.search(headings[at])]
    return names or positions


def heading_tags(heading: str, calendar: Calendar) -> tuple[Tag, ...]:
    """Return what the levels of a heading name, each read as a value of a topic above it."""
    tags: list[Tag] = []
    topic = ""
    parts = [part for part in heading.split(" – ") if part and not _OF_PERIODS.fullmatch(part)]
    for part in parts:
        number = len(parts) > 1 and part.casefold() in _A_NUMBER
        tags.append(Tag(Names.TOTAL, TOTAL) if number else tag_of(part, calendar, topic))
        topic = tags[-1].topic if tags[-1].names is Names.TOPIC else topic
    return tuple(tags)


def _has(tags: Sequence[Tag], wanted: set[Names]) -> bool:
    return any(tag.names in wanted for tag in tags)


def _title(grid: Grid, region: Region) -> Iterator[str]:
    """Yield the sheet's name and what stands above the headings."""
    yield grid.name
    top = min((*region.header_rows, region.first))
    for row in range(max(0, top - _TITLE_ROWS), top):
        yield from (text_of(cell) for cell in grid.row(row) if isinstance(cell, str))


def _numeric(grid: Grid, region: Region, number: int) -> bool:
    """Return whether a column holds counts: numbers or shorthand in most of its filled cells."""
    filled = [cell for cell in _cells(grid, region, number) if cell is not None]
    counts = sum(is_count(cell) for cell in filled)
    return bool(filled) and counts >= 0.6 * len(filled)


def is_count(cell: Raw) -> bool:
    """Return whether a cell holds a number, understood or not, or shorthand in its place."""
    if isinstance(cell, str) and (shorthand_of(cell) is not None or _BRACKETED.fullmatch(cell.strip())):
        return True
    return count_of(cell) is not None


_BRACKETED = re.compile(r"\(\d[\d,. ]*\)")  # below zero, or uncertain: nobody can tell
_MARKED = re.compile(r"(.*\d)\s*(?:\((?:p|r|e)\)|\[[^\]]*\]|[pre]|[*†‡]+|[¹²³⁴-⁹]+)", re.IGNORECASE)


def count_of(cell: Raw) -> float | None:
    """Return the number in a cell, also with a mark behind it such as p, (r) or [note 2]."""
    number = read_number(cell)
    if number is None and isinstance(cell, str) and (marked := _MARKED.fullmatch(cell.strip())):
        number = read_number(marked.group(1))
    return number


def _cells(grid: Grid, region: Region, number: int) -> list[Raw]:
    codes = grid.columns[number].codes[region.first : region.last + 1]
    return [grid.columns[number].values[code] for code in codes]


def _period_column(grid: Grid, region: Region, calendar: Calendar, numeric: Sequence[bool]) -> int | None:
    """Return the column that names each row's period: the first such, before any other column of numbers."""
    for position, number in enumerate(region.columns):
        texts = [text_of(cell) for cell in _cells(grid, region, number) if cell is not None]
        periods = [text for text in texts if named_period(text, calendar) is not None]
        if len(set(periods)) >= 2 and len(periods) >= 0.7 * len(texts):
            return position
        if numeric[position]:
            return None
    return None


def _day_columns(grid: Grid, region: Region) -> tuple[int, int] | None:
    """Return the two columns of dates whose headings say that they hold a row's first and last day."""
    found = [
        next((at for at, heading in enumerate(region.headings) if pattern.fullmatch(heading)), None)
        for pattern in (_FIRST_DAY, _LAST_DAY)
    ]
    first, last = found
    if first is None or last is None:
        return None
    for position in (first, last):
        filled = [cell for cell in _cells(grid, region, region.columns[position]) if cell is not None]
        if not filled or not all(looks_like_date(cell) for cell in filled):
            return None
    return first, last


def span_of(first: Raw, last: Raw) -> Span | None:
    """Return the period between two cells that hold its first and last day; None unless both do."""
    days = [read_date(cell) if cell is not None else None for cell in (first, last)]
    return (days[0].day, days[1].day) if days[0] and days[1] and days[0].day <= days[1].day else None


def measures_told(grid: Grid, region: Region, layout: WideLayout) -> int:
    """Return how many measures of all notifications, such as deaths, the headings and labels name."""
    labels = {
        text_of(cell)
        for label in layout.labels
        for cell in _cells(grid, region, region.columns[label.position])
        if isinstance(cell, str)
    }
    rows = [(tag_of(text, layout.calendar),) for text in labels]
    tags = {tag for each in (*rows, *(tags for _, tags in layout.tags)) for tag in each}
    return sum(tag.names in _OF_A_MEASURE for tag in tags)


def _topic_of(heading: str, calendar: Calendar) -> str:
    tags = heading_tags(heading, calendar)
    return next((tag.topic for tag in tags if tag.names is Names.TOPIC), "")


def _level_of(heading: str) -> str:
    spec = column_for(heading)
    return _LEVEL_OF_KEY.get(spec.key, "") if spec else ""


def _speaks_of_notifications(
    grid: Grid,
    region: Region,
    title: Sequence[str],
    labels: Sequence[Label],
    used: dict[int, tuple[Tag, ...]],
) -> bool:
    headings = " ".join(region.headings)
    texts = {
        text_of(cell)
        for label in labels
        for cell in _cells(grid, region, region.columns[label.position])
        if isinstance(cell, str)
    }
    told = any(names_a_subject(text) and not _ORIGIN.match(text) for text in title[1:])
    ours = OURS_IN_TITLE.search(" ".join(title)) or OURS_IN_HEADINGS.search(" ".join((headings, *texts)))
    if told and not ours:
        return False  # such as road traffic casualties
    if SUBJECT.search(f"{' '.join(title)} {headings}"):
        return True
    named = [*used.values(), *((tag_of(text, Calendar()),) for text in texts)]
    measures = {tag.text for tags in named for tag in tags if tag.names in _OF_A_MEASURE}
    return len(measures) >= 2


def _place_of(title: Sequence[str]) -> Tag:
    """Return the one place that the title names; England where it names none or several."""
    named = authorities_named_in(title)
    if len(named) == 1:
        return Tag(Names.PLACE, named[0], level=LEVELS[2].value)
    regions = {category.value for category in REGIONS if any(category.value in text for text in title)}
    if len(regions) == 1:
        return Tag(Names.PLACE, regions.pop(), level=LEVELS[1].value)
    return Tag(Names.PLACE, "", level=LEVELS[0].value)
