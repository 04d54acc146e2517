"""The window on a workspace made by hand, for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.theme import Theme, apply_theme
from tests.support.answers import Answers
from tests.support.handmade import HandmadeWorkspace


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = apply_theme(qapp, "light")
    yield theme
    apply_theme(qapp, "light")


@pytest.fixture
def workspace() -> HandmadeWorkspace:
    return HandmadeWorkspace()


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, workspace: HandmadeWorkspace, answers: Answers) -> MainWindow:
    """Give the window on its start page."""
    window = MainWindow(workspace, Settings(), theme, answers)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def loaded(window: MainWindow, workspace: HandmadeWorkspace, tmp_path: Path) -> MainWindow:
    """Give the window with a file open."""
    workspace.open([tmp_path / "handmade_notifications.xlsx"])
    return window
