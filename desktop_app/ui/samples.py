"""The bundled sample files, as the start page and the menu offer them."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.catalogue.resources import sample


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled file: its name, and what a person will see in it."""

    file: str
    title: str
    what: str


SAMPLES = (
    Sample(
        "panel_notifications_2020_2021.xlsx",
        "Panel notifications, 2020 and 2021",
        "A row per child; two calendar years to compare.",
    ),
    Sample(
        "dfe_notifications_2019-20_to_2025-26.xlsx",
        "National notifications, 2019-20 to 2025-26",
        "A row per notification; seven financial years for a trend.",
    ),
    Sample(
        "dfe_published_national.csv",
        "Published national totals",
        "Counts as they are published, with their totals.",
    ),
    Sample(
        "messy_returns.xlsx",
        "Returns as they really arrive",
        "Title rows, notes, mixed dates: see Data quality.",
    ),
)


def is_sample(path: Path) -> bool:
    """Return whether a path is that of a bundled sample."""
    return path in sample_paths()


def sample_paths() -> tuple[Path, ...]:
    """Return where the samples are, in their order."""
    return tuple(sample(entry.file) for entry in SAMPLES)
