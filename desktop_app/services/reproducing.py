"""Makes an export again: finds the record that a workbook carries, and says how its sources have changed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.domain.periods import day_words
from desktop_app.domain.population import Populations
from desktop_app.domain.problems import Notice
from desktop_app.domain.provenance import Provenance, SourceFile
from desktop_app.domain.reading_choices import ReadingChoices, TableId
from desktop_app.export.record import record_in


def provenance_in(path: Path) -> Provenance | None:
    """Return how a workbook was made; None where this program did not make it, or its record is damaged."""
    text = record_in(path)
    try:
        return Provenance.from_text(text) if text else None
    except ValueError:
        return None


def provenance_of(path: Path) -> Provenance:
    """Return how a workbook was made; raise UserError where it does not say."""
    if not path.is_file():
        raise UserError(f"There is no file {path.name}.", "Check the name of the workbook.")
    found = provenance_in(path)
    if found is None:
        raise UserError(
            f"{path.name} does not say how it was made.",
            "Give a workbook that this program exported, without a password and not saved in another format.",
        )
    return found


def choices_for(found: Provenance, paths: Sequence[Path]) -> ReadingChoices:
    """Return how the sources were read, for one that goes by another name now."""
    names = {each.name for each in found.files}
    if len(names) != 1 or len(paths) != 1 or paths[0].is_dir():
        return found.choices
    new = paths[0].name

    def renamed(table: TableId) -> TableId:
        return replace(table, file=new) if table.file in names else table

    return replace(
        found.choices,
        tables=tuple(renamed(table) for table in found.choices.tables),
        corrections=tuple((renamed(table), how) for table, how in found.choices.corrections),
    )


def offer_words(found: Provenance, path: Path) -> str:
    """Return that a workbook can be made again, for the person who has opened it."""
    day = f" on {day_words(found.made.date())}" if found.made else ""
    names = " and ".join(each.name for each in found.files)
    return (
        f"{path.name} was exported by this program{day} from {names}. The same view can be opened from"
        " that source, with the same reading, filters and export choices."
    )


def sources_beside(found: Provenance, workbook: Path) -> tuple[Path, ...]:
    """Return the sources of a workbook where all of them stand in its own folder."""
    paths = tuple(workbook.parent / Path(each.name).name for each in found.files)
    return paths if all(path.is_file() and path != workbook for path in paths) else ()


def about_sources(found: Provenance, files: Sequence[SourceFile]) -> Notice:
    """Return whether the sources are those that the workbook was made from, in words."""
    made = f" of {day_words(found.made.date())}" if found.made else ""
    then, now = [each.sha256 for each in found.files], [each.sha256 for each in files]
    if None in then:
        return Notice(
            f"The publication{made} does not tell whether its source has changed since.",
            "Compare the figures before you replace it.",
        )
    if sorted(map(str, then)) == sorted(map(str, now)):
        return Notice(f"The source is the very file that the workbook{made} was made from.")
    lost = len(set(then) - set(now))
    if len(then) == len(now) == 1:
        return Notice(
            f"The source has changed since the workbook{made} was made: {_change(found.files[0], files[0])}.",
            "The figures can differ.",
        )
    return Notice(
        f"{lost} of the {len(then)} sources of the workbook{made} have changed or are not there.",
        "The figures can differ.",
    )


def _change(then: SourceFile, now: SourceFile) -> str:
    if then.size is None or now.size is None or then.modified is None or now.modified is None:
        return "its content differs"
    return (
        f"then {then.size:,} bytes, last changed {day_words(then.modified.date())}, {then.modified:%H:%M};"
        f" now {now.size:,} bytes, last changed {day_words(now.modified.date())}, {now.modified:%H:%M}"
    )


def about_population(found: Provenance, now: Populations) -> tuple[Notice, ...]:
    """Return a line where the rates of an earlier export were taken from another population."""
    then, given = found.population, now.file
    if (then.sha256 if then else None) == (given.sha256 if given else None):
        return ()
    before = then.name if then else "the bundled table"
    return (Notice(f"The rates of the earlier export were taken from {before}, these from {now.source}."),)
