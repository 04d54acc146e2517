"""The command `export`: a workbook or a picture of one chart, for colleagues or for the public."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.cli.wishes import password_in, wished
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import View
from desktop_app.presentation.reports.protection import hidden_words
from desktop_app.services.exporting import Exporter, must_take_password
from desktop_app.services.publishing import WRITERS, export_publication, protected, published_view
from desktop_app.services.reproducing import provenance_of
from desktop_app.services.texts import TEXTS
from desktop_app.services.usecases import show

PICTURES = (".png", ".svg")


def run(arguments: Namespace) -> int:
    """Write the file and print its path."""
    ending = arguments.to.suffix.casefold()
    _refuse(ending, arguments)
    wish = wish_of(arguments)
    password = password_in(arguments.encrypt_with) if arguments.encrypt_with else None
    if password:
        must_take_password(wish, arguments.to)
    dataset, state, notices = wished(arguments)
    if wish.audience is Audience.PUBLICATION:
        _publish(dataset, state, wish, arguments.to)
    elif ending in PICTURES:
        write_picture(show(dataset, state)[0], arguments.to)
    else:
        Exporter(dataset, state).write(wish, arguments.to, Progress(), password)
    for notice in notices:
        print(f"{notice.text} {notice.way_out}".rstrip())
    print(f"Written: {arguments.to}")
    return 0


def _refuse(ending: str, arguments: Namespace) -> None:
    if arguments.to.is_dir():
        raise UserError(
            f"{arguments.to} is a folder.", "Give the name of a file in it, such as summary.xlsx."
        )
    if ending not in (*WRITERS, *PICTURES, *TEXTS):
        raise UserError(
            f"{arguments.to.name} has an ending that this version cannot write.",
            "Use .xlsx for a workbook (.ods too for a publication), .png or .svg for a picture of a chart,"
            " .zip for tables as CSV, .csv for open data, .md or .txt for an e-mail.",
        )
    if any(_same(arguments.to, source) for source in arguments.files):
        raise UserError(f"{arguments.to.name} is the file to be read.", "Give the new file another name.")


def _same(out: Path, source: Path) -> bool:
    return out.exists() and source.exists() and out.samefile(source)


def _publish(dataset: Dataset, state: ViewState, wish: ExportWish, path: Path) -> None:
    """Write what may leave, and print how much of it is hidden."""
    safe = protected(dataset, state, wish.disclosure)
    if path.suffix.casefold() in PICTURES:
        view = published_view(safe)
        if view.plot.empty:
            raise UserError(
                "This chart cannot be drawn for a publication: its numbers are hidden or never published.",
                "Choose another chart, period or filter.",
            )
        write_picture(view, path)
    else:
        export_publication(dataset, state, safe, path, wish, Progress())
    print(hidden_words(safe))


def wish_of(arguments: Namespace) -> ExportWish:
    """Return for whom to write what: as an earlier workbook has it, but for the options that are given."""
    wish = provenance_of(arguments.like).wish if arguments.like else ExportWish()
    usual = wish.disclosure
    return replace(
        wish,
        audience=Audience(arguments.audience) if arguments.audience else wish.audience,
        contact=wish.contact if arguments.contact is None else arguments.contact,
        disclosure=Disclosure(
            usual.suppress_below if arguments.suppress_below is None else arguments.suppress_below,
            usual.zeros and not arguments.hide_zeros,
            usual.rounding if arguments.round is None else arguments.round,
            usual.least_values if arguments.least_values is None else arguments.least_values,
        ),
    )


def write_picture(view: View, path: Path) -> None:
    """Draw the chosen chart into a .png or .svg file; raise UserError where there is nothing to draw."""
    plot = view.plot
    if plot.empty:
        raise UserError(f"There is nothing to draw: {plot.title}.", "Choose another chart, period or filter.")
    from desktop_app.ui.charts.headless import save_picture_unseen

    save_picture_unseen(plot, path)
