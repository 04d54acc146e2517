"""The formats of text and data: which ending gives what, for colleagues and for the public alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.analysis.result import Result
from desktop_app.domain.progress import Progress
from desktop_app.export.texts import write_tables, write_text, write_tidy
from desktop_app.presentation.models import Report
from desktop_app.presentation.reports.letter import markdown, plain
from desktop_app.presentation.reports.tidy import tidy_of


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What a text can be made of; of a publication all of it is protected."""

    result: Result
    report: Report
    sentences: tuple[str, ...]


TextWriter = Callable[[Content, Path, Progress, datetime], None]


def _tables(content: Content, path: Path, progress: Progress, made: datetime) -> None:
    write_tables(content.report, path, progress, made=made)


def _open_data(content: Content, path: Path, progress: Progress, made: datetime) -> None:
    write_tidy(tidy_of(content.result), path, progress, made=made)


def _markdown(content: Content, path: Path, progress: Progress, made: datetime) -> None:
    write_text(markdown(content.report, content.sentences), path, progress, made=made)


def _plain(content: Content, path: Path, progress: Progress, made: datetime) -> None:
    write_text(plain(content.report, content.sentences), path, progress, made=made)


TEXTS: dict[str, TextWriter] = {".zip": _tables, ".csv": _open_data, ".md": _markdown, ".txt": _plain}
