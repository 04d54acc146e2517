"""Puts the record of an export among the properties of slides and notes, which their libraries leave out."""

from collections.abc import Callable
from typing import Any

from lxml import etree

from desktop_app.export.record import properties

_PART = "/docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # that of properties a person names
_FIRST = 2  # the lowest number that such a property may have


def add_record(package: Any, make_part: Callable[..., Any], record: str) -> None:
    """Add the record to an open package; `make_part` makes a part of (name, type, package, content)."""
    if not record:
        return
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _VALUES})
    for number, (name, text) in enumerate(properties(record), start=_FIRST):
        each = etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_KIND, pid=str(number), name=name)
        etree.SubElement(each, f"{{{_VALUES}}}lpwstr").text = text
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.relate_to(make_part(_PART, _TYPE, package, content), _RELATION)
