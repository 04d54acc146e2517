"""The values of columns in the spelling that is shown, with other spellings that mean the same."""

from desktop_app.domain.specs import Category


def _as(value: str, also: str = "") -> Category:
    return Category(value, tuple(also.split(" | ")) if also else ())


_UNKNOWN = _as("Unknown", "not known | not stated | not recorded | unk | u | nk | not yet known")

YES_NO = (
    _as("Yes", "y | true | 1"),
    _as("No", "n | false | 0"),
    _as("Unknown", "not known | not stated | not recorded | don't know | unclear | u | nk"),
)

NATURES = (
    _as(
        "Child death",
        "death | died | deceased | fatal | death of a child | child died | death of child | dead | fatality",
    ),
    _as("Serious harm", "harm | seriously harmed | serious injury | sh | serious incident | injury"),
    _as("Other", "other incident | other notification"),
)

AGE_GROUPS = (
    _as("Under 1", "<1 | under one | 0 | less than 1 | under 1 year | under 1 year old | 0-1"),
    _as("1 to 5", "1-5 | 1 - 5 | 1 to 5 years"),
    _as("6 to 10", "6-10 | 6 to 10 years"),
    _as("11 to 15", "11-15 | 11 to 15 years"),
    _as("16 to 17", "16-17 | 16 to 17 years | 16 and 17"),
    _UNKNOWN,
)

SEXES = (
    _as("Male", "m | boy | boys | males"),
    _as("Female", "f | girl | girls | females"),
    _UNKNOWN,
)

ETHNICITIES = (
    _as("White", "white british"),
    _as(
        "Mixed / Multiple ethnic groups", "mixed | mixed or multiple ethnic groups | mixed ethnic background"
    ),
    _as("Asian / Asian British", "asian | asian or asian british"),
    _as(
        "Black / African / Caribbean / Black British",
        "black | black or black british | black, black british, caribbean or african",
    ),
    _as("Other ethnic group", "other | any other ethnic group"),
    _UNKNOWN,
)

REGIONS = (
    _as("North East", "ne"),
    _as("North West", "nw"),
    _as(
        "Yorkshire and The Humber", "yorkshire & the humber | yorkshire and humber | yorkshire & humber | yh"
    ),
    _as("East Midlands", "em"),
    _as("West Midlands", "wm"),
    _as("East of England", "east | eastern | eoe"),
    _as("London", "greater london"),
    _as("South East", "se"),
    _as("South West", "sw"),
)
