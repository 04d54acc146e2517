"""A file that libraries write archives to: a full disk is told once they are done, and not in their midst.

They leave their archive open where a write fails; it would try again when it is thrown away, and complain to
nobody who could do anything about it.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Sink(io.RawIOBase):
    """Writes to a file until that fails; from then on it only pretends to, and `error` says why."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("wb", buffering=0)
        self._at = 0
        self.error: OSError | None = None

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def seekable(self) -> bool:
        """Return that it can be written to anywhere."""
        return True

    def tell(self) -> int:
        """Return where the next bytes go."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere and return where that is."""
        if whence == io.SEEK_CUR:
            offset += self._at
        if self.error is None:
            self._at = self._file.seek(offset, io.SEEK_END if whence == io.SEEK_END else io.SEEK_SET)
        else:
            self._at = max(offset, 0)
        return self._at

    def write(self, data: Any) -> int:
        """Write all of the bytes, or pretend to."""
        left = memoryview(data).cast("B")
        size = len(left)
        while self.error is None and len(left):
            try:
                left = left[self._file.write(left) :]
            except OSError as error:
                self.error = error
        self._at += size
        return size

    def truncate(self, size: int | None = None) -> int:
        """Cut the file off."""
        return self._file.truncate(self._at if size is None else size) if self.error is None else self._at

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


@contextmanager
def sinking(path: Path) -> Iterator[Sink]:
    """Give a sink; when the block ends well, raise the OSError with which writing failed, if it did."""
    with Sink(path) as sink:
        yield sink
        if sink.error is not None:
            raise sink.error
