"""Adds to a table of records what follows from its columns, and checks what they say together."""

from collections.abc import Sequence

from desktop_app.domain.units import PeriodKind
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.records import check_part
from desktop_app.reading.files.grid import Cells
from desktop_app.reading.finding.families import RECORD_DATES
from desktop_app.reading.values.derived import derived_columns
from desktop_app.reading.values.nature_flags import flagged_columns
from desktop_app.reading.values.period_columns import period_date
from desktop_app.reading.values.typed import TypedColumn
from desktop_app.reading.values.withdrawn import withdrawn_column

Coarse = tuple[tuple[str, PeriodKind], ...]


def with_added(
    columns: Sequence[TypedColumn],
    unknown: Sequence[tuple[str, Cells]],
    struck: frozenset[int],
    findings: Findings,
) -> tuple[tuple[TypedColumn, ...], Coarse]:
    """Return a table's columns with those that are added, and which of these tell only periods of a kind.

    `unknown` are the labels and cells of columns that the catalogue does not know, `struck` the positions of
    rows that are struck through.
    """
    labels, cells = [label for label, _ in unknown], [each for _, each in unknown]
    keys = {item.column.key for item in columns}
    found = [*columns, *flagged_columns(labels, cells, keys, findings)]
    found += withdrawn_column(found, struck, findings)
    found += derived_columns(found, findings)
    check_part({item.column.key: item.typed for item in found}, findings)
    dated = None if keys & {*RECORD_DATES} else period_date(labels, cells, findings)
    if dated is None:
        return tuple(found), ()
    return (*found, dated.column), ((dated.column.column.key, dated.tells),)
