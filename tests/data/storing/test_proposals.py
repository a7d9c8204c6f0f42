from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.reporting import reported_years
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.storing.actions import ConversationPlan, Place, choose_cells, load_actions
from data.storing.change_log import load_changes
from data.storing.confirmations import confirm_year, load_confirmations, withdraw_confirmation
from data.storing.errors import (
    AlreadyDecidedError,
    ChangedMeanwhileError,
    RecordGoneError,
)
from data.storing.exporting import export_rows
from data.storing.frames import load_batches, load_departments, load_reported, load_usage
from data.storing.proposals import Proposal, accept, load_proposals, propose, refuse, withdraw
from data.storing.reference import remove_sample
from data.storing.store import Store
from data.users import NotAllowedError
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    preview,
    usage_sheet,
    use,
)
from tests.users import NOOR, coordinator, manager

COORDINATOR = coordinator("Noor")
MANAGER = manager(VASTGOED, name="Sam")
NEW = {"date": "2023-09-01", "date_precision": "day", "theme": DUURZAAMHEID, "hours": 4.5}
ADDED = Proposal("add", DUURZAAMHEID, content=NEW)


@pytest.fixture
def store_with_use(store: Store) -> Store:
    rows = [
        use("2023-05-05", JOS, DUURZAAMHEID),
        use("2023-06-06", VASTGOED, ARMOEDE, hours=3.0, amount=12.34, subject="Oud"),
    ]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    return store


def record_of(store: Store, department: str) -> int:
    usage = load_usage(store)
    return int(usage.loc[usage["department"] == department, "id"].iloc[0])


def correction(store: Store, **content: object) -> Proposal:
    given = NEW | {"theme": ARMOEDE} | content
    return Proposal("correct", ARMOEDE, record_of(store, VASTGOED), given, "Het was langer")


def test_a_proposal_changes_nothing_until_it_is_accepted(store_with_use: Store) -> None:
    before = load_usage(store_with_use)
    propose(store_with_use, MANAGER, VASTGOED, ADDED)
    assert load_usage(store_with_use).equals(before)
    (row,) = load_proposals(store_with_use).to_dict("records")
    assert (row["status"], row["proposed_by"], row["content"]["hours"]) == ("proposed", "Sam", 4.5)


def test_an_accepted_record_comes_in_as_an_upload_with_its_origin(store_with_use: Store) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, ADDED)
    accept(store_with_use, COORDINATOR, number)
    usage = load_usage(store_with_use)
    added = usage[usage["date"] == "2023-09-01"].iloc[0]
    assert (added["department"], added["hours"], added["year"]) == (VASTGOED, 4.5, 2023)
    assert (added["file"], added["sheet"]) == (f"Voorstel {number}", VASTGOED)
    newest = load_batches(store_with_use).iloc[0]
    assert (newest["batch_id"], newest["accepted"], newest["user"]) == (2, 1, "Noor")
    undo_batch(2, store=store_with_use, user=NOOR)
    assert len(load_usage(store_with_use)) == 2
    assert load_proposals(store_with_use)["undone_at"].notna().all()


def test_a_corrected_record_is_kept_and_no_longer_counted(store_with_use: Store) -> None:
    before = load_usage(store_with_use)
    number = propose(store_with_use, MANAGER, VASTGOED, correction(store_with_use, hours=9.0))
    accept(store_with_use, COORDINATOR, number)
    usage = load_usage(store_with_use)
    assert len(usage) == 2
    corrected = usage[usage["department"] == VASTGOED].iloc[0]
    assert (corrected["hours"], corrected["amount"]) == (9.0, 12.34)
    assert [row["hours"] for row in export_rows(store_with_use, "usage")] == [None, 9.0]
    kept = load_proposals(store_with_use).iloc[0]["before"]
    assert (kept["hours"], kept["subject"], kept["amount_cents"]) == (3.0, "Oud", 1234)
    undo_batch(2, store=store_with_use, user=NOOR)
    assert load_usage(store_with_use).equals(before)


def test_taking_the_upload_back_takes_its_corrections_along(store_with_use: Store) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, correction(store_with_use))
    accept(store_with_use, COORDINATOR, number)
    undo_batch(1, store=store_with_use, user=NOOR)
    assert load_usage(store_with_use).empty
    assert load_batches(store_with_use)["undone_at"].notna().all()


