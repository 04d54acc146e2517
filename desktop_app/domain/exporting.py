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


class Size(StrEnum):
    """The shapes in which a chart is drawn for another program."""

    SLIDE = "slide"
    DOCUMENT = "document"
    SQUARE = "square"


class Drawing(StrEnum):
    """The forms in which a chart can be drawn into a file, by their endings."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


SCALES = (1, 2, 3, 4)  # how many pixels of a picture stand for one of the chart


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is drawn; without `captions` its title, subtitle and source stand elsewhere."""

    drawing: Drawing = Drawing.PNG
    size: Size = Size.SLIDE
    scale: int = 3
    captions: bool = True


FOR_COLLEAGUES_ONLY = (Part.QUALITY, Part.RECORDS)  # records never leave, nor do findings that quote them


@dataclass(frozen=True, slots=True)
class ExportWish:
    """For whom to write what in which form, and how small counts are protected where it is for the public.

    `format` is a key of the catalogue's formats. `charts` are keys of charts for those that hold pictures;
    none: the one that is shown. A workbook for colleagues has a further sheet for each value of `split`, the
    key of a column.
    """

    audience: Audience = Audience.WORKING
    parts: tuple[Part, ...] = tuple(Part)
    disclosure: Disclosure = field(default=Disclosure())
    contact: str = ""
    format: str = "xlsx"
    charts: tuple[str, ...] = ()
    size: Size = Size.SLIDE
    scale: int = 3
    split: str = ""

    def holds(self, part: Part) -> bool:
        """Return whether a part is to be written for this audience."""
        return part in self.parts and not (
            self.audience is Audience.PUBLICATION and part in FOR_COLLEAGUES_ONLY
        )

    @classmethod
    def from_json(cls, data: dict[str, object]) -> "ExportWish":
        """Return the wish that was stored field by field; raise ValueError for anything else."""
        parts, disclosure, charts = data.get("parts"), data.get("disclosure"), data.get("charts", [])
        if not isinstance(parts, list) or not isinstance(charts, list) or not isinstance(disclosure, dict):
            raise ValueError("Not a wish for an export")
        return cls(
            Audience(str(data.get("audience"))),
            tuple(part for part in Part if part.value in parts),
            Disclosure.from_json(disclosure),
            str(data.get("contact", "")),
            str(data.get("format", "xlsx")),
            tuple(map(str, charts)),
            Size(str(data.get("size", Size.SLIDE.value))),
            _scale(data.get("scale", 3)),
            str(data.get("split", "")),
        )


def _scale(value: object) -> int:
    if value not in SCALES:
        raise ValueError(f"A picture has {', '.join(map(str, SCALES))} times the pixels of a chart")
    return int(str(value))
