"""Whose numbers of children rates are taken from: the bundled table, or a file of the person's own."""

from pathlib import Path

from desktop_app.catalogue.population import bundled
from desktop_app.domain.population import Populations
from desktop_app.domain.progress import Progress
from desktop_app.reading import read_population


def population_of(path: Path | None, progress: Progress) -> Populations:
    """Return the population of a file, or (None) the bundled one; raise UserError where it is none."""
    return bundled() if path is None else read_population(path, progress)
