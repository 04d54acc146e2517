"""Confronts wishes with published counts, which can be taken apart in fewer ways than records."""

from dataclasses import replace

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.pivot_wishes import narrow_enough, settled_pivot
from desktop_app.analysis.published.ages import ages_beyond_children
from desktop_app.analysis.published.rows import NATIONAL, PLACES, Table, dates_mask, query_of, rows_for
from desktop_app.analysis.published.tiling import kinds_in, stretches
from desktop_app.analysis.result import Resolved
from desktop_app.analysis.wishes import about_absent, as_spelled, title_of
from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import (
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    TextFilter,
    ValueFilter,
)
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit

_BASIS = DateBasis.NOTIFIED  # DfE counts by the date notified


def resolve_published(dataset: Dataset, table: Table, state: ViewState) -> Resolved:
    """Return the wishes that published counts can honour, with a notice for every one that they cannot."""
    filters, notices, possible = _filters(table, state)
    by, about_by = _by(table, state)
    sort = tuple(key for key in state.sort if dataset.has(key.column))
    pivot, about_pivot = settled_pivot(replace(state, by=by), lambda key: _across(table, state, key))
    if pivot.across is not None:
        columns = len(table.labels(pivot.across))
        pivot, about_width = narrow_enough(pivot, columns, title_of(pivot.across))
        about_pivot += about_width
    notices += [*about_by, *about_pivot, *_about_ages(table), *_about_extent(state)]
    notices += [
        Notice(f"The records are not sorted by {title_of(key.column)}: the file has no such column.")
        for key in state.sort
        if key not in sort
    ]
    settled = replace(state, filters=filters, by=by, sort=sort, pivot=pivot)
    periods = _periods(table)
    if possible:
        notices += _about_counting(settled, periods)
        notices += _about_rows(table, settled)
    return Resolved(settled, tuple(notices), possible, (Unit.NOTIFICATIONS,), (_BASIS,), periods)


def _about_extent(state: ViewState) -> list[Notice]:
    if not state.whole.stated:
        return []
    return [
        Notice(
            "What you said of the days for which the data are complete does not apply: published counts are"
            " given for whole periods.",
            settled=Extent(),
        )
    ]


def opening_filters(table: Table) -> tuple[ValueFilter, ...]:
    """Return the filter to begin with: the one region that a table has a total of, and none of England."""
    regions = table.labels("region")
    if (table.level == NATIONAL).any() or len(regions) != 1:
        return ()
    return (ValueFilter("region", regions),)


def _periods(table: Table) -> tuple[PeriodKind, ...]:
    dated = dates_mask(table, ())
    return kinds_in(stretches(table.starts[dated], table.ends[dated]))


def _filters(table: Table, state: ViewState) -> tuple[tuple[Filter, ...], list[Notice], bool]:
    kept: list[Filter] = []
    notices: list[Notice] = []
    topics: list[str] = []
    possible = True
    for wish in state.filters:
        chosen, obstacle = wish, _obstacle(table, wish, topics)
        if obstacle:
            possible = False
            text = f"The filter on {title_of(wish.column)} cannot apply: {obstacle}. No rows are shown."
            notices.append(Notice(text, "Remove this filter."))
        elif isinstance(wish, ValueFilter):
            labels = table.labels(wish.column)
            chosen, absent = as_spelled(wish, labels, labels)
            notices += about_absent(title_of(wish.column), absent)
        if chosen.column in table.topics:
            topics.append(chosen.column)
        kept.append(chosen)
    return tuple(kept), notices, possible


def _obstacle(table: Table, chosen: Filter, topics: list[str]) -> str:
    if isinstance(chosen, NumberFilter | TextFilter):
        return "published counts are chosen by their values and dates only"
    if isinstance(chosen, DateFilter | RelativeDates):
        return (
            "" if chosen.column == _BASIS.column else "published counts are placed by the date notified only"
        )
    if chosen.column in table.topics and topics:
        return f"published counts are not broken down by it and by {title_of(topics[0])} at once"
    if chosen.column in ("nature", *table.topics) or (
        chosen.column in PLACES and table.labels(chosen.column)
    ):
        return ""
    return "the file has no counts broken down by it"


def _by(table: Table, state: ViewState) -> tuple[str | None, list[Notice]]:
    by = state.by
    if by is None:
        return None, []
    refusal = f"The figures are not broken down by {title_of(by)}"
    if by not in ("nature", *PLACES, *table.topics) or not table.labels(by):
        return None, [Notice(f"{refusal}: the file has no counts broken down by it.")]
    other = next((topic for topic in table.topics if topic != by and state.filter_on(topic)), None)
    if by in table.topics and other:
        text = f"{refusal}: published counts are not broken down by it and by {title_of(other)} at once."
        return None, [Notice(text, f"Remove the filter on {title_of(other)}.")]
    return by, []


def _across(table: Table, state: ViewState, key: str) -> tuple[str | None, list[Notice]]:
    """Return the second column where the file has counts by both; two topics it never has together."""
    if state.by is not None and state.by in table.topics and key in table.topics:
        text = f"Published counts are not broken down by {title_of(state.by)} and by {title_of(key)} at once."
        return None, [Notice(text, "Choose the nature or a place for one of the two.")]
    return _by(table, replace(state, by=key))


def _about_ages(table: Table) -> list[Notice]:
    names = ages_beyond_children(table)
    if not names:
        return []
    told = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return [
        Notice(
            f"The file counts people aged above 17 ({told}): these are not notifications about children"
            " under 18, so there are no rates and no comparison with their published figures."
        )
    ]


def _about_counting(state: ViewState, periods: tuple[PeriodKind, ...]) -> list[Notice]:
    notices = []
    if state.unit is not Unit.NOTIFICATIONS:
        notices.append(
            Notice(
                "Published counts are of notifications: of children there is the total at most.",
                "Count notifications.",
            )
        )
    if state.date_basis is not _BASIS:
        text = "There are no figures: published counts are placed by the date notified only."
        notices.append(Notice(text, "Use the date notified."))
    if state.period not in periods:
        offered = " or ".join(kind.words for kind in periods)
        text = f"There are no figures by {state.period.words}: the file does not give them."
        notices.append(Notice(text, f"Choose {offered}." if offered else ""))
    if state.search.strip():
        notices.append(
            Notice("Published counts cannot be counted by a text: the search finds records only, no figures.")
        )
    return notices


def _about_rows(table: Table, state: ViewState) -> list[Notice]:
    whole = len(rows_for(table, query_of(table, state, None)))
    parts = len(rows_for(table, query_of(table, state, state.by))) if state.by else 1
    if not whole and not state.filters:
        offered = [key for key in PLACES if table.labels(key)]
        return [
            Notice(
                "The file has no total for England.",
                f"Break the figures down by {' or '.join(map(title_of, offered))}." if offered else "",
            )
        ]
    if not whole:
        return [Notice("The file gives no figures for this combination of filters.")]
    return (
        []
        if parts
        else [Notice(f"The file gives no figures by {title_of(state.by or '')} under these filters.")]
    )
