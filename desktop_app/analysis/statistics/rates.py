"""Whether the place the figures cover is known, and the number of children who live there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.coverage_cautions import named
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.result import ResultRow
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.catalogue.layouts import LEVELS
from desktop_app.catalogue.population import bundled
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.filters import BLANK, TextFilter, ValueFilter
from desktop_app.domain.periods import Period
from desktop_app.domain.population import ENGLAND, Populations
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape

_REGION_NAMES = tuple(region.value for region in REGIONS)
_SMALLER_PLACES = ("local_authority", "partnership")
_RATED_PLACES = ("region", "local_authority")  # whose populations are known
_MOST_NAMED = 3
OTHER_POPULATION = "Choose another population under View, Rates, or with --population."


@dataclass(frozen=True, slots=True)
class Place:
    """The area that the figures cover in words, and the places of the population table that make it up.

    Without such places there is no rate: the area is not known, or no population of the group counted is.
    """

    words: str = ""
    made_of: tuple[str, ...] = ()
    rated: bool = True  # False: those counted are not the children of the population
    populations: Populations = field(default_factory=bundled)

    def population(self, period: Period) -> float | None:
        """Return the children aged 0 to 17 for a period of a year, or None where they are not known.

        A year from January and a year from April both take the estimate of the June within their first nine
        months. An authority that did not exist at that June has none.
        """
        year = self.populations.mid_year(period.start.year)
        if period.kind.per_year > 1 or year is None or not self.made_of:
            return None
        found = [self.populations.children_in(name, year) for name in self.made_of]
        return None if None in found else float(sum(filter(None, found)))


def place_of(dataset: Dataset, state: ViewState, rated: bool = True) -> Place:
    """Return the place of all figures under the filters of a state; unless `rated` it has no population."""
    words, made_of = _covered(dataset, state)
    known = set(made_of) <= dataset.populations.places
    made_of = made_of if known and rated and _rate_has_meaning(state) else ()
    return Place(words, made_of, rated, dataset.populations)


def place_of_value(whole: Place, state: ViewState, value: str) -> Place:
    """Return the place of one value of the breakdown: itself where it is one, else that of all figures."""
    if state.by not in _RATED_PLACES:
        return whole if _may_divide(state.by) else replace(whole, made_of=())
    known = value in whole.populations.places and whole.rated
    made_of = (value,) if known and _rate_has_meaning(state) else ()
    return replace(whole, words=value, made_of=made_of)


def about_rates(dataset: Dataset, state: ViewState, place: Place, rows: Sequence[ResultRow]) -> list[Notice]:
    """Return what must be said wherever rates are shown, and why complete years have none."""
    rated = [row.period for row in rows if row.period and any(each.rate is not None for each in row.measures)]
    whole = [row.period for row in rows if row.period and row.complete]
    return [*_about_mid_years(rated, dataset.populations), *_about_lacking(dataset, state, place, whole)]


def _about_mid_years(periods: Sequence[Period], populations: Populations) -> list[Notice]:
    """Return the notice about periods whose rate had to take an earlier year's population."""
    years = {period: populations.mid_year(period.start.year) for period in periods}
    late = [period for period, year in years.items() if year not in (period.start.year, None)]
    if not late:
        return []
    year = years[late[-1]]
    return [Notice(f"Rates for {named(late)} use the population of mid-{year}, the latest available.")]


def _about_lacking(
    dataset: Dataset, state: ViewState, place: Place, periods: Sequence[Period]
) -> list[Notice]:
    """Return the notice about complete years without a rate because the population lacks the place or year.

    Of the bundled table only the years are told: it has every place that can be one.
    """
    own = dataset.populations.file is not None
    wished = _covered(dataset, state)[1] if place.rated and _rate_has_meaning(state) else ()
    absent = [name for name in wished if name not in dataset.populations.places]
    if absent and own:
        text = (
            f"There are no rates: {dataset.populations.source} has no children for {' or '.join(absent[:3])}."
        )
        return [Notice(text, OTHER_POPULATION)]
    lacking = [each for each in periods if place.made_of and place.population(each) is None]
    lacking = [each for each in lacking if each.kind.per_year == 1]
    if not lacking:
        return []
    source = dataset.populations.source if own else "the bundled table"
    text = f"There is no rate for {named(lacking)}: {source} has no number of children for the year."
    return [Notice(text, OTHER_POPULATION)]


def _rate_has_meaning(state: ViewState) -> bool:
    """Return whether everyone in the area could be counted: no filter picks a group of unknown size."""
    return not state.search.strip() and all(
        chosen.column in _RATED_PLACES or _may_divide(chosen.column) for chosen in state.filters
    )


def _may_divide(key: str | None) -> bool:
    if key is None:
        return True
    spec = catalogue_column(key)
    return spec is not None and not spec.personal and key not in _SMALLER_PLACES


def _covered(dataset: Dataset, state: ViewState) -> tuple[str, tuple[str, ...]]:
    if any(isinstance(f, TextFilter) and f.column in ("region", *_SMALLER_PLACES) for f in state.filters):
        return "", ()
    smaller = [chosen for key in _SMALLER_PLACES if (chosen := state.filter_on(key))]
    if smaller:
        known = smaller[0].column in _RATED_PLACES and len(smaller) == 1
        return _listed(smaller[0]), smaller[0].values if known else ()
    chosen = state.filter_on("region")
    if chosen is not None:
        return _listed(chosen), chosen.values
    if _covers_england(dataset):
        return ENGLAND, (ENGLAND,)
    return "", ()


def _listed(chosen: ValueFilter) -> str:
    names = ["no region" if name == BLANK else name for name in chosen.values]
    if len(names) > _MOST_NAMED:
        return f"{len(names)} {'regions' if chosen.column == 'region' else 'local authorities'}"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _covers_england(dataset: Dataset) -> bool:
    if dataset.shape is Shape.AGGREGATE:
        return LEVELS[0].value in index_of(dataset).values("level").labels
    return dataset.has("region") and set(_REGION_NAMES) <= set(index_of(dataset).values("region").labels)
