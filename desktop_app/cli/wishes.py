"""Turns the options of the command line into a view's state, spelled as the file spells it."""

import csv
import math
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import columns_offered, labels_offered
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.catalogue.operators import FILTER_KINDS
from desktop_app.domain.errors import UserError
from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import (
    DateFilter,
    Filter,
    FilterKind,
    NumberFilter,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.problems import Notice
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Against
from desktop_app.services.population import population_of
from desktop_app.services.reproducing import about_population, about_sources, choices_for, provenance_of
from desktop_app.services.usecases import default_state, load, period_notice

NAMED = 8  # so many choices are named where nothing is near to what was asked for


def given_password(arguments: Namespace) -> str | None:
    """Return the first line of the file with the password, or None; raise UserError where it has none."""
    path: Path | None = arguments.password_file
    return password_in(path) if path else None


def password_in(path: Path) -> str:
    """Return the first line of a text file; raise UserError where it has none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"The password file {path.name} cannot be read.",
            "Check its name; it must be plain text in UTF-8.",
        ) from error
    if not lines or not lines[0]:
        raise UserError(f"The password file {path.name} is empty.", "Write the password in its first line.")
    return lines[0]


def wished(arguments: Namespace) -> tuple[Dataset, ViewState, tuple[Notice, ...]]:
    """Read the files and return them with the view asked for and what must be said about its periods."""
    password = given_password(arguments)
    passwords = dict.fromkeys(arguments.files, password) if password else {}
    like: Path | None = getattr(arguments, "like", None)
    found = provenance_of(like) if like else None
    choices = choices_for(found, arguments.files) if found else ReadingChoices()
    if arguments.sheet:
        choices = ReadingChoices(sheet=arguments.sheet)
    dataset = load(arguments.files, choices, passwords=passwords)
    dataset = replace(dataset, populations=population_of(arguments.population, Progress()))
    if found:
        state = found.state
        notices: tuple[Notice, ...] = (
            about_sources(found, dataset.files),
            *about_population(found, dataset.populations),
        )
    else:
        state = default_state(dataset)
        notices = () if arguments.period else period_notice(dataset, state)
    state = replace(
        state,
        unit=arguments.count or state.unit,
        date_basis=arguments.date or state.date_basis,
        period=arguments.period or state.period,
        per=arguments.rates_per or state.per,
        whole=Extent(arguments.complete_from or state.whole.first, arguments.complete_to or state.whole.last),
        by=column_named(dataset, arguments.by).key if arguments.by else state.by,
        pivot=replace(state.pivot, across=_across(dataset, arguments)) if arguments.across else state.pivot,
        chart=next(iter(getattr(arguments, "charts", ())), state.chart),
    )
    match arguments.compare_with:
        case Against() as against:
            state = replace(state, against=against, base=None)
        case date() as day:
            state = replace(state, base=day)
        case _:  # nothing is wished
            pass
    for name, sign, rest in arguments.filters:
        column = column_named(dataset, name)
        state = (
            _containing(state, column, rest) if sign == "~" else _with_filter(dataset, state, column, rest)
        )
    return dataset, state, notices


def _across(dataset: Dataset, arguments: Namespace) -> str | None:
    if arguments.across and not arguments.by:
        raise UserError("--across needs a column down the table too.", "Name it with --by.")
    return column_named(dataset, arguments.across).key if arguments.across else None


def column_named(dataset: Dataset, name: str) -> Column:
    """Return the column with this key, title or heading, whatever its case; else raise UserError."""
    wanted, offered = _plain(name), columns_offered(dataset)
    for column in offered:
        if wanted in map(_plain, (column.key, column.title, column.heading)):
            return column
    titles = {column.key: column.title for column in offered}
    near = _near(wanted, [*titles.values(), *titles])
    shown = list(dict.fromkeys(titles.get(each, each) for each in near))
    raise UserError(f"There is no column “{name}” in the data.", _choices("columns", shown, titles.values()))


def _containing(state: ViewState, column: Column, text: str) -> ViewState:
    if FilterKind.TEXT not in FILTER_KINDS[column.kind]:
        raise UserError(
            f"{column.title} does not hold text.",
            "Numbers are chosen as COLUMN=1..5, dates as COLUMN=2021-01-01..2021-12-31.",
        )
    return state.with_filter(TextFilter(column.key, TextMatch.CONTAINS, text))


def _with_filter(dataset: Dataset, state: ViewState, column: Column, rest: str) -> ViewState:
    if column.kind is ColumnKind.DATE:
        return state.with_filter(_dates(column, rest))
    if column.kind is ColumnKind.NUMBER and ".." in rest:
        return state.with_filter(_numbers(column, rest))
    earlier = state.filter_on(column.key)
    values = (*(earlier.values if earlier else ()), *_values(dataset, column, rest))
    return state.with_filter(ValueFilter(column.key, tuple(dict.fromkeys(values))))


def _values(dataset: Dataset, column: Column, rest: str) -> Iterable[str]:
    labels = labels_offered(dataset, column.key)
    spelling = _catalogue_spelling(column) | {_plain(label): label for label in labels}
    for value in next(csv.reader([rest], skipinitialspace=True)):
        known = spelling.get(_plain(value))
        if known is None:
            near = [spelling[each] for each in _near(_plain(value), list(spelling))]
            raise UserError(
                f"There is no “{value}” in {column.title}.",
                _choices("values", list(dict.fromkeys(near)), labels),
            )
        yield known


def _catalogue_spelling(column: Column) -> dict[str, str]:
    """Return the values that the column may have though the file lacks them; asking for one finds nothing."""
    spec = catalogue_column(column.key)
    categories = spec.categories if spec else ()
    return {_plain(name): each.value for each in categories for name in (each.value, *each.also)}


def _dates(column: Column, rest: str) -> Filter:
    first, dots, last = rest.partition("..")
    chosen = DateFilter(column.key, _day(first), _day(last if dots else first))
    if chosen.first and chosen.last and chosen.first > chosen.last:
        raise UserError(f"The first day lies after the last in {rest}.", "Write the earlier day first.")
    return chosen


def _numbers(column: Column, rest: str) -> Filter:
    low, _, high = rest.partition("..")
    chosen = NumberFilter(column.key, _number(low), _number(high))
    if chosen.low is not None and chosen.high is not None and chosen.low > chosen.high:
        raise UserError(f"The lowest number lies above the highest in {rest}.", "Write the lower one first.")
    return chosen


def _number(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UserError(f"“{text.strip()}” is not a number.", "Write a range of numbers as 1..5.")
    return number


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UserError(
            f"“{text.strip()}” is not a date.",
            "Write dates as 2021-01-31, and a range as 2021-01-01..2021-12-31.",
        ) from None


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").split()).casefold()


def _near(wanted: str, names: list[str]) -> list[str]:
    plain = {_plain(name): name for name in names}
    within = [key for key in plain if wanted in key] if len(wanted) > 2 else []
    keys = dict.fromkeys([*get_close_matches(wanted, plain, 3, 0.6), *within[:3]])
    return [plain[key] for key in keys]


def _choices(what: str, near: list[str], all_of_them: Iterable[str]) -> str:
    if near:
        return f"Nearest {what}: {', '.join(near)}."
    names = list(all_of_them)
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"The {what} are: {', '.join(names[:NAMED])}{more}." if names else f"It has no {what}."
