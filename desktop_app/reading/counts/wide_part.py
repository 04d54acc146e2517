"""Types a wide table of counts in the columns that published counts have, whatever its layout."""

from collections.abc import Hashable, Sequence

import numpy as np

from desktop_app.catalogue.layouts import CHILDREN, LEVELS
from desktop_app.domain.how_read import ColumnReading
from desktop_app.domain.periods import day_words
from desktop_app.domain.problems import ProblemKind, SourceAccount
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import Shape
from desktop_app.reading.checks.counts import check_counts
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import fault, quoted
from desktop_app.reading.counts.tidy import TITLES
from desktop_app.reading.counts.wide import WideLayout
from desktop_app.reading.counts.wide_counts import Count, LeftOut, counts_in, number_in
from desktop_app.reading.counts.wide_tags import NATURE_CATEGORIES, REGION_CATEGORIES
from desktop_app.reading.files.grid import Cells, Raw, excel_column
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.rows import HIDDEN
from desktop_app.reading.finding.tables import label_of
from desktop_app.reading.parts import Part, report_markers
from desktop_app.reading.values.named_periods import Span
from desktop_app.reading.values.numbers import report_marks, typed_counts
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.typed import DATES, NO_DATE, Typed, TypedColumn, coded, examples_of


def wide_part(chosen: Chosen, layout: WideLayout) -> Part:
    """Return a wide table typed as published counts, one row per count, with each sheet row accounted for."""
    place = (chosen.id.file, chosen.id.sheet)
    cutting = Findings([place])
    counts: list[Count] = []
    for found in counts_in(layout, _rows(chosen)):
        if isinstance(found, LeftOut):
            cutting.left_out(found.row + 1, found.text, found.reason)
        else:
            counts.append(found)
    for row in chosen.hidden_rows:
        cutting.left_out(row + 1, "", HIDDEN)
    merged = _with_children(counts)
    rows = np.array([count.row + 1 for count, _ in merged], np.intp)
    findings = Findings([place], rows)
    _report_unused(chosen, layout, findings)
    if layout.titled:
        first, last = map(day_words, layout.titled)
        what = f"No heading or row names a period; the title of the table names {first} to {last}"
        findings.sheet_wide(ProblemKind.STRUCTURE, what, "All its counts are taken for that period.")
    _report_unknown_places([count for count, _ in merged], findings)
    columns = _columns(merged, findings)
    for item in columns:
        report_markers(item.typed, item.column.title, findings)
    check_counts({item.column.key: item.typed for item in columns}, findings)
    read = chosen.region.last - chosen.region.first + 1
    used = {count.row for count in counts}
    account = SourceAccount(*place, read, len(used), hidden=chosen.hidden_among(row + 1 for row in used))
    return Part(
        account,
        columns,
        rows,
        Shape.AGGREGATE,
        (*cutting.problems, *findings.problems),
        in_sheet=_in_sheet(chosen, layout),
    )


def _in_sheet(chosen: Chosen, layout: WideLayout) -> tuple[ColumnReading, ...]:
    """Return what the columns of the sheet were taken for, which are not those of the counts."""
    labels = {label.position for label in layout.labels}
    counts = {position for position, _ in layout.tags}
    found = []
    for position, (number, heading) in enumerate(
        zip(chosen.region.columns, chosen.region.headings, strict=True)
    ):
        title, kind = "Not used", ColumnKind.TEXT
        if position in labels:
            title, kind = "What a row is about", ColumnKind.CATEGORY
        elif position in (layout.days or ()):
            title, kind = "First or last day of the period", ColumnKind.DATE
        elif position in counts:
            title, kind = "Counts", ColumnKind.NUMBER
        examples = examples_of(chosen.grid.columns[number].part(chosen.region.first, chosen.region.last))
        letters, label = excel_column(number), label_of(number, heading)
        found.append(ColumnReading(letters, label, None, title, kind, examples))
    return tuple(found)


def _rows(chosen: Chosen) -> list[tuple[int, Sequence[Raw]]]:
    region, hidden = chosen.region, set(chosen.hidden_rows)
    columns = [chosen.grid.columns[number] for number in region.columns]
    return [
        (row, tuple(column[row] for column in columns))
        for row in range(region.first, region.last + 1)
        if row not in hidden
    ]


