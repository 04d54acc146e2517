"""Reads a person's own table of population: children aged 0 to 17 by area and year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.catalogue.population import bundled
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.domain.population import ENGLAND, Populations
from desktop_app.domain.progress import Progress
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Grid, Raw, text_of
from desktop_app.reading.opening import open_source
from desktop_app.reading.values.places import authority_of, region_of

WANTED = "It needs columns for the area (name or ONS code), the year and the children aged 0 to 17."
_HEAD_ROWS = 30  # the headings stand among the first rows
_REGIONS = {re.sub(r"[^a-z]", "", region.value.casefold()): region.value for region in REGIONS}
# From the smallest area to the largest: the first of them that a row fills says where it is.
_AREAS = tuple(
    re.compile(rf"^(?:{words})$")
    for words in (
        r"(?:new_?)?la_?code|lad?\d*cd|(?:local )?authority code|area code|code|ons code|gss code",
        r"la_?name|lad?\d*nm|(?:local )?authority(?: name)?|area(?: name)?|place|name|geography",
        r"region_?(?:code)?|rgn\d*cd",
        r"region[ _]name|rgn\d*nm",
        r"country[ _]?(?:name|code)?",
    )
)
_YEAR = re.compile(r"^(?:time_period|(?:mid[- ]?)?year(?: \(?30 june\)?)?|period|date)$")
_COUNT = re.compile(
    r"population|children|persons? aged|0 ?(?:to|-|–) ?17|^(?:number|estimate|count|value|obs_value)$"
)
_AGE = re.compile(r"^age(?:[ _]?group|s|[ _]band)?$")
_SEX = re.compile(r"^(?:sex|gender)$")
_OF_CHILDREN = re.compile(r"\b0 ?(?:to|-|–) ?17\b|under 18|all children", re.IGNORECASE)
_OF_ALL = re.compile(r"persons?|people|total|all|both", re.IGNORECASE)
_OF_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_FURTHEST = 2.0  # times the bundled number of children: more is another unit or another age


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of the table stand: the row of its headings, and columns counted from 0."""

    row: int
    areas: tuple[int, ...]
    year: int
    count: int
    age: int | None
    sex: int | None


def read_population(path: Path, progress: Progress | None = None) -> Populations:
    """Read a file of population; raise UserError with one sentence where it cannot be one.

    Understood are the mid-year estimates that ONS and DfE publish as a table with one row for each area and
    year, and any simple table with an area, a year and a number of children.
    """
    try:
        source = open_source(path, path.name, progress or Progress())
    except PasswordNeeded as error:
        raise UserError(
            f"{path.name} is protected with a password.", "Save the population without a password."
        ) from error
    for sheet in source.sheets:
        found = _columns_of(sheet.grid)
        if found is not None:
            children, left_out = _numbers(path.name, sheet.grid, found)
            _must_be_children(path.name, children)
            return Populations(path.name, children, source.origin, left_out)
    raise UserError(f"{path.name} is no table of population.", WANTED)


def _columns_of(grid: Grid) -> _Columns | None:
    for number in range(min(grid.height, _HEAD_ROWS)):
        names = [" ".join(text_of(cell).casefold().split()) for cell in grid.row(number)]
        areas = [at for kind in _AREAS for at, name in enumerate(names) if kind.match(name)]
        years = [at for at, name in enumerate(names) if _YEAR.match(name)]
        counts = [at for at, name in enumerate(names) if _COUNT.search(name) and at not in areas]
        if areas and years and counts:
            return _Columns(number, tuple(areas), years[0], counts[0], _at(_AGE, names), _at(_SEX, names))
    return None


def _at(kind: re.Pattern[str], names: Sequence[str]) -> int | None:
    return next((at for at, name in enumerate(names) if kind.match(name)), None)


def _numbers(name: str, grid: Grid, found: _Columns) -> tuple[dict[tuple[str, int], int], int]:
    """Return the children by place and year, and how many rows have an area that is not known."""
    children: dict[tuple[str, int], int] = {}
    left_out = 0
    for row, cells in _rows(grid, found):
        place = _place(cells, found)
        if place is None:
            left_out += 1
            continue
        number = _number(name, row, cells[found.count])
        if number is None:
            continue
        key = place, _year(name, row, cells[found.year])
        if children.setdefault(key, number) != number:
            raise UserError(
                f"{name} gives {children[key]:,} and {number:,} children for {place} in {key[1]}.",
                "Keep one row for each area and year.",
            )
    if not children:
        raise UserError(
            f"{name} has no number of children for England, one of its regions or an authority.", WANTED
        )
    return children, left_out


def _rows(grid: Grid, found: _Columns) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    """Yield the rows about all children of an area, with their numbers as Excel shows them."""
    for number in range(found.row + 1, grid.height):
        cells = grid.row(number)
        age = text_of(cells[found.age]) if found.age is not None else ""
        sex = text_of(cells[found.sex]) if found.sex is not None else ""
        told = any(text_of(cells[at]) for at in found.areas)
        if told and (not age or _OF_CHILDREN.search(age)) and (not sex or _OF_ALL.fullmatch(sex)):
            yield number + 1, cells


def _place(cells: Sequence[Raw], found: _Columns) -> str | None:
    told = (text_of(cells[at]) for at in found.areas)
    text = next((text for text in told if text and shorthand_of(text) is None), "")
    region = region_of(text)
    if region is not None:
        return region or ENGLAND if region in ("", *_REGIONS.values()) else None
    if text.casefold() == ENGLAND.casefold():
        return ENGLAND
    known = _REGIONS.get(re.sub(r"[^a-z]", "", text.casefold()))
    authority = None if known else authority_of(text)
    return known or (authority.name if authority else None)


def _number(name: str, row: int, cell: Raw) -> int | None:
    """Return a number of children; None where the file gives none, blank or in shorthand."""
    text = text_of(cell).replace(",", "")
    if not text or shorthand_of(text):
        return None
    if not re.fullmatch(r"\d+(?:\.0+)?", text) or float(text) == 0:
        raise UserError(
            f"Row {row} of {name} has “{text[:20]}” in place of a number of children.",
            "Correct it, or leave the cell empty.",
        )
    return int(float(text))


def _year(name: str, row: int, cell: Raw) -> int:
    found = _OF_YEAR.search(text_of(cell))
    if found is None:
        raise UserError(f"Row {row} of {name} does not say for which year it is.", "Write it as 2024.")
    return int(found.group(1))


def _must_be_children(name: str, children: dict[tuple[str, int], int]) -> None:
    """Raise UserError where a number is far from the bundled one: thousands, or people of all ages."""
    known = bundled()
    for (place, year), number in children.items():
        near = known.mid_year(max(year, known.years[0]))
        usual = known.children_in(place, near) if near else None
        if usual and not usual / _FURTHEST < number < usual * _FURTHEST:
            raise UserError(
                f"{name} gives {number:,} children for {place} in {year}, where about {usual:,} live.",
                "Give the number of children aged 0 to 17, not in thousands and not of all ages.",
            )
