"""The loaded table: typed, read-only columns, what they mean, and the account of every row read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.catalogue.population import bundled
from desktop_app.domain.population import Populations
from desktop_app.domain.problems import Problem, SourceAccount
from desktop_app.domain.provenance import SourceFile
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.specs import Column
from desktop_app.domain.units import PeriodKind, Shape


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """The cells of a column as the file has them: `texts[codes[row]]`."""

    codes: npt.NDArray[np.int32]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Dataset:
    """One table of notifications, as `reading` leaves it. Nothing writes to `frame` after it was made.

    `frame` has one row per row used and one column per `columns[i].key`, in that order, with a RangeIndex:

    - identifier, category and text columns: `category` dtype of text; a blank cell is missing (code -1).
      Shorthand such as `c` is a category of its own, spelled as its standard letter, and named in
      `shorthand`.
    - a column of several values: `category` dtype of the whole cell, its values joined with "; " in one
      order;
    - date columns: `datetime64[s]`; number columns: `float64`; missing where blank, shorthand or not
      understood.

    `as_written` keeps, for date and number columns, the text of cells that could not become a value: row
    position -> text as the file has it, so that the records show `c` or `31/02/2021` and never a blank in its
    place. `spellings` keeps the cells of columns of text that the file spells otherwise than `frame`, such as
    `WBRI` for White. `coarse` names the date columns that hold the first days of periods, as the file tells
    no more, with the kinds of these periods. `row_numbers` gives each row's number in its sheet as Excel
    shows it; `source_of` its position in `sources`. `files` are what was read, and `choices` how.
    `populations` are the children that rates are of: the bundled table, or one of the person's own.

    Published counts (Shape.AGGREGATE) have the columns `period_start`, `period_end` (dates), `level`
    (National, Regional, Local authority), `region`, `local_authority`, `topic` (a column key such as `sex`,
    else the file's own words, `Total` for the whole), `breakdown` and `nature` (`Total` for all), and
    `number`; further columns of the file follow. Rows for Inner and Outer London keep those names in
    `region`.
    """

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    shape: Shape
    shape_reason: str
    sources: tuple[SourceAccount, ...]
    problems: tuple[Problem, ...] = ()
    as_written: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    shorthand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: Mapping[str, Spellings] = field(default_factory=dict)
    coarse: Mapping[str, tuple[PeriodKind, ...]] = field(default_factory=dict)
    row_numbers: tuple[int, ...] | range = ()
    source_of: tuple[int, ...] = ()
    files: tuple[SourceFile, ...] = ()
    choices: ReadingChoices = field(default=ReadingChoices())
    populations: Populations = field(default_factory=bundled)

    def column(self, key: str) -> Column | None:
        """Return the column with this key, or None where the table has none."""
        return next((column for column in self.columns if column.key == key), None)

    def has(self, key: str) -> bool:
        """Return whether the table has a column with this key."""
        return self.column(key) is not None
