"""The command `export`: a file of any format of the catalogue, for colleagues or for the public."""

from argparse import Namespace
from dataclasses import replace

from desktop_app.cli.wishes import column_named, password_in, wished
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish, Look, Size
from desktop_app.domain.progress import Progress
from desktop_app.presentation.models import Plot
from desktop_app.presentation.reports.protection import hidden_words
from desktop_app.services.exporting import Exporter, must_be_apart, must_be_written, must_take_password
from desktop_app.services.publications import Publications
from desktop_app.services.reproducing import provenance_of
from desktop_app.services.settings import Settings


def run(arguments: Namespace) -> int:
    """Write the file and print its path, and of a publication how much of it is hidden."""
    _refuse(arguments)
    wish = wish_of(arguments)
    must_be_written(arguments.to, wish.audience)  # before the files are read, which can take a while
    password = password_in(arguments.encrypt_with) if arguments.encrypt_with else None
    if password:
        must_take_password(wish, arguments.to)
    if arguments.sheet_for_each and (wish.audience is Audience.PUBLICATION or wish.format != "xlsx"):
        raise UserError(
            "A sheet for each value is made in workbooks for colleagues only.", "Leave --sheet-for-each out."
        )
    dataset, state, notices = wished(arguments)
    if arguments.sheet_for_each:
        wish = replace(wish, split=column_named(dataset, arguments.sheet_for_each).key)
    exporter = Exporter(dataset, state, Publications(Settings()), draw)
    written = exporter.write(wish, arguments.to, Progress(), password, arguments.template)
    exporter.remember(wish)
    if written.safe is not None:
        print(hidden_words(written.safe))
    for caution in written.cautions:
        print(f"Be careful: {caution}")
    for notice in notices:
        print(f"{notice.text} {notice.way_out}".rstrip())
    print(f"Written: {arguments.to}")
    return 0


def _refuse(arguments: Namespace) -> None:
    if arguments.to.is_dir():
        raise UserError(
            f"{arguments.to} is a folder.", "Give the name of a file in it, such as summary.xlsx."
        )
    must_be_apart(arguments.to, arguments.files)


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
        format=arguments.to.suffix.casefold().removeprefix("."),
        charts=tuple(arguments.charts) or wish.charts,
        size=Size(arguments.size) if arguments.size else wish.size,
        scale=arguments.scale or wish.scale,
    )


def draw(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of a picture, with or without a display."""
    from desktop_app.ui.charts.headless import drawn_unseen

    return drawn_unseen(plot, look)
