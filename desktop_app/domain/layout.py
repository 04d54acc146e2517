"""Which columns of the records are shown, in what order, and which stay in sight at the left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

NAMES = ("hidden", "order", "pinned")


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """A wish about columns by their keys; keys that the table lacks are kept and have no effect.

    `order` holds the keys of all columns once one was moved; columns that it does not name follow those that
    it does, as in the file. `pinned` columns come first.
    """

    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()

    def arranged(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the columns to show, of those that the table has, in the order to show them."""
        return tuple(key for key in self._in_order(keys) if key not in self.hidden)

    def shown_pinned(self, keys: Iterable[str]) -> int:
        """Return how many of the columns shown are pinned; they are the first."""
        return sum(key in self.pinned for key in self.arranged(keys))

    def toggled_hidden(self, key: str) -> "ColumnLayout":
        """Return the layout with a column hidden, or shown again where it is hidden."""
        return replace(self, hidden=_toggled(self.hidden, key))

    def toggled_pinned(self, key: str) -> "ColumnLayout":
        """Return the layout with a column kept at the left, or let go again where it is."""
        return replace(self, pinned=_toggled(self.pinned, key))

    def moved(self, key: str, place: int, keys: Iterable[str]) -> "ColumnLayout":
        """Return the layout with a column at a place among the columns shown, counted from 0.

        A pinned column stays among the pinned, another one behind them. `keys` are all columns of the table
        in the order of the file.
        """
        every = self._in_order(keys)
        shown = [other for other in every if other not in self.hidden]
        pinned = sum(other in self.pinned for other in shown)
        low, high = (0, pinned - 1) if key in self.pinned else (pinned, len(shown) - 1)
        place = max(low, min(high, place))
        if key not in shown or shown[place] == key:
            return self
        shown.remove(key)
        after = shown[place - 1] if place else None
        rest = [other for other in every if other != key]
        at = rest.index(after) + 1 if after is not None else 0
        return replace(self, order=(*rest[:at], key, *rest[at:]))

    def to_json(self) -> dict[str, object]:
        """Return the layout as JSON values."""
        return {"hidden": list(self.hidden), "order": list(self.order), "pinned": list(self.pinned)}

    @classmethod
    def from_json(cls, data: object) -> "ColumnLayout":
        """Return the layout that `to_json` wrote; raise ValueError where it is not one."""
        if not isinstance(data, dict) or not all(isinstance(data.get(name, []), list) for name in NAMES):
            raise ValueError("A layout must name lists of columns")
        hidden, order, pinned = (tuple(str(key) for key in data.get(name, [])) for name in NAMES)
        return cls(hidden, order, pinned)

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        every = list(keys)
        place = {key: at for at, key in enumerate(self.order)}
        ordered = sorted(every, key=lambda key: place.get(key, len(place)))  # stable: others as in the file
        return [key for key in ordered if key in self.pinned] + [
            key for key in ordered if key not in self.pinned
        ]


def _toggled(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(kept for kept in keys if kept != key) if key in keys else (*keys, key)
