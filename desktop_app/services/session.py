"""The wishes over time: the present view's state, with undo and redo."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.filters import TextFilter
from desktop_app.domain.state import ViewState

UNDO_STEPS = 200
_SEARCH = ""  # the field that belongs to no column


class Session:
    """Holds the ViewState. `update` is the only way to change it; undo walks back through the earlier states.

    Consecutive changes of the search, or of the text of one column's filter, are one step, so that typing a
    word is undone at once.
    """

    def __init__(self, state: ViewState, changed: Callable[[ViewState], None]) -> None:
        self._state = state
        self._changed = changed
        self._past: list[ViewState] = []
        self._future: list[ViewState] = []

    @property
    def state(self) -> ViewState:
        """Return the present state."""
        return self._state

    @property
    def undo_change(self) -> tuple[ViewState, ViewState] | None:
        """Return the states before and after the step that `undo` takes back, or None."""
        return (self._past[-1], self._state) if self._past else None

    @property
    def redo_change(self) -> tuple[ViewState, ViewState] | None:
        """Return the states before and after the step that `redo` does again, or None."""
        return (self._state, self._future[-1]) if self._future else None

    def update(self, state: ViewState) -> None:
        """Make this the present state, as a step that can be undone; the same state again is no step."""
        if state == self._state:
            return
        if not self._continues_typing(state):
            self._past.append(self._state)
            del self._past[:-UNDO_STEPS]
        self._future.clear()
        self._show(state)

    def undo(self) -> None:
        """Go back one step, if there is one."""
        if self._past:
            self._future.append(self._state)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Go forward one step that was undone, if there is one."""
        if self._future:
            self._past.append(self._state)
            self._show(self._future.pop())

    def _show(self, state: ViewState) -> None:
        self._state = state
        self._changed(state)

    def _continues_typing(self, state: ViewState) -> bool:
        if not self._past or self._future:
            return False
        field = _typed_in(self._past[-1], self._state)
        return field is not None and field == _typed_in(self._state, state)


def _typed_in(before: ViewState, after: ViewState) -> str | None:
    """Return the one field that was typed in between two states: a text filter's column, or the search."""
    if replace(before, search="") == replace(after, search=""):
        return _SEARCH
    if replace(before, filters=()) != replace(after, filters=()):
        return None
    changed = set(before.filters) ^ set(after.filters)
    columns = {chosen.column if isinstance(chosen, TextFilter) else None for chosen in changed}
    return columns.pop() if len(columns) == 1 else None
