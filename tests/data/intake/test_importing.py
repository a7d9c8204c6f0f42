from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import data.intake.opening
import data.intake.read_tables
from data.cleaning.name_matching import KnownNames
from data.columns import USAGE
from data.intake.preview import has_content, preview_file, propose_classification
from data.intake.read_table import Context, Recognised
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.reading.messages import FILE_DAMAGED, FILE_UNKNOWN
from data.settings import Settings
from data.storing import frames
from data.storing.errors import (
    AlreadyStoredError,
    AlreadyUndoneError,
    NothingToStoreError,
    UnknownBatchError,
)
from data.storing.names import load_headings, load_spellings
from data.storing.reference import set_relevance
from data.storing.store import Store, data_version, open_store
from data.values.corrections import AS_RECOGNISED, NO_CORRECTIONS, Corrections, SheetCorrections
from data.values.found_table import Heading
from data.values.grid import Sheet
from data.values.results import FilePreview, NameMatches, RejectedRow, SheetResult
from data.values.unreadable import UnreadableFileError
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    budget_sheet,
    preview,
    usage_sheet,
    use,
)
from tests.users import NOOR, coordinator

SETTINGS = Settings()
FIGURES: tuple[Callable[[Store], pd.DataFrame], ...] = (
    frames.load_usage,
    frames.load_budget,
    frames.load_departments,
    frames.load_themes,
    frames.load_relevance,
    frames.load_reported,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


def figures(store: Store) -> list[pd.DataFrame]:
    return [load(store) for load in FIGURES]


def spellings(store: Store, kind: str = "department") -> dict[str, str]:
    with store.reading() as connection:
        return load_spellings(connection, kind)


def headings(store: Store) -> dict[tuple[str, str], str]:
    with store.reading() as connection:
        return load_headings(connection)


# Storing


def test_the_same_file_is_not_stored_twice(store: Store) -> None:
    file = preview(usage_sheet([use("2018-01-01", JOS, ARMOEDE)]))
    batch_id = store_preview(file, store=store, user=NOOR)
    before = data_version(store)
    with pytest.raises(AlreadyStoredError) as caught:
        store_preview(file, store=store, user=NOOR)
    assert caught.value.batch_id == batch_id
    assert len(frames.load_usage(store)) == 1
    assert data_version(store) == before


@pytest.mark.parametrize(
    "file",
    [
        preview(),
        preview(SheetResult("Toelichting")),
        preview(usage_sheet([], skipped={"blank": 3})),
        FilePreview("x.pdf", error=FILE_UNKNOWN(file="x.pdf")),
    ],
)
def test_a_file_without_anything_of_ours_is_not_stored(store: Store, file: FilePreview) -> None:
    assert not has_content(file)
    with pytest.raises(NothingToStoreError):
        store_preview(file, store=store, user=NOOR)
    assert frames.load_batches(store).empty


def test_a_file_with_only_rejected_rows_is_stored(store: Store) -> None:
    batch_id = store_preview(
        preview(usage_sheet([], rejected=[RejectedRow(6, ("x",), ())])), store=store, user=NOOR
    )
    assert frames.load_rejected(store, batch_id)["cells"].tolist() == [("x",)]
    assert pd.isna(frames.load_batches(store)["first_year"][0])


def test_a_failure_halfway_leaves_nothing(store: Store) -> None:
    before = figures(store)
    good = usage_sheet([use("2018-01-01", JOS, ARMOEDE)])
    bad = usage_sheet([use("2018-01-01", JOS, ARMOEDE)], name="Blad2")
    bad.records["date_precision"] = None  # which the store does not accept
    with pytest.raises(Exception, match="date_precision"):
        store_preview(preview(good, bad), store=store, user=NOOR)
    assert frames.load_batches(store).empty
    for earlier, now in zip(before, figures(store), strict=True):
        assert_frame_equal(earlier, now)


def test_a_character_that_no_database_holds_is_left_out(store: Store) -> None:
    rows = [use("2018-01-01", JOS, ARMOEDE, subject="half\0uur")]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    assert frames.load_usage(store)["subject"].tolist() == ["halfuur"]


def test_proposals_are_for_new_names_only(store: Store) -> None:
    store_preview(preview(usage_sheet([use("2018-01-01", JOS, ARMOEDE)])), store=store, user=NOOR)
    rows = [use("2018-01-01", JOS, DUURZAAMHEID), use("2018-01-01", VASTGOED, ARMOEDE)]
    proposed = propose_classification(preview(usage_sheet(rows), content="2"), store=store)
    assert proposed.domains == {VASTGOED: "fysiek"}
    assert proposed.themes == {DUURZAAMHEID: ("fysiek", "verduurzamingsopgave")}


# What is learned


def matched(spelling: str, name: str) -> dict[str, NameMatches]:
    return {"department": NameMatches({spelling: name, name: name}, (), {spelling: name})}


def test_spellings_and_headings_are_remembered_and_forgotten(store: Store) -> None:
    learned = [
        Heading(0, "Datum", "date"),
        Heading(1, "Bestede uurtjes", "hours", "similar"),
        Heading(2, "Onzin", None, "ignored"),
        Heading(3, "Uren (gepland)", None, "chosen"),
        Heading(4, "", "subject", "chosen"),
    ]
    sheet = usage_sheet(
        [use("2018-01-01", JOS, ARMOEDE)], names=matched("Jeugd/Ond.", JOS), headings=learned
    )
    batch_id = store_preview(preview(sheet), store=store, user=NOOR)
    assert spellings(store) == {"Jeugd/Ond.": JOS, JOS: JOS}
    assert headings(store) == {
        (USAGE, "bestede uurtjes"): "hours",
        (USAGE, "uren gepland"): "",
    }
    undo_batch(batch_id, store=store, user=NOOR)
    assert spellings(store) == {}
    assert headings(store) == {}


def test_what_two_uploads_taught_stays_until_both_are_undone(store: Store) -> None:
    for content in "12":
        sheet = usage_sheet([use("2018-01-01", JOS, ARMOEDE)], names=matched("jos", JOS))
        store_preview(preview(sheet, content=content), store=store, user=NOOR)
    undo_batch(1, store=store, user=NOOR)
    assert spellings(store) == {"jos": JOS, JOS: JOS}
    undo_batch(2, store=store, user=NOOR)
    assert spellings(store) == {}


def test_what_a_person_said_of_names_is_known_to_the_next_upload_until_it_is_undone(
    store: Store,
) -> None:
    store_preview(preview(usage_sheet([use("2018-01-01", JOS, ARMOEDE)])), store=store, user=NOOR)
    listing = b"Datum;Afdeling;Thema\n01-02-2018;Jeugd en Sport;Wonen\n02-02-2018;Jongeren;Wonen\n"

    def read(extra: bytes = b"", said: Corrections = NO_CORRECTIONS) -> FilePreview:
        content = listing + extra
        return preview_file(content, "a.csv", store=store, settings=SETTINGS, corrections=said)

    (doubtful,) = read().sheets
    assert (doubtful.accepted, doubtful.rejected) == (1, 1)
    names = {"Jeugd en Sport": "Jeugd en Sport", "Jongeren": JOS}
    batch_id = store_preview(
        read(said=Corrections(names={"department": names})), store=store, user=NOOR
    )
    (next_time,) = read(extra=b"03-02-2018;Jongeren;Wonen\n").sheets
    assert next_time.records["department"].tolist() == ["Jeugd en Sport", JOS, JOS]
    undo_batch(batch_id, store=store, user=NOOR)
    assert [sheet.rejected for sheet in read().sheets] == [1]


def test_a_name_without_records_is_not_added(store: Store) -> None:
    names = {"department": NameMatches({"Afgekeurd": "Afgekeurd"}, ("Afgekeurd",), {})}
    sheet = usage_sheet([use("2018-01-01", JOS, ARMOEDE)], names=names)
    store_preview(preview(sheet), store=store, user=NOOR)
    assert spellings(store) == {JOS: JOS}


# Undoing


def test_undoing_gives_the_figures_of_before_exactly(store: Store) -> None:
    first = [use("2018-01-01", JOS, ARMOEDE, hours=3.5), use("2019-01-01", VASTGOED, ARMOEDE)]
    store_preview(preview(usage_sheet(first)), store=store, user=NOOR)
    set_relevance(store, coordinator("Noor"), {(VASTGOED, ARMOEDE): True})
    before = figures(store)
    second = usage_sheet(
        [use("2020-01-01", JOS, DUURZAAMHEID), use("2021-01-01", "Griffie", ARMOEDE)],
        rejected=[RejectedRow(9, ("x",), ())],
        names=matched("jos", JOS),
    )
    money = budget_sheet([{"year": 2022, "kind": "budget", "amount": 2.0, "theme": "Europa"}])
    batch_id = store_preview(preview(second, money, content="2"), store=store, user=NOOR)
    set_relevance(store, coordinator("Noor"), {("Griffie", ARMOEDE): True})
    assert len(frames.load_usage(store)) == 4
    undo_batch(batch_id, store=store, user=NOOR)
    for earlier, now in zip(before, figures(store), strict=True):
        assert_frame_equal(earlier, now)
    assert frames.load_rejected(store, batch_id).empty
    assert frames.load_batches(store)["undone_at"].notna().tolist() == [True, False]


def test_a_name_stays_while_another_upload_uses_it(store: Store) -> None:
    for content in "12":
        sheet = usage_sheet([use("2018-01-01", JOS, ARMOEDE)])
        store_preview(preview(sheet, content=content), store=store, user=NOOR)
    undo_batch(1, store=store, user=NOOR)
    assert frames.load_departments(store)["department"].tolist() == [JOS]
    undo_batch(2, store=store, user=NOOR)
    assert frames.load_departments(store).empty
    assert frames.load_themes(store).empty


def test_an_undone_file_may_be_read_in_again(store: Store) -> None:
    file = preview(usage_sheet([use("2018-01-01", JOS, ARMOEDE)]))
    undo_batch(store_preview(file, store=store, user=NOOR), store=store, user=NOOR)
    assert store_preview(file, store=store, user=NOOR) == 2
    assert len(frames.load_usage(store)) == 1


def test_undoing_what_cannot_be_undone(store: Store) -> None:
    with pytest.raises(UnknownBatchError):
        undo_batch(7, store=store, user=NOOR)
    batch_id = store_preview(
        preview(usage_sheet([use("2018-01-01", JOS, ARMOEDE)])), store=store, user=NOOR
    )
    undo_batch(batch_id, store=store, user=NOOR)
    before = data_version(store)
    with pytest.raises(AlreadyUndoneError):
        undo_batch(batch_id, store=store, user=NOOR)
    assert data_version(store) == before


# Previewing, with the steps before it replaced


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Replaces the steps; `sheets` is what is read, `calls` what the later steps were given."""
    given: dict[str, Any] = {"sheets": [Sheet("Blad1", []), Sheet("Blad2", [])], "calls": []}

    def read_file(content: bytes, file_name: str, settings: Settings) -> list[Sheet]:
        if content == b"broken":
            raise UnreadableFileError(FILE_DAMAGED(file=file_name))
        return list(given["sheets"])

    def read_rows(
        found: Recognised, context: Context, said: SheetCorrections, read_before: object
    ) -> object:
        given["calls"].append({"context": context, "corrections": said})
        return object()

    def settle(rows: object, known: KnownNames, sheet: Sheet) -> SheetResult:
        given["calls"][-1]["known"] = known
        names = {
            "department": NameMatches({"jos": JOS}, (JOS,)),
            "theme": NameMatches({ARMOEDE: ARMOEDE}, (ARMOEDE,)),
        }
        rows_of_use = [use("2018-01-01", JOS, ARMOEDE)]
        return replace(usage_sheet(rows_of_use, names=names), sheet=sheet.name)

    monkeypatch.setattr(data.intake.read_tables, "read_rows", read_rows)
    monkeypatch.setattr(data.intake.read_tables, "settle", settle)
    monkeypatch.setattr(data.intake.opening, "read_file", read_file)
    return given


def test_a_preview_stores_nothing_and_tells_what_would_be(
    store: Store, steps: dict[str, Any]
) -> None:
    found = preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS)
    assert [sheet.sheet for sheet in found.sheets] == ["Blad1", "Blad2"]
    # The SHA-256 of "abc", from FIPS 180-2.
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (found.size, found.error, found.stored_as) == (3, None, None)
    assert data_version(store) == 0


def test_names_new_in_one_sheet_are_known_to_the_next(store: Store, steps: dict[str, Any]) -> None:
    preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS)
    first, second = (call["known"] for call in steps["calls"])
    assert first.departments == {}
    assert second.departments == {"jos": JOS}
    assert second.themes == {ARMOEDE: ARMOEDE}


def test_cleaning_is_told_what_the_store_knows(store: Store, steps: dict[str, Any]) -> None:
    learned = [Heading(1, "Bestede uurtjes", "hours", "chosen")]
    sheet = usage_sheet([use("2018-01-01", VASTGOED, ARMOEDE)], headings=learned)
    store_preview(preview(sheet), store=store, user=NOOR)
    preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS, kind=USAGE)
    call = steps["calls"][0]
    assert call["known"].departments == {VASTGOED: VASTGOED}
    assert list(call["context"].remembered_headings.values()) == ["hours"]
    assert (call["context"].kind, call["context"].settings) == (USAGE, SETTINGS)
    assert call["context"].forms[0] == "advies"


def test_cleaning_is_told_what_a_person_says_of_each_sheet(
    store: Store, steps: dict[str, Any]
) -> None:
    said = Corrections({"Blad2": SheetCorrections(header_row=4)})
    preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS, corrections=said)
    assert [call["corrections"] for call in steps["calls"]] == [AS_RECOGNISED, said.of("Blad2")]


def test_a_file_that_is_stored_already_says_so(store: Store, steps: dict[str, Any]) -> None:
    batch_id = store_preview(
        preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS), store=store, user=NOOR
    )
    again = preview_file(b"abc", "other name.xlsx", store=store, settings=SETTINGS)
    assert again.stored_as == batch_id
    assert len(again.sheets) == 2
    undo_batch(batch_id, store=store, user=NOOR)
    assert preview_file(b"abc", "g.xlsx", store=store, settings=SETTINGS).stored_as is None


def test_a_file_that_cannot_be_read_gives_its_sentence(store: Store, steps: dict[str, Any]) -> None:
    found = preview_file(b"broken", "g.xlsx", store=store, settings=SETTINGS)
    assert found.error == FILE_DAMAGED(file="g.xlsx")
    assert found.sheets == ()


def test_a_file_name_that_no_database_holds(store: Store, steps: dict[str, Any]) -> None:
    found = preview_file(b"abc", "g\udcff\0.xlsx", store=store, settings=SETTINGS)
    assert found.file_name == "g?.xlsx"
