"""What deaths, serious harm and other count in a period: notifications, children, or neither."""

from desktop_app.analysis.counted import Figures
from desktop_app.analysis.result import Split
from desktop_app.catalogue.measures import MEASURE_KEYS
from desktop_app.domain.units import Unit

PARTS = ("deaths", "serious_harm", "other")
NOT_ALIKE = ("serious_harm", "other")  # one death is one child and one notification; these can be several
_ROUNDED_TO = (10, 5)


def split_of(figures: Figures) -> Split | None:
    """Return what the parts add up to: one total and not the other, or more than both; None: cannot tell.

    The Panel's own figures of 2020 add up to the notifications and those of 2021 to the children.
    """
    named = dict(zip(MEASURE_KEYS, figures, strict=True))
    exact = {key: None if figure.at_least else figure.value for key, figure in named.items()}
    known = [named[key].value or 0 for key in PARTS]
    whole, totals = sum(known), {unit: exact[unit.value] for unit in Unit}
    if None not in totals.values() and exact["deaths"] is not None and exact["serious_harm"] is not None:
        fitting = [Split(unit.value) for unit, total in totals.items() if total == whole]
        if len(fitting) == 1:
            return fitting[0]
    largest = max((total for total in totals.values() if total is not None), default=whole)
    notifications = totals[Unit.NOTIFICATIONS]
    room = _room([*known, *(total for total in totals.values() if total is not None)])
    if whole > largest + room:
        return Split.NEITHER
    beyond = notifications is not None and whole > notifications + room
    return Split.CHILDREN if beyond else None


def _room(numbers: list[float]) -> float:
    """Return how much more than their total parts can be because all of them were rounded."""
    step = next((step for step in _ROUNDED_TO if all(number % step == 0 for number in numbers)), 0)
    return step * (len(PARTS) + 1) / 2
