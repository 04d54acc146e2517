"""Writes a file under a temporary name beside its place and moves it there only when it is complete."""

import contextlib
import errno
import os
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.export.left_behind import clear_drafts

LONGEST = 240  # characters of a path and its draft that every Windows takes; longer ones it does not find
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path in the folder of `path`; move it into place when the block ends well.

    Where the block fails or is cancelled, the file at `path` is as it was and no temporary file stays; what
    a killed program left in the folder goes with a later export.
    Trouble with the disk becomes a UserError that says what to do.
    """
    draft = path.with_name(f".{path.stem[:40]}-{uuid.uuid4().hex[:8]}.part")
    try:
        _refuse_what_cannot_work(path)
        clear_drafts(path.parent)
        yield draft
        _flush_to_disk(draft)
        draft.replace(path)
    except OSError as error:
        raise _in_words(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _refuse_what_cannot_work(path: Path) -> None:
    if not path.parent.is_dir():
        raise UserError(
            f"The folder {path.parent} does not exist.", "Make the folder first, or choose another one."
        )
    if path.is_dir():
        raise UserError(f"{path} is a folder.", "Give the name of a file in it.")
    if path.exists() and (not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK)):
        raise UserError(
            f"{path.name} is marked read-only, so it is not replaced.",
            "Choose another name, or take the mark away.",
        )


def _flush_to_disk(draft: Path) -> None:
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def _in_words(path: Path, error: OSError) -> UserError:
    if error.errno in _FULL:
        return UserError(
            f"There is not enough room on the disk to write {path.name}.",
            "Free some space or choose another folder.",
        )
    if isinstance(error, PermissionError) and path.exists():
        return UserError(
            f"{path.name} cannot be replaced. Is it open in Excel?",
            "Close it there, or choose another name; the old file is unchanged.",
        )
    if isinstance(error, PermissionError):
        return UserError(f"The folder {path.parent} cannot be written to.", "Choose another folder.")
    too_long = isinstance(error, FileNotFoundError) and len(str(path.absolute())) > LONGEST
    if error.errno == errno.ENAMETOOLONG or too_long:
        return UserError("The name of the file is too long.", "Choose a shorter name or another folder.")
    return UserError(
        f"{path.name} could not be written: {error.strerror or error}.",
        "Try again, or choose another folder.",
    )
