"""What is to be exported and for whom, as one value that can be remembered."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.disclosure import Disclosure


class Audience(StrEnum):
    """For whom a file is: colleagues who may see every number, or the public."""

    WORKING = "working"
    PUBLICATION = "publication"


class Part(StrEnum):
    """What a workbook can hold, in the order in which it stands there."""

    SUMMARY = "summary"
    TRENDS = "trends"
    BREAKDOWN = "breakdown"
    QUALITY = "data-quality"
    RECORDS = "records"


FOR_COLLEAGUES_ONLY = (Part.QUALITY, Part.RECORDS)  # records never leave, nor do findings that quote them


@dataclass(frozen=True, slots=True)
class ExportWish:
    """For whom to write what, and how small counts are protected where it is for the public."""

    audience: Audience = Audience.WORKING
    parts: tuple[Part, ...] = tuple(Part)
    disclosure: Disclosure = field(default=Disclosure())
    contact: str = ""

    def holds(self, part: Part) -> bool:
        """Return whether a part is to be written for this audience."""
        return part in self.parts and not (
            self.audience is Audience.PUBLICATION and part in FOR_COLLEAGUES_ONLY
        )

    @classmethod
    def from_json(cls, data: dict[str, object]) -> "ExportWish":
        """Return the wish that was stored field by field; raise ValueError for anything else."""
        parts, disclosure = data.get("parts"), data.get("disclosure")
        if not isinstance(parts, list) or not isinstance(disclosure, dict):
            raise ValueError("Not a wish for an export")
        return cls(
            Audience(str(data.get("audience"))),
            tuple(part for part in Part if part.value in parts),
            Disclosure.from_json(disclosure),
            str(data.get("contact", "")),
        )
