"""Colour arithmetic: contrast as WCAG defines it, mixing, and the ink that can be read on a colour."""

from functools import cache

READABLE = 4.5  # WCAG 2.2 AA for text
_STEPS = 20


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", from 0 (black) to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return a colour that lies `share` (0 to 1) of the way from one to the other."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(start + (end - start) * share):02X}" for start, end in pairs)


def ink_on(fill: str) -> str:
    """Return white or black, whichever reads better on a fill."""
    return max("#FFFFFF", "#000000", key=lambda ink: contrast(ink, fill))


def readable(colour: str, surface: str) -> str:
    """Return the colour itself, or the nearest shade of it that text on the surface may have."""
    away = ink_on(surface)
    shades = (mix(colour, away, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, surface) >= READABLE), away)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    # The constants are those of the sRGB transfer function as WCAG prints it.
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
