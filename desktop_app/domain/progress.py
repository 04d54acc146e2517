"""How long work tells how far it is, and learns that it should stop."""

from collections.abc import Callable
from threading import Event

from desktop_app.domain.errors import Cancelled


class Progress:
    """Passed into long work: `step` reports how far it is, and raises Cancelled when asked to stop."""

    def __init__(self, report: Callable[[str, int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; may be called from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Return whether the work was asked to stop."""
        return self._cancelled.is_set()

    def step(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Report a stage in words, with done of total where total is known (otherwise 0)."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(stage, done, total)
