"""Attacks what is about to leave and stops it where a hidden count can be worked out."""

from collections.abc import Iterator, Mapping

from desktop_app.analysis.disclosure.attack import Attack, spread
from desktop_app.analysis.disclosure.cells import Place, bonds_of, figures_of
from desktop_app.analysis.disclosure.protect import recomputed, rows_may_be_told
from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress

HINT = "Nothing was written. Publish longer periods or no breakdown, and report this: it should not happen."


def audit(published: Result, true: Result, settings: Disclosure, progress: Progress | None = None) -> None:
    """Raise UserError that names a count which the published result gives away.

    It looks at the published result alone, whoever made it; of the true one it uses only what readers are
    told about sums. Small counts must not be shown, derived numbers must be those of shown counts, and each
    hidden count must be able to be any of at least `settings.least_values` whole numbers.
    """
    figures, shown = figures_of(true), figures_of(published)
    for place, figure in shown.items():
        count = figures[place].value
        if figure.value is not None and count is not None and settings.hides(count):
            raise UserError(f"A small count would be published: {place.words}.", HINT)
    for place in _telling(published, true, shown, settings):
        raise UserError(f"A number made from a hidden count would be published: {place.words}.", HINT)
    if published.rows_told and not rows_may_be_told(true, shown):
        raise UserError("Numbers of rows would be published that give hidden counts away.", HINT)
    ours = [
        place for place, figure in shown.items() if figure.value is None and figures[place].value is not None
    ]
    attack = Attack(shown, bonds_of(true, figures), ours, settings)
    for place, bounds in attack.given_away(progress or Progress(), most=1).items():
        raise UserError(f"A hidden count could be worked out: {place.words} would be {spread(bounds)}.", HINT)


def _telling(
    published: Result, true: Result, shown: Mapping[Place, Figure], settings: Disclosure
) -> Iterator[Place]:
    """Yield the place of every measure that carries more than what follows from the figures shown."""
    rows = {(row.period, row.by): row for row in _rows(true)}
    for row in _rows(published):
        for each in row.measures:
            place = Place(row.period, row.by, each.measure)
            follows = recomputed(row, rows[row.period, row.by][each.measure], shown, true.state.per, settings)
            if each != follows or (place not in shown and each.figure.value is not None):
                yield place


def _rows(result: Result) -> tuple[ResultRow, ...]:
    return (*result.rows, result.overall, *result.breakdown, *result.breakdown_overall)