def test_a_record_that_is_not_theirs_can_go(store_with_use: Store) -> None:
    proposal = Proposal("remove", record_id=record_of(store_with_use, VASTGOED))
    accept(store_with_use, COORDINATOR, propose(store_with_use, MANAGER, VASTGOED, proposal))
    assert load_usage(store_with_use)["department"].tolist() == [JOS]
    assert (VASTGOED, 2023) in years_known(store_with_use)


def test_a_theme_that_is_not_wanted_becomes_a_declined_action(store_with_use: Store) -> None:
    proposal = Proposal("not_wanted", ARMOEDE, content={"reason": "ourselves"})
    accept(store_with_use, COORDINATOR, propose(store_with_use, MANAGER, VASTGOED, proposal))
    (row,) = load_actions(store_with_use).to_dict("records")
    assert (row["theme"], row["status"], row["reason"]) == (ARMOEDE, "declined", "ourselves")


def test_a_refused_or_withdrawn_proposal_changes_nothing(store_with_use: Store) -> None:
    before = load_usage(store_with_use)
    another = replace(ADDED, note="Nog een")
    first, second = (propose(store_with_use, MANAGER, VASTGOED, one) for one in (ADDED, another))
    refuse(store_with_use, COORDINATOR, first, answer="Staat er al")
    withdraw(store_with_use, MANAGER, second)
    assert load_proposals(store_with_use)["status"].tolist() == ["withdrawn", "refused"]
    assert load_proposals(store_with_use)["answer"].tolist() == ["", "Staat er al"]
    assert load_usage(store_with_use).equals(before)


def test_the_same_proposal_is_kept_once_as_long_as_it_waits(store_with_use: Store) -> None:
    numbers = {propose(store_with_use, MANAGER, VASTGOED, ADDED) for _tap in range(3)}
    assert len(numbers) == len(load_proposals(store_with_use)) == 1
    refuse(store_with_use, COORDINATOR, *numbers)
    assert propose(store_with_use, MANAGER, VASTGOED, ADDED) not in numbers


def test_a_proposal_is_dealt_with_once(store_with_use: Store) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, ADDED)
    accept(store_with_use, COORDINATOR, number)
    for again in (accept, refuse):
        with pytest.raises(AlreadyDecidedError):
            again(store_with_use, COORDINATOR, number)
    assert len(load_usage(store_with_use)) == 3


def test_of_two_who_change_the_same_record_the_second_is_told(store_with_use: Store) -> None:
    proposal = correction(store_with_use)
    number = propose(store_with_use, MANAGER, VASTGOED, proposal)
    with pytest.raises(ChangedMeanwhileError):
        propose(store_with_use, COORDINATOR, VASTGOED, proposal)
    accept(store_with_use, COORDINATOR, number)
    with pytest.raises(RecordGoneError):
        propose(store_with_use, MANAGER, VASTGOED, proposal)


def test_a_record_of_an_upload_that_was_taken_back_cannot_be_corrected(
    store_with_use: Store,
) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, correction(store_with_use))
    undo_batch(1, store=store_with_use, user=NOOR)
    with pytest.raises(RecordGoneError):
        accept(store_with_use, COORDINATOR, number)
    assert load_proposals(store_with_use)["status"].tolist() == ["proposed"]


def test_another_record_with_the_number_of_one_that_left_is_not_corrected(
    store_with_use: Store,
) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, correction(store_with_use))
    asked = int(load_proposals(store_with_use)["record_id"].iloc[0])
    undo_batch(1, store=store_with_use, user=NOOR)
    other = [use("2024-01-01", VASTGOED, ARMOEDE)] * 2
    store_preview(preview(usage_sheet(other), content="other"), store=store_with_use, user=NOOR)
    assert asked in load_usage(store_with_use)["id"].tolist()
    with pytest.raises(RecordGoneError):
        accept(store_with_use, COORDINATOR, number)
    assert len(load_usage(store_with_use)) == 2


