"""What a writer of files is given: what to write, where, for whom, and who draws the charts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop_app.domain.exporting import Audience, Look
from desktop_app.domain.progress import Progress
from desktop_app.presentation.models import Plot
from desktop_app.presentation.reports.briefing import Briefing

Draw = Callable[[Plot, Look], bytes]  # a chart as the bytes of a picture


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One file to write; `template` is a person's own file that the new one takes its looks from."""

    briefing: Briefing
    path: Path
    made: datetime
    draw: Draw
    audience: Audience = Audience.WORKING
    look: Look = field(default=Look())
    template: Path | None = None
    progress: Progress = field(default_factory=Progress)
