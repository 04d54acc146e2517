"""Keeps the few answers that were asked for last."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Recent(Generic[Answer]):
    """The answers to the last `most` different questions; may be asked from several threads at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: dict[Hashable, Answer] = {}

    def get(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer to a question, made where it is not kept."""
        with self._lock:
            found = self._kept.pop(question, None)
            if found is not None:
                self._kept[question] = found  # now the newest
        if found is not None:
            return found
        made = make()
        with self._lock:
            self._kept[question] = made
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return made
