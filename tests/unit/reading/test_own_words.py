"""Headings, values and places in the words of those who keep records, and words that mean other things."""

import pytest

from desktop_app.catalogue.spellings import ETHNICITIES, LOOKED_AFTER, NATURES, SEXES, YES_NO
from desktop_app.domain.specs import Category
from desktop_app.reading.finding.headings import column_for
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.spelling import record_spelling_in

KNOWN = {
    "reference": ("Our ref", "Case ref", "LA reference", "Ofsted ref", "Unique ID", "SIN", "Panel number"),
    "date_notified": (
        "When did we tell Ofsted/Panel?",
        "Date told Ofsted",
        "Date Panel informed",
        "Date LA notified Ofsted",
        "Notif. date",
        "When notified to Panel",
    ),
    "date_of_incident": ("When did it happen?", "Date occurred", "Date of inc.", "Date of SI"),
    "nature": ("Fatal / non fatal", "Death/SH", "Type of incident"),
    "local_authority": ("LA area", "Borough", "Local authority area"),
    "sex": ("M/F", "Sex at birth"),
    "child_protection_plan": ("On CP plan?", "CP?"),
    "review_decision": ("Decision re LCSPR",),
}
OTHERS = (
    "Sex of perpetrator",
    "Mother's date of birth",
    "Age of mother",
    "Age (months)",
    "Age (weeks)",
    "Sibling ref",
    "Case type",
    "LA notes",
)


@pytest.mark.parametrize(("key", "heading"), [(key, text) for key, texts in KNOWN.items() for text in texts])
def test_headings_in_other_words_are_known(key: str, heading: str) -> None:
    spec = column_for(heading)
    assert spec is not None
    assert spec.key == key


@pytest.mark.parametrize("heading", OTHERS)
def test_headings_about_something_else_are_not_taken(heading: str) -> None:
    assert column_for(heading) is None


@pytest.mark.parametrize(
    ("written", "nature"),
    [
        ("Non fatal", "Serious harm"),
        ("Non-fatal - serious injury", "Serious harm"),
        ("Near fatal", "Serious harm"),
        ("Serious harm - non-accidental injury", "Serious harm"),
        ("Fatal incident", "Child death"),
        ("D", "Child death"),
        ("Death (suicide)", "Child death"),
        ("Death - cause not known", "Child death"),
        ("Child death (non-accidental injury)", "Child death"),
    ],
)
def test_natures_in_other_words(written: str, nature: str) -> None:
    assert record_spelling_in(NATURES, written) == nature


@pytest.mark.parametrize(
    ("categories", "written"),
    [
        *((NATURES, text) for text in ("Serious harm/Death", "Serious harm -> death", "Death/Serious harm")),
        *((NATURES, text) for text in ("Serious harm (later died)", "Other - serious harm", "Harm: 3")),
        *(
            (NATURES, text)
            for text in ("Death: no", "Death – withdrawn", "Death (adult)", "Harm (not serious)")
        ),
        *((SEXES, text) for text in ("M/F", "Boy/Girl", "M, F, F")),
        *((ETHNICITIES, text) for text in ("White/Asian", "Black/White", "White British / Black Caribbean")),
        *((YES_NO, text) for text in ("yes/no", "N/A", "n/a", "Yes (no longer)")),
    ],
)
def test_a_value_that_is_taken_back_or_is_one_of_several_is_not_guessed(
    categories: tuple[Category, ...], written: str
) -> None:
    assert record_spelling_in(categories, written) is None


def test_what_follows_a_value_and_only_adds_to_it_changes_nothing() -> None:
    assert record_spelling_in(SEXES, "Male (trans)") == "Male"
    assert record_spelling_in(YES_NO, "Yes - since 2020") == "Yes"
    assert record_spelling_in(ETHNICITIES, "White - British") == "White"
    assert record_spelling_in(ETHNICITIES, "Mixed: White/Black Caribbean") == "Mixed / Multiple ethnic groups"
    assert record_spelling_in(LOOKED_AFTER, "LAC") == "Yes"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("BCP", "Bournemouth, Christchurch and Poole"),
        ("Hull", "Kingston upon Hull, City of"),
        ("Durham CC", "County Durham"),
        ("B&NES", "Bath and North East Somerset"),
        ("N. Somerset", "North Somerset"),
        ("NE Lincs", "North East Lincolnshire"),
        ("LB of Richmond", "Richmond upon Thames"),
        ("Wakefield MDC", "Wakefield"),
        ("Derby City", "Derby"),
        ("Hants", "Hampshire"),
    ],
)
def test_short_names_of_authorities(written: str, name: str) -> None:
    authority = authority_of(written)
    assert authority is not None
    assert authority.name == name


@pytest.mark.parametrize(
    "written", ["Kingston", "City", "Not Leeds", "Kent/Medway", "Worcester", "Yorkshire"]
)
def test_a_short_name_that_could_be_several_is_none(written: str) -> None:
    assert authority_of(written) is None
