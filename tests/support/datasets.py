"""Small datasets in memory, of the form that reading leaves."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from desktop_app.analysis.dataset import Dataset
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import Shape

Cells = Sequence[object]

_PUBLISHED_KINDS = {
    "period_start": ColumnKind.DATE,
    "period_end": ColumnKind.DATE,
    "number": ColumnKind.NUMBER,
    "number_of_children": ColumnKind.NUMBER,
}


def records(
    columns: Mapping[str, Cells],
    shape: Shape = Shape.NOTIFICATIONS,
    kinds: Mapping[str, ColumnKind] | None = None,
    shorthand: Mapping[str, tuple[str, ...]] | None = None,
    as_written: Mapping[str, Mapping[int, str]] | None = None,
) -> Dataset:
    """Make a dataset from cells by column key: text, numbers, dates (or their ISO text), None for a blank.

    Columns of the catalogue have its kind; others are categories unless `kinds` says otherwise.
    """
    described = tuple(_column(key, (kinds or {}).get(key)) for key in columns)
    count = len(next(iter(columns.values()), ()))
    frame = pd.DataFrame(
        {column.key: _typed(columns[column.key], column.kind) for column in described},
        index=pd.RangeIndex(count),
    )
    return Dataset(
        frame=frame,
        columns=described,
        shape=shape,
        shape_reason="made for a test",
        sources=(SourceAccount("made.xlsx", "Sheet1", count, count),),
        as_written=as_written or {},
        shorthand=shorthand or {},
        row_numbers=range(2, count + 2),
        source_of=(0,) * count,
    )


def published(rows: Sequence[Mapping[str, object]]) -> Dataset:
    """Make published counts from rows that name what differs from a national Total, shorthand allowed."""
    usual = {
        "level": "National",
        "region": None,
        "local_authority": None,
        "topic": "Total",
        "breakdown": "Total",
    }
    usual |= {"nature": "Total"}
    counts = ("number", *(["number_of_children"] if any("number_of_children" in row for row in rows) else []))
    full = [usual | dict.fromkeys(counts) | dict(row) for row in rows]
    columns = {key: [row[key] for row in full] for key in ("period_start", "period_end", *usual)}
    as_written = {}
    for count in counts:
        markers = {at: str(row[count]) for at, row in enumerate(full) if isinstance(row[count], str)}
        columns[count] = [None if at in markers else row[count] for at, row in enumerate(full)]
        if markers:
            as_written[count] = markers
    return records(columns, Shape.AGGREGATE, _PUBLISHED_KINDS, as_written=as_written)


def year(first: int, number: object, **more: object) -> dict[str, object]:
    """Give one row of published counts for the financial year that begins in April of a year."""
    return {"period_start": date(first, 4, 1), "period_end": date(first + 1, 3, 31), "number": number, **more}


def _column(key: str, kind: ColumnKind | None) -> Column:
    spec = catalogue_column(key)
    if spec is None:
        return Column(key, key, key, kind or ColumnKind.CATEGORY, known=False, breakdown=kind is None)
    return Column(key, spec.title, spec.title, kind or spec.kind, known=True, breakdown=spec.breakdown)


def _typed(cells: Cells, kind: ColumnKind) -> pd.Series:
    match kind:
        case ColumnKind.DATE:
            days = [None if cell is None else str(cell) for cell in cells]
            return pd.Series(np.array(days, dtype="datetime64[s]"))
        case ColumnKind.NUMBER:
            return pd.Series(
                [np.nan if cell is None else float(str(cell)) for cell in cells], dtype="float64"
            )
        case _:
            names = sorted({str(cell) for cell in cells if cell is not None})
            return pd.Series(pd.Categorical(cells, categories=pd.Index(names, dtype="str")))
