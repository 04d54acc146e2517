"""The script makes the same files every time, and they are the ones that lie in the folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.places import PROJECT, SAMPLE_DATA
from tests.unit.samples.sheets import DFE, MESSY, NATIONAL, PANEL

FILES = (PANEL, DFE, NATIONAL, MESSY)


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> tuple[Path, Path]:
    folders = (tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second"))
    for number, folder in enumerate(folders):
        # Another order of sets in each run: nothing may hang on it.
        surroundings = os.environ | {"PYTHONHASHSEED": str(number)}
        command = [sys.executable, "-m", "build_spec.samples", str(folder)]
        subprocess.run(command, cwd=PROJECT, env=surroundings, check=True, timeout=100)
    return folders


def members(path: Path) -> dict[str, bytes]:
    """Give the parts of a workbook: how they are packed may differ with the version of zlib."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("file", FILES)
def test_two_runs_give_the_same_bytes(runs, file):
    first, second = runs
    assert (first / file).read_bytes() == (second / file).read_bytes()


@pytest.mark.parametrize("file", FILES)
def test_a_run_gives_the_files_of_the_folder(runs, file):
    made, kept = runs[0] / file, SAMPLE_DATA / file
    if file.endswith(".csv"):
        assert made.read_bytes() == kept.read_bytes()
    else:
        assert members(made) == members(kept)


def test_the_script_makes_nothing_else(runs):
    assert {path.name for path in runs[0].iterdir()} == set(FILES)
