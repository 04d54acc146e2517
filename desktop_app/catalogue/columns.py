"""The columns of notification records: names, how they are read, and the headings that files give them."""

from desktop_app.catalogue.spellings import AGE_GROUPS, ETHNICITIES, NATURES, REGIONS, SEXES, YES_NO
from desktop_app.domain.specs import ColumnKind, ColumnSpec


def _names(headings: str) -> tuple[str, ...]:
    return tuple(headings.split(" | "))


_KIND = ColumnKind
COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "reference",
        "Notification reference",
        _KIND.IDENTIFIER,
        _names(
            "reference | ref | ref no | reference number | notification id | notification ref | "
            "notification number | incident reference | sin reference | sin ref | sin id | "
            "case reference | notification reference number | unique reference | urn | incident id | "
            "id | case id"
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
            "date of harm"
        ),
    ),
    ColumnSpec(
        "date_aware",
        "Date local authority became aware",
        _KIND.DATE,
        _names("date aware | date la became aware | date la aware | became aware | date of awareness"),
    ),
    ColumnSpec(
        "date_notified",
        "Date notified",
        _KIND.DATE,
        _names(
            "notification date | date of notification | date sin submitted | date submitted | "
            "submitted | notified | date notification received | date received | notified on | "
            "date of submission | submission date | date panel notified | date ofsted notified | "
            "date notified to panel | date reported | reported date | date sin received"
        ),
    ),
    ColumnSpec(
        "local_authority",
        "Local authority",
        _KIND.CATEGORY,
        _names(
            "la | authority | la name | local authority name | notifying authority | council | lad | "
            "notifying local authority | responsible local authority"
        ),
        breakdown=True,
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
        _names("partnership | safeguarding children partnership | lscp | local safeguarding partnership"),
    ),
    ColumnSpec(
        "nature",
        "Nature of notification",
        _KIND.CATEGORY,
        _names(
            "nature | outcome | nature of incident | incident type | type of incident | "
            "category of incident | notification type | type of notification | harm or death | "
            "death or serious harm | incident outcome | outcome for child | nature of the notification"
        ),
        NATURES,
        breakdown=True,
    ),
    ColumnSpec(
        "children",
        "Number of children",
        _KIND.NUMBER,
        _names(
            "no of children | children | children involved | number of children involved | "
            "children concerned | number of children concerned | child count | num children"
        ),
    ),
    ColumnSpec(
        "age",
        "Age",
        _KIND.NUMBER,
        _names("age in years | age at incident | child age | child's age | age (years)"),
        personal=True,
    ),
    ColumnSpec(
        "age_group",
        "Age group",
        _KIND.CATEGORY,
        _names("age band | age range | age category | age bracket"),
        AGE_GROUPS,
        breakdown=True,
        personal=True,
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
        _names("gender | child sex | child's sex | child gender"),
        SEXES,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "ethnicity",
        "Ethnicity",
        _KIND.CATEGORY,
        _names("ethnic group | ethnic origin | ethnic background | child ethnicity | child's ethnicity"),
        ETHNICITIES,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "disability",
        "Disability",
        _KIND.CATEGORY,
        _names("disabled | has disability"),
        YES_NO,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "looked_after",
        "Looked after",
        _KIND.CATEGORY,
        _names(
            "cla | lac | looked after child | child looked after | looked-after | looked after status | "
            "in care"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "legal_status",
        "Legal status",
        _KIND.CATEGORY,
        _names("legal status of child"),
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "placement",
        "Placement type",
        _KIND.CATEGORY,
        _names("placement | type of placement"),
        breakdown=True,
        personal=True,
    ),
    ColumnSpec(
        "child_in_need_plan",
        "Child in need plan",
        _KIND.CATEGORY,
        _names("cin plan | cin | child in need"),
        YES_NO,
        breakdown=True,
        personal=True,
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
    ),
    ColumnSpec(
        "known_to_services",
        "Known to services",
        _KIND.CATEGORY,
        _names(
            "known to agencies | known to children's social care | known to csc | known to social care | "
            "previously known | known to other agencies"
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
        _names("rr due | rapid review due date | date rapid review due"),
    ),
    ColumnSpec(
        "rapid_review_received",
        "Rapid review received",
        _KIND.DATE,
        _names("rr received | rapid review date | date rapid review received | rapid review submitted"),
    ),
    ColumnSpec(
        "review_decision",
        "Local review decision",
        _KIND.CATEGORY,
        _names(
            "lcspr decision | lcspr | local child safeguarding practice review | review decision | "
            "decision to review"
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
