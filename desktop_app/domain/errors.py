"""Trouble that the person can act on, and the signal that work was cancelled."""

from pathlib import Path


class UserError(Exception):
    """Something the person can act on: one sentence of what is wrong and a hint of what to do."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint


class PasswordNeeded(UserError):  # noqa: N818 - it asks for something
    """A file opens only with a password: none was given, or the one given is wrong."""

    def __init__(self, path: Path, wrong: bool = False) -> None:
        super().__init__(
            f"The password for {path.name} is wrong."
            if wrong
            else f"{path.name} is protected with a password.",
            "Passwords tell capitals from small letters. Ask whoever sent the file."
            if wrong
            else "Give its password to open it; it is not kept.",
        )
        self.path = path
        self.wrong = wrong


class Cancelled(Exception):  # noqa: N818 - it is a signal and no error
    """Raised inside background work after its cancel token was set; never shown to the person."""
