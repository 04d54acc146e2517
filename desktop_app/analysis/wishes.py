"""What resolving the wishes for records and for published counts has in common."""

from collections.abc import Container, Iterable

from desktop_app.analysis.records.collation import in_order
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.domain.bands import in_band_order
from desktop_app.domain.filters import BLANK, ValueFilter
from desktop_app.domain.problems import Notice

MOST_BANDS = 200  # a longer list of values is none of bands
MOST_BROKEN_DOWN = 1_000  # values of a breakdown: more rows per period than this no one can read


def as_spelled(
    chosen: ValueFilter, labels: Iterable[str], present: Container[str]
) -> tuple[ValueFilter, tuple[str, ...]]:
    """Return a filter with its values spelled as the data spell them, and the values that the data lack."""
    if all(value in present for value in chosen.values):
        return chosen, ()
    spelling = {label.casefold(): label for label in labels}
    values = tuple(
        value if value in present else spelling.get(value.casefold(), value) for value in chosen.values
    )
    absent = tuple(value for value in values if value not in present)
    return ValueFilter(chosen.column, tuple(dict.fromkeys(values))), absent


def about_absent(title: str, absent: tuple[str, ...]) -> list[Notice]:
    """Return the notice about values that a filter asks for and the data lack."""
    if not absent:
        return []
    named = ", ".join(f"“{value}”" if value != BLANK else "blank cells" for value in absent)
    return [Notice(f"The file has no {named} in {title}, so that part of the filter finds nothing.")]


def title_of(key: str) -> str:
    """Return the title of a column that the data at hand may lack."""
    spec = catalogue_column(key)
    return spec.title if spec else key


def in_own_order(key: str, labels: Iterable[str]) -> tuple[str, ...]:
    """Return the values of a column in the catalogue's order, those it does not know after them by name.

    Bands that the catalogue does not know, such as 1-5 and 11-15, stand in the order of their numbers.
    """
    spec = catalogue_column(key)
    known = {category.value: place for place, category in enumerate(spec.categories)} if spec else {}
    names = in_order(list(labels))
    if known:
        return tuple(sorted(names, key=lambda name: known.get(name, len(known))))
    return (in_band_order(names) if len(names) <= MOST_BANDS else None) or tuple(names)
