"""The log proves that nothing in it was changed or left out."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from data.command_line.commands import main
from data.storing.change_log import load_changes
from data.storing.log_chain import START
from data.storing.log_keeping import remove_old, verify
from data.storing.organisation import set_forms
from data.storing.store import Store, open_store
from data.users import NotAllowedError
from tests.users import BEHEERDER, NOOR, manager


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store with five lines in its log, one of them of something refused."""
    made = tmp_path / "chained.sqlite3"
    store = open_store(f"sqlite:///{made}")
    for name in ("een", "twee", "drie é \u2028", "vier"):
        set_forms(store, NOOR, [name])
    with pytest.raises(NotAllowedError):
        set_forms(store, manager("Vastgoed"), ["vijf"])
    store.close()
    return made


def tampered(file: Path, *statements: str) -> Store:
    with sqlite3.connect(file) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return open_store(f"sqlite:///{file}")


def test_a_new_log_is_whole(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    found = verify(store)
    assert (found.whole, found.lines, found.last) == (True, 0, START)
    store.close()


def test_what_nobody_touched_is_whole(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    found = verify(store)
    assert (found.whole, found.lines) == (True, 5)
    assert found.last != START
    store.close()


@pytest.mark.parametrize(
    ("statement", "changed"),
    [
        ("UPDATE change_log SET user_name = 'Sam' WHERE id = 2", 2),
        ("UPDATE change_log SET after = '{\"form\": []}' WHERE id = 3", 3),
        ("UPDATE change_log SET result = 'done' WHERE id = 5", 5),
        ("UPDATE change_log SET reason = NULL WHERE id = 5", 5),
        ("UPDATE change_log SET at = '2020-01-01 00:00:00.000000' WHERE id = 1", 1),
        ("UPDATE change_log SET hash = 'x' WHERE id = 4", 4),
        ("DELETE FROM change_log WHERE id = 1", 2),
        ("DELETE FROM change_log WHERE id = 3", 4),
        ("UPDATE change_log SET id = 99 WHERE id = 2", 3),
    ],
)
def test_a_line_that_was_changed_or_left_out_is_found(
    file: Path, statement: str, changed: int
) -> None:
    store = tampered(file, statement)
    found = verify(store)
    assert not found.whole
    assert found.changed == changed
    store.close()


def test_lines_left_out_at_the_end_are_found(file: Path) -> None:
    store = tampered(file, "DELETE FROM change_log WHERE id > 3")
    assert (verify(store).whole, verify(store).missing) == (False, 2)
    set_forms(store, NOOR, ["later"])
    assert verify(store).missing == 2
    store.close()


def test_what_need_not_be_kept_is_removed_and_the_rest_stays_whole(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    assert remove_old(store, BEHEERDER, days=0) == 0
    assert remove_old(store, BEHEERDER, days=30) == 0
    assert len(load_changes(store)) == 5
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=100)
    for removed in (5, 2):  # twice: what was removed before counts too
        assert remove_old(store, BEHEERDER, days=30, now=later) == removed
        assert len(load_changes(store)) == 1
        assert verify(store).whole
        set_forms(store, NOOR, [f"na {removed}"])
        assert verify(store).whole
    with pytest.raises(NotAllowedError):
        remove_old(store, manager("Vastgoed"), days=1)
    assert verify(store).whole
    store.close()


def test_a_removal_that_nobody_noted_is_found(file: Path) -> None:
    store = tampered(
        file,
        "DELETE FROM change_log WHERE id < 3",
        "UPDATE meta SET value = 3 WHERE name = 'log_lines'",
    )
    assert verify(store).changed == 3
    store.close()


def test_the_command_line_proves_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{file}"
    assert main(["log", "verify", "--store", url]) == 0
    assert capsys.readouterr().out.startswith("Het logboek is heel. Regels: 5.")
    tampered(file, "DELETE FROM change_log WHERE id = 3").close()
    assert main(["log", "verify", "--store", url]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Het logboek is niet heel: regel 4 ")
