"""How a file was made: from which sources, read how, showing what, for whom; enough to make it again."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.own_words import OwnWords
from desktop_app.domain.reading_choices import ReadingChoices, choices_from_json, choices_to_json
from desktop_app.domain.state import ViewState

RECORD_VERSION = 1


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source as it was when it was read; what is not told is None. `size` is in bytes."""

    name: str
    size: int | None = None
    modified: datetime | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The record of one export. It holds wishes and the fingerprints of files, never a number from them."""

    state: ViewState
    files: tuple[SourceFile, ...] = ()
    choices: ReadingChoices = field(default=ReadingChoices())
    wish: ExportWish = field(default=ExportWish())
    version: str = ""
    made: datetime | None = None
    population: SourceFile | None = None  # a file of the person's own that rates were taken from

    def for_publication(self) -> "Provenance":
        """Return the record with only what may leave.

        The fingerprint and the size of a source would let a reader try out which hidden counts give them, so
        they stay; so do headings and values that were corrected, and the layout of records.
        """
        state = replace(self.state, sort=(), layout=ColumnLayout(), own=OwnWords())
        choices = ReadingChoices(
            sheet=self.choices.sheet, with_hidden=self.choices.with_hidden, repeated=self.choices.repeated
        )
        names = tuple(SourceFile(each.name) for each in self.files)
        population = SourceFile(self.population.name) if self.population else None
        return replace(self, state=state, choices=choices, files=names, population=population)

    def to_text(self) -> str:
        """Return the record as JSON on one line; for a publication without what must not leave."""
        told = self.for_publication() if self.wish.audience is Audience.PUBLICATION else self
        data = {
            "record": RECORD_VERSION,
            "view": told.state.to_json(),
            "files": [_file_to_json(each) for each in told.files],
            "population": _file_to_json(told.population) if told.population else None,
            "reading": choices_to_json(told.choices),
            "export": asdict(told.wish),
            "program": told.version,
            "made": told.made.isoformat(timespec="seconds") if told.made else None,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "Provenance":
        """Return the record that `to_text` wrote; raise ValueError where it is none."""
        try:
            data = json.loads(text)
            if data["record"] != RECORD_VERSION:
                raise ValueError("A record of another version")
            return cls(
                state=ViewState.from_json(data["view"]),
                files=tuple(_file_from_json(each) for each in data["files"]),
                choices=choices_from_json(data["reading"]),
                wish=ExportWish.from_json(data["export"]),
                version=str(data["program"]),
                made=datetime.fromisoformat(data["made"]) if data["made"] else None,
                population=_file_from_json(data["population"]) if data.get("population") else None,
            )
        except (AttributeError, KeyError, TypeError, RecursionError) as error:
            raise ValueError("Not the record of an export") from error


def _file_to_json(file: SourceFile) -> dict[str, object]:
    modified = file.modified.isoformat(timespec="seconds") if file.modified else None
    return {"name": file.name, "size": file.size, "modified": modified, "sha256": file.sha256}


def _file_from_json(data: dict[str, object]) -> SourceFile:
    size, modified, sha256 = (data[key] for key in ("size", "modified", "sha256"))
    return SourceFile(
        name=str(data["name"]),
        size=size if isinstance(size, int) else None,
        modified=datetime.fromisoformat(str(modified)) if modified else None,
        sha256=str(sha256) if sha256 else None,
    )
