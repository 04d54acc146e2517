"""What a workbook holds, before it is one: cover, tables with their charts, notes and records."""

from datetime import datetime

from desktop_app.analysis.result import Result
from desktop_app.domain.periods import day_words
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.provenance import SourceFile
from desktop_app.domain.units import Shape
from desktop_app.presentation.models import RecordsTable, Report, Table, View
from desktop_app.presentation.tables.trend import summary_table
from desktop_app.presentation.words.cautions import cautions
from desktop_app.presentation.words.change import capital, noun
from desktop_app.presentation.words.filters import filters_words, place_words
from desktop_app.presentation.words.numbers import count_text
from desktop_app.presentation.words.periods import KIND_WORDS
from desktop_app.presentation.words.status import NOTHING_COUNTED, basis_words

_ROW = {
    Shape.NOTIFICATIONS: "One row per notification",
    Shape.CHILDREN: "One row per child",
    Shape.AGGREGATE: "Published counts, one row per number",
    Shape.PLAIN: "A plain table",
}


def report_of(
    result: Result, view: View, records: RecordsTable | None, version: str, made: datetime
) -> Report:
    """Return the report of what is shown: it says where every figure comes from and what was left out."""
    plots = tuple(plot for plot in view.plots if not plot.empty)
    tables: list[Table] = [
        summary_table(result),
        view.trend,
        *dict.fromkeys(plot.table for plot in plots if plot.table is not view.trend),
    ]
    if view.breakdown is not None:
        tables.append(view.breakdown)
    if view.pivot is not None:
        tables.append(view.pivot)
    if view.breakdown_plot is not None and not view.breakdown_plot.empty:
        plots = (*plots, view.breakdown_plot)
    return Report(
        title=f"{capital(noun(result.state.unit))}: {view.file_title}",
        cover=_cover(result, view, version, made),
        tables=tuple(tables),
        plots=plots,
        notes=_notes(tables),
        records=records,
    )


def _cover(result: Result, view: View, version: str, made: datetime) -> tuple[tuple[str, str], ...]:
    filters = filters_words(result.state, result.columns)
    lines = [
        ("What this is", _what(result)),
        *(("In short", sentence) for sentence in view.sentences),
        *(("Source", _source(source)) for source in result.sources),
        *(("Source file", origin_words(file)) for file in result.files),
        *(
            [("Population of rates", origin_words(result.populations.file))]
            if result.populations.file
            else []
        ),
        ("Rows of the source", f"{_ROW[result.shape]}."),
        ("Rows shown", f"{count_text(len(result.selection))} of {count_text(result.rows_total)}."),
        ("Filters", f"{filters}." if filters else "None: every row used is counted."),
        ("Counting unit", f"{capital(noun(result.state.unit))}."),
        ("Date basis", f"Periods go {basis_words(result)}."),
        ("Periods", f"{span_words(result)}."),
        *([("Place", f"{capital(place)}.")] if (place := place_words(result) or result.place) else []),
        ("Suppression", "None applied here; shorthand in the source is kept as it stands. For internal use."),
        *(("Be careful", f"{each.text} {each.way_out}".rstrip()) for each in cautions(result)),
        ("Made", f"{day_words(made.date())}, {made:%H:%M}, by Notification Statistics Viewer {version}."),
    ]
    return tuple(lines)


def _what(result: Result) -> str:
    if result.shape is Shape.PLAIN:
        return f"{NOTHING_COUNTED}."
    of = "notifications" if result.beyond_children else "serious incident notifications"
    return f"Counts of {of}, with change over time and its uncertainty."


def _source(source: SourceAccount) -> str:
    sheet = f", sheet {source.sheet}" if source.sheet else ""
    read, used, out = (count_text(n) for n in (source.rows_read, source.rows_used, source.rows_left_out))
    return f"{source.file}{sheet}: {read} rows read, {used} used, {out} left out."


def origin_words(file: SourceFile) -> str:
    """Return what tells one state of a file from another: its size, its date and its fingerprint."""
    if file.size is None or file.modified is None:
        return f"{file.name}."
    day = f"{day_words(file.modified.date())}, {file.modified:%H:%M}"
    return f"{file.name}: {count_text(file.size)} bytes, last changed {day}, SHA-256 {file.sha256}."


def span_words(result: Result) -> str:
    """Return the kind of period, the first and the last, and which are not complete."""
    kind = capital(KIND_WORDS[result.state.period])
    periods = [row.period for row in result.rows if row.period]
    if not periods:
        return f"{kind}; nothing has a date"
    span = periods[0].label if len(periods) == 1 else f"{periods[0].label} to {periods[-1].label}"
    missing = [row.period.label for row in result.rows if row.period and not row.complete]
    return f"{kind}, {span}" + (f"; not complete: {', '.join(missing)}" if missing else "")


def _notes(tables: list[Table]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for table in tables for note in table.notes))
