"""Two thousand damaged copies of every kind of file at hand: none may crash, hang or end in a traceback."""

from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import open_files
from tests.support.mutations import damaged_copy
from tests.support.places import SAMPLE_DATA, SHARED_DATA

COPIES = 2_000
LARGEST = 300_000  # bytes, so that all copies are read in minutes


def good_files() -> list[Path]:
    folders = [SAMPLE_DATA, SHARED_DATA / "spreadsheets"]
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    return [path for path in files if path.stat().st_size < LARGEST]


@pytest.mark.timeout(1_800)
def test_two_thousand_damaged_copies_give_data_or_a_sentence(tmp_path: Path) -> None:
    files = good_files()
    for seed in range(COPIES):
        good = files[seed % len(files)]
        path = tmp_path / f"copy{good.suffix}"
        path.write_bytes(damaged_copy(good.read_bytes(), seed))
        with suppress(UserError):
            out = open_files([path], Progress()).read(ReadingChoices(), Progress())
            assert len(out.dataset.frame) == len(out.dataset.row_numbers), seed
