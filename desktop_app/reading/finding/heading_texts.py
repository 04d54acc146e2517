"""Makes one heading of each column from the rows of headings above it."""

from datetime import date

from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind
from desktop_app.reading.files.grid import Grid, Raw, text_of


def headings_of(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> tuple[str, ...]:
    """Return the heading of each column, the levels of several rows joined by a dash."""
    levels = [_texts(grid, row, columns) for row in rows]
    for number, row in enumerate(rows[:-1]):
        if not any(merge.top <= row <= merge.bottom and merge.right > merge.left for merge in grid.merged):
            levels[number] = _spread(levels[number], levels[-1])
    joined = []
    for parts in zip(*levels, strict=True):
        distinct = list(dict.fromkeys(part for part in parts if part))
        joined.append(" – ".join(distinct))
    return tuple(joined)


def _texts(grid: Grid, row: int, columns: tuple[int, ...]) -> list[str]:
    """Return one heading row's texts, those of merged cells repeated over all that they span.

    Dates that are all the first of a month are the months, which is how a person sees them there.
    """
    cells = {column: grid.columns[column][row] for column in columns}
    dates = [cell for cell in cells.values() if isinstance(cell, date)]
    monthly = len(dates) > 1 and all(cell.day == 1 for cell in dates)
    texts = {column: _text(cell, monthly) for column, cell in cells.items()}
    for merge in grid.merged:
        if merge.top <= row <= merge.bottom and merge.left in texts:
            source = _text(grid.columns[merge.left][merge.top])
            for column in range(merge.left, merge.right + 1):
                if column in texts and not texts[column]:
                    texts[column] = source
    return list(texts.values())


def _text(cell: Raw, monthly: bool = False) -> str:
    if monthly and isinstance(cell, date):
        return Period.containing(cell, PeriodKind.MONTH).label
    return " ".join(text_of(cell).split())


def _spread(level: list[str], lowest: list[str]) -> list[str]:
    """Return an upper level's texts over all columns that they are meant for, where none are merged.

    Where the lowest level repeats, such as the same years twice, each text is for one repetition, wherever
    in it it stands. Otherwise a text is for its column and those to the right up to the next one.
    """
    blocks = _repetitions(lowest)
    if blocks and all(sum(map(bool, level[block.start : block.stop])) == 1 for block in blocks):
        spread = list(level)
        for block in blocks:
            (text,) = filter(None, level[block.start : block.stop])
            spread[block.start : block.stop] = [text] * len(block)
        return spread
    current, spread = "", list(level[:1])
    for text in level[1:]:
        current = text or current
        spread.append(current)
    return spread


def _repetitions(texts: list[str]) -> list[range]:
    """Return the blocks of columns, two or more of the same length, that end a row with the same texts."""
    for length in range(2, len(texts) // 2 + 1):
        blocks = [range(len(texts) - length, len(texts))]
        while (start := blocks[0].start - length) >= 0 and texts[start : start + length] == texts[-length:]:
            blocks.insert(0, range(start, start + length))
        if len(blocks) > 1:
            return blocks
    return []
