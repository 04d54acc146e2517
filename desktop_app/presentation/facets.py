"""The value lists of the filter panel: each count with its share of the longest bar."""

from desktop_app.analysis.result import Facet, FacetValue, Result
from desktop_app.domain.filters import ValueFilter
from desktop_app.presentation.filter_models import FacetLine, FacetPanel, FurtherColumn
from desktop_app.presentation.words.filters import filter_words, filterable
from desktop_app.presentation.words.numbers import count_text

EXPANDED = 3  # lists open at first
MOST_USED = ("nature", "age_group", "region", "local_authority", "sex", "ethnicity", "looked_after")


def facet_panels(result: Result) -> tuple[FacetPanel, ...]:
    """Return the panels, the most used first; the first three, and those filtered by, are open."""
    ordered = sorted(result.facets, key=_place)  # stable: the others stay in the order of the result
    return tuple(_panel(result, facet, index) for index, facet in enumerate(ordered))


def further_columns(result: Result) -> tuple[FurtherColumn, ...]:
    """Return the columns that can be filtered and have no panel: days, numbers, texts, very many values."""
    listed = {facet.column for facet in result.facets}
    narrowed = {chosen.column for chosen in result.state.filters}
    return tuple(
        FurtherColumn(column, title, _words(result, column, values=True) if column in narrowed else "")
        for column, title in filterable(result)
        if column not in listed
    )


def _place(facet: Facet) -> int:
    return MOST_USED.index(facet.column) if facet.column in MOST_USED else len(MOST_USED)


def facet_lines(values: tuple[FacetValue, ...]) -> tuple[FacetLine, ...]:
    """Return values with their counts as text, each with its share of the largest."""
    largest = max((value.count or 0 for value in values), default=0)
    return tuple(
        FacetLine(
            value.value,
            _text(value),
            (value.count or 0) / largest if largest else 0.0,
            value.chosen,
        )
        for value in values
    )


def _text(value: FacetValue) -> str:
    if value.count is None:
        return ""
    return f"{count_text(value.count)}{'+' if value.at_least else ''}"  # short: the list is narrow


def _words(result: Result, column: str, *, values: bool) -> str:
    """Return the filters on a column in words, those on its values only where they are wanted."""
    chosen = result.state.filters_on(column)
    told = (each for each in chosen if values or not isinstance(each, ValueFilter))
    return "; ".join(filter_words(each, result.columns) for each in told)


def _panel(result: Result, facet: Facet, index: int) -> FacetPanel:
    lines = facet_lines(facet.values)
    return FacetPanel(
        facet.column,
        facet.title,
        lines,
        index < EXPANDED or any(line.chosen for line in lines),
        _words(result, facet.column, values=False),
    )
