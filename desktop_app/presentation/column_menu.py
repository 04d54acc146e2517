"""What one column can be filtered by, in words and lines, for the menu of its heading."""

from dataclasses import replace

from desktop_app.analysis.records.column_values import ColumnValues
from desktop_app.domain.state import ViewState
from desktop_app.presentation.facets import facet_lines
from desktop_app.presentation.filter_models import ColumnMenu, FacetLine
from desktop_app.presentation.words.numbers import count_text

NO_WAY = "These are published counts: they are filtered by nature, place, topic and days only."
NOTHING_TICKED = "Nothing is ticked: rows with any value are shown."


def column_menu(values: ColumnValues, state: ViewState) -> ColumnMenu:
    """Return the menu of a column; one without values to choose from offers its other ways only."""
    key, layout = values.column.key, state.layout
    return ColumnMenu(
        column=values.column.key,
        title=values.column.title,
        ways=values.ways,
        lines=_tree(facet_lines(values.values), values.depths),
        note=_note(values),
        chosen=values.chosen,
        ends=(f"{values.ends[0]:.15g}", f"{values.ends[1]:.15g}") if values.ends else ("", ""),
        cut=values.found > len(values.values),
        shown=(key not in layout.hidden, key in layout.pinned),
        sorted_first=any(each.column != key for each in state.sort),
    )


def _tree(lines: tuple[FacetLine, ...], depths: tuple[int, ...]) -> tuple[FacetLine, ...]:
    """Return lines with those that stand deeper put below those before them; without depths as they are."""
    waiting: list[tuple[int, FacetLine]] = []
    for depth, line in zip(reversed(depths), reversed(lines), strict=bool(depths)):
        below = tuple(part for deep, part in reversed(waiting) if deep > depth)
        waiting = [(deep, part) for deep, part in waiting if deep <= depth]
        waiting.append((depth, replace(line, parts=below)))
    return tuple(line for _, line in reversed(waiting)) if depths else lines


def _note(values: ColumnValues) -> str:
    if not values.ways:
        return NO_WAY
    if values.found > len(values.values):
        listed, found = count_text(len(values.values)), count_text(values.found)
        return f"The first {listed} of {found} values. Type to find others."
    if values.found < values.total:
        return f"{count_text(values.found)} of {count_text(values.total)} values."
    return "" if any(value.chosen for value in values.values) else NOTHING_TICKED
