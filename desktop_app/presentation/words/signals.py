"""What stands out from chance variation in the newest complete period, as the end of a sentence."""

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.analysis.statistics.control import Control, Signal
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.plots.control import control_of
from desktop_app.presentation.words.change import concerned
from desktop_app.presentation.words.numbers import count_text, figure_text
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
    if Signal.ABOVE in signals:
        return f"{what} ({figure}) was above what chance variation gives (limit {count_text(found.upper)})"
    if Signal.BELOW in signals:
        return f"{what} ({figure}) was below what chance variation gives (limit {count_text(found.lower)})"
    kind = next((signal for signal in _RUNS if signal in signals), None)
    if kind is None:
        return ""
    length = _run_to(found, at, kind)
    words = _RUNS[kind].format(mean=count_text(found.mean))
    run = f"the last of {length} {plain_kind(row.period.kind)} in a row {words}"
    return f"{what} was {run}, which chance variation rarely gives"


def _run_to(found: Control, at: int, kind: Signal) -> int:
    """Return how many periods in a row up to this one carry a signal."""
    length = 0
    while at - length >= 0 and kind in found.signals[at - length]:
        length += 1
    return length
