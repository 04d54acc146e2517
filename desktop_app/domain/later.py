"""A value that is made when it is first asked for, once, whoever asks."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Later(Generic[Value]):
    """Calls `make` at the first call and forgets it; every call returns what it gave."""

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make: Callable[[], Value] | None = make
        self._made: list[Value] = []
        self._lock = Lock()

    def __call__(self) -> Value:
        """Return the value."""
        with self._lock:
            if self._make is not None:
                self._made.append(self._make())
                self._make = None
            return self._made[0]
