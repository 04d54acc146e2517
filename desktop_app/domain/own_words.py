"""What a person writes on charts themselves: notes at a day, and titles of charts."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class ChartNote:
    """A remark on what happened, e.g. Covid-19 lockdown; it stands at the period that holds its day."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The notes in time order, and titles by the message made from the data whose place they take.

    So a title holds for the figures it was written about: others bring a message of their own.
    """

    notes: tuple[ChartNote, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()

    def title(self, message: str) -> str:
        """Return the person's title in place of a message, or nothing."""
        return dict(self.titles).get(message, "")

    def titled(self, message: str, text: str) -> "OwnWords":
        """Return the words with another title in place of a message; an empty one leaves it to the data."""
        others = tuple(kept for kept in self.titles if kept[0] != message)
        own = text.strip()
        return replace(self, titles=(*others, (message, own)) if own and own != message else others)

    def noted(self, notes: tuple[ChartNote, ...]) -> "OwnWords":
        """Return the words with these notes in time order; one without a text is left out."""
        kept = (ChartNote(note.day, note.text.strip()) for note in notes if note.text.strip())
        return replace(self, notes=tuple(sorted(set(kept))))

    def to_json(self) -> dict[str, object]:
        """Return the words as JSON values."""
        return {
            "notes": [[note.day.isoformat(), note.text] for note in self.notes],
            "titles": [list(title) for title in self.titles],
        }

    @classmethod
    def from_json(cls, data: object) -> "OwnWords":
        """Return the words that `to_json` wrote; raise ValueError where they are not."""
        if not isinstance(data, dict):
            raise ValueError("A person's words must be named")
        notes, titles = (data.get(name, []) for name in ("notes", "titles"))
        if not isinstance(notes, list) or not isinstance(titles, list):
            raise ValueError("Notes and titles must be lists")
        return cls(
            tuple(ChartNote(date.fromisoformat(str(day)), str(text)) for day, text in notes),
            tuple((str(message), str(text)) for message, text in titles),
        )
