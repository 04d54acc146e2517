"""Finds a text, whatever its case, among very many texts at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_CHUNK = 1 << 14  # so many texts are prepared at a stretch: the window's thread gets its turn in between
_DENSE = 3  # so many bytes are compared everywhere, further ones only where those agree


class TextBank:
    """Many texts without their case, end to end in one array of bytes."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = [
            "".join(f"{text}\x00" for text in texts[low : low + _CHUNK]).casefold().encode()
            for low in range(0, len(texts), _CHUNK)
        ]
        self._bytes = np.frombuffer(b"".join(parts), dtype=np.uint8)
        ends = np.flatnonzero(self._bytes == 0)
        self._starts = np.r_[0, ends[:-1] + 1].astype(np.intp) if len(ends) else np.zeros(0, dtype=np.intp)
        self.size = len(ends)

    def holding(self, sought: str) -> npt.NDArray[np.bool_]:
        """Return which of the texts hold a text; it must not be empty and have no capitals."""
        pattern = np.frombuffer(sought.encode(), dtype=np.uint8)
        held = np.zeros(self.size, dtype=np.bool_)
        room = len(self._bytes) - len(pattern) + 1
        if room <= 0:
            return held
        agree = self._bytes[:room] == pattern[0]
        for at, byte in enumerate(pattern[1:_DENSE].tolist(), start=1):
            agree &= self._bytes[at : at + room] == byte
        places = np.flatnonzero(agree)
        for at, byte in enumerate(pattern[_DENSE:].tolist(), start=_DENSE):
            places = places[self._bytes[places + at] == byte]
        held[np.searchsorted(self._starts, places, side="right") - 1] = True
        return held
