"""What is kept of the yearly meeting: requests, agreements, the dossier as edited and as it is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.columns import DEPARTMENT, DUE_ON, OUTCOME, STATUS, THEME
from data.intake.restoring import undo_batch
from data.storing import frames
from data.storing.actions import load_actions
from data.storing.dossiers import (
    Established,
    edit_dossier,
    freeze_dossier,
    frozen_file,
    last_meeting,
    load_dossier_files,
    load_dossiers,
    load_draft,
    load_house_style,
    set_house_style,
)
from data.storing.errors import ChangedMeanwhileError, ReasonMissingError
from data.storing.meeting_agreements import follow_agreement, make_agreement
from data.storing.reorganising import Reorganisation, reorganise
from data.storing.requests import follow_request, note_request, withdraw_request
from data.storing.store import Store
from data.values.meeting import Edits, HouseStyle, MeetingAgreement, UnmetRequest
from tests.pages.stores import add_uses, make_store
from tests.users import NOOR

JEUGD, ZORG, ARMOEDE, WONEN = "Jeugd", "Zorg", "Armoede", "Wonen"
USES = [("2024-03-04", JEUGD, ARMOEDE), ("2024-03-05", ZORG, WONEN)]
ASKED = UnmetRequest(dt.date(2024, 5, 6), ZORG, ARMOEDE, "Een leerkring", "waiting")
BYTES = b"%PDF-1.7 " + bytes(range(256))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path, USES)
    yield store
    store.close()


def freeze(store: Store, reason: str = "") -> int:
    dossier = Established(2024, "nl", "Dossier 2024", reason, "0.2.0", {"uses": 2})
    return freeze_dossier(store, NOOR, dossier, [frozen_file("pdf", "d.pdf", BYTES)])


def test_a_request_is_kept_followed_and_taken_back(store: Store) -> None:
    number = note_request(store, NOOR, ASKED)
    follow_request(store, NOOR, number, outcome="elsewhere", note="Via de universiteit.")
    (kept,) = frames.load_requests(store).to_dict("records")
    assert (kept[DEPARTMENT], kept[THEME], kept["subject"]) == (ZORG, ARMOEDE, "Een leerkring")
    assert (kept[OUTCOME], kept["note"]) == ("elsewhere", "Via de universiteit.")
    withdraw_request(store, NOOR, number)
    assert frames.load_requests(store).empty


def test_a_request_has_an_outcome_that_exists(store: Store) -> None:
    with pytest.raises(ValueError, match="no outcome"):
        follow_request(store, NOOR, note_request(store, NOOR, ASKED), outcome="lost")


def test_an_agreement_about_a_cell_becomes_an_action(store: Store) -> None:
    day = dt.date(2025, 9, 1)
    number = make_agreement(
        store, NOOR, MeetingAgreement(2024, "Samen langsgaan", "Sam", day, ZORG, ARMOEDE)
    )
    (action,) = load_actions(store).to_dict("records")
    assert (action[DEPARTMENT], action[THEME], action["owner"]) == (ZORG, ARMOEDE, "Sam")
    assert (action["next_step"], action["due_on"].date()) == ("Samen langsgaan", day)
    (kept,) = frames.load_meeting_agreements(store).to_dict("records")
    assert kept["id"] == number
    assert kept["conversation_id"] == action["conversation_id"]
    assert (kept[STATUS], kept[DUE_ON].date()) == ("to_do", day)


def test_an_agreement_about_nothing_in_particular_is_no_action(store: Store) -> None:
    make_agreement(store, NOOR, MeetingAgreement(2024, "Vaker overleg", "Directeuren"))
    assert load_actions(store).empty
    (kept,) = frames.load_meeting_agreements(store).to_dict("records")
    assert kept["text"] == "Vaker overleg"


def test_the_second_who_changes_an_agreement_is_told(store: Store) -> None:
    number = make_agreement(store, NOOR, MeetingAgreement(2024, "Vaker overleg", "Directeuren"))
    follow_agreement(store, NOOR, number, status="done", outcome="Elk kwartaal.", version=1)
    with pytest.raises(ChangedMeanwhileError):
        follow_agreement(store, NOOR, number, status="dropped", outcome="", version=1)
    (kept,) = frames.load_meeting_agreements(store).to_dict("records")
    assert (kept[STATUS], kept[OUTCOME]) == ("done", "Elk kwartaal.")


def test_edits_are_kept_per_year_and_language(store: Store) -> None:
    edits = Edits({"used.headline": "Anders."}, frozenset({"paid"}), {"questions": ("Waarom?",)})
    edit_dossier(store, NOOR, 2024, "nl", edits, version=0)
    assert load_draft(store, 2024, "nl").content == edits
    assert load_draft(store, 2024, "en").content == Edits()
    with pytest.raises(ChangedMeanwhileError):
        edit_dossier(store, NOOR, 2024, "nl", Edits(), version=0)


def test_what_is_established_never_changes(store: Store) -> None:
    number = freeze(store)
    (before,) = load_dossiers(store).to_dict("records")
    assert [upload["file"] for upload in before["uploads"]] == ["gebruik.xlsx"]
    assert (before["tool_version"], before["user"]) == ("0.2.0", NOOR.name)
    add_uses(store, [("2024-07-01", ZORG, ARMOEDE)], file="meer.xlsx")
    undo_batch(1, store=store, user=NOOR)
    reorganise(store, NOOR, Reorganisation(2025, {ZORG: {JEUGD: 100}}))
    (after,) = load_dossiers(store).to_dict("records")
    assert after == before
    (file,) = load_dossier_files(store, number)
    assert file.content == BYTES
    assert file.sha256 == hashlib.sha256(BYTES).hexdigest()


def test_a_new_version_says_why_and_leaves_the_one_before(store: Store) -> None:
    first = freeze(store)
    with pytest.raises(ReasonMissingError):
        freeze(store)
    second = freeze(store, "Een opgave kwam later.")
    kept = load_dossiers(store)
    assert kept["id"].tolist() == [second, first]
    assert kept["version"].tolist() == [2, 1]
    assert kept["reason"].tolist() == ["Een opgave kwam later.", ""]


def test_the_last_meeting_is_that_about_the_year_before(store: Store) -> None:
    freeze(store)
    today = dt.datetime.now(dt.UTC).date()
    assert last_meeting(store, 2025) == today
    assert last_meeting(store, 2024) is None


def test_the_house_style_is_the_last_one(store: Store) -> None:
    assert load_house_style(store) == HouseStyle()
    set_house_style(store, NOOR, HouseStyle("#112233", "#445566", b"\x89PNG"))
    set_house_style(store, NOOR, HouseStyle("#112233", "#445566"))
    assert load_house_style(store) == HouseStyle("#112233", "#445566")
    with pytest.raises(ValueError, match="no colour"):
        set_house_style(store, NOOR, HouseStyle("red"))
