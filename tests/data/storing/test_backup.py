"""Copies of the store: whole while it is in use, checked, and put back or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.kill_while_copying import BACKUP, RESTORE, kill_often
from data.command_line.commands import main
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.storing.backup import BackupError, Held, back_up, held_by, restore_backup
from data.storing.change_log import load_changes
from data.storing.frames import load_usage
from data.storing.messages import BACKUP_DAMAGED
from data.storing.store import Store, open_store
from data.storing.versions import IDENTITY, load_versions
from data.users import NotAllowedError
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.users import BEHEERDER, NOOR, manager

KILLS = 2


def add(store: Store, name: str, rows: int = 1) -> int:
    """Store an upload with so many uses."""
    uses = [use("2019-03-04", JOS, ARMOEDE, subject=f"{name} {n}") for n in range(rows)]
    return store_preview(preview(usage_sheet(uses), content=name), store=store, user=NOOR)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store" / "store.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{file}")
    add(opened, "first", 3)
    yield opened
    opened.close()


def restore(store_file: Path, copy: Path, *, while_running: bool = False) -> Held:
    url = f"sqlite:///{store_file}"
    return restore_backup(url, copy, lambda _: BEHEERDER, while_running=while_running).held


def uses_in(file: Path) -> int:
    opened = open_store(f"sqlite:///{file}")
    try:
        return len(load_usage(opened))
    finally:
        opened.close()


def test_a_copy_made_while_the_store_is_open_holds_what_was_stored_last(
    store: Store, tmp_path: Path
) -> None:
    add(store, "second", 2)
    copy = tmp_path / "copy.sqlite3"
    assert back_up(store, NOOR, copy) == Held(2, 5, 0)
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.sqlite3"]
    assert uses_in(copy) == 5


def test_a_copy_of_while_somebody_writes_is_of_before(
    store: Store, tmp_path: Path, file: Path
) -> None:
    with sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM usage_record")
        assert back_up(store, NOOR, tmp_path / "copy.sqlite3").uses == 3
        other.rollback()
    other.close()


def test_a_new_copy_takes_the_place_of_an_old_one_only_once_it_is_whole(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(store, NOOR, copy)
    before = copy.read_bytes()
    add(store, "second", 2)
    monkeypatch.setattr("data.storing.backup._check_copy", damaged)
    with pytest.raises(BackupError):
        back_up(store, NOOR, copy)
    assert copy.read_bytes() == before


def damaged(file: Path) -> Held:
    raise BackupError(BACKUP_DAMAGED(file=file.name))


def test_who_may_not_administer_makes_no_copy(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError):
        back_up(store, manager(JOS), tmp_path / "copy.sqlite3")
    assert not list(tmp_path.glob("copy*"))


def test_the_store_is_no_place_for_its_own_copy(store: Store, file: Path) -> None:
    with pytest.raises(BackupError) as caught:
        back_up(store, NOOR, file)
    assert caught.value.message.code == "backup_would_replace_store"
    assert len(load_usage(store)) == 3


def test_put_back_the_store_is_as_it_was_and_what_it_replaced_is_kept(
    store: Store, file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(store, NOOR, copy)
    add(store, "second", 2)
    store.close()
    restored = restore_backup(f"sqlite:///{file}", copy, lambda _: BEHEERDER)
    assert restored.held == Held(1, 3, 0)
    assert uses_in(file) == 3
    assert restored.kept
    assert uses_in(restored.kept) == 5
    left = sorted(path.name for path in file.parent.iterdir())
    assert left == sorted(["store.sqlite3", restored.kept.name])
    assert uses_in(copy) == 3


def test_who_put_it_back_is_in_the_log_of_what_was_put_back(
    store: Store, file: Path, tmp_path: Path
) -> None:
    back_up(store, NOOR, tmp_path / "copy.sqlite3")
    store.close()
    restore(file, tmp_path / "copy.sqlite3")
    again = open_store(f"sqlite:///{file}")
    line = load_changes(again).iloc[0]
    assert (line["user"], line["verb"], line["subject"]) == ("Beheerder", "restored", "store")
    again.close()


def test_nobody_puts_a_copy_back_without_the_right(
    store: Store, file: Path, tmp_path: Path
) -> None:
    back_up(store, NOOR, tmp_path / "copy.sqlite3")
    add(store, "second", 2)
    store.close()
    with pytest.raises(NotAllowedError):
        restore_backup(f"sqlite:///{file}", tmp_path / "copy.sqlite3", lambda _: manager(JOS))
    assert uses_in(file) == 5


def test_a_store_in_use_is_left_alone_unless_it_is_meant(
    store: Store, file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(store, NOOR, copy)
    add(store, "second", 2)
    assert len(load_usage(store)) == 5  # a connection stays open, as in the app
    with pytest.raises(BackupError) as caught:
        restore(file, copy)
    assert caught.value.message.code == "store_in_use"
    assert len(load_usage(store)) == 5
    before = load_versions(store)[IDENTITY]
    with store.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM usage_record").scalar()
        restore(file, copy, while_running=True)
        assert reader.exec_driver_sql("SELECT count(*) FROM usage_record").scalar() == 5
    assert len(load_usage(store)) == 3  # the same open store, at its next question
    assert load_versions(store)[IDENTITY] != before
    add(store, "third", 1)
    assert len(load_usage(store)) == 4


def test_every_store_has_an_identity_of_its_own(tmp_path: Path) -> None:
    found = set()
    for n in range(3):
        store = open_store(f"sqlite:///{tmp_path / f'{n}.sqlite3'}")
        found.add(load_versions(store)[IDENTITY])
        store.close()
    assert len(found) == 3


@pytest.mark.parametrize("spoil", ["text", "cut", "scribbled", "other", "orders", "newer", "gone"])
def test_what_is_no_good_copy_is_refused_and_the_store_stays(
    store: Store, file: Path, tmp_path: Path, spoil: str
) -> None:
    add(store, "many", 3_000)
    copy = tmp_path / "copy.sqlite3"
    back_up(store, NOOR, copy)
    store.close()
    codes = spoiled(copy, spoil)
    with pytest.raises(BackupError) as caught:
        restore(file, copy)
    assert caught.value.message.code in codes
    assert uses_in(file) == 3_003
    assert [path.name for path in file.parent.iterdir()] == ["store.sqlite3"]


def spoiled(copy: Path, how: str) -> set[str]:
    """Spoil a copy; the codes of the sentences that may tell so."""
    content = copy.read_bytes()
    if how == "text":
        copy.write_text("geen database" * 100)
    elif how == "cut":
        copy.write_bytes(content[: len(content) // 2])
        return {"backup_damaged"}
    elif how == "scribbled":
        copy.write_bytes(content[: len(content) // 2] + os.urandom(len(content) // 2))
        return {"backup_damaged"}
    elif how == "other":
        copy.unlink()
        with sqlite3.connect(copy) as connection:
            connection.execute("CREATE TABLE klant (naam TEXT)")
        connection.close()
    elif how == "orders":  # a store of ours, that would do more than hold data
        with sqlite3.connect(copy) as connection:
            connection.execute(
                "CREATE TRIGGER t AFTER INSERT ON change_log BEGIN DELETE FROM change_log; END"
            )
        connection.close()
    elif how == "newer":
        with sqlite3.connect(copy) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
        connection.close()
        return {"store_is_newer"}
    else:
        copy.unlink()
        return {"backup_not_there"}
    return {"backup_is_no_store"}


@pytest.mark.parametrize("there", ["nothing", "damaged", "only what was left beside it"])
def test_a_copy_is_put_back_where_no_sound_store_stands(
    store: Store, file: Path, tmp_path: Path, there: str
) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(store, NOOR, copy)
    add(store, "second", 2)
    for ending in ("-wal", "-shm"):  # as a killed program leaves them
        shutil.copy(f"{file}{ending}", tmp_path / f"kept{ending}")
    store.close()
    if there == "damaged":
        file.write_bytes(b"x" * 10_000)
    else:
        file.unlink()
    if there == "only what was left beside it":
        for ending in ("-wal", "-shm"):
            shutil.copy(tmp_path / f"kept{ending}", f"{file}{ending}")
    assert restore(file, copy) == Held(1, 3, 0)
    assert uses_in(file) == 3
    assert not file.with_name("store.sqlite3-wal").exists()


def test_the_command_line_copies_and_puts_back(
    store: Store, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, copy = f"sqlite:///{file}", tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy), "--store", url]) == 0
    held = "uploads: 1, gebruik: 3, budgetregels: 0"
    assert capsys.readouterr().out == f"De kopie is gemaakt en gecontroleerd: {held}.\n"
    undo_batch(1, store=store, user=NOOR)
    assert main(["restore", str(copy), "--store", url]) == 2
    assert capsys.readouterr().err.startswith("De opslag is in gebruik.")
    store.close()
    assert main(["restore", str(copy), "--store", url]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"De kopie is teruggezet: {held}.\n")
    assert "store.sqlite3.replaced-" in told
    again = open_store(url)
    assert held_by(again) == Held(1, 3, 0)
    assert load_changes(again)["origin"].iloc[0] == "command_line"
    again.close()


@pytest.mark.parametrize("act", [BACKUP, RESTORE])
def test_killed_meanwhile_what_stands_there_is_as_before_or_as_it_should_become(
    tmp_path: Path, act: str
) -> None:
    found = kill_often(act, tmp_path, times=KILLS, seed=4)
    assert found.whole == KILLS
    assert found.left == ("store.sqlite3",)  # the last time clears what the kills left behind


def test_half_a_store_that_was_to_be_kept_is_cleared(
    store: Store, file: Path, tmp_path: Path
) -> None:
    back_up(store, NOOR, tmp_path / "copy.sqlite3")
    store.close()
    half, kept = (file.with_name(f"{file.name}.replaced-2020{end}") for end in (".part", ""))
    for left in (half, kept):
        left.write_bytes(b"half")
    restore(file, tmp_path / "copy.sqlite3")
    assert not half.exists()
    assert kept.exists()
