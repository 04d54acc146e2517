"""The person's named filters: kept in the settings folder, exchanged in files."""

import logging
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.domain.named import NamedFilters, named_from_text, named_to_text
from desktop_app.domain.state import ViewState
from desktop_app.presentation.words.filters import filters_words
from desktop_app.services.settings import home

log = logging.getLogger(__name__)


class NamedFiltersStore:
    """Reads the named filters at the start and writes them at every change, in the order of their names."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or home() / "named_filters.json"
        self._every = _read(self._file)

    @property
    def every(self) -> tuple[NamedFilters, ...]:
        """Return all named filters."""
        return self._every

    def words(self, name: str) -> str:
        """Return the filters of a name in words; empty where there are none."""
        one = next((kept for kept in self._every if kept.name == name), None)
        return filters_words(one.applied(ViewState()), ()) if one else ""

    def save(self, one: NamedFilters) -> bool:
        """Keep filters under their name; return whether others of that name gave way."""
        kept = tuple(kept for kept in self._every if kept.name != one.name)
        replaced = len(kept) < len(self._every)
        self._keep((*kept, one))
        return replaced

    def rename(self, old: str, new: str) -> None:
        """Give filters another name; raise UserError where it is blank or taken."""
        name = new.strip()
        if not name or (name != old and any(kept.name == name for kept in self._every)):
            raise UserError(f"The name “{name}” is blank or taken.", "Choose another name.")
        renamed = (NamedFilters(name, f.filters, f.search) if f.name == old else f for f in self._every)
        self._keep(tuple(renamed))

    def delete(self, name: str) -> None:
        """Forget the filters of a name."""
        self._keep(tuple(kept for kept in self._every if kept.name != name))

    def write(self, path: Path) -> None:
        """Write all named filters to a file; raise UserError where it cannot be written."""
        try:
            path.write_text(named_to_text(self._every), encoding="utf-8")
        except OSError as error:
            raise UserError(f"{path.name} could not be written.", "Choose another folder.") from error

    def read(self, path: Path) -> int:
        """Add the named filters of a file, in place of others of their names; return how many.

        Raises UserError where the file cannot be read or holds none.
        """
        try:
            found = named_from_text(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{path.name} could not be read.", "Choose another file.") from error
        names = {one.name for one in found}
        self._keep((*(kept for kept in self._every if kept.name not in names), *found))
        return len(found)

    def _keep(self, every: tuple[NamedFilters, ...]) -> None:
        self._every = tuple(sorted(every, key=lambda one: one.name.casefold()))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(".new")
            draft.write_text(named_to_text(self._every), encoding="utf-8")
            draft.replace(self._file)
        except OSError as error:
            log.info("Named filters were not saved: %s", error)


def _read(file: Path) -> tuple[NamedFilters, ...]:
    try:
        return named_from_text(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, UserError):
        return ()
