"""What deaths, serious harm and other count where it is not what the total counts, in words."""

from desktop_app.analysis.parts import NOT_ALIKE
from desktop_app.analysis.result import SPLIT_IN, Result, ResultRow, Split
from desktop_app.domain.problems import Notice
from desktop_app.domain.units import Unit
from desktop_app.presentation.words.change import concerned, listed
from desktop_app.presentation.words.periods import row_of

COMPARE_TOTALS = "Compare the totals, or the child deaths alone: one death is one child."


def apart(result: Result, row: ResultRow) -> bool:
    """Return whether the natures of a period are no parts of its total in the unit that is wished for."""
    return row.split_in(result.state.unit) is not SPLIT_IN[result.state.unit]


def is_part(result: Result, row: ResultRow, key: str) -> bool:
    """Return whether a nature is a part of its period's total; a death always is, being one child."""
    return not apart(result, row) or (key not in NOT_ALIKE and row.split is not Split.NEITHER)


def apart_note(result: Result) -> str:
    """Return the sentence on the periods in which the natures are no parts of the total, or nothing."""
    names = [row.period.label for row in result.rows if row.period and apart(result, row)]
    if not names:
        return ""
    what = "serious harm and other are" if _deaths_are_parts(result) else "the natures are"
    return f"In {listed(names)} {what} not counted in {concerned(result.state.unit)}."


def _deaths_are_parts(result: Result) -> bool:
    """Return whether deaths are parts of the totals everywhere."""
    return all(is_part(result, row, "deaths") for row in result.rows)


def cannot_compare(result: Result, row: ResultRow) -> bool:
    """Return whether serious harm has no change because the period before counts it in another unit."""
    then = row_of(result.rows, row.base, row.by) if row.base else None
    unit = result.state.unit
    return then is not None and then.split_in(unit) is not row.split_in(unit)


def differing_units(result: Result) -> list[Notice]:
    """Return the warning that the natures count different things in different periods, or too many."""
    labels = {
        split: [row.period.label for row in result.rows if row.period and row.split is split]
        for split in Split
    }
    too_many = labels[Split.NEITHER]
    found = []
    if too_many:
        found.append(
            Notice(
                f"Deaths, serious harm and other are more than the {concerned(result.state.unit)} in"
                f" {listed(too_many)}: they count something else, or a number is wrong.",
                COMPARE_TOTALS,
            )
        )
    totals = {unit: labels[SPLIT_IN[unit]] for unit in Unit}
    if all(totals.values()):
        told = listed(f"to the {unit.value} in {listed(names)}" for unit, names in totals.items())
        return [_adding_up(f"add up {told}: the units differ"), *found]
    beyond = [row for row in result.rows if row.split is Split.CHILDREN and apart(result, row)]
    if beyond and len(beyond) < len(result.rows):
        names = listed(totals[Unit.CHILDREN])
        return [_adding_up(f"count children in {names}, for they are more than the notifications"), *found]
    return found


def _adding_up(what: str) -> Notice:
    return Notice(f"Deaths, serious harm and other {what}, so their changes mislead.", COMPARE_TOTALS)
