"""What an export will hold before it is written: its sheets, what is hidden and why, what to beware of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.analysis.disclosure import Protected, Reason
from desktop_app.catalogue.charts import CHARTS
from desktop_app.catalogue.measures import measure
from desktop_app.domain.exporting import Audience, ExportWish, Part
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import CellKind, Plot, Report, Table, TableColumn, View
from desktop_app.presentation.reports.briefing import Briefing, briefing_of
from desktop_app.presentation.reports.protection import hidden_words
from desktop_app.presentation.tables.cells import text_cell
from desktop_app.presentation.words.change import small
from desktop_app.presentation.words.numbers import count_text

ALWAYS = "Cover"
ABOUT = "what to be careful with, and where every number comes from"
PUBLISHED_BEFORE = (
    "Figures of the same records with other filters, periods, breakdowns or protection were published before."
    " Readers can subtract one from the other: make sure that no small number is left between them."
)
OTHER_STATE = (
    "Figures of another state of these files were published before. Readers can subtract one from the other:"
    " where few cases were added or taken out, that tells about them."
)
FILTERED = (
    "These figures are filtered. If figures of all records are public too, readers can subtract one from the"
    " other."
)
NOT_PUBLISHED = (
    "The table of the breakdown as you have arranged it is not published: small counts are protected in"
    " counts by one column and period only, and these are written."
)
NO_TABLES = (
    "The table of the breakdown as you have arranged it is not part of this kind of file: choose a workbook."
)
GIVEN_AWAY = (
    "The file hides numbers that readers can work out from those beside them: see Data quality. What the file"
    " gives away is given away here too, so hide a further number in it first."
)
_WITH_TABLES, _WITH_CHARTS = ("xlsx", "ods", "zip"), ("pptx", "docx")
_PARTS = {
    "summary": Part.SUMMARY,
    "breakdown": Part.BREAKDOWN,
    "pivot": Part.BREAKDOWN,
}  # of tables by their keys; others are trends


@dataclass(frozen=True, slots=True)
class Preview:
    """The sheets in their order with what stands on each, what is lost, and warnings; all in words.

    `plot` is the first chart of a file that holds pictures.
    """

    sheets: tuple[tuple[str, str], ...]
    loss: str = ""
    hidden: Table | None = None
    cautions: tuple[str, ...] = ()
    plot: Plot | None = None


def chosen(report: Report, wish: ExportWish) -> Report:
    """Return the report with only the parts that are wished for."""
    tables = tuple(table for table in report.tables if wish.holds(_part(table)))
    kept = {table.key for table in tables}
    return replace(
        report,
        tables=tables,
        plots=tuple(plot for plot in report.plots if plot.table.key in kept),
        records=report.records if wish.holds(Part.RECORDS) else None,
        findings=report.findings if wish.holds(Part.QUALITY) else None,
    )


def _part(table: Table) -> Part:
    return _PARTS.get(table.key, Part.TRENDS)


def preview_of(
    report: Report,
    view: View,
    wish: ExportWish,
    safe: Protected | None = None,
    cautions: Sequence[str] = (),
) -> Preview:
    """Return the preview of a report that was chosen; `safe` is what it was made of when it is published."""
    plots: tuple[Plot, ...] = ()
    match wish.format:
        case "xlsx" | "ods" | "zip":
            held = _sheets(report, safe)
        case "csv":
            held = [
                ("Open data", "a row for every count, in DfE's layout"),
                ("Beside it", "what each column holds"),
            ]
        case "md" | "txt":
            held = [
                *(("In short", each) for each in view.sentences),
                ("Below", "the trend, and where it comes from"),
            ]
        case _:
            briefing = briefing_of(view, report, wish.charts)
            held, plots = _charts(briefing, wish), briefing.plots
    return Preview(
        sheets=tuple(held),
        loss=hidden_words(safe) if safe else "",
        hidden=_hidden(safe) if safe and safe.hidden else None,
        cautions=tuple(cautions),
        plot=plots[0] if plots else None,
    )


def _sheets(report: Report, safe: Protected | None) -> list[tuple[str, str]]:
    drawn = {plot.table.key for plot in report.plots}
    front = [(ALWAYS, "where every number comes from")]
    if safe is not None:
        front += [("Contents", "links to the tables"), ("Notes", f"{len(report.notes)} notes")]
    tables = [
        (_sheet(table), f"{_rows(len(table.rows))}{', with a chart' if table.key in drawn else ''}")
        for table in report.tables
    ]
    more = [
        (name, _rows(each.row_count))
        for name, each in (("Data quality", report.findings), ("Records", report.records))
        if each is not None
    ]
    return [*front, *tables, *more]


def _charts(briefing: Briefing, wish: ExportWish) -> list[tuple[str, str]]:
    """Return what stands on slides, in a note or in a picture, in their order."""
    charts = [(plot.title, plot.subtitle) for plot in briefing.plots]
    if wish.format == "pptx":
        return [*((f"Slide {at}", title) for at, (title, _) in enumerate(charts, 1)), ("Last slide", ABOUT)]
    if wish.format == "docx":
        sentences = [("In short", sentence) for sentence in briefing.sentences]
        return [
            ("Headline", briefing.title),
            *sentences,
            *(("Chart", title) for title, _ in charts),
            ("At the end", ABOUT),
        ]
    return charts[:1]


def _sheet(table: Table) -> str:
    return table.sheet or table.key.replace("_", " ").capitalize()


def _rows(number: int) -> str:
    return f"{count_text(number)} {'row' if number == 1 else 'rows'}"


def _hidden(safe: Protected) -> Table:
    """Return every hidden count with the reason; the counts themselves are not repeated."""
    why = {Reason.SMALL: "Too small", Reason.LINKED: "Linked to a small one"}
    rows = tuple(
        (
            text_cell(measure(each.place.measure).title),
            text_cell(each.place.period.label if each.place.period else "All together"),
            text_cell("Total" if each.place.by is None else each.place.by),
            text_cell(why[each.reason]),
        )
        for each in safe.hidden
    )
    columns = tuple(
        TableColumn(key, title, CellKind.TEXT)
        for key, title in (("measure", "Count"), ("period", "Period"), ("by", "Of"), ("why", "Why"))
    )
    return Table("hidden", "Hidden counts", "", columns, rows, (), "")


def differencing(state: ViewState, otherwise: bool, other_content: bool) -> tuple[str, ...]:
    """Return warnings about what readers could learn by subtracting this publication from another.

    `otherwise`: other figures of the same records were published before; `other_content`: figures of an
    earlier or later state of the files.
    """
    found = [PUBLISHED_BEFORE] if otherwise else []
    found += [OTHER_STATE] if other_content else []
    return tuple(found) or ((FILTERED,) if state.filters or state.search else ())


def given_away(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return the warning that the files hide numbers that can be worked out, which is not mended here."""
    found = sum(problem.kind is ProblemKind.DISCLOSED for problem in problems)
    return (GIVEN_AWAY,) if found else ()


def not_written(state: ViewState, wish: ExportWish, view: View) -> tuple[str, ...]:
    """Return what was asked for and is not in the file, with the reason."""
    told = []
    arranged = replace(state.pivot, order="", descending=True) != PivotWish()
    if state.by and arranged:
        if wish.audience is Audience.PUBLICATION:
            told.append(NOT_PUBLISHED)
        elif wish.format not in _WITH_TABLES:
            told.append(NO_TABLES)
    offered = [*view.plots, *([view.breakdown_plot] if view.breakdown_plot else [])]
    drawn = {plot.key for plot in offered if not plot.empty}
    titles = {spec.key: small(spec.title) for spec in CHARTS}
    missing = [titles.get(key, "the breakdown") for key in wish.charts if key not in drawn]
    if missing and wish.format in _WITH_CHARTS:
        reason = "or are not for the public" if wish.audience is Audience.PUBLICATION else "in this view"
        told.append(f"Some charts have nothing to show {reason} and are left out: {', '.join(missing)}.")
    return tuple(told)
