"""Tells by its headings what family a table is of: records, published counts, or neither."""

from collections.abc import Sequence

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.catalogue.layouts import REQUIRED_ROLES
from desktop_app.domain.reading_choices import NOT_USED, PLAIN, Correction
from desktop_app.domain.specs import ColumnSpec
from desktop_app.domain.units import Nature, Shape
from desktop_app.reading.finding.headings import columns_for, roles_for
from desktop_app.reading.values.nature_flags import nature_of

RECORD_DATES = ("date_notified", "date_of_incident")
_SPECS = {spec.key: spec for spec in COLUMNS}


def is_aggregate(headings: Sequence[str]) -> bool:
    """Return whether the headings are those of a layout for published counts of notifications."""
    roles = roles_for(headings)
    return all(role in roles for role in REQUIRED_ROLES)


def family_of(specs: Sequence[ColumnSpec | None], headings: Sequence[str]) -> Shape:
    """Return NOTIFICATIONS where the columns are those of records, else PLAIN.

    Columns that ask whether a child died and whether one was harmed are as good as one that names the nature.
    """
    keys = {spec.key for spec in specs if spec}
    if {Nature.DEATH, Nature.SERIOUS_HARM} <= set(map(nature_of, headings)):
        keys.add("nature")
    dated = any(key in keys for key in RECORD_DATES)
    records = len(keys) >= 2 and (dated or {"reference", "nature"} <= keys)
    return Shape.NOTIFICATIONS if records else Shape.PLAIN


def specs_for(headings: Sequence[str], correction: Correction) -> tuple[ColumnSpec | None, ...]:
    """Return the catalogue's column of each heading: the one chosen, else the one recognised.

    What is chosen for one column is not recognised in another; of two chosen for the same the first has it.
    """
    meanings = [correction.column(heading).meaning for heading in headings]
    chosen = {meaning for meaning in meanings if meaning is not None} - {NOT_USED, PLAIN}
    recognised = columns_for(
        "" if meaning is not None else heading for heading, meaning in zip(headings, meanings, strict=True)
    )
    specs: list[ColumnSpec | None] = []
    for meaning, spec in zip(meanings, recognised, strict=True):
        if meaning in chosen:
            specs.append(_SPECS.get(meaning or ""))
            chosen.discard(meaning or "")
        else:
            specs.append(spec if spec and spec.key not in meanings else None)
    return tuple(specs)
