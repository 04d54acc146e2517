"""The values of columns in the spelling that is shown, with other spellings that mean the same."""

from desktop_app.catalogue.listed import listed
from desktop_app.domain.specs import Category


def _as(value: str, also: str = "", within: str = "") -> Category:
    return Category(value, listed(also), listed(within))


_UNKNOWN = _as("Unknown", "not known | not stated | not recorded | unk | u | nk | not yet known")

_NO_ANSWER = _as("Unknown", "not known | not stated | not recorded | don't know | unclear | u | nk | n/k")
YES_NO = (_as("Yes", "y | true | 1"), _as("No", "n | false | 0"), _NO_ANSWER)
LOOKED_AFTER = (
    _as("Yes", "y | true | 1 | lac | cla | cic | looked after | in care"),
    _as("No", "n | false | 0 | not looked after | not lac | not cla | not in care"),
    _NO_ANSWER,
)

NATURES = (
    _as(
        "Child death",
        "death | died | cd | d | deceased | fatal | death of a child | child died | death of child | dead | "
        "fatality | fatal incident | child's death | child has died | a child has died | a child died | "
        "fatal harm",
        "sudi | sudden unexpected death in infancy | suicide",
    ),
    _as(
        "Serious harm",
        "harm | seriously harmed | serious injury | sh | serious incident | injury | serious harm to child | "
        "serious harm to a child | non-fatal | non-fatal incident | non-fatal injury | serious injuries | "
        "serious harm of a child | serious harm child | child seriously harmed | "
        "a child was seriously harmed | child has been seriously harmed | "
        "a child has been seriously harmed | serharm | ser harm | serious harm non-fatal",
        "non-accidental injury | nai | significant harm | life-threatening injury | life-changing injury | "
        "critical injury | near fatal",
    ),
    _as("Other", "other incident | other notification | o | oth"),
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

# Within each group: the detailed groups of the censuses of 2011 and 2021, and the codes of DfE's collections
# and of case management systems.
MIXED = "Mixed / Multiple ethnic groups"
ETHNICITIES = (
    _as(
        "White",
        "",
        "white british | english, welsh, scottish, northern irish or british | british | irish | "
        "white irish | white english | gypsy or irish traveller | gypsy/roma | gypsy or roma | roma | "
        "traveller of irish heritage | any other white background | other white | white other | "
        "wbri | wiri | wirt | wrom | woth",
    ),
    _as(
        MIXED,
        "mixed | mixed or multiple ethnic groups | mixed ethnic background | dual heritage | mixed heritage",
        "white and black caribbean | white and black african | white and asian | "
        "mixed white and black caribbean | mixed white and black african | mixed white and asian | "
        "any other mixed background | any other mixed or multiple ethnic background | other mixed | "
        "mixed other | mwbc | mwba | mwas | moth",
    ),
    _as(
        "Asian / Asian British",
        "asian | asian or asian british",
        "asian british | indian | pakistani | bangladeshi | chinese | asian indian | asian pakistani | "
        "asian bangladeshi | asian chinese | asian or asian british indian | "
        "asian or asian british pakistani | asian or asian british bangladeshi | "
        "any other asian background | other asian | asian other | aind | apkn | aban | aoth | chne",
    ),
    _as(
        "Black / African / Caribbean / Black British",
        "black | black or black british | black, black british, caribbean or african",
        "black british | black african | black caribbean | african | caribbean | "
        "black or black british african | black or black british caribbean | any other black background | "
        "other black | black other | any other black, black british, caribbean or african background | "
        "bafr | bcrb | both",
    ),
    _as(
        "Other ethnic group",
        "other | any other ethnic group | other ethnic groups",
        "any other ethnic background | arab | ooth",
    ),
    _as(
        "Unknown",
        "not known | not stated | not recorded | unk | u | nk | not yet known",
        "refused | not obtained | information not obtained | information not yet obtained | "
        "not yet obtained | prefer not to say | declined | refu | nobt",
    ),
)

REGIONS = (
    _as("North East", "ne | n east"),
    _as("North West", "nw | n west"),
    _as(
        "Yorkshire and The Humber",
        "yorkshire & the humber | yorkshire and humber | yorkshire & humber | "
        "yorks & humber | yorks and the humber | yh",
    ),
    _as("East Midlands", "em | e midlands | e mids"),
    _as("West Midlands", "wm | w midlands | w mids"),
    _as("East of England", "east | eastern | eoe"),
    _as("London", "greater london"),
    _as("South East", "se | s east"),
    _as("South West", "sw | s west"),
)
