"""The order of texts as a reader of English expects it, the same on every machine.

Case and accents do not matter at first; texts that differ in nothing else stand in the order of their
characters. The machine's own collation is not asked: it differs between systems, and figures, pictures and
workbooks made from one file must not.
"""

import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_CHUNK = 1 << 14  # so many texts are handled at a stretch: the window's thread gets its turn in between
_PREFIX = 24  # bytes of each key that are compared at once
_DIGITS = 18  # a longer number is none that fits into 64 bits
_FEW = 64  # so many texts are sorted one by one


def collation_key(text: str) -> str:
    """Return a text without case and accents."""
    if text.isascii():
        return text.casefold()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in bare if not unicodedata.combining(character))


def in_order(texts: Sequence[str]) -> list[str]:
    """Return distinct texts in the order of English readers."""
    return [texts[at] for at in order_of(texts).tolist()]


def order_of(texts: Sequence[str]) -> npt.NDArray[np.intp]:
    """Return the places of distinct texts in the order of English readers, working in short stretches.

    Where all are whole numbers, such as references from 1 on, they stand in the order of the numbers.
    """
    if texts and all(text.isascii() and text.isdigit() and len(text) <= _DIGITS for text in texts):
        return _by_number(texts)
    keys = [f"{collation_key(text)}\x00{text}".encode(errors="surrogatepass") for text in texts]
    return _sorted(keys, np.arange(len(texts)), 0)


def _by_number(texts: Sequence[str]) -> npt.NDArray[np.intp]:
    """Return the places of whole numbers in order, of equal ones those with fewer zeros in front first."""
    parts = [np.array(texts[low : low + _CHUNK]).astype(np.int64) for low in range(0, len(texts), _CHUNK)]
    return np.lexsort((np.fromiter(map(len, texts), np.int8, len(texts)), np.concatenate(parts)))


def _sorted(keys: list[bytes], places: npt.NDArray[np.intp], skip: int) -> npt.NDArray[np.intp]:
    """Return places in the order of their keys, of which the first `skip` bytes are equal."""
    if len(places) <= _FEW:
        return np.array(sorted(places.tolist(), key=keys.__getitem__), dtype=np.intp)
    parts = [
        np.array(
            [keys[at][skip : skip + _PREFIX] for at in places[low : low + _CHUNK].tolist()], f"S{_PREFIX}"
        )
        for low in range(0, len(places), _CHUNK)
    ]
    prefixes = np.concatenate(parts)
    order = np.argsort(prefixes, kind="stable")
    prefixes, places = prefixes[order], places[order]
    edges = np.flatnonzero(np.r_[True, prefixes[1:] != prefixes[:-1], True])
    for at in np.flatnonzero(np.diff(edges) > 1).tolist():
        low, high = edges[at], edges[at + 1]
        if prefixes[low]:  # otherwise nothing is left to compare
            places[low:high] = _sorted(keys, places[low:high], skip + _PREFIX)
    return places
