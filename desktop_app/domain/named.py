"""Filters kept under a name, and the text in which they are stored and travel between people."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import Filter, filter_from_json, filter_to_json
from desktop_app.domain.state import ViewState

VERSION = 1


@dataclass(frozen=True, slots=True)
class NamedFilters:
    """All filters of a view with its search, under a name."""

    name: str
    filters: tuple[Filter, ...]
    search: str = ""

    def applied(self, state: ViewState) -> ViewState:
        """Return the state with these filters in place of its own."""
        return replace(state, filters=self.filters, search=self.search)


def named_to_text(every: Iterable[NamedFilters]) -> str:
    """Return named filters as JSON text."""
    entries = [
        {"name": one.name, "filters": [filter_to_json(f) for f in one.filters], "search": one.search}
        for one in every
    ]
    return json.dumps({"version": VERSION, "named_filters": entries}, indent=1, ensure_ascii=False)


def named_from_text(text: str) -> tuple[NamedFilters, ...]:
    """Return the named filters that `named_to_text` wrote; raise UserError where the text is none of it."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("version") != VERSION:
            raise ValueError("no named filters")
        return tuple(_entry(entry) for entry in data["named_filters"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "The file holds no named filters.", "Choose a file that was saved from this program."
        ) from error


def _entry(entry: dict[str, object]) -> NamedFilters:
    name, filters = str(entry["name"]).strip(), entry["filters"]
    if not name or not isinstance(filters, list):
        raise ValueError("no named filters")
    return NamedFilters(name, tuple(filter_from_json(one) for one in filters), str(entry.get("search", "")))
