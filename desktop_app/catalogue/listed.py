"""Writes many short texts as one, to keep the catalogue's entries easy to read and to add to."""


def listed(texts: str) -> tuple[str, ...]:
    """Return the texts between bars."""
    return tuple(texts.split(" | ")) if texts else ()


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())
