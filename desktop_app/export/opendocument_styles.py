"""The styles of an OpenDocument workbook: what a cell looks like, by its style and those above it."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

_LENGTH = re.compile(r"([\d.]+)(in|cm|mm|pt|px)?")
_DOTS = {"in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "px": 1.0}
_CHARACTER, _EDGE = 7.0, 5.0  # dots
_USUAL_WIDTH = 10.0  # characters


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str | None:
    """Return an attribute by its name without its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def children(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the elements directly inside."""
    yield from element


class Looks:
    """Every style of a document, by family and name."""

    def __init__(self, content: ET.Element, styles: ET.Element) -> None:
        self._styles: dict[tuple[str, str], ET.Element] = {}
        self._defaults: dict[str, ET.Element] = {}
        self._numbers: dict[str, ET.Element] = {}
        self._faces: dict[str, str] = {}
        self._masters: dict[str, ET.Element] = {}
        for each in (*styles.iter(), *content.iter()):
            name, kind = attribute(each, "name") or "", local(each)
            if kind == "style":
                self._styles[attribute(each, "family") or "", name] = each
            elif kind == "default-style":
                self._defaults[attribute(each, "family") or ""] = each
            elif kind == "font-face":
                self._faces[name] = (attribute(each, "font-family") or name).strip("'")
            elif kind == "master-page":
                self._masters[name] = each
            elif kind.endswith("-style"):
                self._numbers[name] = each

    def _chain(self, family: str, name: str) -> Iterator[ET.Element]:
        """Yield a style, the one that it is based on, and so on to the family's default."""
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._styles:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = attribute(style, "parent-style-name") or ""
        if "Default" not in seen and (family, "Default") in self._styles:
            yield self._styles[family, "Default"]
        if family in self._defaults:
            yield self._defaults[family]

    def value(self, family: str, name: str, key: str) -> str | None:
        """Return a property of a style, its own or inherited."""
        for style in self._chain(family, name):
            for properties in style:
                found = attribute(properties, key)
                if found is not None:
                    return found
        return None

    def family(self, name: str) -> str:
        """Return the typeface of a cell's style."""
        face = self.value("table-cell", name, "font-name")
        own = self.value("table-cell", name, "font-family")
        return self._faces.get(face or "", face or (own or "").strip("'"))

    def named(self, name: str) -> str:
        """Return the name that a person knows a cell's style by."""
        for style in self._chain("table-cell", name):
            shown = attribute(style, "display-name") or attribute(style, "name") or ""
            if attribute(style, "parent-style-name") == "Default" or attribute(style, "display-name"):
                return shown.replace("_20_", " ")
        return ""

    def raises(self, cell: ET.Element) -> bool:
        """Return whether a part of a cell's text is raised."""
        spans = (attribute(each, "style-name") or "" for each in cell.iter() if local(each) == "span")
        return any((self.value("text", name, "text-position") or "").startswith("super") for name in spans)

    def width(self, name: str) -> float:
        """Return the width of a column's style in characters."""
        found = _LENGTH.match(self.value("table-column", name, "column-width") or "")
        if found is None:
            return _USUAL_WIDTH
        return (float(found[1]) * _DOTS[found[2] or "px"] - _EDGE) / _CHARACTER

    def number_format(self, name: str) -> str:
        """Return the format of a cell's numbers as Excel would spell it."""
        wanted = (attribute(style, "data-style-name") for style in self._chain("table-cell", name))
        style = self._numbers.get(next(filter(None, wanted), ""))
        if style is None:
            return "General"
        if local(style) in ("date-style", "time-style"):
            return "d mmmm yyyy"
        words = "".join(each.text or "" for each in style if local(each) == "text")
        number = next((each for each in style if local(each) == "number"), None)
        if number is None:
            return f'"{words}"'
        places = int(attribute(number, "decimal-places") or 0)
        form = "#,##0" if attribute(number, "grouping") == "true" else "0"
        colour = self._colour(style)
        return colour + form + ("." + "0" * places if places else "") + ("%" if "%" in words else "")

    def _colour(self, style: ET.Element) -> str:
        tinted = any(attribute(each, "color") for each in style if local(each) == "text-properties")
        return "[Color 1]" if tinted or any(local(each) == "map" for each in style) else ""

    def page_texts(self, table_style: str) -> Iterator[tuple[str, str]]:
        """Yield the header and the footer of a sheet's printed pages, by Excel's names of them."""
        style = self._styles.get(("table", table_style))
        name = (attribute(style, "master-page-name") if style is not None else None) or "Default"
        for part in self._masters.get(name, ()):
            kind = {"header": "oddHeader", "footer": "oddFooter"}.get(local(part))
            text = "".join(part.itertext()).strip()
            if kind and text and attribute(part, "display") != "false":
                yield kind, text
