"""The columns of notification records: names, how they are read, and the headings that files give them."""

from desktop_app.catalogue.child_columns import CHILD_COLUMNS
from desktop_app.catalogue.listed import listed, words
from desktop_app.catalogue.spellings import NATURES, REGIONS
from desktop_app.domain.specs import ColumnKind, ColumnSpec

_KIND = ColumnKind
MARKED = "marked"  # the column, added on reading, that says which records the file marks as withdrawn
_OF_THE_INCIDENT = words("sin serious significant")
COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "reference",
        "Notification reference",
        _KIND.IDENTIFIER,
        listed(
            "reference | ref | ref no | reference number | notification id | notification ref | "
            "notification number | incident reference | sin reference | sin ref | sin id | "
            "case reference | notification reference number | unique reference | urn | incident id | "
            "id | case id | sin no | sin number | incident number | incident no | case number | case no | "
            "notification no | submission id | submission reference | record id | notification identifier | "
            "sin | panel number | unique id | notification"
        ),
        beside=words(
            "our your case la authority ofsted panel dfe csc lscp unique local system file incident sin scr "
            "lcspr review tracker record"
        ),
    ),
    ColumnSpec(
        "child_number",
        "Child number",
        _KIND.IDENTIFIER,
        listed("child | child id | child no | child ref | child identifier"),
    ),
    ColumnSpec(
        "date_of_incident",
        "Date of incident",
        _KIND.DATE,
        listed(
            "incident date | date incident occurred | date of death or serious harm | "
            "date of serious incident | date of event | date of death | date incident | occurred on | "
            "date of harm | incident on | date of injury | when did it happen | date occurred | "
            "date of inc | date of si | date of sin | inc date"
        ),
        beside=_OF_THE_INCIDENT
        | words("child childs death harm injury time when occurred happened took place"),
    ),
    ColumnSpec(
        "date_aware",
        "Date local authority became aware",
        _KIND.DATE,
        listed(
            "date aware | date la became aware | date la aware | became aware | date of awareness | "
            "date became known to la | date la notified | date known to local authority"
        ),
        beside=_OF_THE_INCIDENT | words("incident first"),
    ),
    ColumnSpec(
        "date_notified",
        "Date notified",
        _KIND.DATE,
        listed(
            "notification date | date of notification | date sin submitted | date submitted | "
            "submitted | notified | date notification received | date received | notified on | "
            "date of submission | submission date | date panel notified | date ofsted notified | "
            "date notified to panel | date reported | reported date | date sin received | reported on | "
            "sin date | date sent | submitted on | date told | date informed | when notified | when told | "
            "when tell | notif date | date notif | date notified to ofsted/panel | notification received | "
            "notified date | date notification made | date received by panel"
        ),
        beside=_OF_THE_INCIDENT
        | words(
            "to on incident national panel dfe ofsted cspr csprp sent made time was system form la we did"
        ),
    ),
    ColumnSpec(
        "local_authority",
        "Local authority",
        _KIND.CATEGORY,
        listed(
            "la | authority | la name | local authority name | notifying authority | council | lad | "
            "notifying local authority | responsible local authority | submitting local authority | "
            "local authority code | la code | lad code | new la code | la area | borough | council area | "
            "local authority area | authority area"
        ),
        breakdown=True,
        beside=words("name notifying responsible submitting reporting home lead"),
    ),
    ColumnSpec(
        "region",
        "Region",
        _KIND.CATEGORY,
        listed("region name | government region | govt region | gor | english region"),
        REGIONS,
        breakdown=True,
    ),
    ColumnSpec(
        "partnership",
        "Safeguarding partnership",
        _KIND.CATEGORY,
        listed(
            "partnership | safeguarding children partnership | lscp | local safeguarding partnership | scp | "
            "local safeguarding children partnership"
        ),
        beside=words("name"),
    ),
    ColumnSpec(
        "nature",
        "Nature of notification",
        _KIND.CATEGORY,
        listed(
            "nature | outcome | nature of incident | incident type | type of incident | "
            "category of incident | notification type | type of notification | harm or death | "
            "death or serious harm | incident outcome | outcome for child | nature of the notification | "
            "category of notification | fatal or non-fatal | fatal / non-fatal | death or sh | death/sh | "
            "nature code | death/harm"
        ),
        NATURES,
        breakdown=True,
        beside=_OF_THE_INCIDENT | words("child childs"),
    ),
    ColumnSpec(
        "children",
        "Number of children",
        _KIND.NUMBER,
        listed(
            "no of children | children | children involved | number of children involved | "
            "children concerned | number of children concerned | child count | num children | "
            "how many children | number of children affected | children affected | count of children | "
            "sum of children | children count | kids | no of kids | number of kids | number child"
        ),
        beside=words("in notification incident this"),
    ),
    *CHILD_COLUMNS,
    ColumnSpec(
        "cause",
        "Cause of death or form of harm",
        _KIND.CATEGORY,
        listed(
            "cause | cause of death | form of harm | type of harm | cause or form of harm | "
            "category of harm | type of abuse | cause of harm"
        ),
        breakdown=True,
    ),
    ColumnSpec(
        "factors",
        "Factors",
        _KIND.SEVERAL,
        listed(
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
        listed("theme | themes | practice theme | learning themes"),
        breakdown=True,
    ),
    ColumnSpec(
        "rapid_review_due",
        "Rapid review due",
        _KIND.DATE,
        listed(
            "rr due | rapid review due date | date rapid review due | rr due date | rapid review deadline"
        ),
    ),
    ColumnSpec(
        "rapid_review_received",
        "Rapid review received",
        _KIND.DATE,
        listed(
            "rr received | rapid review date | date rapid review received | rapid review submitted | "
            "rr submitted"
        ),
        beside=words("date to national panel on"),
    ),
    ColumnSpec(
        "review_decision",
        "Local review decision",
        _KIND.CATEGORY,
        listed(
            "lcspr decision | lcspr | decision re lcspr | decision on lcspr | "
            "local child safeguarding practice review | review decision | "
            "decision to review | lcspr outcome"
        ),
        breakdown=True,
    ),
    ColumnSpec(
        "review_published",
        "Local review published",
        _KIND.DATE,
        listed("lcspr published | date lcspr published | lcspr publication date | review publication date"),
    ),
    ColumnSpec(
        "outline",
        "Outline",
        _KIND.TEXT,
        listed(
            "summary | description | outline of incident | incident summary | details | narrative | "
            "notes | comments"
        ),
    ),
)


def column(key: str) -> ColumnSpec | None:
    """Return the column with this key, or None where the catalogue has none."""
    return next((spec for spec in COLUMNS if spec.key == key), None)
