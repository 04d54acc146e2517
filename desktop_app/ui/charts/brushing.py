"""What drawing the mouse over several marks of a chart filters by, in place of a click on one."""

from desktop_app.domain.filters import Filter
from desktop_app.presentation.models import WHOLE_KINDS, Plot
from desktop_app.ui.charts.shapes import Spot
from desktop_app.ui.wishes import together


def can_choose(plot: Plot) -> bool:
    """Return whether marks of a plot can be chosen together: there are several, and they pick something."""
    marks = [mark for series in plot.series for mark in series.marks if mark.value is not None]
    return len(marks) > 1 and any(mark.picks for mark in marks)


def picks_of(plot: Plot, spots: tuple[Spot, ...]) -> tuple[Filter, ...]:
    """Return the filters of marks together: of columns and lines what all of a period have in common."""
    if plot.kind in WHOLE_KINDS:
        return together(spot.mark.picks for spot in spots)
    by_position: dict[int, list[Spot]] = {}
    for spot in spots:
        by_position.setdefault(spot.mark.position, []).append(spot)
    return together(
        tuple(pick for pick in each[0].mark.picks if all(pick in other.mark.picks for other in each))
        for each in by_position.values()
    )
