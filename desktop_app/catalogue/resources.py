"""Where the files that the product ships are found: in a checkout, an installed wheel or a frozen bundle."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(folder: str) -> Path:
    """Return the folder `resources` or `sample_data`; raise FileNotFoundError where it is missing."""
    candidates = [_PACKAGE / folder, _PACKAGE.parent / folder]  # an installed wheel, a checkout
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's starter
    if bundle is not None:
        candidates.insert(0, Path(bundle) / folder)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"The program's own folder {folder!r} is missing; please install the program again"
    )


def resource(*parts: str) -> Path:
    """Return the path of one file or folder inside `resources`."""
    return shipped("resources").joinpath(*parts)


def sample(name: str) -> Path:
    """Return the path of one bundled sample file."""
    return shipped("sample_data") / name
