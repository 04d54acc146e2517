"""How small counts are protected before figures leave: a threshold, zeros, rounding and the least range."""

from dataclasses import dataclass

ROUNDINGS = (0, 5, 10)
MOST = 1_000  # a threshold or a range above this would hide everything there is


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The settings of one publication; they belong to it, not to the program.

    Counts from 1 to `suppress_below` - 1 are hidden, zeros too unless `zeros` are shown. Counts are rounded
    half up to multiples of `rounding` (0: not at all). Whatever is hidden must leave a reader at least
    `least_values` whole numbers that it could be. Raises ValueError for settings out of range.
    """

    suppress_below: int = 6
    zeros: bool = True
    rounding: int = 0
    least_values: int = 5

    def __post_init__(self) -> None:
        """Refuse settings that mean nothing."""
        if self.rounding not in ROUNDINGS:
            raise ValueError(f"Counts are rounded to {ROUNDINGS}, not {self.rounding}")
        if not (1 <= self.suppress_below <= MOST and 2 <= self.least_values <= MOST):
            raise ValueError("The threshold or the least range is out of range")

    def hides(self, count: float) -> bool:
        """Return whether a count is too small to be shown, or is a zero that must not be."""
        return 0 < count < self.suppress_below or (count == 0 and not self.zeros)

    def rounded(self, count: float) -> float:
        """Return a count of 0 or more as it is shown: half up to the base, e.g. 25 -> 30 for 10."""
        return (
            float((2 * count + self.rounding) // (2 * self.rounding) * self.rounding)
            if self.rounding
            else count
        )

    def meant(self, shown: float) -> tuple[float, float]:
        """Return the least and the greatest count that a shown count can stand for."""
        if not self.rounding or shown == 0:  # what only rounds to zero is never shown as zero
            return shown, shown
        return shown - self.rounding // 2, shown + (self.rounding - 1) // 2

    @classmethod
    def from_json(cls, data: dict[str, object]) -> "Disclosure":
        """Return the settings that were stored field by field; raise ValueError for anything else."""
        below, rounding, least = (data.get(key) for key in ("suppress_below", "rounding", "least_values"))
        zeros = data.get("zeros")
        if not (isinstance(below, int) and isinstance(rounding, int) and isinstance(least, int)):
            raise ValueError("Not settings of disclosure control")
        return cls(below, bool(zeros), rounding, least)
