"""Text of a file as one harmless line, which cannot steer a terminal or turn the reading order."""

MOST_QUOTED = 120  # characters of a cell that a sentence can carry
_JOINERS = "\u200c\u200d"  # part of the spelling of some names, and without any effect on the text around
_REPLACED = "\ufffd"


def harmless(text: str) -> str:
    """Return the text in one line: spaces for line breaks, a sign for control and direction characters."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def shortened(text: str, most: int = MOST_QUOTED) -> str:
    """Return the text in one harmless line of at most so many characters; … ends what is cut."""
    line = harmless(text[: 2 * most]).strip()
    return line if len(text) <= 2 * most and len(line) <= most else f"{line[: most - 1]}…"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else _REPLACED
