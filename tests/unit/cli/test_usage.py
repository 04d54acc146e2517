"""Wrong usage ends with status 2 and the usage line; help and the version with 0, and quickly."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.version import __version__

PROJECT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "argv",
    [
        ["summary"],
        ["check"],
        ["export", "a.xlsx"],
        ["summary", "a.xlsx", "--count", "deaths"],
        ["summary", "a.xlsx", "--period", "week"],
        ["summary", "a.xlsx", "--format", "xml"],
        ["summary", "a.xlsx", "--filter", "region"],
        ["summary", "a.xlsx", "--filter", "=London"],
        ["export", "a.xlsx", "--to", "b.png", "--chart", "pie"],
        ["sumary", "a.xlsx"],
        ["--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: notification-viewer")
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["check", "summary", "export", "check-workbook", "self-check"])
def test_usage_shows_the_command_as_it_is_typed(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: notification-viewer {command} [-h]")


def test_a_mistyped_command_is_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sumary", "a.xlsx"]) == 2
    assert "did you mean summary?" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["check"], ["summary"], ["export"], ["self-check"]])
def test_help_names_the_options(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    text = capsys.readouterr().out
    expected = {"summary": "--period", "export": "--to", "check": "--format"}
    assert expected.get(command[0] if command else "", "notification-viewer") in text


def test_version_is_said_without_loading_the_heavy_libraries() -> None:
    code = (
        "import sys; from desktop_app.cli import main; status = main(['--version']);"
        "heavy = {'pandas', 'PySide6', 'xlsxwriter', 'openpyxl'} & set(sys.modules);"
        "sys.exit(status or len(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"Notification Statistics Viewer {__version__}\n",
        "",
    )
