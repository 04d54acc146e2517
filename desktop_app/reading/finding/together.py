"""Decides which tables of a file are read together: of years and returns, without copies and cast-offs."""

from collections.abc import Hashable, Iterator, Sequence

from desktop_app.domain.units import Shape
from desktop_app.reading.files.grid import text_of
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.families import RECORD_DATES
from desktop_app.reading.finding.headings import key_of
from desktop_app.reading.finding.row_words import is_cast_off

_FEWEST_COMMON = 3  # columns that the catalogue knows
_MOSTLY, _COPIED = 0.75, 0.5
_ROWS_COMPARED = 20_000


def together(tables: Sequence[Chosen], best: Chosen) -> tuple[Chosen, ...]:
    """Return the tables that are read with the best one, in the order of the sheets.

    They hold more of the same: the same headings or, of records, mostly the same columns under whatever
    headings. Those that their sheet or title names as something else, and those that repeat the rows of
    others, are not read.
    """
    if best.family is Shape.PLAIN:
        return (best,)
    read = [best]
    for table in tables:
        fits = table is not best and _more_of_the_same(table, best) and not _cast_off(table)
        if fits and not any(_repeats(table, other) for other in read):
            read.append(table)
    return tuple(table for table in tables if table in read)


def _more_of_the_same(table: Chosen, best: Chosen) -> bool:
    if table.family is not best.family:
        return False
    own, others = ([key_of(heading) for heading in each.region.headings] for each in (table, best))
    if own == others:
        return True
    keys, best_keys = ({spec.key for spec in each.specs if spec} for each in (table, best))
    common = keys & best_keys
    return (
        best.family is Shape.NOTIFICATIONS
        and len(common) >= max(_FEWEST_COMMON, _MOSTLY * min(len(keys), len(best_keys)))
        and any(key in common for key in RECORD_DATES)
    )


def _cast_off(table: Chosen) -> bool:
    """Return whether the sheet's name, or the title straight above the table, says it is something else."""
    top = min((*table.region.header_rows, table.region.first))
    above = [text_of(cell) for cell in table.grid.row(top - 1) if cell is not None] if top else []
    titles = above if len(above) == 1 else []
    return any(is_cast_off(text) for text in (table.grid.name, *titles))


def _repeats(table: Chosen, other: Chosen) -> bool:
    """Return whether most rows of a table of records stand in another: a copy, or the same by child."""
    if table.family is not Shape.NOTIFICATIONS:
        return False
    keys = [spec.key for spec in table.specs if spec]
    common = [key for key in keys if any(spec and spec.key == key for spec in other.specs)]
    marking = [key for key in ("reference", *RECORD_DATES) if key in common]
    wanted = marking if "reference" in marking and len(marking) > 1 else common
    own = set(_rows(table, wanted))
    return bool(own) and len(own & set(_rows(other, wanted))) >= _COPIED * len(own)


def _rows(table: Chosen, keys: Sequence[str]) -> Iterator[Hashable]:
    """Yield what each row says under these columns, without rows that say nothing."""
    place = {spec.key: column for spec, column in zip(table.specs, table.region.columns, strict=True) if spec}
    columns = [table.grid.columns[place[key]] for key in keys]
    last = min(table.region.last, table.region.first + _ROWS_COMPARED)
    for row in range(table.region.first, last + 1):
        texts = tuple(text_of(column[row]) for column in columns)
        if any(texts):
            yield texts
