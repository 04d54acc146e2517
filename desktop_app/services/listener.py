"""What a window must answer to, so that the program can tell it what has happened."""

from pathlib import Path
from typing import Protocol

from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.presentation.models import View
from desktop_app.presentation.tables.shown_records import ShownRecords


class Listener(Protocol):
    """What the window implements; every call arrives on its own thread."""

    def view_changed(self, view: View, records: ShownRecords) -> None:
        """Show this view: it answers the newest wishes."""

    def reading_changed(self, stage: str | None, done: int, total: int) -> None:
        """Show how far reading or exporting is; a stage of None says that it has ended."""

    def updating_changed(self, updating: bool) -> None:
        """Mark the view as older than the wishes, or as up to date again."""

    def trouble(self, error: UserError) -> None:
        """Tell the person what went wrong and what can be done."""

    def exported(self, path: Path) -> None:
        """Tell the person that a file was written."""

    def password_needed(self, error: PasswordNeeded) -> None:
        """Ask for the password of a file; it may come through `give_password`, or not."""
