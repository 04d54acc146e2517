"""Turns the cells of a wide table into counts, each with its period, place, group and nature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.catalogue.layouts import LEVELS, TOTAL
from desktop_app.reading.counts.wide import WideLayout, count_of, span_of
from desktop_app.reading.counts.wide_tags import Names, Tag, tag_of
from desktop_app.reading.files.grid import Raw, text_of
from desktop_app.reading.values.named_periods import PartOfYear, Span
from desktop_app.reading.values.places import Authority, authority_of

_SECTION = "The row holds one text alone: a note or the heading of a section, not a record."
_NOTHING = "The row holds no count."
_BLANK = "The row is blank."
_SHARES = "The row holds shares, rates or changes, not counts."
_NO_PERIOD = "Nothing says which period the row is about."
_OWN_WORDS = "Breakdown"
_LOCAL = LEVELS[2].value


@dataclass(frozen=True, slots=True)
class About:
    """What a count is about; `topics` are pairs of a topic and its value.

    `year` is the period that a label names, `part` the part of it that another one names.
    """

    year: Span | None = None
    part: PartOfYear | None = None
    level: str = ""
    region: str = ""
    authority: str = ""
    topics: tuple[tuple[str, str], ...] = ()
    nature: str = TOTAL
    children: bool = False

    @property
    def span(self) -> Span | None:
        """Return the first and last day; None where nothing says which they are."""
        if self.part is None or self.year is None:
            return self.year if self.part is None else None
        return self.part.within(self.year)

    @property
    def topic(self) -> str:
        """Return the topic; two at once are named together."""
        return ", ".join(topic for topic, _ in self.topics) or TOTAL

    @property
    def breakdown(self) -> str:
        """Return the value of the topic."""
        return ", ".join(value for _, value in self.topics) or TOTAL

    def told(self, tag: Tag) -> "About":
        """Return this with what one more label says."""
        match tag.names:
            case Names.PERIOD:
                return replace(self, year=tag.span)
            case Names.PART:
                return replace(self, part=tag.part)
            case Names.NATURE:
                return replace(self, nature=tag.text)
            case Names.CHILDREN:
                return replace(self, children=True)
            case Names.PLACE:
                return self._at(tag)
            case Names.VALUE | Names.WORDS:
                topic = tag.topic or _OWN_WORDS
                others = tuple(pair for pair in self.topics if pair[0] != topic)
                return replace(self, topics=(*others, (topic, tag.text)))
            case _:
                return self

    def _at(self, tag: Tag) -> "About":
        if tag.level == _LOCAL:
            place = authority_of(tag.text) or Authority(tag.text, "")
            return replace(self, level=tag.level, region=place.region, authority=place.name)
        return replace(self, level=tag.level, region=tag.text, authority="")


@dataclass(frozen=True, slots=True)
class Count:
    """One count: what it is about, the cell, and its row in the sheet, counted from 0."""

    about: About
    cell: Raw
    row: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that gives no count, and why."""

    row: int
    text: str
    reason: str


def counts_in(layout: WideLayout, rows: Sequence[tuple[int, Sequence[Raw]]]) -> Iterator[Count | LeftOut]:
    """Yield the counts of each row (its place in the sheet and its cells), or why it has none."""
    start = replace(About().told(layout.place), year=layout.titled)
    section: tuple[Tag, ...] = ()
    above: dict[int, str] = {}
    for row, cells in rows:
        texts = [text_of(cells[label.position]) for label in layout.labels]
        first = next(filter(None, texts), "")
        given = [(tags, cells[at]) for at, tags in layout.tags if cells[at] is not None]
        if not given:
            section = _section(section, texts, layout)
            yield LeftOut(row, first, _reason(texts, cells))
            continue
        tags = (*section, *_row_tags(layout, texts, above, section))
        if any(tag.names is Names.NO_COUNT for tag in tags):
            yield LeftOut(row, first, _SHARES)
            continue
        if layout.days is not None:
            tags = (*tags, Tag(Names.PERIOD, span=span_of(*(cells[at] for at in layout.days))))
        counts = [Count(_about(start, (*tags, *heading)), cell, row) for heading, cell in given]
        known = [count for count in counts if count.about.span is not None]
        if known:
            yield from known
        else:
            yield LeftOut(row, first, _NO_PERIOD)


def _about(start: About, tags: Sequence[Tag]) -> About:
    about = start
    for tag in tags:
        about = about.told(tag)
    return about


def _reason(texts: Sequence[str], cells: Sequence[Raw]) -> str:
    if all(cell is None for cell in cells):
        return _BLANK
    return _SECTION if any(texts) else _NOTHING


def _section(section: tuple[Tag, ...], texts: Sequence[str], layout: WideLayout) -> tuple[Tag, ...]:
    """Return what the rows below are about: a row with one text alone is the heading of a section."""
    words = [text for text in texts if text]
    if len(words) != 1:
        return section
    tag = tag_of(words[0], layout.calendar)
    if tag.names is Names.WORDS:
        return (Tag(Names.TOPIC, tag.text, tag.text),)
    return (tag,)


def _row_tags(
    layout: WideLayout, texts: Sequence[str], above: dict[int, str], section: tuple[Tag, ...]
) -> Iterator[Tag]:
    """Yield what a row's labels name; a label stands for the rows below it until the next one.

    Only the last label must stand in each row: what is blank there is blank.
    """
    topic = next((tag.topic for tag in section if tag.names is Names.TOPIC), "")
    last = len(layout.labels) - 1
    for number, (label, text) in enumerate(zip(layout.labels, texts, strict=True)):
        name = text or (above.get(number, "") if number < last else "")
        above[number] = name
        if not name:
            continue
        tag = tag_of(name, layout.calendar, label.topic or topic)
        if tag.names is not Names.WORDS:
            yield _unless_total(tag)
        elif label.level:
            yield Tag(Names.PLACE, tag.text, level=label.level)
        else:
            yield replace(tag, topic=label.heading)


def _unless_total(tag: Tag) -> Tag:
    return Tag(Names.TOTAL, TOTAL) if tag.names is Names.VALUE and tag.text.casefold() in _TOTALS else tag


_TOTALS = {"total", "all", "totals", "grand total"}


def number_in(cell: Raw) -> Raw:
    """Return a cell's number without the mark behind it; anything else as it stands."""
    number = count_of(cell)
    return cell if number is None else number
