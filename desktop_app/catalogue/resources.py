"""Where the files that the product ships are found: in a checkout, an installed wheel or a frozen bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(folder: str) -> Path:
    """Return the folder `resources` or `sample_data`; raise FileNotFoundError where it is missing."""
    # The wheel and the bundle carry the folder inside the package; in a checkout it lies beside it.
    for candidate in (_PACKAGE / folder, _PACKAGE.parent / folder):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"The program's own folder {folder!r} is missing; please install the program again"
    )


def resource(name: str) -> Path:
    """Return the path of one file inside `resources`, e.g. `resource("icons/app.svg")`."""
    return shipped("resources") / name


def sample(name: str) -> Path:
    """Return the path of one bundled sample file."""
    return shipped("sample_data") / name
