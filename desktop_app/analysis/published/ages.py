"""Whether published counts are about children under 18, by the ages that their breakdowns name."""

import re

from desktop_app.analysis.published.rows import Table

_AGE = re.compile(r"\bage", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_OLDEST_CHILD = 17


def ages_beyond_children(table: Table) -> tuple[str, ...]:
    """Return the groups that name ages above 17, e.g. 22 to 24, in the file's order; none as a rule."""
    groups = (label for topic in table.topics if _AGE.match(topic) for label in table.labels(topic))
    return tuple(dict.fromkeys(label for label in groups if _oldest(label) > _OLDEST_CHILD))


def _oldest(label: str) -> int:
    return max(map(int, _NUMBER.findall(label)), default=0)