def _with_children(counts: Sequence[Count]) -> list[tuple[Count, Raw]]:
    """Return the counts of notifications, each with the number of children about the same, if there is one.

    Children are no notifications: a number of children alone leaves the number of notifications blank.
    """
    children: dict[Hashable, Count] = {}
    for count in counts:
        if count.about.children:
            children[_key(count)] = count
    merged: list[tuple[Count, Raw]] = []
    for count in counts:
        if not count.about.children:
            beside = children.pop(_key(count), None)
            merged.append((count, beside.cell if beside else None))
    alone = [(Count(count.about, None, count.row), count.cell) for count in children.values()]
    return sorted((*merged, *alone), key=lambda pair: pair[0].row)


def _key(count: Count) -> Hashable:
    about = count.about
    return about.span, about.level, about.region, about.authority, about.topics, about.nature


def _report_unused(chosen: Chosen, layout: WideLayout, findings: Findings) -> None:
    for position in layout.no_counts:
        label = label_of(chosen.region.columns[position], chosen.region.headings[position])
        what = f"{quoted(label)} holds no count of notifications for a period that is understood"
        findings.sheet_wide(ProblemKind.STRUCTURE, what, "The column is not used.", label)


def _report_unknown_places(counts: Sequence[Count], findings: Findings) -> None:
    """Note the labels that stand among regions or authorities and are none that is known."""
    known = {category.value for category in REGION_CATEGORIES}
    unknown: dict[tuple[str, str], list[int]] = {}
    for position, count in enumerate(counts):
        about = count.about
        if about.level == LEVELS[1].value and about.region not in known:
            unknown.setdefault(("region", about.region), []).append(position)
        elif about.level == LEVELS[2].value and authority_of(about.authority) is None:
            unknown.setdefault(("local_authority", about.authority), []).append(position)
    for (key, text), positions in unknown.items():
        rows = len({counts[position].row for position in positions})
        kind = "region" if key == "region" else "local authority"
        what = f"{fault(text, f'is not a {kind} that is known')} ({times(rows)})"
        problem = (ProblemKind.VALUE, what, f"Kept as written, as a {kind} of its own.")
        findings.at(positions[0], problem, TITLES[key], text)


def _columns(merged: Sequence[tuple[Count, Raw]], findings: Findings) -> tuple[TypedColumn, ...]:
    about = [count.about for count, _ in merged]
    levels, regions = ([category.value for category in each] for each in (LEVELS, REGION_CATEGORIES))
    natures = [category.value for category in NATURE_CATEGORIES]
    texts = {
        "level": _texts([each.level for each in about], levels),
        "region": _texts([each.region for each in about], regions),
        "local_authority": _texts([each.authority for each in about]),
        "topic": _texts([each.topic for each in about]),
        "breakdown": _in_order([each.breakdown for each in about]),
        "nature": _texts([str(each.nature) for each in about], natures),
    }
    report_marks(_cells([count.cell for count, _ in merged]), TITLES["number"], findings)
    numbers = typed_counts(_cells([number_in(count.cell) for count, _ in merged]), TITLES["number"], findings)
    made = [
        _made("period_start", ColumnKind.DATE, _days([each.span for each in about], 0)),
        _made("period_end", ColumnKind.DATE, _days([each.span for each in about], 1)),
        *(_made(key, ColumnKind.CATEGORY, typed) for key, typed in texts.items()),
        _made("number", ColumnKind.NUMBER, numbers),
    ]
    children = [number_in(cell) for _, cell in merged]
    if any(cell is not None for cell in children):
        made.append(
            _made(CHILDREN, ColumnKind.NUMBER, typed_counts(_cells(children), TITLES[CHILDREN], findings))
        )
    return tuple(made)


def _made(key: str, kind: ColumnKind, typed: Typed) -> TypedColumn:
    breakdown = kind is ColumnKind.CATEGORY and key not in {"level", "topic", "breakdown"}
    return TypedColumn(Column(key, TITLES[key], "", kind, True, breakdown), typed)


def _cells(values: Sequence[Raw]) -> Cells:
    index: dict[Raw, int] = {None: 0}
    codes = [index.setdefault(value, len(index)) for value in values]
    return Cells(np.array(codes, np.int32), tuple(index))


def _texts(texts: Sequence[str], order: Sequence[str] = ()) -> Typed:
    cells = _cells([text or None for text in texts])
    return coded(cells, [None if value is None else str(value) for value in cells.values], order)


def _in_order(texts: Sequence[str]) -> Typed:
    """Return texts whose order is the one in which the table has them."""
    return _texts(texts, list(dict.fromkeys(texts)))


def _days(spans: Sequence[Span | None], end: int) -> Typed:
    return Typed(np.array([span[end] if span else NO_DATE for span in spans], DATES))
