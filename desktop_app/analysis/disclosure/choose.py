"""Chooses which counts to hide: the small ones, then others so that no hidden one can be worked out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from desktop_app.analysis.disclosure.attack import Attack
from desktop_app.analysis.disclosure.cells import HIDDEN, LOW, Bond, Place
from desktop_app.analysis.result import Figure
from desktop_app.catalogue.measures import measure
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress

MOST_RECONSIDERED = 6_000  # counts in the attacks that are spent on showing some again at the end

OVER_ALL = 0.25  # parts of all periods together stand in the last column only


class Reason(StrEnum):
    """Why a count is hidden."""

    SMALL = "small"
    LINKED = "linked"


def choose(
    figures: Mapping[Place, Figure], bonds: Sequence[Bond], settings: Disclosure, progress: Progress
) -> dict[Place, Reason]:
    """Return the places to hide and why; after that no attack pins any of them down too closely.

    The same figures always give the same answer. What is hidden of the figures without a breakdown is chosen
    first and stays hidden beside every breakdown: two publications of one view that each hid another part
    would give both away together. Raises UserError where the file contradicts itself.
    """
    whole = {place: figure for place, figure in figures.items() if place.by is None}
    if len(whole) == len(figures):
        return _chosen(_Chooser(figures, bonds, settings, progress))
    within = [bond for bond in bonds if all(place in whole for place in bond.places)]
    before = _chosen(_Chooser(whole, within, settings, progress))
    return _chosen(_Chooser(figures, bonds, settings, progress, before))


def _chosen(chooser: "_Chooser") -> dict[Place, Reason]:
    chooser.mend_each_bond()
    chooser.mend_what_an_attack_finds()
    chooser.show_again()
    return dict(sorted(chooser.hidden.items(), key=lambda item: chooser.order[item[0]]))


def shown(
    figures: Mapping[Place, Figure], hidden: Iterable[Place], settings: Disclosure
) -> dict[Place, Figure]:
    """Return the figures as they are published: hidden, rounded, or as they are."""
    away = set(hidden)
    return {
        place: Figure(None, HIDDEN) if place in away else _published(figure, settings)
        for place, figure in figures.items()
    }


def _published(figure: Figure, settings: Disclosure) -> Figure:
    if figure.value is None:
        return figure
    value = settings.rounded(figure.value)
    if value == 0 and figure.value:
        return Figure(None, LOW)  # only zero means zero
    return Figure(value, at_least=figure.at_least)


class _Chooser:
    """The choice in the making: what is hidden so far, and what each count is bound to."""

    def __init__(
        self,
        figures: Mapping[Place, Figure],
        bonds: Sequence[Bond],
        settings: Disclosure,
        progress: Progress,
        before: Mapping[Place, Reason] | None = None,
    ) -> None:
        self._before = before or {}
        self._figures = figures
        self._bonds = bonds
        self._settings = settings
        self._progress = progress
        self._bonds_of: dict[Place, list[Bond]] = defaultdict(list)
        for bond in bonds:
            for place in bond.places:
                self._bonds_of[place].append(bond)
        self.order = {place: at for at, place in enumerate(figures)}
        self.hidden = dict(self._before) | {
            place: Reason.SMALL
            for place, figure in figures.items()
            if figure.value is not None and settings.hides(figure.value)
        }

    def mend_each_bond(self) -> None:
        """Hide counts until no single sum gives a hidden one away; what one sum needs can upset another."""
        waiting = list(dict.fromkeys(bond for place in self.order for bond in self._bonds_of[place]))
        while waiting:
            bond = waiting.pop(0)
            while self._gives_away(bond):
                place = self._cheapest([bond])
                if place is None:
                    break  # nothing is left to hide here; the attack says whether it matters
                self.hidden[place] = Reason.LINKED
                waiting += [other for other in self._bonds_of[place] if other not in waiting]

    def mend_what_an_attack_finds(self) -> None:
        """Hide counts until an attack on everything together finds nothing."""
        while given_away := self._attack().given_away(self._progress):
            before = len(self.hidden)
            for place in given_away:
                near = self._cheapest_near(place)
                if near is not None:
                    self.hidden[near] = Reason.LINKED
            if len(self.hidden) == before:
                raise UserError(
                    f"{next(iter(given_away)).words} could be worked out whatever else is hidden.",
                    "Publish fewer figures: longer periods, or no breakdown.",
                )

    def show_again(self) -> None:
        """Show counts again, the largest first, that turned out not to be needed for hiding others."""
        linked = [
            place
            for place, reason in self.hidden.items()
            if reason is Reason.LINKED and place not in self._before
        ]
        if len(linked) * len(self._figures) > MOST_RECONSIDERED:
            return
        for place in sorted(linked, key=self._loss, reverse=True):
            del self.hidden[place]
            if self._attack().given_away(self._progress, most=1):
                self.hidden[place] = Reason.LINKED

    def _attack(self) -> Attack:
        figures = shown(self._figures, self.hidden, self._settings)
        ours = [place for place, figure in figures.items() if figure != self._figures[place]]
        return Attack(figures, self._bonds, ours, self._settings)

    def _unknown(self, place: Place) -> bool:
        return place in self.hidden or self._figures[place].value is None

    def _gives_away(self, bond: Bond) -> bool:
        """Return whether a sum leaves its hidden counts too few values; others may leave them even fewer."""
        unknown = [place for place in bond.places if self._unknown(place)]
        if not bond.exact or not any(place in self.hidden for place in unknown):
            return False
        if len(unknown) == 1:
            return not self._settings.rounding
        if bond.places[0] in unknown or self._settings.rounding:
            return (
                False  # a hidden total leaves its parts free; what rounding blurs is for the attack to judge
            )
        together = sum(self._figures[place].value or 0 for place in unknown)
        least = len(unknown) if self._settings.zeros else 0
        return together - least + 1 < self._settings.least_values

    def _cheapest_near(self, place: Place) -> Place | None:
        """Return the count to hide for the sake of another: in its own sums, else in those these lead to."""
        seen: set[Place] = {place}
        edge = [place]
        while edge:
            bonds = list(dict.fromkeys(bond for each in edge for bond in self._bonds_of[each]))
            found = self._cheapest(bonds)
            if found is not None:
                return found
            reached = dict.fromkeys(other for bond in bonds for other in bond.places if other not in seen)
            edge = list(reached)
            seen.update(edge)
        return None

    def _cheapest(self, bonds: Iterable[Bond]) -> Place | None:
        """Return the shown count among these sums that is missed least; zeros cannot hide anything."""
        candidates = {
            place
            for bond in bonds
            for place in bond.places
            if not self._unknown(place) and self._figures[place].value
        }
        return min(candidates, key=self._loss, default=None)

    def _loss(self, place: Place) -> tuple[int, float, int]:
        """Return how much is lost with a count: its rank, its worth with what its hiding asks for, its order.

        Totals of periods are missed most, then the total over periods, then the parts of either.
        """
        total = measure(place.measure).nature is None and place.by is None
        rank = 0 if not total else 1 if place.period is None else 2
        more = (self._next(bond, place) for bond in self._bonds_of[place] if bond.exact)
        return rank, self._worth(place) + sum(more), self.order[place]

    def _next(self, bond: Bond, place: Place) -> float:
        """Return the worth of what would have to be hidden beside a count in a sum that hides nothing yet."""
        others = [other for other in bond.places if other != place]
        if any(self._unknown(other) for other in others):
            return 0.0
        return min((self._worth(other) for other in others if self._figures[other].value), default=0.0)

    def _worth(self, place: Place) -> float:
        """Return what a count is worth to a reader: its size, and less of it over all periods together."""
        return (self._figures[place].value or 0) * (OVER_ALL if place.period is None else 1)
