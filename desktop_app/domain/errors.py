"""Trouble that the person can act on, and the signal that work was cancelled."""


class UserError(Exception):
    """Something the person can act on: one sentence of what is wrong and a hint of what to do."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint


class Cancelled(Exception):  # noqa: N818 - it is a signal and no error
    """Raised inside background work after its cancel token was set; never shown to the person."""
