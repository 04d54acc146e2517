"""Names of sheets, tables and headings are ones that Excel accepts, whatever they are made from."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.names import header_names, sheet_name, table_name


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Trend", (), "Trend"),
        ("Trend", ("trend",), "Trend 2"),
        ("Trend", ("trend", "TREND 2"), "Trend 3"),
        ("a/b [c]?", (), "a b c"),
        ("2021", (), "Table 2021"),
        ("'quoted'", (), "quoted"),
        ("History", (), "Table History"),
        ("", (), "Sheet"),
        ("Cause of death or form of harm suffered", (), "Cause of death or form of harm"),
    ],
)
def test_sheet_names(wanted: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_name(wanted, taken) == name


@given(st.lists(st.text(), max_size=5))
def test_any_sheet_names_are_legal_and_unique(wanted: list[str]) -> None:
    names: list[str] = []
    for each in wanted:
        names.append(sheet_name(each, names))
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert not name[0].isdigit()


@given(st.lists(st.text(), max_size=5))
def test_any_table_names_are_legal_and_unique(wanted: list[str]) -> None:
    names: list[str] = []
    for each in wanted:
        names.append(table_name(each, names))
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name)
        assert len(name) <= 255
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*", name)


def test_headings_are_filled_and_differ_whatever_their_case() -> None:
    assert header_names(["Age", "age", "", "A\n b"]) == ("Age", "age 2", "Column 3", "A b")
