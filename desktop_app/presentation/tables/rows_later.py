"""The rows of a table that is made when it is first looked at."""

from collections.abc import Callable, Sequence
from typing import overload

from desktop_app.domain.later import Later
from desktop_app.presentation.models import Cell


class RowsLater(Sequence[tuple[Cell, ...]]):
    """So many rows of cells, made when one is first looked at: most tables never are."""

    def __init__(self, count: int, make: Callable[[], tuple[tuple[Cell, ...], ...]]) -> None:
        self._count = count
        self._rows = Later(make)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> tuple[Cell, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[Cell, ...], ...]: ...

    def __getitem__(self, at: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        return self._rows()[at]

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sequence) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return hash(self._rows())
