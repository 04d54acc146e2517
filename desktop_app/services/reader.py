"""Reads files as wished, away from the window: the wish, what came of it, and how to show it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.errors import UserError
from desktop_app.domain.how_read import FileReading
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import Provenance
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.export.left_behind import clear_scratch
from desktop_app.presentation.reading.how_read import HowRead
from desktop_app.presentation.reading.quality import Findings
from desktop_app.presentation.reading.questions import Question, question_of
from desktop_app.reading import OpenFiles, open_files
from desktop_app.services.corrections import Remembered
from desktop_app.services.population import population_of
from desktop_app.services.reproducing import provenance_in

Recall = Callable[[tuple[FileReading, ...]], Remembered]


@dataclass(frozen=True, slots=True)
class ReadWish:
    """Which files to read, and how. Passwords are held here in memory and nowhere else."""

    paths: tuple[Path, ...] = ()
    choices: ReadingChoices = field(default=ReadingChoices())
    passwords: tuple[tuple[Path, str], ...] = field(default=(), repr=False)
    keep_view: bool = False  # the wishes about the view are to outlive the reading
    population: Path | None = None  # a file of the person's own that rates are taken from
    like: Provenance | None = None  # the earlier export that is to be made again


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Files in memory, and the table that was read from them."""

    wish: ReadWish
    files: OpenFiles
    dataset: Dataset
    readings: tuple[FileReading, ...]
    recalled: bool = False  # corrections of another file were applied
    made: Provenance | None = None  # how the file was made, where it is an export of this program


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the window shows of the reading; it changes with every reading and with nothing else."""

    findings: Findings = field(default_factory=lambda: Findings(()))
    how_read: HowRead = field(default_factory=lambda: HowRead((), ()))
    question: Question | None = None
    choices: ReadingChoices = field(default=ReadingChoices())
    opened: Opened | None = None


def open_and_read(wish: ReadWish, recall: Recall | None, progress: Progress) -> Opened:
    """Read files, with what `recall` knows of their headings; raise UserError where one cannot be read."""
    clear_scratch()
    files = open_files(wish.paths, progress, dict(wish.passwords))
    if wish.like is not None:
        return _read(files, wish, progress)  # as it was read then
    plain = replace(wish, choices=replace(wish.choices, remembered=()))
    opened = _read(files, plain, progress)
    if len(wish.paths) == 1:
        opened = replace(opened, made=provenance_in(wish.paths[0]))
    remembered = recall(opened.readings) if recall else ()
    if not remembered:
        return opened
    try:
        choices = replace(wish.choices, remembered=remembered)
        again = _read(files, replace(wish, choices=choices), progress)
        return replace(again, recalled=True, made=opened.made)
    except UserError:  # what fitted another file does not fit this one: it is read as it is recognised
        return opened


def read_again(opened: Opened, wish: ReadWish, progress: Progress) -> Opened:
    """Read files that are in memory in another way; raise UserError where that cannot be done.

    Where they are only to be seen beside another population, the table stays as it was read.
    """
    if wish.choices == opened.wish.choices:
        dataset = replace(opened.dataset, populations=population_of(wish.population, progress))
        return replace(opened, wish=wish, dataset=dataset)
    return _read(opened.files, wish, progress)


def reading_of(opened: Opened) -> Reading:
    """Return what the window shows of a reading."""
    how_read = HowRead(opened.readings, opened.dataset.problems)
    findings = Findings(opened.dataset.problems)
    return Reading(
        findings,
        how_read,
        question_of(how_read, opened.wish.choices, opened.recalled),
        opened.wish.choices,
        opened,
    )


def _read(files: OpenFiles, wish: ReadWish, progress: Progress) -> Opened:
    out = files.read(wish.choices, progress)
    dataset = replace(out.dataset, populations=population_of(wish.population, progress))
    return Opened(wish, files, dataset, out.readings)
