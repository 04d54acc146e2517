"""Bugs: written to a log file without any of the data, and told to the person in one sentence."""

import logging
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.services.settings import home
from desktop_app.version import __version__

log = logging.getLogger(__name__)

LOG_LIMIT = 1_000_000  # bytes; an older log is started anew


def log_file() -> Path:
    """Return where reports of bugs are kept."""
    return home() / "problems.log"


def fault_report(error: BaseException) -> str:
    """Return what a developer needs: version, kind of error and the places in the code.

    The error's message is left out, because messages quote values and the values are about children.
    """
    surroundings = f"Python {platform.python_version()}, {platform.system()}"
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, version {__version__}, {surroundings}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines.extend(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def unexpected(error: BaseException) -> UserError:
    """Write the report of a bug to the log file and return the sentence for the person."""
    report = fault_report(error)
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if file.exists() and file.stat().st_size < LOG_LIMIT else "w"
        with file.open(mode, encoding="utf-8") as stream:
            stream.write(report + "\n")
    except OSError as trouble:
        log.info("The report was not saved: %s", trouble)
    return UserError(
        "The program made a mistake here, which is not your doing.",
        f"A report without any of your data is in {file}; please send it to whoever gave you the program.",
    )