def test_a_manager_answers_for_the_own_department_and_decides_nothing(
    store_with_use: Store,
) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, ADDED)
    for forbidden in (
        lambda: propose(store_with_use, MANAGER, JOS, ADDED),
        lambda: accept(store_with_use, MANAGER, number),
        lambda: refuse(store_with_use, MANAGER, number),
        lambda: withdraw(store_with_use, manager(JOS, name="Kim"), number),
        lambda: confirm_year(store_with_use, MANAGER, JOS, 2023, records=1),
        lambda: withdraw_confirmation(store_with_use, MANAGER, JOS, 2023),
    ):
        with pytest.raises(NotAllowedError):
            forbidden()
    assert load_proposals(store_with_use)["status"].tolist() == ["proposed"]
    assert load_confirmations(store_with_use).empty


def test_another_departments_record_is_out_of_reach(store_with_use: Store) -> None:
    proposal = Proposal("remove", record_id=record_of(store_with_use, JOS))
    with pytest.raises(RecordGoneError):
        propose(store_with_use, MANAGER, VASTGOED, proposal)


def years_known(store: Store) -> set[tuple[object, ...]]:
    return set(reported_years(load_reported(store)).itertuples(index=False, name=None))


def test_a_confirmed_year_counts_as_reported(store_with_use: Store) -> None:
    confirm_year(store_with_use, MANAGER, VASTGOED, 2020, records=0)
    assert (VASTGOED, 2020) in years_known(store_with_use)
    assert (JOS, 2020) not in years_known(store_with_use)
    confirm_year(store_with_use, MANAGER, VASTGOED, 2020, records=1)
    assert load_confirmations(store_with_use)["records"].tolist() == [1]
    withdraw_confirmation(store_with_use, MANAGER, VASTGOED, 2020)
    assert load_confirmations(store_with_use).empty
    assert (VASTGOED, 2020) not in years_known(store_with_use)


def test_every_step_is_in_the_log(store_with_use: Store) -> None:
    number = propose(store_with_use, MANAGER, VASTGOED, ADDED)
    accept(store_with_use, COORDINATOR, number)
    confirm_year(store_with_use, MANAGER, VASTGOED, 2023, records=2)
    log = load_changes(store_with_use)
    steps = list(zip(log["user"], log["role"], log["verb"], strict=True))[::-1]
    assert steps == [
        ("Noor", "coordinator", "stored"),
        ("Sam", "manager", "proposed"),
        ("Noor", "coordinator", "accepted"),
        ("Sam", "manager", "confirmed"),
    ]


def test_what_was_said_of_the_sample_leaves_with_it(store: Store) -> None:
    rows = [use("2023-06-06", VASTGOED, ARMOEDE)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR, sample=True)
    accept(store, COORDINATOR, propose(store, MANAGER, VASTGOED, Proposal("add", ARMOEDE,
           content=NEW | {"theme": ARMOEDE})))  # fmt: skip
    remove_sample(store, COORDINATOR)
    assert load_usage(store).empty


def test_what_was_done_about_the_sample_alone_leaves_with_it(store: Store) -> None:
    rows = [use("2023-06-06", VASTGOED, ARMOEDE)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR, sample=True)
    choose_cells(
        store, COORDINATOR, VASTGOED, {ARMOEDE: Place()}, ConversationPlan("Noor", "", None)
    )
    confirm_year(store, MANAGER, VASTGOED, 2023, records=1)
    propose(store, MANAGER, VASTGOED, Proposal("add", ARMOEDE, content=NEW | {"theme": ARMOEDE}))
    with pytest.raises(NotAllowedError):
        remove_sample(store, MANAGER)
    remove_sample(store, COORDINATOR)
    assert load_departments(store).empty
    for load in (load_actions, load_confirmations, load_proposals):
        assert load(store).empty
    assert load_changes(store)["verb"].iloc[0] == "removed"


def test_beside_data_of_the_city_what_was_done_stays(store_with_use: Store) -> None:
    rows = [use("2023-06-06", "Fictief", ARMOEDE)]
    store_preview(
        preview(usage_sheet(rows), content="s"), store=store_with_use, user=NOOR, sample=True
    )
    confirm_year(store_with_use, MANAGER, VASTGOED, 2023, records=1)
    remove_sample(store_with_use, COORDINATOR)
    assert len(load_confirmations(store_with_use)) == 1
