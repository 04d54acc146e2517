"""The wishes over time: the present view's state, with undo and redo."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.filters import DateFilter, Filter, NumberFilter, TextFilter
from desktop_app.domain.state import ViewState

UNDO_STEPS = 200
_SEARCH = ""  # the field that belongs to no column
_ENDS: dict[type, tuple[str, ...]] = {NumberFilter: ("low", "high"), DateFilter: ("first", "last")}


class Session:
    """Holds the ViewState. `update` is the only way to change it; undo walks back through the earlier states.

    Consecutive changes of one field are one step, so that what was typed is undone at once: the search, the
    text of a column's filter, or one end of its range. What was typed and taken out again is no step.

    A view of another file begins without the filters of the one before; undo brings these back.
    """

    def __init__(
        self, state: ViewState, changed: Callable[[ViewState], None], before: ViewState | None = None
    ) -> None:
        self._state = state
        self._changed = changed
        self._past: list[ViewState] = []
        if before is not None and (before.filters or before.search):
            narrowed = replace(state, filters=before.filters, search=before.search)
            self._past = [narrowed] if narrowed != state else []
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
        elif state == self._past[-1]:
            self._past.pop()
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
    """Return the one field that was typed in between two states, or None where it was something else."""
    if replace(before, search="") == replace(after, search=""):
        return _SEARCH
    if replace(before, filters=()) != replace(after, filters=()):
        return None
    gone = [chosen for chosen in before.filters if chosen not in after.filters]
    come = [chosen for chosen in after.filters if chosen not in before.filters]
    changed = {(type(chosen), chosen.column) for chosen in (*gone, *come)}
    if len(changed) != 1:
        return None
    kind, column = changed.pop()
    if kind is TextFilter:
        return column
    ends = [end for end in _ENDS.get(kind, ()) if _values(gone, end) != _values(come, end)]
    return f"{column} {ends[0]}" if len(ends) == 1 else None


def _values(filters: Sequence[Filter], end: str) -> set[object]:
    """Return what is written at one end of these ranges; nothing is written where it is open."""
    return {getattr(chosen, end) for chosen in filters} - {None}
