"""The command `export`: a workbook or a picture of one chart, for colleagues or for the public."""

from argparse import Namespace
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.cli.wishes import wished
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import View
from desktop_app.presentation.reports.protection import hidden_words
from desktop_app.services.publishing import export_publication, protected, published_view
from desktop_app.services.usecases import WORKBOOK_ENDING, export_workbook, show

PICTURES = (".png", ".svg")


def run(arguments: Namespace) -> int:
    """Write the file and print its path."""
    ending = arguments.to.suffix.casefold()
    _refuse(ending, arguments)
    dataset, state, notices = wished(arguments)
    if arguments.audience == "publication":
        _publish(dataset, state, arguments)
    elif ending in PICTURES:
        write_picture(show(dataset, state)[0], arguments.to)
    else:
        export_workbook(dataset, state, arguments.to)
    for notice in notices:
        print(f"{notice.text} {notice.way_out}".rstrip())
    print(f"Written: {arguments.to}")
    return 0


def _refuse(ending: str, arguments: Namespace) -> None:
    if arguments.to.is_dir():
        raise UserError(
            f"{arguments.to} is a folder.", "Give the name of a file in it, such as summary.xlsx."
        )
    if ending not in (WORKBOOK_ENDING, *PICTURES):
        raise UserError(
            f"{arguments.to.name} has an ending that this version cannot write.",
            "Use .xlsx for a workbook, .png or .svg for a picture of a chart.",
        )
    if any(_same(arguments.to, source) for source in arguments.files):
        raise UserError(f"{arguments.to.name} is the file to be read.", "Give the new file another name.")


def _same(out: Path, source: Path) -> bool:
    return out.exists() and source.exists() and out.samefile(source)


def _publish(dataset: Dataset, state: ViewState, arguments: Namespace) -> None:
    """Write what may leave, and print how much of it is hidden."""
    wish = ExportWish(Audience.PUBLICATION, disclosure=disclosure_of(arguments), contact=arguments.contact)
    safe = protected(dataset, state, wish.disclosure)
    if arguments.to.suffix.casefold() in PICTURES:
        view = published_view(safe)
        if view.plot.empty:
            raise UserError(
                "This chart cannot be drawn for a publication: its numbers are hidden or never published.",
                "Choose another chart, period or filter.",
            )
        write_picture(view, arguments.to)
    else:
        export_publication(safe, arguments.to, wish)
    print(hidden_words(safe))


def disclosure_of(arguments: Namespace) -> Disclosure:
    """Return the settings for protecting small counts."""
    return Disclosure(
        suppress_below=arguments.suppress_below,
        zeros=not arguments.hide_zeros,
        rounding=arguments.round,
        least_values=arguments.least_values,
    )


def write_picture(view: View, path: Path) -> None:
    """Draw the chosen chart into a .png or .svg file; raise UserError where there is nothing to draw."""
    plot = view.plot
    if plot.empty:
        raise UserError(f"There is nothing to draw: {plot.title}.", "Choose another chart, period or filter.")
    from desktop_app.ui.charts.headless import save_picture_unseen

    save_picture_unseen(plot, path)
