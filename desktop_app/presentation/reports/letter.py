"""The summary for an e-mail, as Markdown or plain text: sentences, figures, and where they come from."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.harmless import harmless
from desktop_app.presentation.models import CellKind, Report, Table

SHOWN = ("trend", "breakdown")  # tables that a letter holds, by their keys
TOO_FINE = (  # columns that make a table too wide for an e-mail; the workbook has them
    *("low", "high", "base", "base_count", "percent_low", "percent_high", "p"),
    *("share_low", "share_high", "certainty"),
)
OF_A_WORKBOOK = ("In short", "What this holds", "What this is")  # labels of a cover
_NOTE = re.compile(r"(?: \[note \d+\])+")
_MARKED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def markdown(report: Report, sentences: Sequence[str]) -> str:
    """Return the report as Markdown; text of the file is shown as it is, never as a mark-up."""
    blocks = [f"# {_marked(report.title)}", *(_marked(each) for each in sentences)]
    for table in _tables(report):
        blocks += [f"## {_marked(table.title)}", _marked(table.subtitle), _markdown_table(table)]
        blocks += [_marked(line) for line in (*table.notes, table.source)]
    blocks.append("## Where the numbers come from")
    blocks.append("\n".join(f"- {_marked(label)}: {_marked(text)}" for label, text in _about(report)))
    blocks.append("\n".join(f"- {_marked(note)}" for note in _notes(report)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def plain(report: Report, sentences: Sequence[str]) -> str:
    """Return the report as plain text, with the columns of its tables under one another."""
    blocks = [_underlined(report.title, "="), "\n".join(map(harmless, sentences))]
    for table in _tables(report):
        blocks.append(_underlined(table.title, "-"))
        blocks.append("\n".join(filter(None, (harmless(table.subtitle), *_aligned(table)))))
        blocks.append("\n".join(map(harmless, (*table.notes, table.source))))
    blocks.append(_underlined("Where the numbers come from", "-"))
    blocks.append("\n".join(f"{harmless(label)}: {harmless(text)}" for label, text in _about(report)))
    blocks.append("\n".join(f"Note: {harmless(note)}" for note in _notes(report)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _tables(report: Report) -> list[Table]:
    return [_narrowed(table) for table in report.tables if table.key in SHOWN]


def _narrowed(table: Table) -> Table:
    """Return the table without its finest columns, and without references to a workbook's notes."""
    kept = [at for at, column in enumerate(table.columns) if column.key not in TOO_FINE]
    return replace(
        table,
        title=_NOTE.sub("", table.title),
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )


def _about(report: Report) -> list[tuple[str, str]]:
    return [(label, text) for label, text in report.cover if label not in OF_A_WORKBOOK]


def _notes(report: Report) -> tuple[str, ...]:
    """Return the notes of a publication; those of a working copy stand under its tables."""
    return report.notes if any(_NOTE.search(table.title) for table in report.tables) else ()


def _marked(text: str) -> str:
    return harmless(text).translate(_MARKED)


def _markdown_table(table: Table) -> str:
    sides = ["---" if column.kind is CellKind.TEXT else "---:" for column in table.columns]
    lines = [[_marked(column.title) for column in table.columns], sides]
    lines += [[_marked(cell.text) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _underlined(text: str, sign: str) -> str:
    line = harmless(text)
    return f"{line}\n{sign * len(line)}"


def _aligned(table: Table) -> list[str]:
    """Return the table's lines: numbers to the right, texts to the left of their columns."""
    cells = [[harmless(column.title) for column in table.columns]]
    cells += [[harmless(cell.text) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    texts = [column.kind is CellKind.TEXT for column in table.columns]
    return [
        "  ".join(
            cell.ljust(width) if text else cell.rjust(width)
            for cell, width, text in zip(line, widths, texts, strict=True)
        ).rstrip()
        for line in cells
    ]
