"""That figures by a characteristic of a child count siblings under the one child whom a row describes."""

from desktop_app.analysis.result import Result
from desktop_app.catalogue.child_columns import CHILD_COLUMNS
from desktop_app.catalogue.measures import headline
from desktop_app.domain.units import Shape, Unit
from desktop_app.presentation.words.change import listed, small
from desktop_app.presentation.words.filters import column_title
from desktop_app.presentation.words.numbers import count_text

_OF_A_CHILD = {spec.key for spec in CHILD_COLUMNS}


def siblings_words(result: Result, broken_down: bool = False) -> str:
    """Return how many siblings are counted under another child's characteristics; empty where none are.

    `broken_down`: the words are for figures by the values of the breakdown; all others are filtered only. Of
    protected figures the number is not given: it could be small.
    """
    state = result.state
    used = dict.fromkeys(
        (
            *((state.by, state.pivot.across) if broken_down else ()),
            *(chosen.column for chosen in state.filters),
        )
    )
    titles = [small(column_title(key, result.columns)) for key in used if key in _OF_A_CHILD]
    many = _number(result)
    if not titles or not many or result.shape is not Shape.NOTIFICATIONS:
        return ""
    them = "that" if len(titles) == 1 else "those"
    lack = f"{listed(titles)} {'is' if len(titles) == 1 else 'are'} not in the file"
    if many == "1":
        subject = f"1 of the children concerned is a sibling whose own {lack}: it is"
    else:
        subject = f"{many} of the children concerned are siblings whose own {lack}: they are"
    return f"{subject} counted under {them} of the child whom the row describes."


def _number(result: Result) -> str:
    """Return how many siblings there are in words, empty where there are none or nobody can tell."""
    if result.disclosure is None:
        return count_text(result.siblings) if result.siblings else ""
    notifications, children = (result.overall[headline(unit).key].figure.value for unit in Unit)
    more = notifications is not None and children is not None and children > notifications
    return "Some" if more else ""
