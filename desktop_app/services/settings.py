"""What the program remembers between runs: declared once, with a check each, in one small JSON file."""

import json
import logging
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

import platformdirs

from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.reading_choices import correction_from_json

log = logging.getLogger(__name__)

HOME_VARIABLE = "NOTIFICATION_VIEWER_HOME"
ThemeWish = Literal["system", "light", "dark"]
RECENT_FILES = 8
CORRECTIONS = 100  # the newest are kept
PUBLICATIONS = 500  # the newest are kept


@dataclass(frozen=True, slots=True)
class Values:
    """The settings; `window` is the window's geometry as hexadecimal text.

    `corrections` says how tables were corrected: a fingerprint of their headings, and JSON. `published` are
    fingerprints of what was published, as `publications` makes them.
    """

    theme: ThemeWish = "system"
    recent: tuple[str, ...] = ()
    last_folder: str = ""
    window: str = ""
    corrections: tuple[tuple[str, str], ...] = ()
    export: ExportWish = field(default=ExportWish())
    published: tuple[tuple[str, str, str], ...] = ()


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return tuple(value)[:RECENT_FILES]
    return None


def _corrections(value: object) -> tuple[tuple[str, str], ...] | None:
    """Return the pairs where each is a fingerprint and JSON that is a correction."""
    if not isinstance(value, (list, tuple)):
        return None
    pairs = []
    for item in value:
        try:
            key, text = item
            correction_from_json(json.loads(text))
        except (TypeError, ValueError, AttributeError):
            continue
        pairs.append((str(key), str(text)))
    return tuple(pairs)[-CORRECTIONS:]


def _published(value: object) -> tuple[tuple[str, str, str], ...] | None:
    if not isinstance(value, (list, tuple)):
        return None
    kept = [tuple(map(str, item)) for item in value if isinstance(item, (list, tuple)) and len(item) == 3]
    return tuple((names, content, wishes) for names, content, wishes in kept)[-PUBLICATIONS:]


def _export(value: object) -> ExportWish | None:
    if isinstance(value, ExportWish):
        return value
    try:
        return ExportWish.from_json(value) if isinstance(value, dict) else None
    except ValueError:
        return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


_CHECKS: dict[str, Callable[[object], object | None]] = {
    "theme": lambda value: value if value in get_args(ThemeWish) else None,
    "recent": _texts,
    "last_folder": _text,
    "window": _text,
    "corrections": _corrections,
    "export": _export,
    "published": _published,
}


def home() -> Path:
    """Return the folder for settings and the log file; the environment variable moves it."""
    return Path(
        os.environ.get(HOME_VARIABLE) or platformdirs.user_config_path("NotificationStatisticsViewer", False)
    )


class Settings:
    """Reads the settings at the start and writes them at every change. A bad key never blocks the start."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or home() / "settings.json"
        self._values = _read(self._file)

    @property
    def values(self) -> Values:
        """Return the present settings."""
        return self._values

    def change(self, **changes: Any) -> None:
        """Change settings by name and write them; an unwritable folder is logged and otherwise no trouble."""
        self._values = replace(self._values, **_checked(changes))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(".new")
            draft.write_text(json.dumps(asdict(self._values), indent=1), encoding="utf-8")
            draft.replace(self._file)
        except OSError as error:
            log.info("Settings were not saved: %s", error)

    def opened(self, path: Path) -> None:
        """Remember a file as the most recent, and its folder."""
        text = str(path.resolve())
        others = tuple(kept for kept in self._values.recent if kept != text)
        self.change(recent=(text, *others), last_folder=str(path.resolve().parent))


def _read(file: Path) -> Values:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Values()
    if not isinstance(stored, dict):
        return Values()
    names = {each.name for each in fields(Values)}
    return replace(Values(), **_checked({name: value for name, value in stored.items() if name in names}))


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    checked = {name: _CHECKS[name](value) for name, value in values.items()}
    return {name: value for name, value in checked.items() if value is not None}
