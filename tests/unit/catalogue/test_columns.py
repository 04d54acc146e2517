"""Each column the product knows is whole, and no heading or spelling means two things."""

from collections import Counter

import pytest

from desktop_app.catalogue.columns import COLUMNS, column
from desktop_app.catalogue.layouts import REQUIRED_ROLES, ROLE_HEADINGS, TOPIC_COLUMNS
from desktop_app.catalogue.spellings import NATURES
from desktop_app.domain.specs import ColumnKind, ColumnSpec
from desktop_app.domain.units import DateBasis, Nature


@pytest.mark.parametrize("spec", COLUMNS, ids=lambda spec: spec.key)
def test_each_column_is_whole(spec: ColumnSpec) -> None:
    assert column(spec.key) is spec
    assert spec.title.strip() == spec.title
    assert spec.title[0].isupper()
    assert spec.key == spec.key.casefold()
    assert not spec.categories or spec.kind in (ColumnKind.CATEGORY, ColumnKind.SEVERAL)
    assert not spec.breakdown or spec.kind in (ColumnKind.CATEGORY, ColumnKind.SEVERAL)


@pytest.mark.parametrize("spec", COLUMNS, ids=lambda spec: spec.key)
def test_no_spelling_of_a_value_means_two_things(spec: ColumnSpec) -> None:
    spellings = [text.casefold() for category in spec.categories for text in {category.value, *category.also}]
    assert [text for text, times in Counter(spellings).items() if times > 1] == []


def test_keys_and_headings_belong_to_one_column_each() -> None:
    assert len({spec.key for spec in COLUMNS}) == len(COLUMNS)
    headings = Counter(
        text.casefold() for spec in COLUMNS for text in {spec.title.casefold(), *spec.headings}
    )
    assert [text for text, times in headings.items() if times > 1] == []


def test_an_unknown_column_is_none() -> None:
    assert column("colour") is None


def test_natures_and_date_bases_are_columns_of_the_catalogue() -> None:
    assert tuple(category.value for category in NATURES) == tuple(Nature)
    for basis in DateBasis:
        spec = column(basis.column)
        assert spec is not None
        assert spec.kind is ColumnKind.DATE


def test_published_topics_are_columns_and_no_name_means_two() -> None:
    assert all(column(key) for key in TOPIC_COLUMNS)
    names = Counter(name for names in TOPIC_COLUMNS.values() for name in names)
    assert max(names.values()) == 1
    assert set(REQUIRED_ROLES) <= ROLE_HEADINGS.keys()
