"""The command `self-check`: tries whether the installed program does its main job where it stands."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop_app.catalogue.resources import resource, sample, shipped
from desktop_app.cli.export import write_picture
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.services.publishing import protected, published_view
from desktop_app.services.usecases import default_state, export_workbook, load, summarise
from desktop_app.version import __version__

SAMPLE = "panel_notifications_2020_2021.xlsx"
PUBLISHED = {"2020": 482, "2021": 379}  # the Panel's annual reports, notifications by calendar year
AGAIN = "Please install the program again."


def run() -> int:
    """Print what was found and done, and "ok" at the end; raise UserError at the first thing not right."""
    print(f"Notification Statistics Viewer {__version__}")
    for line in _steps():
        print(line)
    print("ok")
    return 0


def _steps() -> Iterator[str]:
    try:
        yield f"Resources: {shipped('resources')}"
        yield f"Samples: {shipped('sample_data')}"
        _must(resource("reference/published_series.csv").is_file(), "The published figures are missing.")
    except FileNotFoundError as error:
        raise UserError(str(error), AGAIN) from error
    dataset = load([sample(SAMPLE)])
    state = default_state(dataset)
    counted = {
        row.period.label: row["notifications"].figure.value
        for row in summarise(dataset, state).rows
        if row.period is not None
    }
    _must(counted == PUBLISHED, f"The sample gives {counted} where {PUBLISHED} were published.")
    yield f"Sample: {SAMPLE}, {', '.join(f'{value:g} in {label}' for label, value in counted.items())}"
    with tempfile.TemporaryDirectory(prefix="notification-viewer-") as folder:
        workbook, picture = Path(folder, "check.xlsx"), Path(folder, "check.png")
        export_workbook(dataset, state, workbook)  # which reads back what it has written
        yield f"Workbook: {workbook.stat().st_size:,} bytes, read back"
        write_picture(published_view(protected(dataset, state, Disclosure())), picture)
        _must(picture.read_bytes().startswith(b"\x89PNG"), "The picture of the chart was not written.")
        yield f"Picture for publication: {picture.stat().st_size:,} bytes"


def _must(right: bool, otherwise: str) -> None:
    if not right:
        raise UserError(otherwise, AGAIN)
