"""Finds marks: under the mouse, and one step of the arrow keys away."""

from PySide6.QtCore import QPointF

from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.shapes import Spot


def spot_at(spots: tuple[Spot, ...], point: QPointF, within: float = 12.0) -> Spot | None:
    """Return the mark under a point, or the nearest whose middle is no further away than `within` pixels."""
    # The last drawn lies on top.
    under = next((spot for spot in reversed(spots) if spot.rect.contains(point)), None)
    if under is not None or not spots:
        return under
    nearest = min(spots, key=lambda spot: _distance(spot, point))
    return nearest if _distance(nearest, point) <= within else None


def same_spot(spots: tuple[Spot, ...], before: Spot) -> Spot | None:
    """Return where the mark of a spot stands in another drawing of the same plot."""
    words = before.mark.words
    return next((spot for spot in spots if spot.series == before.series and spot.mark.words == words), None)


def names_of(plot: Plot, spot: Spot) -> tuple[str, str]:
    """Return the names of the series and of the position of a mark."""
    return plot.series[spot.series].label, plot.positions[spot.mark.position]


def place_of(plot: Plot, series: str, position: str) -> tuple[int | None, int | None]:
    """Return where series and position of these names are in a plot; None where it has none of the name."""
    labels, positions = [each.label for each in plot.series], list(plot.positions)
    return (
        labels.index(series) if series in labels else None,
        positions.index(position) if position in positions else None,
    )


def beside(spots: tuple[Spot, ...], spot: Spot | None) -> tuple[Spot, ...]:
    """Return the marks of the other series at the same position."""
    if spot is None:
        return ()
    return tuple(
        each for each in spots if each.mark.position == spot.mark.position and each.series != spot.series
    )


def next_spot(spots: tuple[Spot, ...], now: Spot | None, step: int, *, sideways: bool) -> Spot | None:
    """Return the mark one position on (`step` 1) or back (-1), of the same series where it has one there."""
    ordered = sorted(spots, key=lambda spot: (spot.mark.position, spot.series))
    if now is None or not ordered:
        # As in reading: bars begin at the top, periods at the newest.
        return (ordered[0] if sideways or step > 0 else ordered[-1]) if ordered else None
    beyond = [spot for spot in ordered if (spot.mark.position - now.mark.position) * step > 0]
    if not beyond:
        return now
    return min(
        beyond, key=lambda spot: (abs(spot.mark.position - now.mark.position), abs(spot.series - now.series))
    )


def other_series(spots: tuple[Spot, ...], now: Spot | None, step: int) -> Spot | None:
    """Return the mark below (`step` 1) or above (-1) at the same position."""
    if now is None:
        return spots[-1] if spots else None
    here = sorted(
        (spot for spot in spots if spot.mark.position == now.mark.position), key=lambda spot: spot.centre.y()
    )
    index = next((number for number, spot in enumerate(here) if spot.series == now.series), 0)
    return here[min(max(index + step, 0), len(here) - 1)] if here else now


def towards(spots: tuple[Spot, ...], now: Spot | None, across: int, down: int) -> Spot | None:
    """Return the nearest mark in a direction (-1, 0 or 1 each way); the first where none is framed yet."""
    if now is None:
        return spots[0] if spots else None

    def away(spot: Spot) -> tuple[float, float]:
        step = spot.centre - now.centre
        ahead = step.x() * across + step.y() * down
        aside = abs(step.x() * down) + abs(step.y() * across)
        return ahead, ahead + 3 * aside  # rather straight on than near

    beyond = [spot for spot in spots if away(spot)[0] > 1]
    return min(beyond, key=lambda spot: away(spot)[1], default=now)


def _distance(spot: Spot, point: QPointF) -> float:
    away = spot.centre - point
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
