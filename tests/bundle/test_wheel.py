"""The program that others install is whole: it finds its own files far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.places import PROJECT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a source distribution, so that both prove to be whole; nothing is looked up."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(PROJECT)], PROJECT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a folder of its own."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    run([*pip, "--target", str(target), str(wheel)], PROJECT)
    return target


def run(command: list[str], folder: Path, **more: str) -> str:
    """Run a program in a folder, with more environment variables, and give what it prints."""
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **more}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_carries_the_package_and_what_it_ships(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"desktop_app/{folder}/{path.relative_to(PROJECT / folder).as_posix()}"
        for folder in ("resources", "sample_data")
        for path in (PROJECT / folder).rglob("*")
        if path.is_file()
    }
    modules = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "desktop_app").rglob("*.py")}
    assert shipped
    assert names >= shipped | modules
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "desktop_app",
        "notification_statistics_viewer",
    }


def test_the_installed_program_finds_its_files_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    told = run([sys.executable, "-m", "desktop_app", "self-check"], tmp_path, PYTHONPATH=str(installed))
    assert str(installed) in told
    assert str(PROJECT) not in told
