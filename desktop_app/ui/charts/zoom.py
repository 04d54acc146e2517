"""Shows a stretch of a long series: which periods are in sight, and the plot of those alone."""

from dataclasses import dataclass, replace

from desktop_app.domain.filters import DateFilter, Filter
from desktop_app.presentation.models import Line, Mark, Plot, PlotKind, PlotSeries

LONG = 16  # positions; a shorter series is always shown whole
FEWEST = 4  # positions that stay in sight
_KINDS = (PlotKind.STACKED, PlotKind.GROUPED, PlotKind.LINES, PlotKind.CHANGE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first and the last position in sight, of so many."""

    first: int
    last: int
    total: int

    @property
    def count(self) -> int:
        """Return how many positions are in sight."""
        return self.last - self.first + 1

    @property
    def whole(self) -> bool:
        """Return whether every position is in sight."""
        return self.count == self.total

    def scaled(self, factor: float, about: float) -> "Stretch":
        """Return the stretch with `factor` times as many positions, a position kept in its place."""
        count = min(max(round(self.count * factor), FEWEST), self.total)
        share = (about - self.first + 0.5) / self.count
        return self._from(round(about + 0.5 - share * count), count)

    def moved(self, step: int) -> "Stretch":
        """Return the stretch so many positions later, or earlier, as far as there are any."""
        return self._from(self.first + step, self.count)

    def between(self, one: int, other: int) -> "Stretch":
        """Return the stretch from one position to another, wide enough to be read."""
        first, last = sorted((one, other))
        return self._from(first, min(max(last - first + 1, FEWEST), self.total))

    def _from(self, first: int, count: int) -> "Stretch":
        start = min(max(first, 0), self.total - count)
        return Stretch(start, start + count - 1, self.total)


def whole(plot: Plot) -> Stretch:
    """Return the stretch of all positions of a plot."""
    return Stretch(0, max(len(plot.positions), 1) - 1, max(len(plot.positions), 1))


def can_zoom(plot: Plot) -> bool:
    """Return whether a plot is long enough, and of a kind, to show a part of it."""
    return plot.kind in _KINDS and len(plot.positions) >= LONG


def cropped(plot: Plot, stretch: Stretch) -> Plot:
    """Return the plot of the positions in sight; the subtitle says that there are more."""
    if stretch.whole:
        return plot
    kept = slice(stretch.first, stretch.last + 1)
    return replace(
        plot,
        subtitle=f"{plot.subtitle}. Shown: {words(plot, stretch)}",
        positions=plot.positions[kept],
        series=tuple(replace(series, marks=_marks(series, stretch)) for series in plot.series),
        totals=plot.totals[kept],
        lines=tuple(_line(line, kept) for line in plot.lines),
        starts=plot.starts[kept],
        notes=tuple(
            replace(note, position=note.position - stretch.first)
            for note in plot.notes
            if stretch.first <= note.position <= stretch.last
        ),
    )


def words(plot: Plot, stretch: Stretch) -> str:
    """Return what is in sight in words, e.g. Apr 2021 to Mar 2023 (24 of 84)."""
    ends = f"{plot.positions[stretch.first]} to {plot.positions[stretch.last]}"
    return f"{ends} ({stretch.count} of {stretch.total})"


def span_picks(plot: Plot, stretch: Stretch) -> tuple[Filter, ...]:
    """Return the filter for the dates in sight, from the first period to the last; none without dates."""
    ends = [
        pick
        for at in (stretch.first, stretch.last)
        for pick in next((mark.picks for mark in plot.series[0].marks if mark.position == at), ())
        if isinstance(pick, DateFilter)
    ]
    if len(ends) != 2:
        return ()
    return (DateFilter(ends[0].column, ends[0].first, ends[1].last),)


def _marks(series: PlotSeries, stretch: Stretch) -> tuple[Mark, ...]:
    return tuple(
        replace(mark, position=mark.position - stretch.first)
        for mark in series.marks
        if stretch.first <= mark.position <= stretch.last
    )


def _line(line: Line, kept: slice) -> Line:
    return replace(line, values=line.values[kept])
