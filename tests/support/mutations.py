"""Damages copies of good files in the ways that real ones are: cut short, bits flipped, parts swapped."""

import io
import random
import zipfile


def damaged_copy(content: bytes, seed: int) -> bytes:
    """Return a damaged copy of a file; the same seed damages it in the same way."""
    chance = random.Random(seed)
    ways = [_cut, _flipped, _blotted, _doubled]
    if content.startswith(b"PK"):
        ways += [_parts_swapped, _part_lost, _part_flipped, _part_cut, _text_changed, _text_changed]
    return chance.choice(ways)(content, chance)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _blotted(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    length = chance.randrange(1, 2000)
    return content[:start] + chance.randbytes(length) + content[start + length :]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[max(0, start - 5000) :]


def _parts_swapped(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return _zipped(parts)


def _part_lost(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    del parts[chance.choice(list(parts))]
    return _zipped(parts)


def _part_flipped(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    name = chance.choice(list(parts))
    if parts[name]:
        parts[name] = _flipped(parts[name], chance)
    return _zipped(parts)


def _part_cut(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    name = chance.choice(list(parts))
    if parts[name]:
        parts[name] = _cut(parts[name], chance)
    return _zipped(parts)


def _text_changed(content: bytes, chance: random.Random) -> bytes:
    """Put other numbers and marks into a part, as a careless program would write it."""
    parts = _parts(content)
    name = chance.choice(list(parts))
    text = parts[name]
    for _ in range(chance.choice((1, 5, 50))):
        if not text:
            break
        start = chance.randrange(len(text))
        piece = chance.choice(
            (
                b"<",
                b">",
                b'"',
                b"&",
                b"9999999999",
                b"-1",
                b"A1",
                b"XFD1048576",
                b"\x00",
                b"\xff",
                b"</row>",
                b't="s"',
            )
        )
        text = text[:start] + piece + text[start + chance.randrange(4) :]
    parts[name] = text
    return _zipped(parts)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()
