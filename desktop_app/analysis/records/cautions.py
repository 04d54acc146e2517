"""What a reader must know about counts of records, one plain sentence for each matter."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from desktop_app.analysis.records.counting import Tally
from desktop_app.analysis.records.index import NO_NATURE, Index, Mask
from desktop_app.analysis.records.masks import filter_mask
from desktop_app.analysis.records.repeats import repeats_of
from desktop_app.catalogue.columns import MARKED
from desktop_app.domain.filters import BLANK, DateFilter, Filter, ValueFilter
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, Nature, Shape, Unit

NO_RECORDS = Notice(
    "The table has headings and no records yet.", "Put records in, save the file and read it again."
)


def about_records(index: Index, mask: Mask, state: ViewState, undated: int, today: date) -> list[Notice]:
    """Return what is missing from the rows shown and what was done about it."""
    if not index.rows:
        return [NO_RECORDS]
    basis = "date notified" if state.date_basis is DateBasis.NOTIFIED else "date of incident"
    unreferenced, natureless = _unreferenced(index, mask), _without_nature(index, mask)
    childless, column = _without_children(index, mask), state.date_basis.column
    told = [
        Notice(
            _rows(undated, f"no {basis}", "in the total but in no period"),
            shows=_lacking(index, mask, column, undated),
        ),
        Notice(_without_references(index)),
        Notice(_rows(unreferenced, "no reference", "counted as if each were a notification of its own")),
        Notice(_repeated(index, mask)),
        Notice(_differing(index, mask, state.date_basis, basis)),
        Notice(
            _rows(natureless, "no nature that is known", "in the total but in no part of it"),
            shows=_lacking(index, mask, "nature", natureless),
        ),
        Notice(_childless(childless), shows=_lacking(index, mask, "children", childless)),
        *_marked(index, mask),
        *_after(index, mask, state.date_basis, basis, today),
    ]
    return [_with_news(notice, state) for notice in told if notice.text]


def _with_news(notice: Notice, state: ViewState) -> Notice:
    """Return a notice that leads to no rows where they are the ones shown already."""
    return replace(notice, shows=tuple(chosen for chosen in notice.shows if chosen not in state.filters))


def _lacking(index: Index, mask: Mask, key: str, count: int) -> tuple[Filter, ...]:
    """Return the filter for cells without a value that is known, where it leaves just so many rows."""
    if not count:
        return ()
    values = index.values(key)
    without = values.labels[len(values.labels) - values.extra :]
    if key == "nature":
        natures = {nature.value for nature in Nature}
        without = tuple(label for label in values.labels if label not in natures)
    return _exactly(index, mask, ValueFilter(key, without), count)


def _exactly(index: Index, mask: Mask, chosen: Filter, count: int) -> tuple[Filter, ...]:
    left = int(np.count_nonzero(filter_mask(index, chosen) & mask))
    return (chosen,) if left == count else ()


def _marked(index: Index, mask: Mask) -> list[Notice]:
    """Return that records are counted which the file itself marks as withdrawn."""
    if MARKED not in index.columns:
        return []
    rows = index.once(MARKED, lambda: np.flatnonzero(index.texts(MARKED)[1] >= 0))
    count = int(np.count_nonzero(mask[rows]))
    if not count:
        return []
    title = index.columns[MARKED].title
    subject = "1 row shown is" if count == 1 else f"{count:,} rows shown are"
    counted = "it is" if count == 1 else "they are"
    text = f"{subject} marked in the file as withdrawn, a duplicate or the like: {counted} counted."
    way_out = f"Filter {title} to blank to leave {'it' if count == 1 else 'them'} out."
    marks = ValueFilter(MARKED, tuple(label for label in index.values(MARKED).labels if label != BLANK))
    return [Notice(text, way_out, _exactly(index, mask, marks, count))]


def _after(index: Index, mask: Mask, basis: DateBasis, name: str, today: date) -> list[Notice]:
    """Return that dates lie in the future, which no notification can."""
    days = index.days(basis)
    if days is None:
        return []
    last = (today - date(1970, 1, 1)).days
    count = int(
        np.count_nonzero(mask[index.once(("after", basis, last), lambda: np.flatnonzero(days > last))])
    )
    if not count:
        return []
    subject = f"1 row shown has a {name}" if count == 1 else f"{count:,} rows shown have a {name}"
    later = DateFilter(basis.column, today + timedelta(1), None)
    return [
        Notice(
            f"{subject} after today: a year may be mistyped.",
            "Filter the dates up to today to see without.",
            _exactly(index, mask, later, count),
        )
    ]


def _rows(count: int, lack: str, done: str) -> str:
    if not count:
        return ""
    if count == 1:
        return f"1 row shown has {lack}: it is {done}."
    return f"{count:,} rows shown have {lack}: they are {done}."


def _without_references(index: Index) -> str:
    if index.shape is not Shape.NOTIFICATIONS or "reference" in index.columns:
        return ""
    return "The file has no references: each row is counted as one notification."


def _unreferenced(index: Index, mask: Mask) -> int:
    return int(np.count_nonzero(index.unreferenced & mask)) if index.reference is not None else 0


def _repeated(index: Index, mask: Mask) -> str:
    if index.shape is not Shape.NOTIFICATIONS or index.reference is None:
        return ""
    many = len(np.unique(index.reference[repeats_of(index, None).further(mask)[0]]))
    if not many:
        return ""
    subject = "1 reference stands" if many == 1 else f"{many:,} references stand"
    return f"{subject} in more than one row; each notification is counted once."


def _differing(index: Index, mask: Mask, basis: DateBasis, name: str) -> str:
    days = index.days(basis)
    if days is None or index.reference is None:
        return ""
    own = index.column_days(basis.column)
    rows = index.once(("differing", basis), lambda: np.flatnonzero(own != days))
    many = len(np.unique(index.reference[rows[mask[rows]]]))
    if not many:
        return ""
    subject = "1 notification has" if many == 1 else f"{many:,} notifications have"
    return f"{subject} rows that differ in {name}; the earliest holds for all of its rows."


def _without_nature(index: Index, mask: Mask) -> int:
    natures = index.nature
    if natures is None:
        return 0
    return int(np.count_nonzero(index.once("no nature", lambda: natures == NO_NATURE) & mask))


def _without_children(index: Index, mask: Mask) -> int:
    children = index.children
    if children is None:
        return 0
    return int(np.count_nonzero(index.once("no children", lambda: np.isnan(children)) & mask))


def _childless(many: int) -> str:
    if not many:
        return ""
    subject = "1 row shown does" if many == 1 else f"{many:,} rows shown do"
    return f"{subject} not say how many children are concerned: there are at least as many as shown."


def about_values(title: str, by_value: Tally, whole: Tally, unit: Unit) -> tuple[Notice, ...]:
    """Return the warning that the values of a breakdown do not add up, where they do not."""
    parts, total = by_value.total(unit), whole.total(unit)
    if parts is None or total is None or parts.sum() <= total.sum():
        return ()
    one = "A notification" if unit is Unit.NOTIFICATIONS else "A child"
    return (
        Notice(f"{one} counts under every value of {title} it has: the values do not add up to the total."),
    )
