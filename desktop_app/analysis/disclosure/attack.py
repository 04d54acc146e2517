"""What a reader can work out: the least and the greatest value of every hidden count.

Everything published is a linear bound on the true counts, so the range of one of them is two integer linear
programmes, which HiGHS solves. scipy.optimize is loaded at the first attack: it takes a third of a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.disclosure.cells import HIDDEN, LOW, Bond, Place
from desktop_app.analysis.result import Figure
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress

Range = tuple[int, int]
Floats = npt.NDArray[np.float64]

ROOM = 1_000  # a hidden count is thought of as up to so much larger than all that is shown
FRUITLESS = 3  # rounds of guessed directions without a new proof, after which each count is asked for alone
MOST_AT_ONCE = 40  # counts that follow from others, found before something is done about them


class Attack:
    """The published counts as a reader sees them.

    `shown` are the figures as published; `bonds` what binds the true counts; `guarded` the places that this
    program has hidden, which therefore are not zero where zeros are shown.
    """

    def __init__(
        self,
        shown: Mapping[Place, Figure],
        bonds: Sequence[Bond],
        guarded: Iterable[Place],
        settings: Disclosure,
    ) -> None:
        self._least = settings.least_values
        self._places = list(shown)
        self._at = {place: at for at, place in enumerate(self._places)}
        most = sum(figure.value or 0 for figure in shown.values()) + ROOM * settings.least_values
        ours = set(guarded)
        ends = [_ends(shown[place], place in ours, settings, most) for place in self._places]
        self._low = np.array([low for low, _ in ends])
        self._high = np.array([high for _, high in ends])
        self._bonds = bonds
        self.hidden = tuple(place for place in self._places if shown[place].marker == HIDDEN)
        self._seen_low = np.full(len(self._places), np.inf)
        self._seen_high = np.full(len(self._places), -np.inf)
        self._constraints = self._matrix()

    def given_away(self, progress: Progress, most: int = MOST_AT_ONCE) -> dict[Place, Range]:
        """Return hidden counts that a reader can pin down too closely, each with its range.

        An empty answer proves that there are none; otherwise there may be more than the `most` returned.
        """
        unproved = self._wander(progress)
        found: dict[Place, Range] = {}
        for number, place in enumerate(unproved):
            progress.step("Trying to work out what is hidden", number, len(unproved))
            if self._wide(self._at[place]):
                continue  # a point found for another count proved this one too
            low, high = self.range_of(place)
            if high - low + 1 < self._least:
                found[place] = (low, high)
                if len(found) == most:
                    break
        return found

    def range_of(self, place: Place) -> Range:
        """Return the least and the greatest whole number that a count can be."""
        at = self._at[place]
        direction = np.zeros(len(self._places))
        direction[at] = 1.0
        low, high = (round(float(self._point(sign * direction)[at])) for sign in (1, -1))
        return low, high

    def _wander(self, progress: Progress) -> list[Place]:
        """Return the hidden counts that no point found in guessed directions proves to be wide enough.

        Every point that fits what is published proves something about all counts at once, so that few
        programmes settle most of a large table.
        """
        chance = np.random.default_rng(1)
        open_ = [place for place in self.hidden if not self._wide(self._at[place])]
        fruitless = 0
        while open_ and fruitless < FRUITLESS:
            progress.step("Trying to work out what is hidden")
            direction = np.zeros(len(self._places))
            places = [self._at[place] for place in open_]
            direction[places] = chance.uniform(0.5, 1.0, len(places)) * chance.choice((-1, 1), len(places))
            for sign in (1, -1):
                self._point(sign * direction)
            left = [place for place in open_ if not self._wide(self._at[place])]
            fruitless = fruitless + 1 if len(left) == len(open_) else 0
            open_ = left
        return open_

    def _wide(self, at: int) -> bool:
        return bool(self._seen_high[at] - self._seen_low[at] + 1 >= self._least)

    def _point(self, direction: Floats) -> Floats:
        """Return whole counts that fit all that is published and lie lowest in a direction.

        Tables mostly have corners of whole numbers, so that the quick programme without whole numbers finds
        one; where it does not, the exact one is solved.
        """
        for whole in (False, True):
            point = self._solved(direction, whole)
            if self._fits(point):
                break
        self._seen_low = np.minimum(self._seen_low, point)
        self._seen_high = np.maximum(self._seen_high, point)
        return point

    def _solved(self, direction: Floats, whole: bool) -> Floats:
        from scipy.optimize import Bounds, milp  # noqa: PLC0415 - see above

        answer: Any = milp(
            direction,
            integrality=np.full(len(self._places), int(whole)),
            bounds=Bounds(self._low, self._high),
            constraints=self._constraints,
            options={"mip_rel_gap": 0.0},
        )
        if answer.x is None:
            raise UserError(
                "The published numbers contradict each other, so nobody can say what they give away.",
                "Correct the file, or publish a view without the columns that do not add up.",
            )
        found: Floats = np.round(answer.x)
        return found

    def _fits(self, point: Floats) -> bool:
        """Return whether whole counts keep every bond, so that they prove something."""
        if not self._constraints:
            return True
        sums = self._constraints.A @ point
        return bool(((sums >= self._constraints.lb) & (sums <= self._constraints.ub)).all())

    def _matrix(self) -> Any:
        from scipy.optimize import LinearConstraint  # noqa: PLC0415 - see above
        from scipy.sparse import csr_array  # noqa: PLC0415 - see above

        bonds = [bond for bond in self._bonds if any(self._open(place) for place in bond.places)]
        if not bonds:
            return ()
        rows = [row for row, bond in enumerate(bonds) for _ in bond.places]
        columns = [self._at[place] for bond in bonds for place in bond.places]
        signs = [float(sign) for bond in bonds for sign in bond.signs]
        shape = (len(bonds), len(self._places))
        table = csr_array((signs, (rows, columns)), shape=shape)
        low, high = (np.array([getattr(bond, end) for bond in bonds]) for end in ("low", "high"))
        return LinearConstraint(table, low, high)

    def _open(self, place: Place) -> bool:
        at = self._at[place]
        return bool(self._low[at] != self._high[at])


def _ends(figure: Figure, ours: bool, settings: Disclosure, most: float) -> tuple[float, float]:
    """Return the least and the greatest count that a published figure leaves possible by itself."""
    if figure.value is not None:
        low, high = settings.meant(figure.value)
        if figure.value:
            low = max(low, settings.suppress_below)
        return low, (most if figure.at_least else high)
    if not ours:
        return 0.0, most
    if figure.marker == LOW:
        return float(settings.suppress_below), float((settings.rounding - 1) // 2)
    return (1.0 if settings.zeros else 0.0), most


def spread(bounds: Range) -> str:
    """Return a range in words, e.g. exactly 3, 1 to 4."""
    low, high = bounds
    return f"exactly {low:,}" if low == high else f"{low:,} to {high:,}"
