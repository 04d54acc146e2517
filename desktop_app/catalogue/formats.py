"""The kinds of file that can be exported, for whom, and what each can hold.

To add one: an entry in FORMATS, and what writes it in WRITERS of services/writers.py.
"""

from dataclasses import dataclass

from desktop_app.domain.exporting import Audience, Part

_FIGURES = (Part.SUMMARY, Part.TRENDS, Part.BREAKDOWN)
MANY = 99  # charts; more no one wants in one file


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """One kind of file: `parts` are those a person can choose for it, `charts` how many of them it can hold.

    `description` says what a person gets.
    """

    key: str
    title: str
    description: str
    audiences: tuple[Audience, ...] = tuple(Audience)
    parts: tuple[Part, ...] = ()
    charts: int = 0

    @property
    def ending(self) -> str:
        """Return the ending of the file's name."""
        return f".{self.key}"

    @property
    def picture(self) -> bool:
        """Return whether the file is one chart alone."""
        return self.charts == 1


FORMATS: tuple[FormatSpec, ...] = (
    FormatSpec(
        "xlsx",
        "Excel workbook",
        "Tables; for colleagues with native charts and the records",
        parts=tuple(Part),
    ),
    FormatSpec(
        "ods",
        "OpenDocument workbook",
        "The accessible tables for the public, for other programs than Excel",
        (Audience.PUBLICATION,),
        _FIGURES,
    ),
    FormatSpec("pptx", "PowerPoint slides", "A chart on each slide, its numbers beside it", charts=MANY),
    FormatSpec("docx", "Word briefing note", "Headline, sentences, charts, numbers and method", charts=MANY),
    FormatSpec("png", "PNG picture", "One chart, for any program", charts=1),
    FormatSpec("svg", "SVG drawing", "One chart with real text, sharp at any size", charts=1),
    FormatSpec("pdf", "PDF page", "One chart with real text, for print", charts=1),
    FormatSpec("zip", "Tables as CSV", "Each table as a file of text, all in one folder", parts=tuple(Part)),
    FormatSpec("csv", "Open data", "The counts in DfE's open data layout, with a file that describes them"),
    FormatSpec("md", "Markdown", "The summary as text with headings and tables"),
    FormatSpec("txt", "Plain text", "The summary for an e-mail"),
)


def format_of(key: str) -> FormatSpec:
    """Return the format with this key or ending; raise KeyError for an unknown one."""
    wanted = key.casefold().removeprefix(".")
    for spec in FORMATS:
        if spec.key == wanted:
            return spec
    raise KeyError(key)
