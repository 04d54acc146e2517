"""The styles of a publication as OpenDocument: the same looks that the Excel workbook has, in XML."""

from collections.abc import Callable

from desktop_app.export.publication_styles import (
    BODY,
    FAMILY,
    HEADER,
    HEADING,
    INK,
    LINK,
    LINKED,
    NUMBER,
    NUMBER_HEADER,
    TITLE,
    number_format,
)
from desktop_app.presentation.models import CellKind

Escape = Callable[[str], str]

POINTS = {TITLE: 16, HEADING: 14}
RIGHT = (NUMBER, NUMBER_HEADER)
BOLD = (TITLE, HEADING, HEADER, NUMBER_HEADER)
PAGE = (
    '<style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm"'
    ' fo:page-height="21cm" style:print-orientation="landscape" fo:margin="2cm"'
    ' style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>'
)
MASTER = (
    '<style:master-page style:name="Default" style:page-layout-name="wide">'
    '<style:header style:display="false"/><style:footer style:display="false"/></style:master-page>'
)
_FAMILY_DEFAULT = (
    '<style:default-style style:family="table-cell"><style:text-properties'
    f' style:font-name="{FAMILY}" fo:font-family="{FAMILY}" fo:font-size="12pt"'
    ' fo:language="en" fo:country="GB"/></style:default-style>'
)
DEFAULT = (_FAMILY_DEFAULT, '<style:style style:name="Default" style:family="table-cell"/>')


def style_name(style: str) -> str:
    """Return a style's name as the format spells it."""
    return style.replace(" ", "_20_")


def named_styles() -> tuple[str, ...]:
    """Return the named styles; the headings have the names that assistive technology knows."""
    return tuple(map(_named, (BODY, TITLE, HEADING, HEADER, NUMBER_HEADER, NUMBER, LINKED)))


def _named(style: str) -> str:
    colour = f"#{(LINK if style == LINKED else INK)[2:].lower()}"
    bold = ' fo:font-weight="bold"' if style in BOLD else ""
    line = ' style:text-underline-style="solid"' if style == LINKED else ""
    side, indent = ("end", ' fo:margin-right="0.2cm"') if style in RIGHT else ("start", "")
    return (
        f'<style:style style:name="{style_name(style)}" style:display-name="{style}"'
        ' style:family="table-cell" style:parent-style-name="Default">'
        '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"'
        ' style:text-align-source="fix"/>'
        f'<style:paragraph-properties fo:text-align="{side}"{indent}/>'
        f'<style:text-properties style:font-name="{FAMILY}" fo:font-family="{FAMILY}"'
        f' fo:font-size="{POINTS.get(style, 12)}pt" fo:color="{colour}"{bold}{line}/></style:style>'
    )


class Formats:
    """The automatic styles of one document: one for each number format, width and height in use."""

    def __init__(self, escape: Escape) -> None:
        self._escape = escape
        self._names: dict[str, str] = {}
        self.made: list[str] = []

    def number(self, kind: CellKind, text: str) -> str:
        """Return the name of the style of a number that shows as its text does."""
        form = number_format(kind, text)
        if form not in self._names:
            number = f"N{len(self._names) + 1}"
            self._names[form] = f"figure{number}"
            self.made.append(self._data_style(number, form))
            self.made.append(
                f'<style:style style:name="figure{number}" style:family="table-cell"'
                f' style:parent-style-name="{style_name(NUMBER)}" style:data-style-name="{number}"/>'
            )
        return self._names[form]

    def extent(self, family: str, size: str) -> str:
        """Return the name of the style of a column or row with this width or height."""
        key = f"{family} {size}"
        if key not in self._names:
            self._names[key] = f"{family}{len(self._names) + 1}"
            side = "column-width" if family == "column" else "row-height"
            exact = "" if family == "column" else ' style:use-optimal-row-height="false"'
            self.made.append(
                f'<style:style style:name="{self._names[key]}" style:family="table-{family}">'
                f'<style:table-{family}-properties style:{side}="{size}"{exact}/></style:style>'
            )
        return self._names[key]

    def _data_style(self, name: str, form: str) -> str:
        if form.startswith('"'):
            words = self._escape(form.strip('"'))
            return (
                f'<number:number-style style:name="{name}"><number:text>{words}</number:text>'
                "</number:number-style>"
            )
        if form.startswith("d"):
            return (
                f'<number:date-style style:name="{name}"><number:day/><number:text> </number:text>'
                '<number:month number:style="long" number:textual="true"/><number:text> </number:text>'
                '<number:year number:style="long"/></number:date-style>'
            )
        places = form.partition(".")[2].count("0")
        number = (
            f'<number:number number:decimal-places="{places}" number:min-decimal-places="{places}"'
            ' number:min-integer-digits="1" number:grouping="true"/>'
        )
        if "%" in form:
            return (
                f'<number:percentage-style style:name="{name}">{number}<number:text>%</number:text>'
                "</number:percentage-style>"
            )
        return f'<number:number-style style:name="{name}">{number}</number:number-style>'
