"""Says what a heading or row label of a table of counts names: a period, a measure, a place or a value."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from desktop_app.catalogue.columns import COLUMNS, column
from desktop_app.catalogue.layouts import LEVELS, LONDON_PARTS, TOPIC_COLUMNS, TOTAL
from desktop_app.catalogue.listed import words
from desktop_app.catalogue.spellings import NATURES, REGIONS
from desktop_app.domain.specs import Category
from desktop_app.domain.units import Nature
from desktop_app.reading.finding.headings import column_for, key_of
from desktop_app.reading.values.named_periods import Calendar, PartOfYear, Span, named_period, part_of_year
from desktop_app.reading.values.places import authority_of, region_of
from desktop_app.reading.values.spelling import spelling_in

SERIOUS_HARM_AND_OTHER = "Serious harm and other"

NATURE_CATEGORIES = (Category(TOTAL), *NATURES, Category(SERIOUS_HARM_AND_OTHER))
REGION_CATEGORIES = (*REGIONS, *(Category(name) for name in LONDON_PARTS))
_NATIONAL, _REGIONAL, _LOCAL = (level.value for level in LEVELS)

_FOOTNOTES = re.compile(
    r"\s*(?:\[[^\]]*\]|\((?:note )?\d{1,2}(?:,\s*\d{1,2})*\)|[¹²³⁴-⁹*†‡])\s*$", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[a-z)])\d{1,2}(?:,\s?\d{1,2})*$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:of which|of these|all|total|number of|no\.? of|count of|the)\b[\s:,-]*|"
    r"^(?:sins?|serious incidents?)\b(?=\s+\S)[\s:,-]*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:notifications?|incidents?)\s*"
    r"(?:of|for|where|involving|concerning|about|resulting in|leading to|:|-|–)\s*"
    r"(?:an?\s|the\s)?",
    re.IGNORECASE,
)
_EXPLANATION = re.compile(r"\s*\([^()]*\)$")
_TOTAL_OF = re.compile(
    r"^(?:(?:sub-?\s?)?total|all)\s*[,:–-]?\s+|\s*[,:–-]?\s+(?:sub-?\s?)?total$|\s*\((?:all|total)\)$",
    re.IGNORECASE,
)
_ALL_PLACES = re.compile(
    r"(?:all|total|sum of(?: all)?)\s+(?:(?:local )?authorit(?:y|ies)|las|areas?|returns|regions|councils|"
    r"boroughs|districts|forces|partnerships|lscps)(?:\s+totals?)?",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(r"\s+(?:notifications?|incidents?)$", re.IGNORECASE)
_NOTIFICATIONS = re.compile(
    r"(?:serious incident |sin )?notifications?(?: received| made| of serious incidents?)?|"
    r"(?:serious )?incidents?(?: notified| reported)?|sins?",
    re.IGNORECASE,
)
_DEATHS = re.compile(
    r"(?:child(?:ren)?(?:'s|’s)? )?(?:deaths?|died|fatal(?:ity|ities)?)"
    r"(?: of (?:an? )?child(?:ren)?| notifications?| notified)?|children who (?:have )?died",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"(?:children )?(?:serious(?:ly)? )?(?:harm(?:ed)?|injur(?:y|ies|ed))"
    r"(?: notifications?| incidents?| to (?:an? )?child(?:ren)?)?",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    r"children(?: (?:involved|concerned|affected|notified|harmed or died|in notifications?))?|child count",
    re.IGNORECASE,
)
_TOTALS = {"total", "all", "grandtotal", "overall", "totals", "totalnumber", "number", "count"}
_A_TITLE = 3  # words, of which fewer are a date or a unit
_NO_COUNT = re.compile(
    r"%|\bper ?cent|\bpercent|\bproportion|\brates?\b|\bper (?:10|100)|\bshare\b|\bchange\b|\bdifference\b|"
    r"\bpopulation\b|\baverage\b|\bmean\b|\bmedian\b|\bratio\b|\bindex\b",
    re.IGNORECASE,
)
_OWN_ROLE = {"region", "local_authority", "nature"}
SUBJECT = re.compile(
    r"notification|serious incident|serious(?:ly)? harm|child(?:ren)?(?:'s|’s)? deaths?|deaths of children|"
    r"\bSINs?\b",
    re.IGNORECASE,
)
# A title that has none of these is about something else, unless the headings themselves are plain enough.
OURS_IN_TITLE = re.compile(
    rf"{SUBJECT.pattern}|\bchild|safeguarding|practice review|\bharm|incident", re.IGNORECASE
)
OURS_IN_HEADINGS = re.compile(r"notif|incident|\bSINs?\b|child(?:ren)?(?:'s|’s)? deaths?", re.IGNORECASE)


_OF_NO_SUBJECT = words(
    "a and answer annual area areas at attachment authorities authority board by calendar collated collation "
    "committee dashboard data date draft extract figures final financial foi for from in information kpi "
    "kpis la las local lscp meeting monthly month no numbers of official on overview pack panel "
    "partnership performance period quarter quarterly region regional regions report request return returns "
    "sensitive statistics summary table the to total totals year yearly years"
)


class Names(Enum):
    """The kinds of thing that a label names."""

    PERIOD = auto()
    PART = auto()
    NOTIFICATIONS = auto()
    NATURE = auto()
    CHILDREN = auto()
    TOTAL = auto()
    PLACE = auto()
    TOPIC = auto()
    VALUE = auto()
    NO_COUNT = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """What a label names; `topic` goes with a value or topic, `level` with a place, `span` with a period.

    `part` goes with a part of a year whose year stands elsewhere.
    """

    names: Names
    text: str = ""
    topic: str = ""
    level: str = ""
    span: Span | None = None
    part: PartOfYear | None = None


def bare(text: str) -> str:
    """Return a label without footnote marks, be they in brackets, raised, or glued to its last word."""
    plain = " ".join(text.replace("\xa0", " ").split())
    while (shorter := _GLUED.sub("", _FOOTNOTES.sub("", plain))) != plain:
        plain = shorter
    return plain.rstrip(" :")


def tag_of(text: str, calendar: Calendar, topic: str = "") -> Tag:
    """Return what a label names, a value of the `topic` under which it stands first of all."""
    period = named_period(text, calendar)
    if period is not None:
        return Tag(Names.PERIOD, text, span=period)
    part = part_of_year(text)
    if part is not None:
        return Tag(Names.PART, text, part=part)
    plain = bare(text)
    if topic:
        value = _value_in(topic, plain)
        if value is not None:
            return Tag(Names.VALUE, value, topic)
    return _no_count(plain) or _measure(plain) or _place(plain) or _topic(plain) or _value(plain, topic)


def _no_count(plain: str) -> Tag | None:
    return Tag(Names.NO_COUNT, plain) if _NO_COUNT.search(plain) else None


def _measure(plain: str) -> Tag | None:
    core = plain
    if key_of(_EXPLANATION.sub("", core)) in _TOTALS or _ALL_PLACES.fullmatch(plain):
        return Tag(Names.TOTAL, TOTAL)
    while (shorter := _LEAD.sub("", core)) != core:
        core = shorter
    if _NOTIFICATIONS.fullmatch(core) or _NOTIFICATIONS.fullmatch(plain):
        return Tag(Names.NOTIFICATIONS, TOTAL)
    core = _ABOUT.sub("", core).strip(" ()")
    if _CHILDREN.fullmatch(core):
        return Tag(Names.CHILDREN, core)
    if key_of(core) in {"seriousharmandother", "seriousharmorother"}:
        return Tag(Names.NATURE, SERIOUS_HARM_AND_OTHER)
    if _DEATHS.fullmatch(core):
        return Tag(Names.NATURE, Nature.DEATH)
    if _HARM.fullmatch(core):
        return Tag(Names.NATURE, Nature.SERIOUS_HARM)
    nature = spelling_in(NATURES, core) or spelling_in(NATURES, _UNIT_BEHIND.sub("", core))
    return Tag(Names.NATURE, nature) if nature else None


def _place(plain: str) -> Tag | None:
    coded = region_of(plain)
    if coded is not None:
        return Tag(Names.PLACE, coded, level=_REGIONAL if coded else _NATIONAL)
    plain = _TOTAL_OF.sub("", plain)
    if key_of(plain) in {"england", "national", "englandtotal", "totalengland", "allengland"}:
        return Tag(Names.PLACE, "", level=_NATIONAL)
    region = spelling_in(REGION_CATEGORIES, re.sub(r"\s+region$", "", plain, flags=re.IGNORECASE))
    if region and len(plain) > 3:
        return Tag(Names.PLACE, region, level=_REGIONAL)
    authority = authority_of(plain)
    return Tag(Names.PLACE, authority.name, level=_LOCAL) if authority else None


def _topic(plain: str) -> Tag | None:
    key = _topics().get(plain.casefold())
    spec = column_for(plain)
    if key is None and spec is not None and (spec.breakdown or spec.personal) and spec.key not in _OWN_ROLE:
        key = spec.key
    return Tag(Names.TOPIC, plain, key) if key else None


def _value(plain: str, topic: str) -> Tag:
    """Return the value of the one topic that has such a value, of the present topic, or mere words."""
    if topic:
        return Tag(Names.VALUE, plain, topic)
    found = [
        (spec.key, value)
        for spec in COLUMNS
        if spec.personal and spec.breakdown and (value := spelling_in(spec.categories, plain)) is not None
    ]
    if len({key for key, _ in found}) == 1 and len(plain) > 1:
        return Tag(Names.VALUE, found[0][1], found[0][0])
    return Tag(Names.WORDS, plain)


def _value_in(topic: str, plain: str) -> str | None:
    if topic == "nature":
        return None
    spec = column(topic)
    return spelling_in(spec.categories, plain) if spec and spec.categories else None


def names_a_subject(title: str) -> bool:
    """Return whether a title says what a table is about: three words or more, not of reports in general."""
    said = re.findall(r"[a-z]+", title.casefold())
    return len(title.split()) >= _A_TITLE and not _OF_NO_SUBJECT.issuperset(said)


@cache
def _topics() -> dict[str, str]:
    return {name: key for key, names in TOPIC_COLUMNS.items() for name in names}
