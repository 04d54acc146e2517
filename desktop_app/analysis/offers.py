"""What a dataset can be filtered and broken down by, whether its rows are records or published counts."""

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.published.rows import PLACES, Table
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.wishes import MOST_BROKEN_DOWN, in_own_order, title_of
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import DateBasis, Shape


def columns_offered(dataset: Dataset) -> tuple[Column, ...]:
    """Return the columns that wishes can name: the table's own, or those of published counts."""
    if dataset.shape is not Shape.AGGREGATE:
        return dataset.columns
    table = Table(dataset)
    basis = DateBasis.NOTIFIED.column
    date = Column(basis, title_of(basis), "", ColumnKind.DATE, known=True)
    keys = [key for key in ("nature", *PLACES, *table.topics) if table.labels(key)]
    return date, *(_column(key) for key in keys)


def labels_offered(dataset: Dataset, key: str) -> tuple[str, ...]:
    """Return the values, in their order, of a column that `columns_offered` names and that holds no dates."""
    if dataset.shape is Shape.AGGREGATE:
        return in_own_order(key, Table(dataset).labels(key))
    return index_of(dataset).values(key).labels


def breakdowns_offered(dataset: Dataset) -> tuple[Column, ...]:
    """Return the columns to break figures down by: those with two values or more, but not too many."""
    return tuple(
        column
        for column in columns_offered(dataset)
        if column.breakdown and 1 < len(labels_offered(dataset, column.key)) <= MOST_BROKEN_DOWN
    )


def _column(key: str) -> Column:
    known = catalogue_column(key) is not None
    return Column(key, title_of(key), "", ColumnKind.CATEGORY, known, breakdown=True)
