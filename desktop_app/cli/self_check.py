"""The command `self-check`: tries whether the installed program does its main job where it stands."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop_app.catalogue.formats import FORMATS
from desktop_app.catalogue.resources import resource, sample, shipped
from desktop_app.cli.export import draw
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.progress import Progress
from desktop_app.services.exporting import Exporter
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
        workbook = Path(folder, "check.xlsx")
        export_workbook(dataset, state, workbook)  # which reads back what it has written
        yield f"Workbook: {workbook.stat().st_size:,} bytes, read back"
        exporter = Exporter(dataset, state, draw=draw)
        for spec in FORMATS:
            file = Path(folder, f"published{spec.ending}")
            exporter.write(ExportWish(Audience.PUBLICATION, format=spec.key), file, Progress())
            _must(file.stat().st_size > 0, f"The {spec.title} was not written.")
            yield f"{spec.title} for publication: {file.stat().st_size:,} bytes"


def _must(right: bool, otherwise: str) -> None:
    if not right:
        raise UserError(otherwise, AGAIN)
