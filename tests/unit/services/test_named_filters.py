"""Named filters outlive the program, keep their names apart and travel between people."""

from pathlib import Path

import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.named import NamedFilters
from desktop_app.services.named_filters import NamedFiltersStore

LONDON = NamedFilters("London", (ValueFilter("region", ("London",)),))
BABIES = NamedFilters("babies", (ValueFilter("age_group", ("Under 1",)),))


@pytest.fixture
def store() -> NamedFiltersStore:
    made = NamedFiltersStore()
    made.save(LONDON)
    made.save(BABIES)
    return made


def test_they_are_there_again_in_the_order_of_their_names(store: NamedFiltersStore) -> None:
    assert NamedFiltersStore().every == store.every == (BABIES, LONDON)


def test_saving_under_a_name_again_replaces(store: NamedFiltersStore) -> None:
    store.save(NamedFilters("London", (), "london"))
    assert store.every == (BABIES, NamedFilters("London", (), "london"))


def test_a_name_is_changed_unless_it_is_blank_or_taken(store: NamedFiltersStore) -> None:
    store.rename("babies", " Under 1 ")
    assert [one.name for one in store.every] == ["London", "Under 1"]
    for name in ("London", "  "):
        with pytest.raises(UserError, match="blank or taken"):
            store.rename("Under 1", name)
    store.delete("London")
    assert [one.name for one in NamedFiltersStore().every] == ["Under 1"]


def test_they_travel_in_a_file_and_join_those_that_are_there(
    store: NamedFiltersStore, tmp_path: Path
) -> None:
    store.write(tmp_path / "ours.json")
    other = NamedFiltersStore(tmp_path / "other.json")
    other.save(NamedFilters("London", ()))
    other.save(NamedFilters("Devon", ()))
    assert other.read(tmp_path / "ours.json") == 2
    assert [(one.name, len(one.filters)) for one in other.every] == [
        ("babies", 1),
        ("Devon", 0),
        ("London", 1),
    ]


def test_a_file_that_holds_none_changes_nothing(store: NamedFiltersStore, tmp_path: Path) -> None:
    (tmp_path / "letter.json").write_bytes(b"\xff\xfe Dear Minister")
    with pytest.raises(UserError, match="could not be read"):
        store.read(tmp_path / "letter.json")
    with pytest.raises(UserError, match="could not be written"):
        store.write(tmp_path / "nowhere" / "ours.json")
    assert store.every == (BABIES, LONDON)


def test_a_broken_store_is_taken_as_empty(tmp_path: Path) -> None:
    (tmp_path / "named.json").write_text("{", encoding="utf-8")
    assert NamedFiltersStore(tmp_path / "named.json").every == ()
