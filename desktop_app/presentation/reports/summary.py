"""The summary that the command line prints: as JSON values, as text and as CSV."""

import csv
import io

from desktop_app.analysis.result import CrossTable, Figure, MeasureResult, Result, ResultRow
from desktop_app.catalogue.measures import MEASURE_KEYS, headline
from desktop_app.domain.filters import filter_to_json
from desktop_app.domain.harmless import shortened
from desktop_app.domain.units import Shape
from desktop_app.presentation.tables.breakdown import breakdown_of
from desktop_app.presentation.tables.pivot import pivot_table
from desktop_app.presentation.words.captions import subtitle
from desktop_app.presentation.words.cautions import cautions, notices
from desktop_app.presentation.words.change import change_words
from desktop_app.presentation.words.filters import column_title, filter_words, search_words
from desktop_app.presentation.words.numbers import figure_text
from desktop_app.presentation.words.periods import ONE_KIND, compare
from desktop_app.presentation.words.sentences import briefing
from desktop_app.presentation.words.status import account, file_title


def summary_json(result: Result) -> dict[str, object]:
    """Return the summary as JSON values, numbers unrounded, in the order in which they are printed.

    What the file cannot give is None, a suppressed number its marker as text. A number that is only a lower
    limit has a further key, `<measure>_at_least`, which is true.
    """
    state = result.state
    return {
        "sources": [
            {
                "file": source.file,
                "sheet": source.sheet,
                "rows_read": source.rows_read,
                "rows_used": source.rows_used,
                "rows_left_out": source.rows_left_out,
            }
            for source in result.sources
        ],
        "unit": state.unit.value,
        "date_basis": state.date_basis.value,
        "period": state.period.value,
        "filters": _filters_json(result),
        "by": state.by,
        "rows": [_row_json(row) for row in _rows(result)],
        **({"across": result.cross.across, "cross": _cross_rows(result.cross)} if result.cross else {}),
        "notices": [" ".join(part for part in (each.text, each.way_out) if part) for each in notices(result)],
        "rate_per": state.per,
        "population": result.populations.source,
    }


def _cross_rows(cross: CrossTable) -> list[dict[str, object]]:
    """Return one row for every pair of values, and for the totals (None), all periods together."""
    return [
        {"by": name, "across": beside, **_row_json(row)} | {"by": name}
        for name, line in zip((*cross.down, None), cross.rows, strict=True)
        for beside, row in zip((*cross.columns, None), line, strict=True)
    ]


def _rows(result: Result) -> tuple[ResultRow, ...]:
    """Return the rows to print: by value in a breakdown; the whole file where nothing has a date."""
    if result.state.by is not None:
        return result.breakdown
    return result.rows or (result.overall,)


def _filters_json(result: Result) -> list[dict[str, object]]:
    filters = [
        {**filter_to_json(chosen), "words": filter_words(chosen, result.columns)}
        for chosen in result.state.filters
    ]
    search = result.state.search
    return (
        [*filters, {"kind": "search", "text": search, "words": search_words(search)}] if search else filters
    )


def _row_json(row: ResultRow) -> dict[str, object]:
    period = row.period
    values: dict[str, object] = {
        "period": period.label if period else None,
        "by": row.by,
        "start": period.start.isoformat() if period else None,
        "end": period.end.isoformat() if period else None,
        "complete": row.complete,
    }
    values.update({key: _figure_json(row[key].figure) for key in MEASURE_KEYS})
    for key in MEASURE_KEYS:
        values.update(_measure_json(key, row[key]))
    return values


def _measure_json(key: str, result: MeasureResult) -> dict[str, object]:
    change = result.change_on_base
    values: dict[str, object] = {
        f"{key}_interval": _interval(result.interval),
        f"{key}_change": _number(change.number) if change else None,
        f"{key}_change_pct": change.percent if change else None,
        f"{key}_change_interval_pct": _interval(change.interval_percent) if change else None,
        f"{key}_change_p": change.p if change else None,
        f"{key}_rate": result.rate,
    }
    return {**values, f"{key}_at_least": True} if result.figure.at_least else values


def _figure_json(figure: Figure) -> int | float | str | None:
    if figure.value is None or (figure.at_least and figure.value == 0):  # 0 or more is not known at all
        return figure.marker
    return _number(figure.value)


def _interval(interval: tuple[float, float | None] | None) -> list[float | None] | None:
    return list(interval) if interval else None


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def summary_text(result: Result) -> str:
    """Return the summary for a terminal: what is counted, a table, the briefing, the cautions."""
    blocks = [
        [f"{file_title(result)}: {account(result)}", subtitle(result)],
        [] if result.shape is Shape.PLAIN else _aligned(_text_table(result), 2 if result.state.by else 1),
        _cross_lines(result),
        briefing(result),
        [f"Be careful: {each.text} {each.way_out}".rstrip() for each in cautions(result)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _cross_lines(result: Result) -> list[str]:
    """Return the table of two columns as lines, where it is wished for."""
    found = breakdown_of(result)
    if result.cross is None or found is None:
        return []
    table = pivot_table(result, found)
    head = [column.title for column in table.columns]
    body = [[shortened(cell.text) for cell in row] for row in table.rows]
    return [table.title, table.subtitle, *_aligned([head, *body], names=1, words_last=False), *table.notes]


def _text_table(result: Result) -> list[list[str]]:
    key, by = headline(result.state.unit).key, result.state.by
    names = [ONE_KIND[result.state.period], *([column_title(by, result.columns)] if by else [])]
    head = [*names, *_HEADINGS, "Change"]
    table = [head]
    for row in _rows(result):
        comparison = compare(row, key)
        name = row.period.label if row.period else "all"
        table.append(
            [
                name + ("" if row.complete else " (not complete)"),
                *([shortened(row.by or "")] if by else []),
                *(figure_text(row[each].figure) for each in MEASURE_KEYS),
                change_words(comparison, brief=True) if comparison else "",
            ]
        )
    return table


_HEADINGS = ("Notifications", "Children", "Deaths", "Serious harm", "Other")


def _aligned(table: list[list[str]], names: int, words_last: bool = True) -> list[str]:
    """Return the lines of a table; the first `names` columns, and words in the last, stand flush left."""
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    lines = []
    for row in table:
        cells = [
            text.ljust(width)
            if index < names or (words_last and index == len(row) - 1)
            else text.rjust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def summary_csv(result: Result) -> str:
    """Return the rows of the summary as CSV; an interval takes two columns, what is not known is empty."""
    out = io.StringIO(newline="")
    rows = [
        _flat(row) for row in (_cross_rows(result.cross) if result.cross else map(_row_json, _rows(result)))
    ]
    heading = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(out, heading, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _flat(row: dict[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in row.items():
        if "_interval" in key:
            low, high = value if isinstance(value, list) else (None, None)
            flat[f"{key}_low"], flat[f"{key}_high"] = low, high
        else:
            flat[key] = value
    return flat


def _safe(value: object) -> object:
    """Return a value for a CSV cell; a text that a spreadsheet would take for a formula is kept as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return "" if value is None else value
