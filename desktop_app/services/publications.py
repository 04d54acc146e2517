"""Remembers that figures were published, so that a reader's subtracting one from another is warned about.

Kept are fingerprints alone: of the sources' names, of their content and of what was asked of them. They tell
that two publications differ, not what is in them, so they may outlive the program.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.own_words import OwnWords
from desktop_app.domain.state import ViewState
from desktop_app.services.settings import Settings

Fingerprints = tuple[str, str, str]  # of the names, of the content, of the wishes


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was published before: other figures of the same records, or figures of other records."""

    otherwise: bool = False
    other_content: bool = False


class Publications:
    """The publications of this person; without settings those since the start."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._kept: tuple[Fingerprints, ...] = settings.values.published if settings else ()

    def add(self, dataset: Dataset, state: ViewState, settings: Disclosure) -> None:
        """Remember a publication."""
        made = _fingerprints(dataset, state, settings)
        self._kept = (*(each for each in self._kept if each != made), made)
        if self._settings:
            self._settings.change(published=self._kept)
            self._kept = self._settings.values.published

    def before(self, dataset: Dataset, state: ViewState, settings: Disclosure) -> Earlier:
        """Return what was published before from files of the same names."""
        names, content, wishes = _fingerprints(dataset, state, settings)
        same = [each for each in self._kept if each[0] == names]
        return Earlier(
            otherwise=any(each[1] == content and each[2] != wishes for each in same),
            other_content=any(each[1] != content for each in same),
        )


def _fingerprints(dataset: Dataset, state: ViewState, settings: Disclosure) -> Fingerprints:
    told = replace(
        state, sort=(), layout=ColumnLayout(), own=OwnWords(), chart="", form="", run=7, others=None
    )
    names = _fingerprint(sorted(each.file for each in dataset.sources))
    content = _fingerprint([names, *sorted(str(each.sha256) for each in dataset.files)])
    return names, content, _fingerprint([names, told.to_json(), asdict(settings)])


def _fingerprint(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:32]
