"""The other forms of a breakdown's chart: shaded table, small charts by period, maps of the regions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.charts import FORMS
from desktop_app.catalogue.regions import PLACES
from desktop_app.domain.periods import Period
from desktop_app.presentation.models import Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.others import UNFILTERED, everything, others_helpful
from desktop_app.presentation.picks import period_picks, value_picks
from desktop_app.presentation.plots.breakdown import breakdown_plot
from desktop_app.presentation.plots.funnel import funnel_offered, funnel_plot
from desktop_app.presentation.tables.breakdown import LAST, Breakdown
from desktop_app.presentation.tables.cells import explained
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, listed, noun, small
from desktop_app.presentation.words.numbers import figure_text
from desktop_app.presentation.words.periods import ONE_KIND, period_title
from desktop_app.presentation.words.rates import per_children, rate_notes, rate_places, rate_text
from desktop_app.presentation.words.status import source_line

MOST_ROWS, MOST_LITTLE = 30, 12
NEWEST = ". At the right of each name: the newest number"
EQUAL_TILES = "Tiles of equal size stand about where the regions lie."


def forms_offered(result: Result, found: Breakdown) -> tuple[str, ...]:
    """Return the keys of the forms that can show this breakdown."""
    several = len(result.rows) > 1
    regions = found.by == "region" and any(value in PLACES for value in found.values)
    rated = regions and any(_rate(found, value) is not None for value in PLACES)
    possible = {"bars": True, "heat": several, "multiples": several, "tiles": regions, "rates": rated}
    possible["funnel"] = funnel_offered(result, found)
    return tuple(form.key for form in FORMS if possible[form.key])


def form_plot(result: Result, found: Breakdown, table: Table) -> Plot:
    """Return the breakdown in the form that was wished for; as bars where it cannot be shown so."""
    builders: dict[str, Callable[[Result, Breakdown, Plot], Plot]] = {
        "heat": _heat,
        "multiples": _multiples,
        "tiles": _tiles,
        "rates": _rates,
        "funnel": funnel_plot,
    }
    bars = breakdown_plot(result, found, table)
    form = result.state.form
    if form not in builders or form not in forms_offered(result, found):
        return bars
    return replace(builders[form](result, found, replace(bars, totals=(), others=None)), key=form)


def _heat(result: Result, found: Breakdown, bars: Plot) -> Plot:
    return _by_period(result, found, bars, PlotKind.HEAT, MOST_ROWS)


def _multiples(result: Result, found: Breakdown, bars: Plot) -> Plot:
    """Return little charts, and in each of them in grey behind it what there is without filters."""
    plot = _by_period(result, found, bars, PlotKind.MULTIPLES, MOST_LITTLE)
    periods = [row.period for row in result.rows]
    wholes = {s.label: [everything(result, period, s.label) for period in periods] for s in plot.series}
    pairs = [
        (found.figure(period, value), whole)
        for value, of_value in wholes.items()
        for period, whole in zip(periods, of_value, strict=True)
    ]
    shown = others_helpful(result, pairs, whole_bars=False)
    if not shown:
        return replace(plot, others=shown)
    return replace(
        plot,
        subtitle=f"{plot.subtitle}. In grey: {small(UNFILTERED)}",
        series=tuple(replace(s, marks=tuple(map(_before, s.marks, wholes[s.label]))) for s in plot.series),
        others=True,
    )


def _before(mark: Mark, whole: Figure) -> Mark:
    """Return a mark in front of all there is without filters, where that is known."""
    if whole.value is None or whole.at_least:
        return mark
    told = f"{mark.label} of {figure_text(whole)}"
    return replace(mark, label=told, words=f"{mark.words}; {figure_text(whole)} in all", whole=whole.value)


def _by_period(result: Result, found: Breakdown, bars: Plot, kind: PlotKind, most: int) -> Plot:
    """Return a row or a little chart for each of the largest values, over all periods."""
    values = found.values[:most]
    series = tuple(PlotSeries("focus", value, _over_time(result, found, value)) for value in values)
    what, by = concerned(result.state.unit), small(found.title)
    cut = f". {most} of {len(found.values)} values are shown" if len(values) < len(found.values) else ""
    form = "Table" if kind is PlotKind.HEAT else "Small column charts"
    return replace(
        bars,
        kind=kind,
        title=f"{capital(what)} by {by} and {small(ONE_KIND[result.state.period])}",
        subtitle=subtitle(result, f" by {by}") + cut + (NEWEST if kind is PlotKind.MULTIPLES else ""),
        source=" ".join(
            filter(
                None,
                (
                    source_line(result, broken_down=True),
                    provisional_words(result),
                    *_shorthand(found, values),
                ),
            )
        ),
        alt_text=f"{form} of {what} by {by} and {small(ONE_KIND[result.state.period])}. {_extremes(series)}",
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in result.rows),
        series=series,
    )


def _shorthand(found: Breakdown, values: Sequence[str]) -> list[str]:
    """Return what the shorthand among the figures of these values means."""
    figures = [row[found.key].figure for (_, value), row in found.rows.items() if value in values]
    return [note for note in explained(figures) if note.startswith("[")]


def _over_time(result: Result, found: Breakdown, value: str) -> tuple[Mark, ...]:
    mine = value_picks(result, found.by, value)
    return tuple(
        replace(
            _mark(result, found, row.period, value, at),
            provisional=not row.complete,
            picks=(*mine, *period_picks(result, row.period)) if mine else (),
        )
        for at, row in enumerate(result.rows)
    )


def _mark(result: Result, found: Breakdown, period: Period | None, value: str, at: int) -> Mark:
    figure = found.figure(period, value)
    when = period_title(period) if period else "all shown"
    return Mark(
        position=at,
        value=figure.value,
        label=figure_text(figure),
        words=f"{value}, {when}: {figure_text(figure)} {noun(result.state.unit, figure.value)}",
    )


def _extremes(series: tuple[PlotSeries, ...]) -> str:
    known = [
        mark for each in series for mark in each.marks if mark.value is not None and not mark.provisional
    ]
    if not known:
        return "There are no figures to show."
    most, least = (pick(known, key=lambda mark: mark.value or 0.0) for pick in (max, min))
    return f"The most: {most.words}. The fewest: {least.words}."


def _tiles(result: Result, found: Breakdown, bars: Plot) -> Plot:
    marks = tuple(
        replace(_mark(result, found, found.period, name, at), picks=value_picks(result, found.by, name))
        if name in found.values
        else _away(result, name, at)
        for at, name in enumerate(PLACES)
    )
    return _map(result, found, replace(bars, value_title=capital(concerned(result.state.unit))), marks)


def _rates(result: Result, found: Breakdown, bars: Plot) -> Plot:
    marks = tuple(
        _rate_mark(result, found, name, at) if name in found.values else _away(result, name, at)
        for at, name in enumerate(PLACES)
    )
    title = f"{capital(concerned(result.state.unit))} {per_children(result)}"
    return _map(result, found, replace(bars, value_title=title, places=rate_places(result)), marks)


def _away(result: Result, name: str, at: int) -> Mark:
    """Return the empty tile of a region without figures: a map with holes would not be England's."""
    why = "not shown" if result.state.filters_on("region") else "not in the data"
    return Mark(at, None, why, f"{name}: {why}")


