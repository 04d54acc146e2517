"""The value lists of the filter panel: each count with its share of the longest bar."""

from desktop_app.analysis.result import Facet, Result
from desktop_app.presentation.models import FacetLine, FacetPanel
from desktop_app.presentation.numbers import count_text

EXPANDED = 3  # lists open at first
MOST_USED = ("nature", "age_group", "region", "local_authority", "sex", "ethnicity", "looked_after")


def facet_panels(result: Result) -> tuple[FacetPanel, ...]:
    """Return the panels, the most used first; the first three, and those filtered by, are open."""
    ordered = sorted(result.facets, key=_place)  # stable: the others stay in the order of the result
    return tuple(_panel(facet, index) for index, facet in enumerate(ordered))


def _place(facet: Facet) -> int:
    return MOST_USED.index(facet.column) if facet.column in MOST_USED else len(MOST_USED)


def _panel(facet: Facet, index: int) -> FacetPanel:
    largest = max((line.count or 0 for line in facet.values), default=0)
    lines = tuple(
        FacetLine(
            line.value,
            "" if line.count is None else count_text(line.count),
            (line.count or 0) / largest if largest else 0.0,
            line.chosen,
        )
        for line in facet.values
    )
    return FacetPanel(
        facet.column, facet.title, lines, index < EXPANDED or any(line.chosen for line in lines)
    )
