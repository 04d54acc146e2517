"""Writes a picture of every main view, light and dark, in two sizes: python -m build_spec.pictures FOLDER."""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.catalogue.charts import CHARTS, FORMS
from desktop_app.catalogue.resources import sample
from desktop_app.domain.errors import PasswordNeeded
from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.services.jobs import Jobs
from desktop_app.services.settings import HOME_VARIABLE, Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.actions import PAGES
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.theme import Wish, apply_theme

SAMPLE = "dfe_notifications_2019-20_to_2025-26.xlsx"
PANEL, MESSY = "panel_notifications_2020_2021.xlsx", "messy_returns.xlsx"
BROKEN_DOWN_BY = "region"
NOTED = OwnWords((ChartNote(date(2020, 3, 23), "Covid-19 lockdown"),))
THEMES: tuple[Wish, ...] = ("light", "dark")
SIZES = ((1366, 768), (1920, 1080))
ROUNDS = 5  # one layout may ask for another
SHOWN_IN_README = {
    "reading-light": "reading-messy-light",
    "overview-light": "overview-light",
    "trends-light": "trends-change-light",
    "breakdowns-light": "breakdowns-heat-light",
    "records-dark": "records-dark",
}
README_PICTURES = Path(__file__).resolve().parent / "pictures"


def main(folder: Path) -> None:
    """Open the program and write what it shows."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = apply_theme(application, "light")
    workspace = Workspace(Jobs.inline())
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        window = MainWindow(workspace, Settings(), theme)
        window.show()
        take(window, "start", folder)
        workspace.open([sample(SAMPLE)])
        workspace.update(replace(workspace.state, by=BROKEN_DOWN_BY))
        for page in PAGES:
            window.loaded.go_to(page)
            take(window, page, folder)
        take_more(window, workspace, folder)
        window.close()
    workspace.close()
    README_PICTURES.mkdir(exist_ok=True)
    for name, view in SHOWN_IN_README.items():
        shutil.copyfile(folder / f"{view}-{SIZES[0][0]}.png", README_PICTURES / f"{name}.png")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.resolve()}")


def take_more(window: MainWindow, workspace: Workspace, folder: Path) -> None:
    """Write the other charts and forms, a filtered view, the choice of a breakdown, a file with findings."""
    window.loaded.go_to("trends")
    for chart in CHARTS[1:]:
        workspace.update(replace(workspace.state, chart=chart.key))
        take(window, f"trends-{chart.key}", folder)
    workspace.update(replace(workspace.state, period=PeriodKind.MONTH, own=NOTED))
    window.loaded.trends.panel.chart.plane.brushed.emit(6, 29)
    take(window, "trends-part", folder)
    workspace.update(replace(workspace.state, period=PeriodKind.FINANCIAL_YEAR))
    window.loaded.go_to("breakdowns")
    for form in FORMS[1:]:
        workspace.update(replace(workspace.state, form=form.key))
        take(window, f"breakdowns-{form.key}", folder)
    workspace.open([sample(PANEL)])
    take(window, "breakdowns-choice", folder)
    window.loaded.go_to("overview")
    workspace.update(replace(workspace.state, unit=Unit.CHILDREN).toggled("region", "London"))
    take(window, "overview-filtered", folder)
    workspace.open([sample(MESSY)])
    for page in ("quality", "reading"):
        window.loaded.go_to(page)
        take(window, f"{page}-messy", folder)
    window.loaded.how_read.columns.grid.selectRow(4)
    window.loaded.how_read.extent.last.setValue(60)
    take(window, "reading-corrected", folder)
    with tempfile.TemporaryDirectory() as place:
        workspace.open([undecided(Path(place))])
        take(window, "question", folder)
    window.desk.password.ask(PasswordNeeded(Path("returns_march.xlsx")))
    take(window, "password", folder)


def undecided(folder: Path) -> Path:
    """Write a file whose dates could be read either way."""
    file = folder / "undecided.csv"
    file.write_text("Reference,Date notified\nR1,03/04/2021\nR2,05/06/2021\n", encoding="utf-8")
    return file


def take(window: MainWindow, view: str, folder: Path) -> None:
    """Write the view that the window shows, in every theme and size."""
    for wish in THEMES:
        window.set_theme(wish)
        for width, height in SIZES:
            window.resize(width, height)
            settle()
            if not window.grab().save(str(folder / f"{view}-{wish}-{width}.png")):
                raise OSError(f"The picture of {view} could not be written to {folder}")


def settle() -> None:
    """Let the window lay itself out and paint."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
