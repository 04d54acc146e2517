"""What writes each kind of file: one entry for every format of the catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop_app.analysis.result import Result
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, Drawing, ExportWish, Look
from desktop_app.domain.progress import Progress
from desktop_app.export import write_workbook
from desktop_app.export.document import write_document
from desktop_app.export.ods import write_publication_ods
from desktop_app.export.publication import write_publication
from desktop_app.export.safe_write import replacing
from desktop_app.export.slides import write_slides
from desktop_app.export.task import Draw, Task
from desktop_app.export.texts import write_tables, write_text, write_tidy
from desktop_app.presentation.models import Plot, Report, View
from desktop_app.presentation.reports.briefing import briefing_of
from desktop_app.presentation.reports.letter import markdown, plain
from desktop_app.presentation.reports.tidy import tidy_of


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Everything that a file can be written from; protected already where it is for the public."""

    result: Result
    view: View
    report: Report
    wish: ExportWish
    path: Path
    made: datetime
    draw: Draw
    progress: Progress = field(default_factory=Progress)
    password: str | None = None  # of a workbook for colleagues
    template: Path | None = None  # of slides or a note


def _workbook(order: Order) -> None:
    if order.wish.audience is Audience.PUBLICATION:
        write_publication(order.report, order.path, order.progress, made=order.made)
    else:
        write_workbook(order.report, order.path, order.progress, made=order.made, password=order.password)


def _opendocument(order: Order) -> None:
    write_publication_ods(order.report, order.path, order.progress, made=order.made)


def _slides(order: Order) -> None:
    write_slides(_task(order))


def _document(order: Order) -> None:
    write_document(_task(order))


def _picture(order: Order) -> None:
    plot = _one_chart(order)
    look = _look(order.wish, Drawing(order.path.suffix.casefold().removeprefix(".")))
    order.progress.step("Drawing the chart")
    content = order.draw(plot, look)
    with replacing(order.path) as draft:
        draft.write_bytes(content)


def _tables(order: Order) -> None:
    write_tables(order.report, order.path, order.progress, made=order.made)


def _open_data(order: Order) -> None:
    write_tidy(tidy_of(order.result), order.path, order.progress, made=order.made)


def _markdown(order: Order) -> None:
    write_text(markdown(order.report, order.view.sentences), order.path, order.progress, made=order.made)


def _plain(order: Order) -> None:
    write_text(plain(order.report, order.view.sentences), order.path, order.progress, made=order.made)


Writer = Callable[[Order], None]
WRITERS: Mapping[str, Writer] = {
    "xlsx": _workbook,
    "ods": _opendocument,
    "pptx": _slides,
    "docx": _document,
    "png": _picture,
    "svg": _picture,
    "pdf": _picture,
    "zip": _tables,
    "csv": _open_data,
    "md": _markdown,
    "txt": _plain,
}


def _task(order: Order) -> Task:
    return Task(
        briefing=briefing_of(order.view, order.report, order.wish.charts),
        path=order.path,
        made=order.made,
        draw=order.draw,
        audience=order.wish.audience,
        look=_look(order.wish, Drawing.PNG),
        template=order.template,
        progress=order.progress,
    )


def _look(wish: ExportWish, drawing: Drawing) -> Look:
    return Look(drawing, wish.size, wish.scale)


def _one_chart(order: Order) -> Plot:
    """Return the chart that is wished for; raise UserError where nothing of it can be drawn."""
    view = order.view
    wanted = order.wish.charts[0] if order.wish.charts else view.plot.key
    offered = [*view.plots, *([view.breakdown_plot] if view.breakdown_plot else [])]
    plot = next((each for each in offered if each.key == wanted), view.plot)
    if not plot.empty:
        return plot
    hint = "Choose another chart, period or filter."
    if order.wish.audience is Audience.PUBLICATION:
        what = "This chart cannot be drawn for a publication: its numbers are hidden or never published."
        raise UserError(what, hint)
    raise UserError(f"There is nothing to draw: {plot.title}.", hint)
