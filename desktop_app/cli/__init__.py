"""The program without a window: check, summary, export and self-check."""

from desktop_app.cli.program import main

__all__ = ["main"]
