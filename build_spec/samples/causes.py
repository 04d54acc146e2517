"""The causes of death and forms of harm: how common, at which age, and what usually stands beside them."""

from dataclasses import dataclass

from build_spec.samples.records import DEATH, HARM, OTHER

DOMESTIC_ABUSE = "Domestic abuse"
PARENTAL_MENTAL_HEALTH = "Parental mental ill-health"
SUBSTANCE_MISUSE = "Parental substance misuse"
NEGLECT = "Neglect"
OUTSIDE = "Extra-familial harm"
CHILD_MENTAL_HEALTH = "Child's mental ill-health"
SLEEPING = "Unsafe sleeping arrangements"
HOUSING = "Housing or financial difficulty"
EXPLOITATION = "Criminal exploitation"
MISSING = "Going missing"

SUDI = "Sudden unexpected death in infancy (SUDI)"
MEDICAL = "Medical cause"


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of death or form of harm.

    `ages` are ranges of years from 1 up with their weights; `infant`, `family` and `care` say how likely
    the child is under 1, how much domestic abuse and parental ill-health go with it, and how likely the
    child is looked after, each against the other causes (0 = never).
    """

    name: str
    nature: str
    ages: tuple[tuple[int, int, int], ...] = ((1, 17, 1),)
    infant: float = 0.0
    family: float = 1.0
    care: float = 1.0
    siblings: bool = False
    investigated: bool = False
    factors: tuple[tuple[str, float], ...] = ((NEGLECT, 0.2), (SUBSTANCE_MISUSE, 0.15), (HOUSING, 0.1))

    @property
    def outside_family(self) -> bool:
        """Say whether the harm always came from outside the family."""
        return (OUTSIDE, 1.0) in self.factors


_YOUNG = ((1, 2, 5), (3, 5, 4), (6, 10, 2), (11, 16, 1))
_TEENS = ((12, 13, 2), (14, 15, 5), (16, 17, 6))
_AT_HOME = ((NEGLECT, 0.3), (SUBSTANCE_MISUSE, 0.25), (HOUSING, 0.15))
_STREET = ((OUTSIDE, 1.0), (EXPLOITATION, 0.45), (MISSING, 0.3), (CHILD_MENTAL_HEALTH, 0.15))

CAUSES = (
    Cause(
        SUDI, DEATH, (), 1.0, care=0.3, factors=((SLEEPING, 0.6), (SUBSTANCE_MISUSE, 0.35), (NEGLECT, 0.25))
    ),
    Cause(
        "Suicide",
        DEATH,
        _TEENS,
        care=2.0,
        factors=((CHILD_MENTAL_HEALTH, 0.75), (MISSING, 0.1), (OUTSIDE, 0.1)),
    ),
    Cause(
        "Maltreatment within the family", DEATH, _YOUNG, 3.0, 2.5, 0.3, investigated=True, factors=_AT_HOME
    ),
    Cause(
        "Extra-familial assault or homicide", DEATH, _TEENS, 0.0, 0.6, 1.5, investigated=True, factors=_STREET
    ),
    Cause(
        "Accident", DEATH, ((1, 5, 4), (6, 17, 3)), 1.0, factors=((NEGLECT, 0.35), (SUBSTANCE_MISUSE, 0.15))
    ),
    Cause(MEDICAL, DEATH, ((1, 17, 1),), 1.0, 0.6, factors=((NEGLECT, 0.15),)),
    Cause("Other", DEATH, infant=0.5),
    Cause("Not yet known", DEATH, infant=1.5),
    Cause("Physical abuse", HARM, _YOUNG, 6.0, 1.6, 0.2, siblings=True, investigated=True, factors=_AT_HOME),
    Cause(
        "Neglect",
        HARM,
        ((1, 5, 5), (6, 10, 4), (11, 15, 2)),
        1.2,
        1.3,
        0.4,
        siblings=True,
        factors=((NEGLECT, 1.0), (SUBSTANCE_MISUSE, 0.35), (HOUSING, 0.25)),
    ),
    Cause(
        "Sexual abuse within the family",
        HARM,
        ((3, 10, 3), (11, 16, 4)),
        0.0,
        1.0,
        0.8,
        siblings=True,
        investigated=True,
    ),
    Cause(
        "Child sexual exploitation",
        HARM,
        _TEENS,
        0.0,
        0.6,
        3.0,
        investigated=True,
        factors=((OUTSIDE, 1.0), (MISSING, 0.5), (CHILD_MENTAL_HEALTH, 0.25)),
    ),
    Cause(
        "Child criminal exploitation",
        HARM,
        _TEENS,
        0.0,
        0.6,
        3.0,
        factors=((OUTSIDE, 1.0), (EXPLOITATION, 1.0), (MISSING, 0.5)),
    ),
    Cause("Extra-familial assault", HARM, _TEENS, 0.0, 0.5, 1.5, investigated=True, factors=_STREET),
    Cause(
        "Self-harm or attempted suicide",
        HARM,
        _TEENS,
        0.0,
        0.9,
        3.5,
        factors=((CHILD_MENTAL_HEALTH, 0.85), (MISSING, 0.15), (OUTSIDE, 0.1)),
    ),
    Cause("Fabricated or induced illness", HARM, ((1, 12, 1),), 0.5, 1.5, 0.3, factors=((NEGLECT, 0.1),)),
    Cause("Other", HARM, infant=0.3, siblings=True),
    Cause("Not yet known", HARM, infant=1.5, siblings=True),
    Cause(
        "Harm caused by the child",
        OTHER,
        ((11, 13, 2), (14, 17, 6)),
        0.0,
        0.8,
        2.0,
        investigated=True,
        factors=((CHILD_MENTAL_HEALTH, 0.4), (OUTSIDE, 0.4), (EXPLOITATION, 0.2), (NEGLECT, 0.2)),
    ),
)

# Per cent of the notifications of one nature, in the order of CAUSES; the larger ones as published for 2020.
PANEL_MIX = {
    DEATH: (31, 20, 17, 8, 7, 5, 4, 8),
    HARM: (38, 16, 8, 6, 6, 9, 9, 2, 3, 3),
    OTHER: (100,),
}
# With the looked-after children who died without any abuse suspected, mostly of a medical cause.
WIDER_MIX = {
    DEATH: (26, 18, 14, 8, 7, 16, 4, 7),
    HARM: (36, 16, 8, 6, 7, 10, 10, 2, 3, 2),
    OTHER: (100,),
}


def weights_of(mix: dict[str, tuple[int, ...]], nature: str) -> dict[Cause, float]:
    """Return the causes of one nature with their share in a mix."""
    causes = [cause for cause in CAUSES if cause.nature == nature]
    return dict(zip(causes, mix[nature], strict=True))
