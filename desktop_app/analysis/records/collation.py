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
    stretches = (texts[low : low + _CHUNK] for low in range(0, len(texts), _CHUNK))
    keys = [key for stretch in stretches for key in _keys(stretch)]
    return _sorted(texts, keys, np.arange(len(texts)), 0)


def _keys(texts: Sequence[str]) -> list[bytes]:
    joined = "\n".join(texts)
    if joined.isascii():  # all at once, which is far quicker
        keys = joined.casefold().encode().split(b"\n")
        if len(keys) == len(texts):  # none has several lines
            return keys
    return [collation_key(text).encode(errors="surrogatepass") for text in texts]


def _by_number(texts: Sequence[str]) -> npt.NDArray[np.intp]:
    """Return the places of whole numbers in order, of equal ones those with fewer zeros in front first."""
    parts = [np.array(texts[low : low + _CHUNK]).astype(np.int64) for low in range(0, len(texts), _CHUNK)]
    return np.lexsort((np.fromiter(map(len, texts), np.int8, len(texts)), np.concatenate(parts)))


def _sorted(
    texts: Sequence[str], keys: list[bytes], places: npt.NDArray[np.intp], skip: int
) -> npt.NDArray[np.intp]:
    """Return places in the order of their keys, of which the first `skip` bytes are equal."""
    if len(places) <= _FEW:
        return _one_by_one(texts, keys, places)
    stretches = (places[low : low + _CHUNK] for low in range(0, len(places), _CHUNK))
    parts = zip(*(_words(keys, stretch, skip) for stretch in stretches), strict=True)
    words = [word for word in map(np.concatenate, parts) if (word != word[0]).any()]
    order = np.arange(len(places))
    for word in reversed(words):  # the least important first; every pass keeps what is equal in order
        order = order[np.argsort(word[order], kind="stable")]
    places = places[order]
    differs = np.zeros(len(places) - 1, dtype=np.bool_)
    for word in words:
        differs |= word[order[1:]] != word[order[:-1]]
    edges = np.flatnonzero(np.r_[True, differs, True])
    for at in np.flatnonzero(np.diff(edges) > 1).tolist():
        low, high = edges[at], edges[at + 1]
        alike = places[low:high]
        more = len(keys[alike[0]]) > skip + _PREFIX
        places[low:high] = (
            _sorted(texts, keys, alike, skip + _PREFIX) if more else _one_by_one(texts, keys, alike)
        )
    return places


def _words(keys: list[bytes], places: npt.NDArray[np.intp], skip: int) -> npt.NDArray[np.uint64]:
    """Return the next bytes of some keys as numbers in the same order: they are far quicker to sort.

    The first axis goes from the first eight bytes to the last.
    """
    found = [keys[at] for at in places.tolist()]
    if skip:
        found = [key[skip:] for key in found]
    return np.array(found, f"S{_PREFIX}").view(">u8").reshape(-1, _PREFIX // 8).T.astype(np.uint64)


def _one_by_one(
    texts: Sequence[str], keys: list[bytes], places: npt.NDArray[np.intp]
) -> npt.NDArray[np.intp]:
    return np.array(sorted(places.tolist(), key=lambda at: (keys[at], texts[at])), dtype=np.intp)
