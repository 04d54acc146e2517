"""The charts that the trends page offers."""

from desktop_app.domain.specs import ChartSpec

CHARTS: tuple[ChartSpec, ...] = (
    ChartSpec("nature", "By nature", "Columns by period, stacked by nature of the notification"),
    ChartSpec("lines", "Trend lines", "One line each for the total, child deaths and serious harm"),
    ChartSpec("change", "Year-on-year change", "Change on the period a year before, with its 95% interval"),
    ChartSpec("control", "Variation", "Limits of chance variation (XmR chart), and what stands out from it"),
)


def chart(key: str) -> ChartSpec:
    """Return the chart with this key, or the first where a stored view names one that is gone."""
    return next((spec for spec in CHARTS if spec.key == key), CHARTS[0])
