"""The layouts in which DfE publishes counts of notifications: one role for every heading of every release."""

from desktop_app.domain.specs import Category

CHILDREN = "number_of_children"  # the column of counts of children beside those of notifications
PERIOD_STATUS = "period_status"  # the column that says whether a period had passed when it was published
COMPLETE = "Complete"

# Roles and the headings that releases from 2020-21 to 2026, and our own open data, give them. `category`
# stands for the breakdown's value in the two oldest layouts, `characteristic_type` and `breakdown` later.
ROLE_HEADINGS: dict[str, tuple[str, ...]] = {
    "time_period": ("time_period",),
    "time_identifier": ("time_identifier",),
    "quarter": ("quarter",),
    "level": ("geographic_level",),
    "region": ("region_name",),
    "authority": ("la_name",),
    "topic": ("sin_breakdown", "characteristic", "breakdown_topic"),
    "breakdown": ("category", "characteristic_type", "breakdown"),
    "nature": ("nature_of_notification",),
    "number": ("number_notifications", "number"),
    CHILDREN: ("number_children",),
    PERIOD_STATUS: ("period_status",),
}
REQUIRED_ROLES = ("time_period", "time_identifier", "level", "number")

TOTAL = "Total"

# Breakdown topics that are the same thing as a column of the records.
TOPIC_COLUMNS: dict[str, tuple[str, ...]] = {
    "sex": ("gender", "sex"),
    "age_group": ("age", "age group", "age band", "age at time of incident"),
    "ethnicity": ("ethnicity", "ethnic group"),
    "disability": ("disability", "disabled"),
    "looked_after": (
        "cla",
        "looked after",
        "looked after child",
        "looked after children",
        "child looked after",
    ),
    "placement": ("placement", "placement type", "type of placement"),
    "legal_status": ("legal status",),
    "child_in_need_plan": ("child in need plan", "cin plan", "cin"),
    "child_protection_plan": ("child protection plan", "cpp", "cp plan"),
    "known_to_services": ("known to agencies", "known to services", "agencies"),
    "cause": ("cause", "cause of death", "type of harm", "category of harm"),
}

LEVELS = (
    Category("National", ("country", "england")),
    Category("Regional", ("region",)),
    Category("Local authority", ("la", "local authority")),
)

# London stands beside its two halves in regional tables; counting all three would count London twice.
LONDON_PARTS = ("Inner London", "Outer London")