def _rate_mark(result: Result, found: Breakdown, name: str, at: int) -> Mark:
    counted, rate = _mark(result, found, found.period, name, at), _rate(found, name)
    picks = value_picks(result, found.by, name)
    if rate is None:
        return replace(counted, value=None, label="no rate", picks=picks)
    interval = found.rows[found.period, name][found.key].rate_interval
    sure = f" (95% interval {' to '.join(rate_text(result, end) for end in interval)})" if interval else ""
    words = f"{counted.words}, {rate_text(result, rate)} {per_children(result)}{sure}"
    return replace(counted, value=rate, label=rate_text(result, rate), words=words, picks=picks)


def _rate(found: Breakdown, name: str) -> float | None:
    row = found.rows.get((found.period, name))
    return row[found.key].rate if row and found.period else None


def _map(result: Result, found: Breakdown, plot: Plot, marks: tuple[Mark, ...]) -> Plot:
    when = period_title(found.period) if found.period else "all periods shown"
    rated = result.state.form == "rates"
    said = rate_notes(result) if rated else ()
    title = f"Rate of {concerned(result.state.unit)}" if rated else plot.value_title
    off = [
        f"{value} ({figure_text(found.figure(found.period, value))})"
        for value in found.values
        if value not in PLACES and (value not in LAST or found.figure(found.period, value).value)
    ]
    beside = f"Not on the map: {listed(off)}." if off else ""
    figures = "; ".join(
        f"{name}: {mark.label}" for name, mark in zip(PLACES, marks, strict=True) if name in found.values
    )
    return replace(
        plot,
        kind=PlotKind.TILES,
        title=f"{title} by region, {when}",
        alt_text=f"Map of the regions of England, {small(plot.value_title)}, {when}. {figures}.",
        source=" ".join(filter(None, (source_line(result, broken_down=True), *said, EQUAL_TILES, beside))),
        positions=tuple(PLACES),
        series=(PlotSeries("focus", plot.value_title, marks),),
    )
