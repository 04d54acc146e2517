"""Runs one command and turns whatever happens into an exit status and plain words, never a traceback."""

import contextlib
import errno
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from desktop_app.cli.arguments import parsed
from desktop_app.domain.errors import UserError

WITHOUT_WINDOW = "The commands check, summary and export to .xlsx work without it; see --help."
_OUTPUT_FAILS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
DONE, TROUBLE, INTERRUPTED = 0, 1, 130


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say; return 0 when done, 1 for trouble the user can act on, 2 for wrong usage."""
    _speak_utf8()
    try:
        return _run(_command(parsed(argv)))
    except SystemExit as end:  # how argparse ends after help and wrong usage
        return end.code if isinstance(end.code, int) else TROUBLE


def _run(command: Callable[[], int]) -> int:
    try:
        status = command()
        sys.stdout.flush()
    except UserError as error:
        return _told(error)
    except ImportError as error:
        return _told(_lacking(error))
    except BrokenPipeError:
        _forget_output()
        return DONE  # whoever read the output has had enough of it
    except OSError as error:
        return _told(_unwritten(error))
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug ends in a log file and one sentence
        return _told(_bug(error))
    return status


def _command(arguments: Namespace) -> Callable[[], int]:
    """Return the command to run; each loads its libraries only when it runs."""

    def window() -> int:
        _need_display()
        from desktop_app.app import run_window

        return run_window(arguments.files)

    def check() -> int:
        from desktop_app.cli.check import run

        return run(arguments)

    def summary() -> int:
        from desktop_app.cli.summary import run

        return run(arguments)

    def export() -> int:
        from desktop_app.cli.export import run

        return run(arguments)

    def check_workbook() -> int:
        from desktop_app.cli.check_workbook import run

        return run(arguments)

    def self_check() -> int:
        from desktop_app.cli.self_check import run

        return run()

    commands = {
        "window": window,
        "check": check,
        "summary": summary,
        "export": export,
        "check-workbook": check_workbook,
        "self-check": self_check,
    }
    return commands[str(arguments.command)]


def _need_display() -> None:
    """Raise UserError where a window cannot be opened; Qt itself would end the program."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, displays)):
        raise UserError("There is no display here, so the window cannot be opened.", WITHOUT_WINDOW)


def _lacking(error: ImportError) -> UserError:
    """Return the sentence for a system library that Qt lacks, or for a bug where it is anything else."""
    if (error.name or "").startswith(("PySide6", "shiboken6")):
        return UserError(f"A library that the window and pictures need is missing: {error}.", WITHOUT_WINDOW)
    return _bug(error)


def _bug(error: Exception) -> UserError:
    from desktop_app.services.faults import unexpected

    return unexpected(error)


def _unwritten(error: OSError) -> UserError:
    """Return the sentence for output that cannot be written; an error with any named file is a bug."""
    if error.filename is not None or error.errno not in _OUTPUT_FAILS:
        return _bug(error)
    _forget_output()
    return UserError(
        f"The output could not be written: {error.strerror or error}.",
        "Free some space, or send the output somewhere else.",
    )


def _told(error: UserError) -> int:
    for line in filter(None, (error.title, error.hint)):
        print(" ".join(line.split()), file=sys.stderr)
    return TROUBLE


def _speak_utf8() -> None:
    """Write UTF-8 on any console, and escapes for what even that cannot hold (broken names of files)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter's last flush does not complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
