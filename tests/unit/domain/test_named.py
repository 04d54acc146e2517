"""Named filters keep what they stand for and travel as text."""

from datetime import date

import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import (
    DateFilter,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.named import NamedFilters, named_from_text, named_to_text
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Unit

EVERY_KIND = NamedFilters(
    "Babies in Leeds – café",
    (
        ValueFilter("region", ("Yorkshire and The Humber",)),
        DateFilter("date_notified", date(2021, 1, 1), None),
        RelativeDates("date_of_incident", RelativeSpan.LAST_12_MONTHS),
        NumberFilter("age", None, 1.5),
        TextFilter("outline", TextMatch.BEGINS, "A child"),
    ),
    "leeds",
)


def test_every_kind_of_filter_travels_as_text() -> None:
    assert named_from_text(named_to_text((EVERY_KIND, NamedFilters("None", ())))) == (
        EVERY_KIND,
        NamedFilters("None", ()),
    )


def test_applying_changes_filters_and_search_only() -> None:
    before = ViewState(unit=Unit.CHILDREN, search="x").only("sex", "Male")
    after = EVERY_KIND.applied(before)
    assert (after.filters, after.search, after.unit) == (EVERY_KIND.filters, "leeds", Unit.CHILDREN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "named_filters": []}',
        '{"version": 1, "named_filters": [{"name": " ", "filters": []}]}',
        '{"version": 1, "named_filters": [{"name": "a", "filters": [{"kind": "colour"}]}]}',
        '{"version": 1, "named_filters": ["a"]}',
    ],
)
def test_a_text_that_holds_none_is_told_as_such(text: str) -> None:
    with pytest.raises(UserError, match="holds no named filters"):
        named_from_text(text)
