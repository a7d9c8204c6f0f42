"""What of persons need not be kept any longer is deleted, and the log stays whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import String

from data.command_line.commands import main
from data.intake.restoring import bring_back_batch, undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing import acts, retention, sign_ins
from data.storing import tables as t
from data.storing.accounts import Account, put_accounts
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.storing.change_log import load_changes
from data.storing.confirmations import confirm_year
from data.storing.frames import load_actions, load_batches, load_confirmations
from data.storing.log_keeping import verify
from data.storing.retention import NO_NAME, Deleted, delete_old
from data.storing.store import Store, open_store
from data.storing.uploads import load_rejected
from data.users import COORDINATOR, NotAllowedError
from tests.data.storing.examples import ARMOEDE as THEME
from tests.data.storing.examples import JOS, VASTGOED, rich_preview
from tests.users import BEHEERDER, NOOR, manager

KEEP = Settings(change_log_days=0, name_days=0, rejected_days=0, visit_days=0)
NOW = dt.datetime.now(dt.UTC)
SAM = manager(VASTGOED)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An upload with a rejected row, a confirmation, a conversation and a visit, all of today."""
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    store_preview(rich_preview(), store=opened, user=NOOR)
    confirm_year(opened, SAM, VASTGOED, 2020, records=1)
    plan = ConversationPlan("Kim", "bellen", dt.date(2020, 1, 1))
    choose_cells(opened, NOOR, VASTGOED, {THEME: Place()}, plan)
    put_accounts(opened, BEHEERDER, {"noor": Account(COORDINATOR)})
    sign_ins.begin(opened, NOOR, "sleutel", name="noor", hours=9)
    yield opened
    opened.close()


def later(days: int) -> dt.datetime:
    return NOW + dt.timedelta(days=days)


def count_rejected(store: Store) -> int:
    return sum(len(load_rejected(store, int(n))) for n in load_batches(store)["batch_id"])


def test_nothing_is_deleted_before_its_time(store: Store) -> None:
    lines = len(load_changes(store))
    limits = Settings(change_log_days=10, name_days=10, rejected_days=10, visit_days=10)
    assert delete_old(store, BEHEERDER, limits, now=later(9)) == Deleted(0, 0, 0, 0)
    assert delete_old(store, BEHEERDER, KEEP, now=later(9_999)) == Deleted(0, 0, 0, 0)
    assert len(load_changes(store)) == lines  # and that leaves no line either


def test_each_is_deleted_by_its_own_setting_and_noted(store: Store) -> None:
    rejected = count_rejected(store)
    assert rejected >= 1
    for limits, subject, deleted in (
        (replace(KEEP, visit_days=10), acts.OLD_VISITS, Deleted(1, 0, 0, 0)),
        (replace(KEEP, rejected_days=10), acts.REJECTED_ROWS, Deleted(0, rejected, 0, 0)),
    ):
        assert delete_old(store, BEHEERDER, limits, now=later(11)) == deleted
        line = load_changes(store).iloc[0]
        assert (line["user"], line["verb"], line["subject"]) == (
            "Beheerder",
            "removed",
            subject.name,
        )
        assert delete_old(store, BEHEERDER, limits, now=later(11)) == Deleted(0, 0, 0, 0)
    assert count_rejected(store) == 0
    assert verify(store).whole


def test_names_give_way_to_a_dash_and_what_was_done_stays(store: Store) -> None:
    limits = replace(KEEP, name_days=10)
    assert delete_old(store, BEHEERDER, limits, now=later(11)).names >= 3
    assert set(load_batches(store)["user"]) == {NO_NAME}
    assert set(load_confirmations(store)["user"]) == {NO_NAME}
    assert set(load_actions(store)["owner"]) == {NO_NAME}
    assert len(load_confirmations(store)) == 1
    assert verify(store).whole


def test_who_holds_a_conversation_that_goes_on_is_kept(store: Store) -> None:
    plan = ConversationPlan("Bo", "bellen", later(30).date())
    choose_cells(store, NOOR, JOS, {THEME: Place()}, plan)
    delete_old(store, BEHEERDER, replace(KEEP, name_days=10), now=later(11))
    assert set(load_actions(store)["owner"]) == {NO_NAME, "Bo"}


def test_the_log_is_cut_at_the_beginning_and_stays_one_chain(store: Store) -> None:
    lines = len(load_changes(store))
    assert delete_old(
        store, BEHEERDER, replace(KEEP, change_log_days=10), now=later(11)
    ) == Deleted(0, 0, 0, lines)
    assert verify(store).whole
    assert len(load_changes(store)) == 1


def test_rejected_rows_of_an_upload_that_was_taken_back_go_too(store: Store) -> None:
    rejected = count_rejected(store)
    number = int(load_batches(store)["batch_id"].iloc[0])
    undo_batch(number, store=store, user=NOOR)
    limits = replace(KEEP, rejected_days=10)
    assert delete_old(store, BEHEERDER, limits, now=later(11)).rejected_rows == rejected
    assert delete_old(store, BEHEERDER, limits, now=later(11)).rejected_rows == 0
    bring_back_batch(number, store=store, user=NOOR)
    assert count_rejected(store) == 0


def test_who_does_not_look_after_the_tool_deletes_nothing(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        delete_old(store, SAM, replace(KEEP, visit_days=1), now=later(11))


def test_every_name_of_a_user_has_its_term() -> None:
    named = {
        (table.name, column.name)
        for table in t.meta.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, String)
        and (column.name in ("user_name", "owner") or column.name.endswith("_by"))
    }
    bounded = {
        (table.name, name) for table, (names, _) in retention._NAMES.items() for name in names
    }
    by_another_way = {("change_log", "user_name"), ("conversation", "owner")}
    nobody = {("budget_line", "decided_by")}  # a rule, an exception, the sheet, or a person
    assert named - bounded - nobody == by_another_way


def test_the_command_says_what_it_deleted(
    store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = store.engine.url.render_as_string()
    assert main(["tidy", "--store", url]) == 0
    told = capsys.readouterr().out
    assert (
        told == "Verwijderd: bezoeken 0, afgekeurde rijen 0, namen 0, regels van het logboek 0.\n"
    )
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sign_in SET ends_at = '2020-01-01 00:00:00.000000'")
    assert main(["tidy", "--store", url]) == 0
    assert "bezoeken 1," in capsys.readouterr().out
