"""What stands out from chance variation in the newest complete period, as the end of a sentence."""

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.analysis.statistics.control import Control, Signal
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.plots.control import control_of, level_text
from desktop_app.presentation.words.change import concerned
from desktop_app.presentation.words.numbers import figure_text
from desktop_app.presentation.words.periods import during, plain_kind

_RUNS = {
    Signal.HIGH: "above the mean of {mean}",
    Signal.LOW: "below the mean of {mean}",
    Signal.RISING: "that rose",
    Signal.FALLING: "that fell",
}


def signal_words(result: Result, row: ResultRow) -> str:
    """Return how a period stands out, with the figures of the variation chart; empty where it does not."""
    found = control_of(result)
    if found is None or row.period is None or row not in result.rows:
        return ""
    at = result.rows.index(row)
    signals, found = found.signals[at], found.at(at)
    what = f"the number of {concerned(result.state.unit)} {during(row.period)}"
    figure = figure_text(row[headline(result.state.unit).key].figure)
    sides = ((Signal.ABOVE, "above", found.upper), (Signal.BELOW, "below", found.lower))
    for signal, side, limit in sides:
        if signal in signals:
            words = f"{side} what chance variation gives (limit {level_text(limit, found)})"
            return f"{what} ({figure}) was {words}"
    kind = next((signal for signal in _RUNS if signal in signals), None)
    if kind is None:
        return ""
    length = _run_to(found, at, kind)
    words = _RUNS[kind].format(mean=level_text(found.mean, found))
    run = f"the last of {length} {plain_kind(row.period.kind)} in a row {words}"
    return f"{what} was {run}, which chance variation rarely gives"


def _run_to(found: Control, at: int, kind: Signal) -> int:
    """Return how many periods in a row up to this one carry a signal."""
    length = 0
    while at - length >= 0 and kind in found.signals[at - length]:
        length += 1
    return length
