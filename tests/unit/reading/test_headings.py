"""Headings are recognised by any of their names and never guessed."""

import pytest

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.reading.finding.headings import column_for, columns_for

NAMES = [(name, spec.key) for spec in COLUMNS for name in (spec.key, spec.title, *spec.headings)]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_every_name_in_the_catalogue_leads_to_its_column_however_it_is_written(name: str, key: str) -> None:
    for written in (
        name,
        name.upper(),
        f" {name.replace(' ', '_')} ",
        f"{name} (please select)",
        f"{name} [note 3]",
    ):
        spec = column_for(written)
        assert spec is not None, written
        assert spec.key == key


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Date of the incident", "date_of_incident"),
        ("Gender, child", "sex"),
        ("L.A.?", "local_authority"),
        ("Date of notification to National Panel", "date_notified"),
        ("Date SIN submitted to DfE", "date_notified"),
        ("Date of child's death", "date_of_incident"),
        ("Date LA first aware of incident", "date_aware"),
        ("Age of child at time of incident", "age"),
        ("Name of notifying local authority", "local_authority"),
        ("Number of children in notification", "children"),
        ("Q1_DATE_OF_INCIDENT", "date_of_incident"),
        ("Q4 Number of children", "children"),
        ("3. Date notified", "date_notified"),
        ("Notification – Received", "date_notified"),
        ("Notification – LA", "local_authority"),
        ("Child – Age", "age"),
        ("attributes.notifiedAt", "date_notified"),
        ("attributes.localAuthority.name", "local_authority"),
        ("notified_dt", "date_notified"),
        ("child_cnt", "children"),
        ("la_cd", "local_authority"),
        ("Count of Children", "children"),
        ("SCR/LCSPR ref", "reference"),
    ],
)
def test_small_differences_do_not_matter(heading: str, key: str) -> None:
    spec = column_for(heading)
    assert spec is not None
    assert spec.key == key


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Date",
        "Number",
        "Date of panel",
        "Children in need",
        "Notified by",
        "Manager's age group lead",
        "Mother's age",
        "Mother – Age",
        "Child – Received",
        "created_ts",
        "LA notification",
        "2 children",
        "Child 1 - Age",
        "Submitted to",
        "Panel response date",
        "Date LA notified of incident's review",
    ],
)
def test_what_could_be_something_else_is_not_taken(heading: str) -> None:
    assert column_for(heading) is None


def test_of_two_headings_for_one_column_the_nearer_name_has_it() -> None:
    specs = columns_for(("Comments", "Outline", "Ref"))
    assert [spec.key if spec else None for spec in specs] == [None, "outline", "reference"]
