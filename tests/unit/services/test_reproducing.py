"""An export says how it was made, and can be made again; a publication's record gives nothing away."""

import hashlib
import json
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.catalogue.resources import sample
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import Provenance, SourceFile
from desktop_app.domain.reading_choices import Correction, ReadingChoices, TableId
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.services.exporting import Exporter
from desktop_app.services.publications import Publications
from desktop_app.services.reproducing import (
    about_sources,
    choices_for,
    provenance_in,
    provenance_of,
    sources_beside,
)
from desktop_app.services.settings import Settings
from desktop_app.services.usecases import default_state, load
from tests.support.datasets import records

PANEL = sample("panel_notifications_2020_2021.xlsx")
PUBLIC = ExportWish(Audience.PUBLICATION, disclosure=Disclosure(rounding=5), contact="a@example.org")
AWKWARD = ViewState(search="Zoë & <b> \u202e\t😀 =1+1" * 12, sort=(SortKey("region", True),), by="region")


@pytest.mark.parametrize("wish", [ExportWish(), PUBLIC])
def test_a_workbook_tells_how_it_was_made(tmp_path: Path, wish: ExportWish) -> None:
    dataset = load([PANEL])
    state = replace(default_state(dataset), filters=(ValueFilter("region", ("London",)),), by="nature")
    Exporter(dataset, state).write(wish, tmp_path / "out.xlsx", Progress())
    found = provenance_of(tmp_path / "out.xlsx")
    assert (found.state, found.wish) == (state, wish)
    content = PANEL.read_bytes()
    whole = (len(content), hashlib.sha256(content).hexdigest())
    public = wish.audience is Audience.PUBLICATION
    assert [(each.size, each.sha256) for each in found.files] == [(None, None) if public else whole]
    assert [each.name for each in found.files] == [PANEL.name]


def test_a_record_survives_its_way_into_properties_and_back(tmp_path: Path) -> None:
    dataset = load([PANEL])
    Exporter(dataset, AWKWARD).write(ExportWish(), tmp_path / "out.xlsx", Progress())
    assert provenance_of(tmp_path / "out.xlsx").state == AWKWARD


def test_what_could_give_a_hidden_count_away_is_not_in_a_publication() -> None:
    when = datetime(2026, 1, 2, 3, 4)
    choices = ReadingChoices(
        corrections=((TableId("a.csv", "Secret sheet"), Correction(header_rows=(3,))),),
    )
    layout = ColumnLayout.from_json({"hidden": ["outline"], "order": [], "pinned": []})
    made = Provenance(
        ViewState(layout=layout),
        (SourceFile("a.csv", 777, when, "f" * 64),),
        choices,
        PUBLIC,
        "9.9",
        when,
        SourceFile("ours.csv", 888, when, "e" * 64),
    )
    text = made.to_text()
    assert Provenance.from_text(text).population == SourceFile("ours.csv")
    for secret in ("777", "ffff", "888", "eeee", "Secret", "outline"):
        assert secret not in text
        assert secret in replace(made, wish=ExportWish()).to_text()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"record":2}', '{"record":1,"view":{}}', "[" * 100_000]
)
def test_a_damaged_record_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Provenance.from_text(text)


def test_a_file_without_a_record_is_refused_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK nothing")
    for path in (PANEL, tmp_path / "a.xlsx"):
        assert provenance_in(path) is None
        with pytest.raises(UserError, match="does not say how it was made"):
            provenance_of(path)
    with pytest.raises(UserError, match="There is no file"):
        provenance_of(tmp_path / "b.xlsx")


def test_a_source_that_changed_is_said(tmp_path: Path) -> None:
    source = tmp_path / "source.csv"
    source.write_text("Reference,Date notified\n1,2021-01-05\n", encoding="utf-8")
    dataset = load([source])
    made = Provenance(ViewState(), dataset.files, made=datetime(2026, 1, 2))
    assert "the very file that the workbook of 2 January 2026" in about_sources(made, dataset.files).text
    source.write_text("Reference,Date notified\n1,2021-01-05\n2,2021-02-03\n", encoding="utf-8")
    os.utime(source, (0, 0))
    words = about_sources(made, load([source]).files).text
    assert "has changed since" in words
    assert "then 37 bytes" in words
    assert "now 50 bytes, last changed 1 January 1970" in words


def test_one_source_is_read_as_before_though_it_goes_by_another_name() -> None:
    table = TableId("old.xlsx", "Data")
    choices = ReadingChoices(tables=(table,), corrections=((table, Correction(header_rows=(2,))),))
    found = Provenance(ViewState(), (SourceFile("old.xlsx"),), choices)
    renamed = choices_for(found, [Path("new.xlsx")])
    assert renamed.correction(TableId("new.xlsx", "Data"), ()).header_rows == (2,)
    assert choices_for(found, [Path("a.xlsx"), Path("b.xlsx")]) == choices


def test_sources_are_taken_from_the_workbooks_own_folder_only(tmp_path: Path) -> None:
    found = Provenance(ViewState(), (SourceFile("a.xlsx"), SourceFile("../b.xlsx")))
    assert sources_beside(found, tmp_path / "out.xlsx") == ()
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(b"")
    inside = (tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert sources_beside(found, tmp_path / "out.xlsx") == inside


def test_what_was_published_is_known_after_a_restart_without_a_word_of_it(tmp_path: Path) -> None:
    file, dataset = tmp_path / "settings.json", load([PANEL])
    state = ViewState(filters=(ValueFilter("region", ("London",)),))
    Publications(Settings(file)).add(dataset, state, Disclosure())
    again = Publications(Settings(file))
    same = again.before(dataset, state, Disclosure())
    assert (same.otherwise, same.other_content) == (False, False)
    assert again.before(dataset, ViewState(), Disclosure()).otherwise
    assert again.before(dataset, state, Disclosure(rounding=5)).otherwise
    assert not again.before(records({"region": ["London"]}), ViewState(), Disclosure()).otherwise
    changed = replace(dataset, files=(replace(dataset.files[0], sha256="other"),))
    assert again.before(changed, state, Disclosure()).other_content
    stored = json.dumps(json.loads(file.read_text())["published"])
    assert "London" not in stored
    assert "panel" not in stored
