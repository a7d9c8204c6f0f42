"""What is kept with an established dossier: files, metadata, and what changed since."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from data.intake.restoring import undo_batch
from data.storing.dossiers import load_dossier_files, load_dossiers
from data.storing.store import Store
from data.values.meeting import FrozenFile
from reports.dossier.calendar import Day, calendar_file
from reports.dossier.changes import Changed, changed_sentences, changed_uploads
from reports.dossier.freezing import establish, figures_of, zipped
from reports.dossier.gather import dossier_of
from reports.dossier.mdto import NAMESPACE
from tests.pages.stores import add_uses
from tests.reports.dossier.towns import YEAR, town
from tests.users import NOOR
from texts import use_language

# The order in which the schema MDTO-XML 1.0.1 wants them; * is obligatory.
INFORMATION_OBJECT = (
    "identificatie*", "naam*", "aggregatieniveau", "omschrijving", "dekkingInTijd", "taal",
    "event", "waardering*", "heeftRepresentatie", "archiefvormer*", "beperkingGebruik*",
)  # fmt: skip
FILE = (
    "identificatie*", "naam*", "omvang*", "bestandsformaat*", "checksum*", "isRepresentatieVan*",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = town(tmp_path)
    yield store
    store.close()


def established(store: Store, reason: str = "") -> list[FrozenFile]:
    with use_language("nl"):
        dossier = dossier_of(store, YEAR)
        assert dossier is not None
        number = establish(store, NOOR, dossier, reason=reason, tool_version="0.2.0")
    return load_dossier_files(store, number)


def test_its_bytes_stay_whatever_happens_to_the_data(store: Store) -> None:
    before = established(store)
    add_uses(store, [(f"{YEAR}-11-05", "Nieuw", "Thema van de stad 1")], file="later.xlsx")
    undo_batch(1, store=store, user=NOOR)
    number = int(load_dossiers(store)["id"].iloc[0])
    after = load_dossier_files(store, number)
    assert after == before
    for file in after:
        assert hashlib.sha256(file.content).hexdigest() == file.sha256
    assert zipped(after) == zipped(before)


def test_what_changed_since_stands_beside_it(store: Store) -> None:
    established(store)
    version = load_dossiers(store).iloc[0]
    with use_language("nl"):
        same = dossier_of(store, YEAR)
        assert same is not None
        assert changed_sentences(version["figures"], figures_of(same)) == []
        add_uses(store, [(f"{YEAR}-11-05", "Nieuw", "Thema van de stad 1")], file="later.xlsx")
        now = dossier_of(store, YEAR)
        assert now is not None
        changed = {one.key: one for one in changed_sentences(version["figures"], figures_of(now))}
    assert "used.uses" in changed
    assert changed["used.uses"].before != changed["used.uses"].now
    assert "agreed.agreement" not in changed


def test_a_sentence_that_came_and_one_that_went_are_changes() -> None:
    before = {"meeting": {"sentences": {"a": "Zo.", "b": "Weg."}}}
    now = {"meeting": {"sentences": {"a": "Zo.", "c": "Nieuw."}}}
    assert changed_sentences(before, now) == [
        Changed("b", "Weg.", None), Changed("c", None, "Nieuw."),
    ]  # fmt: skip


def test_uploads_that_came_and_went_are_counted() -> None:
    kept = [{"file": "a.xlsx", "sha256": "aa"}, {"file": "b.xlsx", "sha256": "bb"}]
    assert changed_uploads(kept, ["bb", "cc", "dd"]) == (["a.xlsx"], 2)


def children(content: bytes, kind: str) -> list[ET.Element]:
    made = ET.fromstring(content).find(f"{{{NAMESPACE}}}{kind}")  # noqa: S314 (our own)
    assert made is not None
    return list(made)


def in_order(found: list[ET.Element], wanted: tuple[str, ...]) -> None:
    """The elements stand in the order of the schema, and those that are obligatory are there."""
    names = [element.tag.removeprefix(f"{{{NAMESPACE}}}") for element in found]
    order = [name.rstrip("*") for name in wanted]
    assert names == sorted(names, key=order.index)
    assert {name[:-1] for name in wanted if name.endswith("*")} <= set(names)


def test_the_metadata_tell_of_the_dossier_and_of_each_file(store: Store) -> None:
    files = established(store)
    metadata = {file.name: file for file in files if file.format == "xml"}
    whole = metadata.pop(f"platform31-dossier-{YEAR}.mdto.xml")
    in_order(children(whole.content, "informatieobject"), INFORMATION_OBJECT)
    kept = {file.name: file for file in files if file.format != "xml"}
    assert set(metadata) == {f"{name}.bestand.mdto.xml" for name in kept}
    for name, file in kept.items():
        told = children(metadata[f"{name}.bestand.mdto.xml"].content, "bestand")
        in_order(told, FILE)
        texts = {e.tag.rpartition("}")[2]: e.text for part in told for e in part.iter()}
        assert texts["checksumWaarde"] == file.sha256
        assert texts["omvang"] == str(len(file.content))


def test_the_figures_are_kept_as_the_command_line_gives_them(store: Store) -> None:
    files = {file.format: file for file in established(store)}
    assert json.loads(files["json"].content) == load_dossiers(store)["figures"].iloc[0]


def test_a_calendar_file_is_folded_and_escaped() -> None:
    day = Day(dt.date(2026, 5, 12), "Gesprek; directeuren, Haarlem", "é" * 60)
    made = calendar_file([day], made_at=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
    lines = made.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"DTSTART;VALUE=DATE:20260512" in lines
    assert b"DTEND;VALUE=DATE:20260513" in lines
    assert b"DTSTAMP:20260102T030405Z" in lines
    assert b"SUMMARY:Gesprek\\; directeuren\\, Haarlem" in lines
    assert max(len(line) for line in lines) <= 75
    assert ("é" * 60).encode() in made.replace(b"\r\n ", b"")
