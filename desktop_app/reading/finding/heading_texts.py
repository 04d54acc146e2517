"""Makes one heading of each column from the rows of headings above it."""

from desktop_app.reading.files.grid import Grid, text_of


def headings_of(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> tuple[str, ...]:
    """Return the heading of each column, the levels of several rows joined by a dash."""
    levels = [_level(grid, row, columns, lowest=row == rows[-1]) for row in rows]
    joined = []
    for parts in zip(*levels, strict=True):
        distinct = list(dict.fromkeys(part for part in parts if part))
        joined.append(" – ".join(distinct))
    return tuple(joined)


def _level(grid: Grid, row: int, columns: tuple[int, ...], lowest: bool) -> list[str]:
    """Return one heading row's texts, those that span several columns repeated over them."""
    texts = {column: " ".join(text_of(grid.columns[column][row]).split()) for column in columns}
    for merge in grid.merged:
        if merge.top <= row <= merge.bottom and merge.left in texts:
            source = " ".join(text_of(grid.columns[merge.left][merge.top]).split())
            for column in range(merge.left, merge.right + 1):
                if column in texts and not texts[column]:
                    texts[column] = source
    if not lowest and not grid.merged:
        current = ""
        for column in columns:
            current = texts[column] or current
            texts[column] = current if column != columns[0] else texts[column]
    return list(texts.values())
