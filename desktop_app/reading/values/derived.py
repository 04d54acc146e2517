"""Adds columns that follow from others: the region of a local authority, the age group of an age."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.spellings import AGE_GROUPS, REGIONS
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.values.number_texts import age_band
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.typed import Typed, TypedColumn

_UPPER_AGES = (1, 6, 11, 16, 18)  # the first age beyond each of the catalogue's groups
_GROUPS = (*(group.value for group in AGE_GROUPS[:5]), "18 and over")


def derived_columns(columns: Sequence[TypedColumn], findings: Findings) -> tuple[TypedColumn, ...]:
    """Return the columns that the file lacks and that follow from those it has; say so in `findings`."""
    typed = {item.column.key: item.typed for item in columns}
    found = []
    if "region" not in typed and "local_authority" in typed:
        region = _regions(typed["local_authority"])
        if region.texts:
            what = "The file names local authorities but no regions"
            findings.sheet_wide(
                ProblemKind.STRUCTURE, what, "A column Region was added from the reference table.", "Region"
            )
            found.append(TypedColumn(Column("region", "Region", "", ColumnKind.CATEGORY, True, True), region))
    if "age_group" not in typed and (ages := ages_in_years(typed)) is not None:
        what = "The file gives ages or dates of birth but no age groups"
        done = "A column Age group (from age) was added."
        findings.sheet_wide(ProblemKind.STRUCTURE, what, done, "Age group (from age)")
        column = Column("age_group", "Age group (from age)", "", ColumnKind.CATEGORY, True, True)
        written = typed["age"].as_written if "age" in typed else {}
        found.append(TypedColumn(column, _age_groups(ages, written)))
    elif "age_group" not in typed and "date_of_birth" in typed:
        what = "The file gives dates of birth but no dates of incident, at which a child's age is taken"
        done = "No age groups were added: an age at the notification would be another one."
        findings.sheet_wide(ProblemKind.STRUCTURE, what, done, "Date of birth")
    return tuple(found)


def ages_in_years(typed: Mapping[str, Typed]) -> npt.NDArray[np.float64] | None:
    """Return each child's age, as given or from birth to incident in completed years; None without either.

    An age that is missing is taken from the dates. Before birth there is no age.
    """
    given = typed["age"].values.astype(np.float64) if "age" in typed else None
    if "date_of_birth" not in typed or "date_of_incident" not in typed:
        return given
    reckoned = completed_years(typed["date_of_birth"].values, typed["date_of_incident"].values)
    return reckoned if given is None else np.where(np.isnan(given), reckoned, given)


def completed_years(
    births: npt.NDArray[np.datetime64], days: npt.NDArray[np.datetime64]
) -> npt.NDArray[np.float64]:
    """Return completed years from birth to a day; missing where a date is, or where birth comes later."""
    known = ~(np.isnat(births) | np.isnat(days))
    years = np.full(len(births), np.nan)
    born, day = births[known].astype("datetime64[D]"), days[known].astype("datetime64[D]")
    born_month, day_month = born.astype("datetime64[M]"), day.astype("datetime64[M]")
    months = (day_month - born_month).astype(np.int64) - ((day - day_month) < (born - born_month))
    years[known] = np.where(months < 0, np.nan, months // 12)
    return years


def _regions(authorities: Typed) -> Typed:
    regions = [place.region if (place := authority_of(text)) else "" for text in authorities.texts]
    texts = [category.value for category in REGIONS if category.value in regions]
    lookup = np.array([*(texts.index(region) if region in texts else -1 for region in regions), -1], np.int32)
    return Typed(lookup[authorities.values], tuple(texts))


def _age_groups(ages: npt.NDArray[np.float64], written: Mapping[int, str]) -> Typed:
    """Return each child's age group; a cell that holds a band in place of an age is in the band's group."""
    known = ages >= 0  # also False for a missing age
    groups = np.full(len(ages), -1, np.int32)
    groups[known] = np.searchsorted(_UPPER_AGES, ages[known], side="right")
    for row, text in written.items():
        band = age_band(text)
        if band is not None:
            groups[row] = _GROUPS.index(band)
    occurring = np.unique(groups[groups >= 0])
    lookup = np.full(len(_GROUPS) + 1, -1, np.int32)
    lookup[occurring] = np.arange(len(occurring))
    return Typed(lookup[groups], tuple(_GROUPS[number] for number in occurring))
