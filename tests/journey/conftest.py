"""The whole program in a real window, reading real files; only the file dialogs answer by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.corrections import Corrections
from desktop_app.services.jobs import Jobs
from desktop_app.services.publications import Publications
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.theme import apply_theme
from tests.support.answers import Answers


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, answers: Answers) -> Iterator[MainWindow]:
    """Give the window on its start page, with a workspace that works at once."""
    settings = Settings()
    workspace = Workspace(Jobs.inline(), Corrections(settings), Publications(settings))
    window = MainWindow(workspace, settings, apply_theme(qapp, "light"), answers)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    workspace.close()
    apply_theme(qapp, "light")
