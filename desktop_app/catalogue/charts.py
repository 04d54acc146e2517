"""The charts that the trends page offers, and the forms in which a breakdown is shown."""

from desktop_app.domain.specs import ChartSpec

COUNTS = "Counts"
CHANGE = "Change, and what chance gives"
RELATIVE = "Rates and shares"
CASES = "From incident to review"

CHARTS: tuple[ChartSpec, ...] = (
    ChartSpec("nature", "By nature", "Columns by period, stacked by nature of the notification", COUNTS),
    ChartSpec("lines", "Trend lines", "One line each for the total, child deaths and serious harm", COUNTS),
    ChartSpec(
        "grouped", "Side by side", "Columns by period, the natures beside each other on one ground", COUNTS
    ),
    ChartSpec("change", "Year-on-year change", "Change on an earlier period, with its 95% interval", CHANGE),
    ChartSpec(
        "rate",
        "Rate",
        "Notifications per 100,000 or 10,000 children aged 0 to 17, with the 95% interval",
        RELATIVE,
    ),
    ChartSpec(
        "share", "Shares", "The share of child deaths and of serious harm, with 95% intervals", RELATIVE
    ),
    ChartSpec(
        "make_up", "Make-up", "Columns of equal height: the share of each nature in every period", RELATIVE
    ),
    ChartSpec("cumulative", "Year so far", "The running total of each year from month to month", COUNTS),
    ChartSpec(
        "timing",
        "On time",
        "Notifications and rapid reviews within their working days, with intervals",
        CASES,
    ),
    ChartSpec("delay", "Delay", "How many days after the incident notifications were made", CASES),
    ChartSpec(
        "reviews", "Reviews", "How many notifications came to a rapid review and to a local review", CASES
    ),
    ChartSpec(
        "published", "Published", "The file's own numbers beside those of the Panel, DfE and Ofsted", COUNTS
    ),
    ChartSpec(
        "control", "Variation", "Limits of chance variation (XmR chart), and what stands out from it", CHANGE
    ),
)

FORMS: tuple[ChartSpec, ...] = (
    ChartSpec("bars", "Bars", "One bar for each value, in the newest complete period"),
    ChartSpec("heat", "Shaded table", "Values by period: the more, the darker"),
    ChartSpec("multiples", "Small charts", "A little chart by period for each value, all on the same scale"),
    ChartSpec("tiles", "Map", "The nine regions of England as tiles of equal size"),
    ChartSpec("funnel", "Funnel", "Places by rate and population, with the limits of chance and no ranking"),
    ChartSpec("rates", "Map of rates", "The regions by their rate among children aged 0 to 17"),
)


def charts_by_group() -> tuple[ChartSpec, ...]:
    """Return the charts with those of a group together, in the order in which the groups first come."""
    groups = tuple(dict.fromkeys(spec.group for spec in CHARTS))
    return tuple(sorted(CHARTS, key=lambda spec: groups.index(spec.group)))


def chart(key: str) -> ChartSpec:
    """Return the chart with this key, or the first where a stored view names one that is gone."""
    return next((spec for spec in CHARTS if spec.key == key), CHARTS[0])


def form(key: str) -> ChartSpec:
    """Return the form with this key, or the first where a stored view names one that is gone."""
    return next((spec for spec in FORMS if spec.key == key), FORMS[0])
