"""Takes away what a killed export has left behind: drafts in a folder, and rows in temporary files."""

import contextlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

SCRATCH = "notification-viewer-"  # how folders begin in which rows wait for their workbook
DRAFT = re.compile(r"\..{0,40}-[0-9a-f]{8}\.part")
AFTER = (
    3_600.0  # seconds without a change; an export that is still being written changes its files all the time
)


def clear_drafts(folder: Path) -> None:
    """Remove old drafts from a folder; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        for path in _old(path for path in folder.iterdir() if DRAFT.fullmatch(path.name)):
            with contextlib.suppress(OSError):
                path.unlink()


def clear_scratch() -> None:
    """Remove old folders of rows, which can hold records of children, from the system's temporary folder."""
    with contextlib.suppress(OSError):
        for path in _old(Path(tempfile.gettempdir()).glob(f"{SCRATCH}*")):
            shutil.rmtree(path, ignore_errors=True)


def _old(paths: Iterable[Path]) -> Iterable[Path]:
    """Return our own paths that nothing has changed for long; a link is none of ours."""
    before = time.time() - AFTER
    return [path for path in paths if not path.is_symlink() and _ours(path) and _changed(path) < before]


def _ours(path: Path) -> bool:
    getuid = getattr(os, "getuid", None)  # not on Windows, where every person has a temporary folder
    return getuid is None or path.stat().st_uid == getuid()


def _changed(path: Path) -> float:
    inside = path.iterdir() if path.is_dir() else ()
    times = [each.stat().st_mtime for each in (path, *inside)]
    return float(max(times))
