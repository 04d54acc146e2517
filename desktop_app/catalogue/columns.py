"""The columns of notification records: names, headings that files give them, and their values' spellings."""

from desktop_app.domain.specs import Category, ColumnKind, ColumnSpec

_YES_NO = (
    Category("Yes", ("y", "true", "1")),
    Category("No", ("n", "false", "0")),
    Category("Unknown", ("not known", "not stated", "not recorded", "don't know", "unclear")),
)

_UNKNOWN = Category("Unknown", ("not known", "not stated", "not recorded", "unk", "not yet known"))

NATURES = (
    Category(
        "Child death",
        (
            "death",
            "died",
            "deceased",
            "fatal",
            "death of a child",
            "child died",
            "death of child",
            "dead",
            "fatality",
        ),
    ),
    Category(
        "Serious harm", ("harm", "seriously harmed", "serious injury", "sh", "serious incident", "injury")
    ),
    Category("Other", ("other incident", "other notification")),
)

AGE_GROUPS = (
    Category("Under 1", ("<1", "under one", "0", "less than 1", "under 1 year", "under 1 year old", "0-1")),
    Category("1 to 5", ("1-5", "1 - 5", "1 to 5 years")),
    Category("6 to 10", ("6-10", "6 to 10 years")),
    Category("11 to 15", ("11-15", "11 to 15 years")),
    Category("16 to 17", ("16-17", "16 to 17 years", "16 and 17")),
    _UNKNOWN,
)

SEXES = (Category("Male", ("m", "boy")), Category("Female", ("f", "girl")), _UNKNOWN)

ETHNICITIES = (
    Category("White", ("white british",)),
    Category(
        "Mixed / Multiple ethnic groups",
        ("mixed", "mixed or multiple ethnic groups", "mixed ethnic background"),
    ),
    Category("Asian / Asian British", ("asian", "asian or asian british")),
    Category(
        "Black / African / Caribbean / Black British",
        ("black", "black or black british", "black, black british, caribbean or african"),
    ),
    Category("Other ethnic group", ("other", "any other ethnic group")),
    _UNKNOWN,
)

REGIONS = tuple(
    Category(name, also)
    for name, also in (
        ("North East", ("ne",)),
        ("North West", ("nw",)),
        (
            "Yorkshire and The Humber",
            ("yorkshire & the humber", "yorkshire and humber", "yorkshire & humber", "yh"),
        ),
        ("East Midlands", ("em",)),
        ("West Midlands", ("wm",)),
        ("East of England", ("east", "eastern", "eoe")),
        ("London", ("greater london",)),
        ("South East", ("se",)),
        ("South West", ("sw",)),
    )
)

