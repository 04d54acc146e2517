"""Settings: a broken file never blocks the start, and good values survive bad neighbours."""

import json
from pathlib import Path

import pytest

from desktop_app.services.settings import RECENT_FILES, Settings, Values


def test_settings_come_back_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.json"
    Settings(file).change(theme="dark", window="01ab")
    assert Settings(file).values == Values(theme="dark", window="01ab")


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"dark"', "\x00\xff"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content.encode("latin-1"))
    assert Settings(file).values == Values()


def test_one_bad_value_does_not_spoil_the_others(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "pink", "recent": ["a.xlsx"], "window": 3, "unheard of": 1}))
    assert Settings(file).values == Values(recent=("a.xlsx",))


def test_recent_files_are_newest_first_without_repeats_and_few(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for number in range(RECENT_FILES + 3):
        settings.opened(tmp_path / f"{number}.xlsx")
    settings.opened(tmp_path / "5.xlsx")
    names = [Path(text).name for text in settings.values.recent]
    assert names[:2] == ["5.xlsx", f"{RECENT_FILES + 2}.xlsx"]
    assert len(names) == len(set(names)) == RECENT_FILES


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "settings.json")
    settings.change(theme="light")
    assert settings.values.theme == "light"
