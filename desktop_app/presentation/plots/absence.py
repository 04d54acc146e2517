"""Why a chart has nothing to draw, in a sentence with the way out where there is one."""

from dataclasses import replace

from desktop_app.analysis.result import Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.units import Shape
from desktop_app.presentation.models import Plot
from desktop_app.presentation.words.change import capital, concerned, noun
from desktop_app.presentation.words.messages import nothing_matches
from desktop_app.presentation.words.numbers import marker_code, marker_meaning

NOT_COUNTED = (
    "The rows are not known to be notifications, so nothing is counted. Where they are, name their columns on"
    " the page “How it was read”."
)
OWN = ("cumulative", "timing", "delay", "reviews")  # these need dates, whatever the counts are
IN_TABLE = "The table shows what the file gives."


def explained(result: Result, plot: Plot) -> Plot:
    """Return a plot with the reason why it is empty: what holds for all charts, else the chart's own."""
    if not plot.empty or nothing_matches(result):
        return plot
    if result.shape is Shape.PLAIN:
        return replace(plot, absence=NOT_COUNTED)
    hidden = "" if plot.key in OWN else hidden_words(result)
    if not hidden:
        return plot
    return replace(plot, title=f"{capital(concerned(result.state.unit))}: no number is given", absence=hidden)


def hidden_words(result: Result) -> str:
    """Return that every total is shorthand, and its meaning; nothing where some total is a number."""
    key = headline(result.state.unit).key
    figures = [row[key].figure for row in result.rows]
    markers = {figure.marker for figure in figures}
    if len(markers) != 1 or any(figure.value is not None for figure in figures):
        return ""
    marker = markers.pop()
    if marker is None:
        return ""
    what = f"In place of every number of {noun(result.state.unit)} stands [{marker_code(marker)}]"
    return f"{what}: {marker_meaning(marker)}. {IN_TABLE}"
