"""The columns of notification records: names, how they are read, and the headings that files give them."""

from desktop_app.catalogue.spellings import AGE_GROUPS, ETHNICITIES, NATURES, REGIONS, SEXES, YES_NO
from desktop_app.domain.specs import ColumnKind, ColumnSpec


def _names(headings: str) -> tuple[str, ...]:
    return tuple(headings.split(" | "))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KIND = ColumnKind
_OF_THE_CHILD = _words("child childs children young person persons subject time incident notification death")
_OF_THE_INCIDENT = _words("sin serious significant")
COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "reference",
        "Notification reference",
        _KIND.IDENTIFIER,
        _names(
            "reference | ref | ref no | reference number | notification id | notification ref | "
            "notification number | incident reference | sin reference | sin ref | sin id | "
            "case reference | notification reference number | unique reference | urn | incident id | "
            "id | case id | sin no | sin number | incident number | incident no | case number | case no | "
            "notification no | submission id | submission reference | record id | notification identifier"
        ),
    ),
    ColumnSpec(
        "child_number",
        "Child number",
        _KIND.IDENTIFIER,
        _names("child | child id | child no | child ref | child identifier"),
    ),
    ColumnSpec(
        "date_of_incident",
        "Date of incident",
        _KIND.DATE,
        _names(
            "incident date | date incident occurred | date of death or serious harm | "
            "date of serious incident | date of event | date of death | date incident | occurred on | "
            "date of harm | incident on | date of injury"
        ),
        beside=_OF_THE_INCIDENT
        | _words("child childs death harm injury time when occurred happened took place"),
    ),
    ColumnSpec(
        "date_aware",
        "Date local authority became aware",
        _KIND.DATE,
        _names(
            "date aware | date la became aware | date la aware | became aware | date of awareness | "
            "date became known to la | date la notified | date known to local authority"
        ),
        beside=_OF_THE_INCIDENT | _words("incident first"),
    ),
    ColumnSpec(
        "date_notified",
        "Date notified",
        _KIND.DATE,
        _names(
            "notification date | date of notification | date sin submitted | date submitted | "
            "submitted | notified | date notification received | date received | notified on | "
            "date of submission | submission date | date panel notified | date ofsted notified | "
            "date notified to panel | date reported | reported date | date sin received | reported on | "
            "sin date | date sent | submitted on"
        ),
        beside=_OF_THE_INCIDENT
        | _words("to on incident national panel dfe ofsted cspr csprp sent made time was system form"),
    ),
    ColumnSpec(
        "local_authority",
        "Local authority",
        _KIND.CATEGORY,
        _names(
            "la | authority | la name | local authority name | notifying authority | council | lad | "
            "notifying local authority | responsible local authority | submitting local authority | "
            "local authority code | la code | lad code | new la code"
        ),
        breakdown=True,
        beside=_words("name notifying responsible submitting reporting home lead"),
    ),
    ColumnSpec(
        "region",
        "Region",
        _KIND.CATEGORY,
        _names("region name | government region | gor | english region"),
        REGIONS,
        breakdown=True,
    ),
    ColumnSpec(
        "partnership",
        "Safeguarding partnership",
        _KIND.CATEGORY,
        _names(
            "partnership | safeguarding children partnership | lscp | local safeguarding partnership | scp | "
            "local safeguarding children partnership"
        ),
        beside=_words("name"),
    ),
    ColumnSpec(
        "nature",
        "Nature of notification",
        _KIND.CATEGORY,
        _names(
            "nature | outcome | nature of incident | incident type | type of incident | "
            "category of incident | notification type | type of notification | harm or death | "
            "death or serious harm | incident outcome | outcome for child | nature of the notification | "
            "category of notification"
        ),
        NATURES,
        breakdown=True,
        beside=_OF_THE_INCIDENT | _words("child childs"),
    ),
    ColumnSpec(
        "children",
        "Number of children",
        _KIND.NUMBER,
        _names(
            "no of children | children | children involved | number of children involved | "
            "children concerned | number of children concerned | child count | num children | "
            "how many children | number of children affected | children affected"
        ),
        beside=_words("in notification incident this"),
    ),
    ColumnSpec(
        "age",
        "Age",
        _KIND.NUMBER,
        _names("age in years | age at incident | child age | child's age | age (years)"),
        personal=True,
        beside=_OF_THE_CHILD | _words("at when years in"),
    ),
    ColumnSpec(
        "age_group",
        "Age group",
        _KIND.CATEGORY,
        _names("age band | age range | age category | age bracket"),
        AGE_GROUPS,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD | _words("at when years in"),
    ),
    ColumnSpec(
        "date_of_birth",
        "Date of birth",
        _KIND.DATE,
        _names(
            "dob | d.o.b. | birth date | child's date of birth | child's dob | dob of child | "
            "child date of birth"
        ),
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "unborn",
        "Unborn",
        _KIND.CATEGORY,
        _names("unborn child"),
        YES_NO,
        personal=True,
    ),
    ColumnSpec(
        "sex",
        "Sex",
        _KIND.CATEGORY,
        _names("gender | child sex | child's sex | child gender | gender identity"),
        SEXES,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "ethnicity",
        "Ethnicity",
        _KIND.CATEGORY,
        _names(
            "ethnic group | ethnic origin | ethnic background | child ethnicity | child's ethnicity | "
            "ethnicity code | ethnic code"
        ),
        ETHNICITIES,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "disability",
        "Disability",
        _KIND.CATEGORY,
        _names("disabled | has disability"),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "looked_after",
        "Looked after",
        _KIND.CATEGORY,
        _names(
            "cla | lac | looked after child | child looked after | looked-after | looked after status | "
            "in care | child in care | cic | looked after by the local authority | is the child looked after"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_words("is was child status at time incident notification when"),
    ),
    ColumnSpec(
        "legal_status",
        "Legal status",
        _KIND.CATEGORY,
        _names("legal status of child"),
        breakdown=True,
        personal=True,
        beside=_words("child childs at time incident notification status"),
    ),
    ColumnSpec(
        "placement",
        "Placement type",
        _KIND.CATEGORY,
        _names("placement | type of placement"),
        breakdown=True,
        personal=True,
        beside=_words("child childs at time incident notification status"),
    ),
    ColumnSpec(
        "child_in_need_plan",
        "Child in need plan",
        _KIND.CATEGORY,
        _names("cin plan | cin | child in need"),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_words("child childs at time incident notification status"),
    ),
    ColumnSpec(
        "child_protection_plan",
        "Child protection plan",
        _KIND.CATEGORY,
        _names(
            "cp plan | cpp | child protection | subject of child protection plan | on child protection plan"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_words("child childs at time incident notification status subject to"),
    ),
    ColumnSpec(
        "known_to_services",
        "Known to services",
        _KIND.CATEGORY,
        _names(
            "known to agencies | known to children's social care | known to csc | known to social care | "
            "previously known | known to other agencies | known to children's services"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "cause",
        "Cause of death or form of harm",
        _KIND.CATEGORY,
        _names(
            "cause | cause of death | form of harm | type of harm | cause or form of harm | "
            "category of harm | type of abuse | cause of harm"
        ),
        breakdown=True,
    ),
    ColumnSpec(
        "factors",
        "Factors",
        _KIND.SEVERAL,
        _names(
            "factor | parental factors | risk factors | factors present | contributing factors | "
            "family factors"
        ),
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "themes",
        "Practice themes",
        _KIND.SEVERAL,
        _names("theme | themes | practice theme | learning themes"),
        breakdown=True,
    ),
    ColumnSpec(
        "rapid_review_due",
        "Rapid review due",
        _KIND.DATE,
        _names(
            "rr due | rapid review due date | date rapid review due | rr due date | rapid review deadline"
        ),
    ),
    ColumnSpec(
        "rapid_review_received",
        "Rapid review received",
        _KIND.DATE,
        _names(
            "rr received | rapid review date | date rapid review received | rapid review submitted | "
            "rr submitted"
        ),
        beside=_words("date to national panel on"),
    ),
    ColumnSpec(
        "review_decision",
        "Local review decision",
        _KIND.CATEGORY,
        _names(
            "lcspr decision | lcspr | local child safeguarding practice review | review decision | "
            "decision to review | lcspr outcome"
        ),
        breakdown=True,
    ),
    ColumnSpec(
        "review_published",
        "Local review published",
        _KIND.DATE,
        _names("lcspr published | date lcspr published | lcspr publication date | review publication date"),
    ),
    ColumnSpec(
        "outline",
        "Outline",
        _KIND.TEXT,
        _names(
            "summary | description | outline of incident | incident summary | details | narrative | "
            "notes | comments"
        ),
    ),
)


def column(key: str) -> ColumnSpec | None:
    """Return the column with this key, or None where the catalogue has none."""
    return next((spec for spec in COLUMNS if spec.key == key), None)
