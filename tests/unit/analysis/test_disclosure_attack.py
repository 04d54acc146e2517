"""An attacker written for these tests alone finds nothing in random tables that were protected."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from desktop_app.analysis.disclosure import audit, protect
from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.periods import Period
from tests.support.results import Counts, figure, result, with_breakdown

COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 60))
Cell = tuple[Period | None, str | None, str]
SETTINGS = st.builds(
    Disclosure,
    suppress_below=st.sampled_from([3, 6]),
    zeros=st.booleans(),
    rounding=st.sampled_from([0, 0, 5, 10]),
    least_values=st.sampled_from([2, 5]),
)


@st.composite
def tables(draw: st.DrawFn) -> Result:
    """Draw periods with natures and values that add up to the same totals, but for some without a date."""
    periods, values = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = [[draw(COUNTS) for _ in range(values)] for _ in range(periods)]
    undated = [draw(st.integers(0, 2)) for _ in range(values)]
    totals = [sum(row) for row in cells]
    years = {}
    for at, total in enumerate(totals):
        deaths = draw(st.integers(0, total))
        other = draw(st.integers(0, total - deaths))
        years[2015 + at] = Counts(
            total, total + draw(st.integers(0, 9)), deaths, total - deaths - other, other
        )
    sums = [sum(figure(getattr(each, key)).value or 0 for each in years.values()) for key in FIELDS]
    overall = Counts(sums[0] + sum(undated), sums[1] + sum(undated), *sums[2:])
    named = {
        f"Value {at}": [*(row[at] for row in cells), sum(row[at] for row in cells) + undated[at]]
        for at in range(values)
    }
    return with_breakdown(result(years, overall=overall), "region", named)


FIELDS = ("notifications", "children", "deaths", "serious_harm", "other")


def solve(true: Result, safe: Result, chosen: Disclosure) -> list[tuple[int, int]]:
    """Return the range of every hidden count, from sums written out by hand over one list of unknowns."""
    old = [*true.rows, true.overall, *true.breakdown, *true.breakdown_overall]
    new = [*safe.rows, safe.overall, *safe.breakdown, *safe.breakdown_overall]
    at: dict[Cell, int] = {}
    counts, bounds, hidden = [], [], []
    for was, now in zip(old, new, strict=True):
        for key in FIELDS if was.by is None else FIELDS[:1]:
            at[was.period, was.by, key] = len(counts)
            counts.append(was[key].figure.value)
            if now[key].figure.marker == "c":
                hidden.append(len(bounds))
            bounds.append(believed(now[key].figure, chosen))
            if key == FIELDS[0] and counts[-1] and listed(true, was):
                bounds[-1] = (max(bounds[-1][0], 1.0), bounds[-1][1])
    exact, loose = (
        matrix(sums, at)
        for sums in sums_of([r.period for r in true.rows], [r.by for r in true.breakdown_overall])
    )
    truth = np.array(counts)
    undated = (true.overall[FIELDS[0]].figure.value or 0) - sum(
        row[FIELDS[0]].figure.value for row in true.rows
    )
    # How many lack a date is told of all together; of a nature or a value only that it is no more than that.
    units = matrix(
        [[(row.period, None, key) for key in FIELDS[:2]] for row in (*true.rows, true.overall)], at
    )
    known = {
        "A_eq": exact, "b_eq": exact @ truth,
        "A_ub": np.vstack([loose, -loose, units]),
        "b_ub": np.r_[np.repeat([undated, 0], len(loose)), np.zeros(len(units))],
    }  # fmt: skip
    found = []
    for which in hidden:
        wanted = np.eye(len(counts))[which]
        low, high = (
            linprog(sign * wanted, **known, bounds=bounds, method="highs").x[which] for sign in (1, -1)
        )
        found.append((int(np.ceil(low - 1e-6)), int(np.floor(high + 1e-6))))
    return found


def listed(true: Result, row: ResultRow) -> bool:
    """Return whether a row would not be there without a case: a value's, the first and the last period's."""
    if row.by is not None:
        return row.period is None
    return row.period in (true.rows[0].period, true.rows[-1].period)


def matrix(sums: list[list[Cell]], at: dict[Cell, int]) -> np.ndarray:
    lines = np.zeros((len(sums), len(at)))
    for line, (whole, *parts) in zip(lines, sums, strict=True):
        line[at[whole]] = 1
        line[[at[part] for part in parts]] = -1
    return lines


def sums_of(
    periods: list[Period | None], values: list[str | None]
) -> tuple[list[list[Cell]], list[list[Cell]]]:
    """Return every sum that a table suggests, total first; those over periods apart."""
    whole = FIELDS[0]
    everything = [*periods, None]

    def over(value: str | None, key: str) -> list[Cell]:
        return [(None, value, key), *((period, value, key) for period in periods)]

    exact = [
        *([(period, None, whole), *((period, None, key) for key in FIELDS[2:])] for period in everything),
        *([(period, None, whole), *((period, value, whole) for value in values)] for period in everything),
        *(over(None, key) for key in FIELDS[:2]),
    ]
    return exact, [*(over(None, key) for key in FIELDS[2:]), *(over(value, whole) for value in values)]


def believed(shown: Figure, chosen: Disclosure) -> tuple[float, float]:
    """Return what a published count means by itself, reckoned by trying every count up to 500."""
    if shown.value is None and shown.marker == "c":
        return float(chosen.zeros), 500.0
    fitting = [
        count
        for count in range(501)
        if not (0 < count < chosen.suppress_below or (count == 0 and not chosen.zeros))
        and published_as(count, chosen) == (shown.value, shown.marker)
    ]
    return float(min(fitting)), float(max(fitting))


def published_as(count: int, chosen: Disclosure) -> tuple[float | None, str | None]:
    base = chosen.rounding
    nearest = count if not base else int(count / base + 0.5) * base
    return (None, "k") if count and not nearest else (float(nearest), None)


@given(tables(), SETTINGS)
@settings(max_examples=120, deadline=None)
def test_nothing_hidden_can_be_worked_out(true: Result, chosen: Disclosure) -> None:
    whole = true.overall["notifications"].figure.value or 0
    if chosen.hides(whole):
        return  # that is refused, as another test says
    undated = sum(row[FIELDS[0]].figure.value for row in true.rows) != whole
    try:
        safe = protect(true, chosen).result
    except UserError:
        assert undated  # only the notes on dates can make it impossible, for they are always told
        return
    audit(safe, true, chosen)
    for low, high in solve(true, safe, chosen):
        assert high - low + 1 >= chosen.least_values
    for was, now in zip((*true.rows, *true.breakdown), (*safe.rows, *safe.breakdown), strict=True):
        for key in FIELDS if was.by is None else FIELDS[:1]:
            count, shown = was[key].figure.value, now[key].figure
            assert shown.marker == "c" or not chosen.hides(count or 0)
            assert shown.value is None or shown.value == published_as(int(count or 0), chosen)[0]
