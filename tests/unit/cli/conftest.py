"""Runs the command line as its users do and gives back what it printed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalogue.resources import sample
from desktop_app.cli import main


@dataclass(frozen=True)
class Done:
    """The exit status of a command and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*words: object) -> Done:
        status = main([str(word) for word in words])
        return Done(status, *capsys.readouterr())

    return go


@pytest.fixture
def panel() -> Path:
    return sample("panel_notifications_2020_2021.xlsx")


@pytest.fixture
def dfe() -> Path:
    return sample("dfe_notifications_2019-20_to_2025-26.xlsx")
