"""Filters in words: on chips, under charts, on the cover of a workbook, and as the opening of a sentence."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import assert_never

from desktop_app.analysis.records.coverage import cut_by
from desktop_app.analysis.result import Result
from desktop_app.catalogue.columns import column
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.filters import (
    BLANK,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    TextFilter,
    ValueFilter,
)
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, Shape
from desktop_app.presentation.filter_models import Chip
from desktop_app.presentation.words.change import capital, listed, small
from desktop_app.presentation.words.numbers import names_year, quantity_text

PLACES = ("region", "local_authority")
CHIP_VALUES = 3  # more than this many values are counted on a chip instead of listed
_NO_ARTICLE = ("London", "Yorkshire and The Humber")


def column_title(key: str, columns: Iterable[Column]) -> str:
    """Return a column's title as the table, else the catalogue, else the key itself gives it."""
    for loaded in columns:
        if loaded.key == key:
            return loaded.title
    spec = column(key)
    return spec.title if spec else key


def filter_words(chosen: Filter, columns: tuple[Column, ...], most: int | None = None) -> str:
    """Return a filter in words, e.g. Region is London or South East; beyond `most` values, how many."""
    title = column_title(chosen.column, columns)
    match chosen:
        case DateFilter(_, first, last):
            return f"{title} {_span_words(first, last)}"
        case ValueFilter(key, values):
            return f"{title} {_verb(key, columns)} {_values_words(values, most)}"
        case RelativeDates(_, span):
            meant = chosen.meant
            days = f" ({_span_words(meant.first, meant.last)})" if chosen.today else ""
            return f"{title} in {'the ' if span.startswith('last') else ''}{span}{days}"
        case NumberFilter(_, low, high):
            return f"{title} is {_range_words(low, high, names_year(title))}"
        case TextFilter(_, match, text):
            return f"{title} {match} “{text.strip()}”"
        case _:
            assert_never(chosen)


def filters_words(state: ViewState, columns: tuple[Column, ...]) -> str:
    """Return every filter and the search in words, joined with semicolons; empty where there is none."""
    parts = [filter_words(chosen, columns) for chosen in state.filters]
    return "; ".join([*parts, search_words(state.search)] if state.search else parts)


def search_words(search: str) -> str:
    """Return the search in words."""
    return f"Any column contains “{search}”"


def chips(result: Result) -> tuple[Chip, ...]:
    """Return one chip for every active filter, and one for the search."""
    state = result.state
    known = {column for column, _ in filterable(result)}
    filters = [
        Chip(filter_words(f, result.columns, CHIP_VALUES), f, _obstacle(f, result), f.column in known)
        for f in state.filters
    ]
    return (*filters, *([Chip(search_words(state.search), None)] if state.search else []))


def filterable(result: Result) -> tuple[tuple[str, str], ...]:
    """Return key and title of every column that can be filtered; of published counts values and days only."""
    if result.shape is not Shape.AGGREGATE:
        return tuple((column.key, column.title) for column in result.columns)
    basis = DateBasis.NOTIFIED.column
    return (*((facet.column, facet.title) for facet in result.facets), (basis, column_title(basis, ())))


def _obstacle(chosen: Filter, result: Result) -> str:
    """Return the notice that a filter's column cannot be filtered so; empty where it can."""
    begins = f"The filter on {column_title(chosen.column, result.columns)} cannot apply"
    return next((notice.text for notice in result.resolved.notices if notice.text.startswith(begins)), "")


def filtered(result: Result) -> bool:
    """Return whether anything but a click's own period narrows what is shown."""
    return bool(result.state.filters or result.state.search)


def opening(result: Result, period: Period | None) -> str:
    """Return the words that a sentence must begin with so that a filtered number is not taken for the whole.

    E.g. "In London, where sex is Female, "; empty where every row counts. A date filter that holds the whole
    period spoken of takes nothing away and is left out.
    """
    place, clauses = place_words(result), []
    for chosen in beyond_place(result).filters:
        if _holds(chosen, result, period):
            continue
        clauses.append(_clause(chosen, result.columns))
    if result.state.search:
        clauses.append(f"the record contains “{result.state.search}”")
    parts = [f"in {place}"] if place else []
    if clauses:
        parts.append(f"where {listed(clauses)}")
    return f"{capital(', '.join(parts))}, " if parts else ""


def place_words(result: Result) -> str:
    """Return the area that the figures cover where it is not the whole of England, e.g. the North East."""
    chosen = _place_filter(result)
    if chosen is not None:
        return (
            listed(_with_article(value) for value in chosen.values)
            if len(chosen.values) <= CHIP_VALUES
            else ""
        )
    return "" if result.place in {"", "England"} else _with_article(result.place)


def beyond_place(result: Result) -> ViewState:
    """Return the state without the filter that `place_words` has named already."""
    chosen = _place_filter(result)
    return result.state.without_filter(chosen) if chosen and place_words(result) else result.state


def _place_filter(result: Result) -> ValueFilter | None:
    """Return the narrowest filter on a place that can stand as "in ..."."""
    found = (result.state.filter_on(key) for key in reversed(PLACES))
    return next((chosen for chosen in found if chosen and BLANK not in chosen.values), None)


def _with_article(place: str) -> str:
    region = any(place == category.value for category in REGIONS)
    return f"the {place}" if region and place not in _NO_ARTICLE else place


def _holds(chosen: Filter, result: Result, period: Period | None) -> bool:
    """Return whether a filter on the dates that place rows into periods leaves a whole period."""
    if period is None or chosen.column != result.state.date_basis.column:
        return False
    return not cut_by(replace(result.state, filters=(chosen,)), period)


def _clause(chosen: Filter, columns: tuple[Column, ...]) -> str:
    words = small(filter_words(chosen, columns, CHIP_VALUES))
    if isinstance(chosen, DateFilter | RelativeDates):
        title = small(column_title(chosen.column, columns))
        return f"{title} is {words[len(title) + 1 :]}"
    return words


def _verb(key: str, columns: tuple[Column, ...]) -> str:
    several = any(loaded.key == key and loaded.kind is ColumnKind.SEVERAL for loaded in columns)
    return "include" if several else "is"


def _values_words(values: tuple[str, ...], most: int | None) -> str:
    if most is not None and len(values) > most:
        return f"one of {len(values)} values"
    return listed(("blank" if value == BLANK else value for value in values), "or")


def _range_words(low: float | None, high: float | None, year: bool) -> str:
    if low is not None and high is not None and low != high:
        return f"{quantity_text(low, year)} to {quantity_text(high, year)}"
    if low is not None:
        return quantity_text(low, year) if low == high else f"{quantity_text(low, year)} or more"
    return "any number" if high is None else f"{quantity_text(high, year)} or less"


def _span_words(first: date | None, last: date | None) -> str:
    if first and last:
        return f"on {day_words(first)}" if first == last else f"from {day_words(first)} to {day_words(last)}"
    if first:
        return f"from {day_words(first)} on"
    return f"up to {day_words(last)}" if last else "at any time"
