"""Where the nine regions of England stand on a map of tiles: column and row from the north-west."""

PLACES: dict[str, tuple[int, int]] = {
    "North East": (1, 0),
    "North West": (0, 1),
    "Yorkshire and The Humber": (1, 1),
    "West Midlands": (0, 2),
    "East Midlands": (1, 2),
    "East of England": (2, 2),
    "South West": (0, 3),
    "London": (1, 3),
    "South East": (2, 3),
}
