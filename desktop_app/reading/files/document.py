"""A file to be read: where it stands and, where it was encrypted, its content, held in memory only."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.provenance import SourceFile


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file with its name; `content` stands in place of what is on the disk."""

    path: Path
    content: bytes | None = None

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.name

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the content for reading."""
        with io.BytesIO(self.content) if self.content is not None else self.path.open("rb") as stream:
            yield stream

    def origin(self, name: str) -> SourceFile:
        """Return what identifies the file on the disk, under the name that reports give it."""
        try:
            about = self.path.stat()
            with self.path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:  # whoever reads the content says what is wrong
            return SourceFile(name)
        return SourceFile(name, about.st_size, datetime.fromtimestamp(about.st_mtime), digest)

    def read(self) -> bytes:
        """Return the whole content."""
        return self.path.read_bytes() if self.content is None else self.content
