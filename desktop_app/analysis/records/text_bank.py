"""Finds a text, whatever its case, among very many texts at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_END = "\x00"
_CHUNK = 1 << 14  # so many texts are prepared at a stretch: the window's thread gets its turn in between
_DENSE = 3  # so many bytes are compared everywhere, further ones only where those agree


class TextBank:
    """Many texts without their case, end to end in one array of bytes."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = [
            _bytes(
                "".join(f"{text.replace(_END, ' ')}{_END}" for text in texts[low : low + _CHUNK]).casefold()
            )
            for low in range(0, len(texts), _CHUNK)
        ]
        self._bytes = np.frombuffer(b"".join(parts), dtype=np.uint8)
        ends = np.flatnonzero(self._bytes == 0)
        place = np.min_scalar_type(len(self._bytes))
        self._starts = np.r_[0, ends + 1][:-1].astype(place)
        self.size = len(ends)

    def holding(self, sought: str) -> Mask:
        """Return which of the texts hold a text, which must be without its case, and not empty."""
        held = np.zeros(self.size, dtype=np.bool_)
        held[self._text_at(self._places(sought))] = True
        return held

    def beginning(self, sought: str) -> Mask:
        """Return which of the texts begin with a text."""
        places = self._places(sought)
        texts = self._text_at(places)
        begun = np.zeros(self.size, dtype=np.bool_)
        begun[texts[places == self._starts[texts]]] = True
        return begun

    def equal_to(self, sought: str) -> Mask:
        """Return which of the texts are equal to a text."""
        lengths = np.diff(np.r_[self._starts, len(self._bytes)]) - 1
        equal: Mask = self.beginning(sought) & (lengths == len(_bytes(sought)))
        return equal

    def _text_at(self, places: Places) -> Places:
        return np.searchsorted(self._starts, places, side="right") - 1

    def _places(self, sought: str) -> Places:
        """Return where in the bytes a text stands; no text reaches over the end of another."""
        pattern = np.frombuffer(_bytes(sought), dtype=np.uint8)
        room = len(self._bytes) - len(pattern) + 1
        if room <= 0:
            return np.zeros(0, dtype=np.intp)
        agree = self._bytes[:room] == pattern[0]
        for at, byte in enumerate(pattern[1:_DENSE].tolist(), start=1):
            agree &= self._bytes[at : at + room] == byte
        places = np.flatnonzero(agree)
        for at, byte in enumerate(pattern[_DENSE:].tolist(), start=_DENSE):
            places = places[self._bytes[places + at] == byte]
        return places


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")  # a damaged file can hold halves of characters
