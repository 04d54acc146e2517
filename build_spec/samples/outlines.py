"""Write the short, sober outline of an incident in a sentence or two."""

from collections.abc import Sequence
from random import Random

from build_spec.samples.causes import SUDI, Cause
from build_spec.samples.records import DEATH, Child

# {who} is a noun phrase, {was} agrees with it.
_INCIDENTS: dict[tuple[str, str], tuple[str, ...]] = {
    (DEATH, SUDI): (
        "{who} was found unresponsive in the early morning and died in hospital.",
        "{who} died overnight; the cause of death is not yet established.",
        "{who} was found unresponsive after sharing a bed with an adult and could not be revived.",
    ),
    (DEATH, "Suicide"): (
        "{who} died; the death is thought to have been by suicide.",
        "{who} died; the circumstances suggest suicide and an inquest has been opened.",
        "{who} who had been waiting for mental health support died by suicide.",
    ),
    (DEATH, "Maltreatment within the family"): (
        "{who} died in hospital of injuries that are thought to have been caused by a family member.",
        "{who} died suddenly; a parent's partner is under investigation.",
        "{who} died following concerns about the care given at home.",
    ),
    (DEATH, "Extra-familial assault or homicide"): (
        "{who} died after an assault in a public place by people outside the family.",
        "{who} was fatally assaulted; the dispute is thought to be linked to exploitation.",
    ),
    (DEATH, "Accident"): (
        "{who} died in an accident; supervision is thought to have been poor.",
        "{who} died in a road traffic collision; concerns about supervision came up afterwards.",
    ),
    (DEATH, "Medical cause"): (
        "{who} died in hospital of a known medical condition.",
        "{who} with a life-limiting condition died in hospital.",
    ),
    (DEATH, "Other"): ("{who} died; the circumstances are being looked into.",),
    (DEATH, "Not yet known"): (
        "{who} died unexpectedly; the cause of death is not yet known.",
        "{who} died in hospital; the results of the medical examination are awaited.",
    ),
    ("Serious harm", "Physical abuse"): (
        "{who} {was} taken to hospital with injuries that did not fit the explanation given.",
        "{who} {was} found to have several injuries of different ages at a medical examination.",
        "Injuries to {whom} were seen by a health professional and are thought not to be accidental.",
    ),
    ("Serious harm", "Neglect"): (
        "{who} {was} found in very poor home conditions and needed hospital treatment.",
        "{who} {was} admitted to hospital; medical needs had not been met over a long time.",
    ),
    ("Serious harm", "Sexual abuse within the family"): (
        "{who} disclosed abuse by a family member to a professional.",
        "Sexual abuse of {whom} within the family came to light during an assessment.",
    ),
    ("Serious harm", "Child sexual exploitation"): (
        "{who} disclosed exploitation by adults outside the family after a period of going missing.",
        "Exploitation of {whom} by several adults came to light in a police investigation.",
    ),
    ("Serious harm", "Child criminal exploitation"): (
        "{who} was found a long way from home and is thought to have been made to carry drugs.",
        "{who} was seriously harmed while being exploited by a criminal group.",
    ),
    ("Serious harm", "Extra-familial assault"): (
        "{who} was seriously injured in an assault by other young people.",
        "{who} was seriously injured in a public place; the attacker is not known to the family.",
    ),
    ("Serious harm", "Self-harm or attempted suicide"): (
        "{who} was admitted to hospital after an attempt to take their own life.",
        "{who} was treated in hospital after serious self-harm.",
    ),
    ("Serious harm", "Fabricated or induced illness"): (
        "Repeated hospital visits by {whom} raised concern that symptoms had been induced.",
    ),
    ("Serious harm", "Other"): ("{who} {was} seriously harmed in circumstances that are being looked into.",),
    ("Serious harm", "Not yet known"): (
        "{who} {was} seriously ill on admission; the cause is not yet known.",
    ),
    ("Other", "Harm caused by the child"): (
        "{who}, known to have been abused, is under investigation for serious harm to another person.",
        "{who} with a history of neglect was arrested after serious harm to another young person.",
    ),
}
_KNOWN = {
    "Yes, currently": (
        "There was an allocated social worker.",
        "Children's social care was working with the family.",
    ),
    "Yes, previously": (
        "Children's social care had closed the case earlier.",
        "There had been an assessment in the past.",
    ),
    "No": ("The family was not known to children's social care.", "Only universal services knew the family."),
}
_INVESTIGATED = ("A police investigation is under way.", "A joint investigation has begun.")
_NUMBERS = {2: "Two", 3: "Three", 4: "Four"}


def outline(rng: Random, cause: Cause, children: Sequence[Child], known: str) -> str:
    """Return the outline of one notification."""
    who = _who(children)
    sentences = [rng.choice(_INCIDENTS[cause.nature, cause.name])]
    if known in _KNOWN and rng.random() < 0.6:
        sentences.append(rng.choice(_KNOWN[known]))
    if cause.investigated and rng.random() < 0.5:
        sentences.append(rng.choice(_INVESTIGATED))
    whom = who[0].lower() + who[1:]
    return " ".join(sentences).format(who=who, whom=whom, was="was" if len(children) == 1 else "were")


def _who(children: Sequence[Child]) -> str:
    if len(children) > 1:
        return f"{_NUMBERS[len(children)]} siblings"
    age = children[0].age
    if age is None:
        return "A child"
    if age == 0:
        return "A baby"
    return f"A child aged {age}" if age < 16 else f"A young person aged {age}"
