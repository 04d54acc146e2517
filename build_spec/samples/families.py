"""Draw the children of a notification and what is recorded about their household."""

from random import Random

from build_spec.samples.causes import Cause
from build_spec.samples.draw import choose
from build_spec.samples.records import DEATH, Child, Household

_SEX = {"Male": 54, "Female": 45, "Unknown": 1}
_DISABILITY = {"No": 80, "Yes": 12, "Unknown": 5, "": 3}
_DISABILITY_MEDICAL = {"No": 25, "Yes": 72, "Unknown": 3}
_ETHNICITY = {
    "White": 75,
    "Mixed / Multiple ethnic groups": 9,
    "Asian / Asian British": 7,
    "Black / African / Caribbean / Black British": 4,
    "Other ethnic group": 2,
    "Unknown": 3,
}
_ETHNICITY_LONDON = {
    "White": 36,
    "Mixed / Multiple ethnic groups": 16,
    "Asian / Asian British": 16,
    "Black / African / Caribbean / Black British": 23,
    "Other ethnic group": 5,
    "Unknown": 4,
}
_LEGAL_STATUS = {"Care order": 44, "Interim care order": 22, "Accommodated under section 20": 34}
_PLACED_INFANT = {"Foster placement": 70, "Mother and baby unit": 15, "Placed with parents": 15}
_PLACED = {
    "Foster placement": 50,
    "Children's home": 28,
    "Family or friends care": 14,
    "Placed with parents": 8,
}
_PLACED_OLDER = {"Foster placement": 25, "Children's home": 40, "Semi-independent accommodation": 30, "": 5}
_AT_HOME = {"Living with parents": 86, "Living with relatives or friends": 8, "Not known": 3, "": 3}
_PLANS = {("No", "No"): 64, ("Yes", "No"): 18, ("No", "Yes"): 14, ("Unknown", "Unknown"): 3, ("", ""): 1}
_KNOWN = {"Yes, currently": 22, "Yes, previously": 34, "No": 38, "Unknown": 6}


def children(rng: Random, cause: Cause, size: int, infant: bool) -> tuple[Child, ...]:
    """Return `size` children of different ages, the youngest first and under 1 if `infant`."""
    youngest = 0 if infant else _age(rng, cause, oldest=17 - 2 * (size - 1))
    ages: list[int | None] = [youngest + gap for gap in _gaps(rng, size)]
    if size == 1 and not infant and rng.random() < 0.02:
        ages = [None]
    disability = (
        _DISABILITY_MEDICAL if (cause.nature, cause.name) == (DEATH, "Medical cause") else _DISABILITY
    )
    return tuple(Child(age, choose(rng, _SEX), choose(rng, disability)) for age in ages)


def household(rng: Random, looked_after: bool, region: str, child: Child) -> Household:
    """Return a household for a child; somebody looked after or with a plan is known to the agencies."""
    ethnicity = choose(rng, _ETHNICITY_LONDON if region == "London" else _ETHNICITY)
    if looked_after:
        status = choose(rng, _LEGAL_STATUS)
        return Household(
            ethnicity, "Yes", status, choose(rng, _placements(child)), "No", "No", "Yes, currently"
        )
    answer = choose(rng, {"No": 97, "Unknown": 3})
    in_need, protection = choose(rng, _PLANS)
    known = "Yes, currently" if "Yes" in (in_need, protection) else choose(rng, _KNOWN)
    status = "Not looked after" if answer == "No" else "Unknown"
    return Household(ethnicity, answer, status, choose(rng, _AT_HOME), in_need, protection, known)


def _age(rng: Random, cause: Cause, oldest: int) -> int:
    ranges = {(first, min(last, oldest)): weight for first, last, weight in cause.ages if first <= oldest}
    return rng.randint(*choose(rng, ranges))


def _gaps(rng: Random, size: int) -> list[int]:
    """Return how much older than the youngest each sibling is, one or two years apart."""
    gaps = [0]
    while len(gaps) < size:
        gaps.append(gaps[-1] + rng.randint(1, 2))
    return gaps


def _placements(child: Child) -> dict[str, int]:
    if child.age == 0:
        return _PLACED_INFANT
    return _PLACED_OLDER if child.age is not None and child.age >= 16 else _PLACED
