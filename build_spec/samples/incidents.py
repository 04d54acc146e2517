"""Make the notifications of a period: exact where a figure is published, drawn at random where none is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from build_spec.samples import causes, clocks, families
from build_spec.samples.causes import Cause
from build_spec.samples.draw import apportion, pick, shuffled
from build_spec.samples.outlines import outline
from build_spec.samples.places import Places
from build_spec.samples.records import DEATH, HARM, Child, Notification, Review

# Share of the notifications of one nature in which the factor is present: harm as published for 2020.
_DOMESTIC_ABUSE = {HARM: 0.426, DEATH: 0.31}
_PARENTAL_MENTAL_HEALTH = {HARM: 0.273, DEATH: 0.20}


@dataclass(frozen=True, slots=True)
class Plan:
    """What must hold for the notifications of one period.

    `stretches` are (first day, last day, notifications) by date notified. `groups` are the numbers of
    children in the notifications that concern several. `infants` and `looked_after` count notifications.
    `wider_scope` also takes in looked-after children who died with no abuse suspected, as DfE's figures do.
    `jitter` says how far the causes may stray from the mix of that scope: 0 is not at all.
    """

    reference: str
    as_at: date
    stretches: tuple[tuple[date, date, int], ...]
    natures: tuple[tuple[str, int], ...]
    groups: tuple[int, ...]
    wider_scope: bool
    jitter: float
    infants: int
    looked_after: int


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the plan decides about one notification before the rest is drawn."""

    reference: str
    notified: date
    cause: Cause
    size: int
    infant: bool
    looked_after: bool
    parents: tuple[str, ...]


def notifications(rng: Random, plan: Plan, places: Places) -> list[Notification]:
    """Return the notifications of one period in order of the date notified."""
    days = [
        day for first, last, count in plan.stretches for day in clocks.notified_dates(rng, first, last, count)
    ]
    drawn = _causes(rng, plan)
    infants = _infants(rng, plan, drawn)
    sizes = _sizes(rng, plan, drawn)
    looked_after = _some(rng, drawn, plan.looked_after, lambda n: _care(plan, drawn[n], n in infants))
    abuse = _with_factor(rng, drawn, _DOMESTIC_ABUSE)
    ill_health = _with_factor(rng, drawn, _PARENTAL_MENTAL_HEALTH)
    drafts = []
    for n, (day, cause) in enumerate(zip(days, drawn, strict=True)):
        parents = (causes.DOMESTIC_ABUSE,) * (n in abuse) + (causes.PARENTAL_MENTAL_HEALTH,) * (
            n in ill_health
        )
        reference = f"{plan.reference}-{n + 1:04d}"
        drafts.append(
            _Draft(reference, day, cause, sizes.get(n, 1), n in infants, n in looked_after, parents)
        )
    return [_complete(rng, draft, plan, places) for draft in drafts]


def _causes(rng: Random, plan: Plan) -> list[Cause]:
    """Share each nature out over its causes and put everything in random order."""
    counts: dict[Cause, int] = {}
    for nature, total in plan.natures:
        mix = causes.weights_of(causes.WIDER_MIX if plan.wider_scope else causes.PANEL_MIX, nature)
        strayed = {
            cause: weight * (1 + plan.jitter * (2 * rng.random() - 1)) for cause, weight in mix.items()
        }
        counts |= apportion(total, strayed)
    return shuffled(rng, counts)


def _infants(rng: Random, plan: Plan, drawn: Sequence[Cause]) -> set[int]:
    """Choose the notifications that concern a child under 1: every SUDI and as many others as are missing."""
    sudi = {n for n, cause in enumerate(drawn) if cause.name == causes.SUDI}
    return sudi | _some(rng, drawn, plan.infants - len(sudi), lambda n: 0 if n in sudi else drawn[n].infant)


def _sizes(rng: Random, plan: Plan, drawn: Sequence[Cause]) -> dict[int, int]:
    """Choose the notifications that concern several children, and how many each."""
    order = pick(rng, range(len(drawn)), len(plan.groups), lambda n: float(drawn[n].siblings))
    return dict(zip(order, plan.groups, strict=True))


def _with_factor(rng: Random, drawn: Sequence[Cause], shares: dict[str, float]) -> set[int]:
    """Choose the notifications with a factor of the parents, to the exact share of each nature."""
    chosen: set[int] = set()
    for nature, share in shares.items():
        weights = [cause.family if cause.nature == nature else 0.0 for cause in drawn]
        count = round(share * sum(weight > 0 for weight in weights))
        chosen |= _some(rng, drawn, count, weights.__getitem__)
    return chosen


def _care(plan: Plan, cause: Cause, infant: bool) -> float:
    """Weigh how likely the child is looked after."""
    if plan.wider_scope and cause.name == causes.MEDICAL:
        return 6.0
    return cause.care * (0.4 if infant else 1.0)


def _some(rng: Random, drawn: Sequence[Cause], count: int, weight: Callable[[int], float]) -> set[int]:
    return set(pick(rng, range(len(drawn)), count, weight))


def _complete(rng: Random, draft: _Draft, plan: Plan, places: Places) -> Notification:
    """Draw whatever the plan leaves open."""
    cause = draft.cause
    place = places.draw(rng, draft.notified)
    incident, aware = clocks.dates_before(rng, draft.notified, cause.nature)
    children = families.children(rng, cause, draft.size, draft.infant)
    household = families.household(rng, draft.looked_after, place.region, children[0])
    factors = draft.parents + tuple(name for name, chance in cause.factors if rng.random() < chance)
    return Notification(
        reference=draft.reference,
        incident=incident,
        aware=aware,
        notified=draft.notified,
        place=place,
        nature=cause.nature,
        children=children,
        household=household,
        cause=cause.name,
        factors=factors,
        themes=_themes(rng, cause, children, factors, household.ethnicity),
        review=_review(rng, draft, plan),
        outline=outline(rng, cause, children, household.known),
    )


def _themes(
    rng: Random, cause: Cause, children: Sequence[Child], factors: Sequence[str], ethnicity: str
) -> tuple[str, ...]:
    """Choose among the six themes of the Panel's 2021 report those that fit the incident."""
    chances = {
        "Critical thinking and professional challenge": 0.38,
        "A whole-family approach to risk": 0.42 if not cause.outside_family else 0.15,
        "Racial, ethnic and cultural identity": 0.05 if ethnicity == "White" else 0.35,
        "Vulnerability of babies": 0.8 if any(child.age == 0 for child in children) else 0,
        "Domestic abuse": 0.85 if causes.DOMESTIC_ABUSE in factors else 0,
        "Risks outside the family": 0.85 if causes.OUTSIDE in factors else 0,
    }
    return tuple(theme for theme, chance in chances.items() if rng.random() < chance)


def _review(rng: Random, draft: _Draft, plan: Plan) -> Review | None:
    """Return the rapid review; a looked-after child's death from a medical cause has none."""
    if plan.wider_scope and draft.looked_after and draft.cause.name == causes.MEDICAL:
        return None
    return clocks.review(rng, draft.notified, plan.as_at)
