"""The window's colours by what they are for, in light and dark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as "#RRGGBB"; text, muted and accent can be read on background, surface and hover."""

    background: str
    surface: str
    hover: str
    border: str  # between surfaces
    control: str  # around what can be operated: 3:1 against the surface
    text: str
    muted: str
    disabled: str
    accent: str  # text, lines and the focus ring
    soft: str  # behind accent text: what is chosen
    fill: str  # the primary button, a ticked box
    on_fill: str
    bar: str  # the small bars of the filter panel
    caution: str
    caution_border: str
    error: str
    error_border: str
    mark: str  # behind text that was searched for


LIGHT = Tokens(
    background="#F4F5F7",
    surface="#FFFFFF",
    hover="#EEF1F5",
    border="#DEE2E7",
    control="#848E9A",
    text="#1B1F24",
    muted="#55606C",
    disabled="#8A94A0",
    accent="#12436D",
    soft="#E6EDF4",
    fill="#12436D",
    on_fill="#FFFFFF",
    bar="#C5D3E1",
    caution="#FFF6E3",
    caution_border="#DDB75F",
    error="#FBEFF4",
    error_border="#B9779A",
    mark="#FFE08A",
)
DARK = Tokens(
    background="#14181D",
    surface="#1C2128",
    hover="#262D36",
    border="#2E363F",
    control="#6F7B88",
    text="#E8ECF0",
    muted="#A3AEBA",
    disabled="#6B7683",
    accent="#6BACE6",
    soft="#20354A",
    fill="#2A69A4",
    on_fill="#FFFFFF",
    bar="#35567A",
    caution="#2C2618",
    caution_border="#7A6230",
    error="#2C2128",
    error_border="#7D5068",
    mark="#6B5410",
)
