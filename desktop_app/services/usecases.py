"""What the program does with files and wishes; the window and the command line both call these."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.cells import Records as RecordsShown
from desktop_app.analysis.resolve import opening_state, resolve
from desktop_app.analysis.result import Result
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import Provenance
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.export import write_workbook
from desktop_app.presentation.models import Report, View
from desktop_app.presentation.reading.quality import Findings, findings_report
from desktop_app.presentation.reports.report import report_of
from desktop_app.presentation.tables.records import Records, records_table
from desktop_app.presentation.view import view_of
from desktop_app.reading import read_files
from desktop_app.version import __version__

WORKBOOK_ENDING = ".xlsx"


def now() -> datetime:
    """Return the present time; the program's only clock."""
    return datetime.now()


def today() -> date:
    """Return the present day."""
    return now().date()


def load(
    paths: Sequence[Path],
    choices: ReadingChoices | None = None,
    progress: Progress | None = None,
    passwords: Mapping[Path, str] | None = None,
) -> Dataset:
    """Read files into one dataset; raise UserError where one cannot be read."""
    return read_files(paths, choices or ReadingChoices(), progress or Progress(), passwords)


def default_state(dataset: Dataset) -> ViewState:
    """Return the view to begin with: what the data can honour, in the periods that the data are kept in."""
    state = opening_state(dataset)
    offered = resolve(dataset, state).periods
    own = _published_in(dataset) if dataset.shape is Shape.AGGREGATE else _recorded_in(dataset, state)
    return replace(state, period=next((kind for kind in own if kind in offered), state.period))


def _published_in(dataset: Dataset) -> tuple[PeriodKind, ...]:
    """Return the kinds of period that published counts are given for, the longest first.

    Of calendar and financial years those come first for which there are more.
    """
    pairs = dataset.frame[["period_start", "period_end"]].dropna().drop_duplicates()
    spans = {(start.date(), end.date()) for start, end in pairs.itertuples(index=False)}
    given = {kind: sum(_is_whole(*span, kind) for span in spans) for kind in PeriodKind}
    return tuple(sorted(filter(given.get, PeriodKind), key=lambda kind: (-kind.months, -given[kind])))


def _is_whole(start: date, end: date, kind: PeriodKind) -> bool:
    period = Period.containing(start, kind)
    return (period.start, period.end) == (start, end)


def _recorded_in(dataset: Dataset, state: ViewState) -> tuple[PeriodKind, ...]:
    """Return financial years where the records begin in an April and end in a March, as files for them do."""
    if not dataset.has(state.date_basis.column):
        return ()
    days = dataset.frame[state.date_basis.column].dropna()
    if days.empty:
        return ()
    told = dataset.coarse.get(state.date_basis.column, ())
    ends = (Period.containing(days.max().date(), kind).end for kind in told)
    april_to_march = (days.min().month, max(ends, default=days.max().date()).month) == (4, 3)
    return (PeriodKind.FINANCIAL_YEAR,) if april_to_march else ()


def period_notice(dataset: Dataset, state: ViewState) -> tuple[Notice, ...]:
    """Return a line that says so where the data, not the person, chose other periods than calendar years."""
    if state.period is PeriodKind.CALENDAR_YEAR:
        return ()
    reason = "it runs from April to March"
    if dataset.shape is Shape.AGGREGATE:
        reason = "it holds figures for such periods"
    elif dataset.coarse:
        reason = "it tells only the periods of its records"
    kind = state.period.words
    return (
        Notice(
            f"The periods are {kind}s because of the file: {reason}.", "Choose another period to change this."
        ),
    )


def summarise(
    dataset: Dataset,
    state: ViewState,
    progress: Progress | None = None,
    *,
    more: tuple[Notice, ...] = (),
    day: date | None = None,
) -> Result:
    """Return every figure of a view as it stands on a day (default: today), with further notices."""
    result = compute(dataset, state, day or today(), progress)
    return replace(result, notices=(*result.notices, *more)) if more else result


def show(dataset: Dataset, state: ViewState, progress: Progress | None = None) -> tuple[View, Records]:
    """Return what the window shows for a view."""
    return _shown(dataset, summarise(dataset, state, progress))


def export_workbook(
    dataset: Dataset,
    state: ViewState,
    path: Path,
    progress: Progress | None = None,
    made: datetime | None = None,
) -> Result:
    """Write the view as a working workbook and return what it shows; raise UserError where it cannot be."""
    must_be_workbook(path)
    made, progress = made or now(), progress or Progress()
    result, report = working_report(dataset, state, made, progress)
    record = record_of(dataset, state, ExportWish(), made)
    write_workbook(replace(report, record=record), path, progress, made=made)
    return result


def must_be_workbook(path: Path) -> None:
    """Raise UserError where a name has another ending than a workbook's."""
    if path.suffix.casefold() != WORKBOOK_ENDING:
        raise UserError(
            f"A workbook cannot be written as {path.name}.", f"Give it a name that ends in {WORKBOOK_ENDING}."
        )


def working_report(
    dataset: Dataset, state: ViewState, made: datetime, progress: Progress
) -> tuple[Result, Report]:
    """Return what a view shows, and everything that a working workbook can hold of it."""
    result = summarise(dataset, state, progress, day=made.date())
    return result, _working(dataset, result, made)[1]


def working_view(
    dataset: Dataset, state: ViewState, made: datetime, progress: Progress
) -> tuple[Result, View, Report]:
    """Return the figures of a view, what shows them, and everything that a working copy can hold of it."""
    result = summarise(dataset, state, progress, day=made.date())
    return result, *_working(dataset, result, made)


def _working(dataset: Dataset, result: Result, made: datetime) -> tuple[View, Report]:
    view, records = _shown(dataset, result)
    report = report_of(result, view, records, __version__, made)
    return view, replace(report, findings=Findings(dataset.problems).everything())


def record_of(dataset: Dataset, state: ViewState, wish: ExportWish, made: datetime) -> str:
    """Return the record with which the same program can make an export again."""
    population = dataset.populations.file
    return Provenance(state, dataset.files, dataset.choices, wish, __version__, made, population).to_text()


def export_findings(view: View, findings: Findings, path: Path, progress: Progress) -> None:
    """Write the findings as a workbook of their own; raise UserError where it cannot be written."""
    made = now()
    write_workbook(findings_report(view, findings, __version__, made), path, progress, made=made)


def _shown(dataset: Dataset, result: Result) -> tuple[View, Records]:
    records = records_table(RecordsShown(dataset, result.selection), result.state.layout)
    return view_of(result, dataset.problems), records
