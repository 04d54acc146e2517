"""The numbers the product counts."""

from desktop_app.domain.specs import MeasureSpec
from desktop_app.domain.units import Nature, Unit

MEASURES: tuple[MeasureSpec, ...] = (
    MeasureSpec("notifications", "Notifications", Unit.NOTIFICATIONS, None, "notification", "notifications"),
    MeasureSpec("children", "Children concerned", Unit.CHILDREN, None, "child", "children"),
    MeasureSpec("deaths", "Child deaths", None, Nature.DEATH, "child death", "child deaths"),
    MeasureSpec(
        "serious_harm",
        "Serious harm",
        None,
        Nature.SERIOUS_HARM,
        "case of serious harm",
        "cases of serious harm",
    ),
    MeasureSpec("other", "Other", None, Nature.OTHER, "other case", "other cases"),
)

MEASURE_KEYS = tuple(spec.key for spec in MEASURES)


def measure(key: str) -> MeasureSpec:
    """Return the measure with this key; raise KeyError for an unknown one."""
    for spec in MEASURES:
        if spec.key == key:
            return spec
    raise KeyError(key)


def headline(unit: Unit) -> MeasureSpec:
    """Return the measure that is the total in a counting unit."""
    return measure("notifications" if unit is Unit.NOTIFICATIONS else "children")
