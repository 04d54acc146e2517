"""Finds the files that ship with the program, from a checkout, an installed wheel or a frozen bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return where a file of `resources/` lies, e.g. `resource("icons/app.svg")`."""
    return _shipped("resources") / name


def sample(name: str) -> Path:
    """Return where a file of `sample_data/` lies."""
    return _shipped("sample_data") / name


def _shipped(folder: str) -> Path:
    # The wheel and the bundle carry the folder inside the package; in a checkout it lies beside it.
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
