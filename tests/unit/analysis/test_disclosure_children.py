"""What follows from the number of children: a notification has no more values than children."""

from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.disclosure import audit, protect
from desktop_app.analysis.disclosure.cells import figures_of
from desktop_app.analysis.disclosure.choose import shown
from desktop_app.analysis.disclosure.protect import rebuilt
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Shape
from tests.support.datasets import records

USUAL = Disclosure()


def test_where_each_notification_is_of_one_child_its_values_add_up_whatever_another_year_shows() -> None:
    # 2020: two sisters and a brother in one notification; 2021: 26 notifications of one child each.
    rows = [("A", "2020-05-01", sex) for sex in ("Female", "Female", "Male")]
    rows += [(f"B{at}", "2020-06-01", "Male" if at < 20 else "Female") for at in range(40)]
    rows += [
        (f"C{at}", "2021-06-01", "Unknown" if at == 25 else "Male" if at < 8 else "Female")
        for at in range(26)
    ]
    references, days, sexes = zip(*rows, strict=True)
    dataset = records({"reference": references, "date_notified": days, "sex": sexes}, Shape.CHILDREN)
    true = compute(dataset, ViewState(by="sex"), date(2026, 1, 1))
    assert [row["notifications"].figure.value for row in true.rows] == [41, 26]
    safe = protect(true, USUAL)
    left = [
        row["notifications"].figure.value
        for row in safe.result.breakdown
        if row.period == Period(PeriodKind.CALENDAR_YEAR, 2021)
    ]
    assert left.count(None) >= 2, "26 less the two others would be the one of unknown sex"
    audit(safe.result, true, USUAL)
    figures = figures_of(true)
    small = [place for place, figure in figures.items() if figure.value and USUAL.hides(figure.value)]
    careless = rebuilt(true, shown(figures, small, USUAL), USUAL)
    with pytest.raises(UserError, match=r"could be worked out: .*Unknown would be exactly 1"):
        audit(careless, true, USUAL)


def test_values_that_add_up_in_one_year_are_protected_though_they_overlap_in_another() -> None:
    # In 2020 one notification stands under two regions by a slip; a reader still adds those of 2021 up.
    rows = [("A", "2020-05-01", region) for region in ("London", "Kent")]
    rows += [(f"B{at}", "2020-06-01", "London" if at < 20 else "Kent") for at in range(40)]
    rows += [
        (f"C{at}", "2021-06-01", "Essex" if at == 25 else "London" if at < 8 else "Kent") for at in range(26)
    ]
    references, days, regions = zip(*rows, strict=True)
    dataset = records({"reference": references, "date_notified": days, "region": regions})
    true = compute(dataset, ViewState(by="region"), date(2026, 1, 1))
    safe = protect(true, USUAL)
    left = {
        (row.period.label, row.by): row["notifications"].figure.value
        for row in safe.result.breakdown
        if row.period
    }
    assert left["2021", "Essex"] is None
    assert list(left.values()).count(None) >= 2
    assert [left["2021", region] for region in ("London", "Kent")].count(None) == 1
