"""The columns about the child in a notification: one entry each, as in `catalogue.columns`."""

from desktop_app.catalogue.listed import listed, words
from desktop_app.catalogue.spellings import AGE_GROUPS, ETHNICITIES, LOOKED_AFTER, SEXES, YES_NO
from desktop_app.domain.specs import ColumnKind, ColumnSpec

_KIND = ColumnKind
_OF_THE_CHILD = words("child childs children young person persons subject time incident notification death")
_THEN = words("child childs at time incident notification status")

CHILD_COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "child_name",
        "Child's name",
        _KIND.IDENTIFIER,
        listed(
            "child name | name of child | name of the child | child initials | initials of child | "
            "initials | child's initials | subject name"
        ),
        personal=True,
    ),
    ColumnSpec(
        "age",
        "Age",
        _KIND.NUMBER,
        listed("age in years | age at incident | child age | child's age | age (years)"),
        personal=True,
        beside=_OF_THE_CHILD | words("at when years in"),
    ),
    ColumnSpec(
        "age_group",
        "Age group",
        _KIND.CATEGORY,
        listed("age band | age range | age category | age bracket"),
        AGE_GROUPS,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD | words("at when years in"),
    ),
    ColumnSpec(
        "date_of_birth",
        "Date of birth",
        _KIND.DATE,
        listed(
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
        listed("unborn child"),
        YES_NO,
        personal=True,
    ),
    ColumnSpec(
        "sex",
        "Sex",
        _KIND.CATEGORY,
        listed(
            "gender | child sex | child's sex | child gender | gender identity | sex at birth | "
            "m/f | male/female"
        ),
        SEXES,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "ethnicity",
        "Ethnicity",
        _KIND.CATEGORY,
        listed(
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
        listed("disabled | has disability"),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_OF_THE_CHILD,
    ),
    ColumnSpec(
        "looked_after",
        "Looked after",
        _KIND.CATEGORY,
        listed(
            "cla | lac | looked after child | child looked after | looked-after | looked after status | "
            "in care | child in care | cic | looked after by the local authority | is the child looked after"
        ),
        LOOKED_AFTER,
        breakdown=True,
        personal=True,
        beside=words("is was child status at time incident notification when"),
    ),
    ColumnSpec(
        "legal_status",
        "Legal status",
        _KIND.CATEGORY,
        listed("legal status of child"),
        breakdown=True,
        personal=True,
        beside=_THEN,
    ),
    ColumnSpec(
        "placement",
        "Placement type",
        _KIND.CATEGORY,
        listed("placement | type of placement"),
        breakdown=True,
        personal=True,
        beside=_THEN,
    ),
    ColumnSpec(
        "child_in_need_plan",
        "Child in need plan",
        _KIND.CATEGORY,
        listed("cin plan | cin | child in need"),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_THEN,
    ),
    ColumnSpec(
        "child_protection_plan",
        "Child protection plan",
        _KIND.CATEGORY,
        listed(
            "cp plan | cpp | cp | on cp plan | child protection | subject of child protection plan | "
            "on child protection plan"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
        beside=_THEN | words("subject to"),
    ),
    ColumnSpec(
        "known_to_services",
        "Known to services",
        _KIND.CATEGORY,
        listed(
            "known to agencies | known to children's social care | known to csc | known to social care | "
            "previously known | known to other agencies | known to children's services"
        ),
        YES_NO,
        breakdown=True,
        personal=True,
    ),
)
