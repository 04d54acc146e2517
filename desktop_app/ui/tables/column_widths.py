"""How wide the columns of a table should be, from its headings and the rows that are measured."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtGui import QFontMetrics

from desktop_app.presentation.models import RecordsTable

MOST_WIDTH, LEAST_WIDTH, MARGIN = 340, 56, 20
HEADING_MARKS = " ▼2 mm"  # the order with its rank, and the button of the column's menu
MOST_LINES = 4
SEARCHED = 2000  # rows; to look through more would be felt


def is_blank(grid: RecordsTable, column: int) -> bool:
    """Return whether a column has no text in any row; of a long table none is called blank."""
    return grid.row_count <= SEARCHED and not any(
        grid.cell(row, column).text for row in range(grid.row_count)
    )


def natural_width(grid: RecordsTable, column: int, letters: QFontMetrics, sample: range, mark: str) -> int:
    """Return the width in pixels that a column needs on one line, long texts cut at a most.

    `mark` is what a heading must have room for after its title.
    """
    texts = max((letters.horizontalAdvance(grid.cell(row, column).text) for row in sample), default=0)
    # The heading is bold, so it takes a little more than its letters.
    lines = (grid.columns[column].title + mark).splitlines()
    heading = round(1.06 * max(map(letters.horizontalAdvance, lines), default=0))
    return max(LEAST_WIDTH, heading + MARGIN, min(texts + MARGIN, MOST_WIDTH))


def longest_words(grid: RecordsTable, letters: QFontMetrics, sample: range) -> list[int]:
    """Return the width in pixels that each column needs so that no single word is cut."""
    widths = []
    for at, column in enumerate(grid.columns):
        words = {word for row in sample for word in grid.cell(row, at).text.split()} | {column.title}
        widths.append(max(letters.horizontalAdvance(word) for word in words) + MARGIN + 8)
    return widths


def squeezed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths that fit the room, taken from the widest columns and from none below its least."""
    result = list(widths)
    while sum(result) > room:
        shrinkable = [at for at, width in enumerate(result) if width > least[at]]
        if not shrinkable:
            break
        widest = max(shrinkable, key=lambda at: result[at])
        result[widest] -= min(8, result[widest] - least[widest])
    return result


def most_lines(grid: RecordsTable, letters: QFontMetrics, sample: range, widths: Sequence[int]) -> int:
    """Return how many lines the longest cell takes at these widths, up to a most."""
    lines = 1
    for at, width in enumerate(widths):
        for row in sample if width else ():
            # A line seldom ends exactly where the column does, hence the tenth.
            needed = 1.1 * letters.horizontalAdvance(grid.cell(row, at).text) / max(1, width - MARGIN)
            lines = max(lines, 1 if needed <= 1.1 else ceil(needed))
    return min(lines, MOST_LINES)