_KIND = ColumnKind
COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "reference",
        "Notification reference",
        _KIND.IDENTIFIER,
        (
            "reference",
            "ref",
            "ref no",
            "reference number",
            "notification id",
            "notification ref",
            "notification number",
            "incident reference",
            "sin reference",
            "sin ref",
            "sin id",
            "case reference",
            "notification reference number",
            "unique reference",
            "urn",
            "incident id",
            "id",
            "case id",
        ),
    ),
    ColumnSpec(
        "child_number",
        "Child number",
        _KIND.IDENTIFIER,
        ("child", "child id", "child no", "child ref", "child identifier"),
    ),
    ColumnSpec(
        "date_of_incident",
        "Date of incident",
        _KIND.DATE,
        (
            "incident date",
            "date incident occurred",
            "date of death or serious harm",
            "date of serious incident",
            "date of event",
            "date of death",
            "date incident",
            "occurred on",
            "date of harm",
        ),
    ),
    ColumnSpec(
        "date_aware",
        "Date local authority became aware",
        _KIND.DATE,
        ("date aware", "date la became aware", "date la aware", "became aware", "date of awareness"),
    ),
    ColumnSpec(
        "date_notified",
        "Date notified",
        _KIND.DATE,
        (
            "notification date",
            "date of notification",
            "date sin submitted",
            "date submitted",
            "submitted",
            "notified",
            "date notification received",
            "date received",
            "notified on",
            "date of submission",
            "submission date",
            "date panel notified",
            "date ofsted notified",
            "date notified to panel",
            "date reported",
            "reported date",
            "date sin received",
        ),
    ),
    ColumnSpec(
        "local_authority",
        "Local authority",
        _KIND.CATEGORY,
        (
            "la",
            "authority",
            "la name",
            "local authority name",
            "notifying authority",
            "council",
            "lad",
            "notifying local authority",
            "responsible local authority",
        ),
        breakdown=True,
    ),
    ColumnSpec(
        "region",
        "Region",
        _KIND.CATEGORY,
        ("region name", "government region", "gor", "english region"),
        REGIONS,
        breakdown=True,
    ),
    ColumnSpec(
        "partnership",
        "Safeguarding partnership",
        _KIND.CATEGORY,
        ("partnership", "safeguarding children partnership", "lscp", "local safeguarding partnership"),
    ),
    ColumnSpec(
        "nature",
        "Nature of notification",
        _KIND.CATEGORY,
        (
            "nature",
            "outcome",
            "nature of incident",
            "incident type",
            "type of incident",
            "category of incident",
            "notification type",
            "type of notification",
            "harm or death",
            "death or serious harm",
            "incident outcome",
            "outcome for child",
            "nature of the notification",
        ),
        NATURES,
        breakdown=True,
    ),
    ColumnSpec(
        "children",
        "Number of children",
        _KIND.NUMBER,
        (
            "no of children",
            "children",
            "children involved",
            "number of children involved",
            "children concerned",
            "number of children concerned",
            "child count",
            "num children",
        ),
    ),
    ColumnSpec(
        "age",
        "Age",
        _KIND.NUMBER,
        ("age in years", "age at incident", "child age", "child's age", "age (years)"),
        personal=True,
    ),
    ColumnSpec(
        "age_group",
        "Age group",
        _KIND.CATEGORY,
        ("age band", "age range", "age category", "age bracket"),
        AGE_GROUPS,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "date_of_birth",
        "Date of birth",
        _KIND.DATE,
        ("dob", "birth date", "child's date of birth"),
        personal=True,
    ),
    ColumnSpec("unborn", "Unborn", _KIND.CATEGORY, ("unborn child",), _YES_NO, personal=True),
    ColumnSpec(
        "sex",
        "Sex",
        _KIND.CATEGORY,
        ("gender", "child sex", "child's sex", "child gender"),
        SEXES,
        True,
        True,
    ),
    ColumnSpec(
        "ethnicity",
        "Ethnicity",
        _KIND.CATEGORY,
        ("ethnic group", "ethnic origin", "ethnic background", "child ethnicity", "child's ethnicity"),
        ETHNICITIES,
        True,
        True,
    ),
    ColumnSpec(
        "disability", "Disability", _KIND.CATEGORY, ("disabled", "has disability"), _YES_NO, True, True
    ),
    ColumnSpec(
        "looked_after",
        "Looked after",
        _KIND.CATEGORY,
        (
            "cla",
            "lac",
            "looked after child",
            "child looked after",
            "looked-after",
            "looked after status",
            "in care",
        ),
        _YES_NO,
        True,
        True,
    ),
    ColumnSpec("legal_status", "Legal status", _KIND.CATEGORY, ("legal status of child",), (), True, True),
    ColumnSpec(
        "placement", "Placement type", _KIND.CATEGORY, ("placement", "type of placement"), (), True, True
    ),
    ColumnSpec(
        "child_in_need_plan",
        "Child in need plan",
        _KIND.CATEGORY,
        ("cin plan", "cin", "child in need"),
        _YES_NO,
        True,
        True,
    ),
    ColumnSpec(
        "child_protection_plan",
        "Child protection plan",
        _KIND.CATEGORY,
        (
            "cp plan",
            "cpp",
            "child protection",
            "subject of child protection plan",
            "on child protection plan",
        ),
        _YES_NO,
        True,
        True,
    ),
    ColumnSpec(
        "known_to_services",
        "Known to services",
        _KIND.CATEGORY,
        (
            "known to agencies",
            "known to children's social care",
            "known to csc",
            "known to social care",
            "previously known",
            "known to other agencies",
        ),
        _YES_NO,
        True,
        True,
    ),
    ColumnSpec(
        "cause",
        "Cause of death or form of harm",
        _KIND.CATEGORY,
        (
            "cause",
            "cause of death",
            "form of harm",
            "type of harm",
            "cause or form of harm",
            "category of harm",
            "type of abuse",
            "cause of harm",
        ),
        (),
        True,
    ),
    ColumnSpec(
        "factors",
        "Factors",
        _KIND.SEVERAL,
        (
            "factor",
            "parental factors",
            "risk factors",
            "factors present",
            "contributing factors",
            "family factors",
        ),
        (),
        True,
        True,
    ),
    ColumnSpec(
        "themes",
        "Practice themes",
        _KIND.SEVERAL,
        ("theme", "themes", "practice theme", "learning themes"),
        (),
        True,
    ),
    ColumnSpec(
        "rapid_review_due",
        "Rapid review due",
        _KIND.DATE,
        ("rr due", "rapid review due date", "date rapid review due"),
    ),
    ColumnSpec(
        "rapid_review_received",
        "Rapid review received",
        _KIND.DATE,
        ("rr received", "rapid review date", "date rapid review received", "rapid review submitted"),
    ),
    ColumnSpec(
        "review_decision",
        "Local review decision",
        _KIND.CATEGORY,
        (
            "lcspr decision",
            "lcspr",
            "local child safeguarding practice review",
            "review decision",
            "decision to review",
        ),
        (),
        True,
    ),
    ColumnSpec(
        "review_published",
        "Local review published",
        _KIND.DATE,
        ("lcspr published", "date lcspr published", "lcspr publication date", "review publication date"),
    ),
    ColumnSpec(
        "outline",
        "Outline",
        _KIND.TEXT,
        (
            "summary",
            "description",
            "outline of incident",
            "incident summary",
            "details",
            "narrative",
            "notes",
            "comments",
        ),
    ),
)


def column(key: str) -> ColumnSpec | None:
    """Return the column with this key, or None where the catalogue has none."""
    return next((spec for spec in COLUMNS if spec.key == key), None)
