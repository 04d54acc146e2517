"""One step of the person's wishes in words, for the undo menu: "Region is London", "Count children"."""

from dataclasses import replace

from desktop_app.catalogue.charts import chart, form
from desktop_app.catalogue.measures import measure
from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import kind_of
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.own_words import OwnWords
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.specs import Column
from desktop_app.domain.state import ViewState
from desktop_app.presentation.tables.pivot import SHOWN_TITLES
from desktop_app.presentation.words.change import listed, small
from desktop_app.presentation.words.comparing import base_words
from desktop_app.presentation.words.filters import column_title, filter_words, search_words
from desktop_app.presentation.words.periods import KIND_WORDS

MOST_VALUES = 3  # a menu line stays short


def step_words(before: ViewState, after: ViewState, columns: tuple[Column, ...]) -> str:
    """Return what changed from one state to the next; several changes at once are joined."""
    changes = [
        *([f"Count {after.unit}"] if before.unit != after.unit else []),
        *([f"By date {after.date_basis}"] if before.date_basis != after.date_basis else []),
        *([f"Show {KIND_WORDS[after.period]}"] if before.period != after.period else []),
        *_filter_changes(before, after, columns),
        *(
            [search_words(after.search) if after.search else "Clear the search"]
            * (before.search != after.search)
        ),
        *([_by_words(after.by, columns)] if before.by != after.by else []),
        *_pivot_changes(before.pivot, after.pivot, columns),
        *([f"Chart: {small(chart(after.chart).title)}"] if before.chart != after.chart else []),
        *([f"Breakdown as {small(form(after.form).title)}"] if before.form != after.form else []),
        *([_others_words(after)] if before.others != after.others else []),
        *([f"Runs of {after.run} stand out"] if before.run != after.run else []),
        *([f"Rates per {after.per:,} children"] if before.per != after.per else []),
        *(
            [f"Compare with {base_words(after)}"]
            if (before.against, before.base) != (after.against, after.base)
            else []
        ),
        *([_limits_words(after)] if before.rebase != after.rebase else []),
        *([_whole_words(after.whole)] if before.whole != after.whole else []),
        *([_sort_words(after, columns)] if before.sort != after.sort else []),
        *_layout_changes(before.layout, after.layout, columns),
        *_own_changes(before.own, after.own),
    ]
    return "; ".join(changes)


def _filter_changes(before: ViewState, after: ViewState, columns: tuple[Column, ...]) -> list[str]:
    if before.filters and not after.filters and len(before.filters) > 1:
        return ["Clear all filters"]
    added = [filter_words(f, columns, MOST_VALUES) for f in after.filters if f not in before.filters]
    kept = {(kind_of(f), f.column) for f in after.filters}
    gone = [f for f in before.filters if (kind_of(f), f.column) not in kept]
    return [*added, *(f"Any {small(column_title(f.column, columns))}" for f in gone)]


def _pivot_changes(before: PivotWish, after: PivotWish, columns: tuple[Column, ...]) -> list[str]:
    across = small(column_title(after.across, columns)) if after.across else "periods"
    return [
        *([f"Across: {across}"] if before.across != after.across else []),
        *([f"Count {_measure_words(after)}"] if before.measure != after.measure else []),
        *([f"Show {small(SHOWN_TITLES[after.shown])}"] if before.shown != after.shown else []),
        *(["Period of the table"] if before.when != after.when else []),
        *(
            ["Order of the table"]
            if (before.order, before.descending) != (after.order, after.descending)
            else []
        ),
    ]


def _others_words(after: ViewState) -> str:
    match after.others:
        case None:
            return "All others in charts where that helps"
        case shown:
            return "Show all others in charts" if shown else "Leave all others out of charts"


def _limits_words(after: ViewState) -> str:
    if after.rebase is None:
        return "One set of limits"
    return f"New limits from {Period.containing(after.rebase, after.period).label}"


def _whole_words(whole: Extent) -> str:
    days = [
        f"{word} {day_words(day)}"
        for word, day in (("from", whole.first), ("to", whole.last))
        if day is not None
    ]
    return f"Complete {' '.join(days)}" if days else "Complete as far as the dates tell"


def _measure_words(wish: PivotWish) -> str:
    return measure(wish.measure).many if wish.measure else "all"


def _own_changes(before: OwnWords, after: OwnWords) -> list[str]:
    return [
        *(f"Note: {note.text}" for note in after.notes if note not in before.notes),
        *(f"No note: {note.text}" for note in before.notes if note not in after.notes),
        *(["Title of a chart"] if before.titles != after.titles else []),
    ]


def _layout_changes(before: ColumnLayout, after: ColumnLayout, columns: tuple[Column, ...]) -> list[str]:
    changes = [
        *_column_changes("Hide", before.hidden, after.hidden, columns),
        *_column_changes("Show", after.hidden, before.hidden, columns),
        *_column_changes("Pin", before.pinned, after.pinned, columns),
        *_column_changes("Unpin", after.pinned, before.pinned, columns),
    ]
    return [*changes, *([_move_words(before, after, columns)] if before.order != after.order else [])]


def _move_words(before: ColumnLayout, after: ColumnLayout, columns: tuple[Column, ...]) -> str:
    """Return which column was moved; of two that changed places neither can be told from the other."""
    keys = tuple(column.key for column in columns)
    old, new = (replace(after, order=layout.order).arranged(keys) for layout in (before, after))
    moved = [key for key in new if _without(old, key) == _without(new, key)]
    titles = [small(column_title(key, columns)) for key in moved]
    match titles:
        case [title]:
            return f"Move {title}"
        case [first, second]:
            return f"Swap {first} and {second}"
        case _:
            return "Order of the columns"


def _without(keys: tuple[str, ...], key: str) -> list[str]:
    return [other for other in keys if other != key]


def _column_changes(
    what: str, before: tuple[str, ...], after: tuple[str, ...], columns: tuple[Column, ...]
) -> list[str]:
    titles = [small(column_title(key, columns)) for key in after if key not in before]
    if len(titles) > MOST_VALUES:
        return [f"{what} {len(titles)} columns"]
    return [f"{what} {listed(titles)}"] if titles else []


def _by_words(by: str | None, columns: tuple[Column, ...]) -> str:
    return f"Break down by {small(column_title(by, columns))}" if by else "No breakdown"


def _sort_words(after: ViewState, columns: tuple[Column, ...]) -> str:
    if not after.sort:
        return "Order as in the file"
    keys = (
        small(column_title(key.column, columns)) + (" (descending)" if key.descending else "")
        for key in after.sort
    )
    return f"Sort by {listed(keys, 'then')}"
