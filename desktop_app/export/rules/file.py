"""Rules about the file as a whole: its properties, its parts, and how it opens."""

import re

from desktop_app.export.rules.breach import FRONT, Breach, Breaches, Workbook, place_of, text_of

_TEXTS = ("xl/sharedStrings", "xl/worksheets/")
_SUPERSCRIPT = re.compile(rb"vertAlign[^>]*superscript")


def properties(workbook: Workbook) -> Breaches:
    """Yield a missing title, language or author."""
    held = workbook.book.properties
    if not (held.title or "").strip():
        yield Breach("The document has a title", "document properties", "no title")
    if not (held.language or "").strip():
        yield Breach("The document has a language", "document properties", "no language")
    if not (held.creator or "").strip() or held.creator == "openpyxl":
        yield Breach("The document names its author", "document properties", "no author")


def parts(workbook: Workbook) -> Breaches:
    """Yield macros, links to other files, pictures, drawings, text boxes and comments."""
    kinds = {
        "vbaProject": ("There are no macros", "a macro"),
        "xl/externalLinks/": ("There are no links to other workbooks", "an external link"),
        "xl/media/": ("There are no images", "an image"),
        "xl/drawings/": ("There are no images, text boxes or charts", "a drawing"),
        "xl/charts/": ("There are no charts that could carry unprotected numbers", "a chart"),
        "xl/comments": ("There are no comments, which are text boxes", "comments"),
        "Basic/": ("There are no macros", "a macro"),
        "Scripts/": ("There are no macros", "a macro"),
        "Pictures/": ("There are no images", "an image"),
        "Object ": ("There are no charts that could carry unprotected numbers", "a chart"),
        "office:shapes": ("There are no images, text boxes or charts", "a drawing"),
        "office:frame": ("There are no images, text boxes or charts", "a drawing"),
        "office:annotation": ("There are no comments, which are text boxes", "comments"),
        "office:table-source": ("There are no links to other workbooks", "an external link"),
    }
    for name in workbook.parts:
        for start, (rule, what) in kinds.items():
            if start in name:
                yield Breach(rule, name, what)


def cursor(workbook: Workbook) -> Breaches:
    """Yield where the workbook does not open on A1 of its first sheet."""
    rule = "The cursor stands in A1 of the first sheet"
    first, shown = workbook.sheets[0], workbook.book.active
    if shown is not first:
        yield Breach(rule, shown.title, "the workbook opens on this sheet")
    cells = [choice.activeCell or "A1" for choice in first.sheet_view.selection]
    if any(cell != "A1" for cell in cells):
        yield Breach(rule, first.title, f"the cursor stands in {', '.join(cells)}")


def front(workbook: Workbook) -> Breaches:
    """Yield where cover, contents and notes do not stand first."""
    names = tuple(sheet.title for sheet in workbook.sheets)
    if names[: len(FRONT)] != FRONT:
        yield Breach("The first sheets are Cover, Contents and Notes", names[0], ", ".join(names[:3]))


def names(workbook: Workbook) -> Breaches:
    """Yield sheet names that are used twice but for their case, or that begin with a digit."""
    seen: set[str] = set()
    for name in workbook.names:
        if name.casefold() in seen:
            yield Breach("Sheet names are unique", name, "another sheet has this name")
        if name[:1].isdigit():
            yield Breach("Sheet names do not begin with a digit", name, name)
        seen.add(name.casefold())


def contact(workbook: Workbook) -> Breaches:
    """Yield a cover without a contact."""
    cover = workbook.sheets[0]
    told = [text_of(row[0]).casefold() for row in cover.iter_rows(max_col=1)]
    if not any("contact" in line or "@" in line for line in told):
        yield Breach("The cover names a contact", place_of(cover["A1"]), "no contact on the cover")


def superscripts(workbook: Workbook) -> Breaches:
    """Yield texts of which a part is raised, which the library does not show."""
    for name, content in workbook.parts.items():
        if name.startswith(_TEXTS) and _SUPERSCRIPT.search(content):
            yield Breach("Notes are marked in words, not by superscripts", name, "a raised text")
