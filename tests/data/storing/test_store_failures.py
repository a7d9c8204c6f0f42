"""What goes wrong with the store itself: one sentence per cause, on SQLite as it really happens."""

from __future__ import annotations

import errno
import os
import socket
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.command_line.commands import main
from data.storing import engine, messages, postgresql
from data.storing.change_log import load_changes
from data.storing.organisation import set_forms
from data.storing.store import Store, data_version, open_store
from data.storing.store_failures import StoreFailedError, sentence_of
from tests.users import NOOR
from texts import Sentence


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "store.sqlite3"
    open_store(f"sqlite:///{made}").close()
    return made


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{file}")
    yield opened
    opened.close()


def refused(url_or_file: object) -> str:
    """The code of the sentence with which opening is refused."""
    url = url_or_file if isinstance(url_or_file, str) else f"sqlite:///{url_or_file}"
    with pytest.raises(StoreFailedError) as caught:
        open_store(url)
    return caught.value.message.code


def test_a_full_disk_is_told_and_nothing_is_stored(store: Store) -> None:
    before = data_version(store)
    pages = f"PRAGMA max_page_count = {page_count(store)}"
    with store.engine.connect() as connection:
        connection.exec_driver_sql(pages)
    with pytest.raises(StoreFailedError) as caught:
        set_forms(store, NOOR, [f"vorm {n} {'x' * 500}" for n in range(2_000)])
    assert messages.STORE_DISK_FULL.says(caught.value.message)
    assert data_version(store) == before


def page_count(store: Store) -> int:
    with store.engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())


def test_a_store_that_another_writes_to_is_given_up_after_some_seconds(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.SECONDS_TO_WAIT_FOR_ANOTHER_WRITER <= 10
    monkeypatch.setattr(engine, "SECONDS_TO_WAIT_FOR_ANOTHER_WRITER", 1)
    hurried = open_store(f"sqlite:///{file}")
    with sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(StoreFailedError) as caught:
            set_forms(hurried, NOOR, ["advies"])
        assert time.monotonic() - began < 5  # once, and not for the line in the log as well
        other.rollback()
    assert messages.STORE_LOCKED.says(caught.value.message)
    assert load_changes(store).empty
    hurried.close()


def test_a_store_that_may_not_be_written_is_told(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StoreFailedError) as caught:
        set_forms(store, NOOR, ["advies"])
    assert messages.STORE_READ_ONLY.says(caught.value.message)
    store.close()


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.sqlite3"
    store = open_store(f"sqlite:///{damaged}")
    set_forms(store, NOOR, [f"vorm {n} {'x' * 100}" for n in range(2_000)])
    store.close()
    content = bytearray(damaged.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    damaged.write_bytes(content)
    assert refused(damaged) == "store_corrupt"


@pytest.mark.parametrize(
    "content", [b"geen database, wel tekst" * 100, b"PK\x03\x04" + b"x" * 5_000]
)
def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "brief.docx"
    other.write_bytes(content)
    assert refused(other) == "store_is_foreign"
    assert other.read_bytes() == content


def test_a_database_of_another_program_is_told_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE klant (naam TEXT)")
    connection.close()
    assert refused(other) == "store_is_foreign"
    with sqlite3.connect(other) as connection:
        found = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert found == [("klant",)]


@pytest.mark.parametrize(
    ("revision", "code"),
    [
        ("9999_of_next_year", "store_is_newer"),
        ("0007", "store_is_foreign"),
        ("ab12", "store_is_foreign"),
    ],
)
def test_a_store_of_another_version_is_told_and_left_alone(
    file: Path, revision: str, code: str
) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
    connection.close()
    assert refused(file) == code


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert refused(tmp_path / "file" / "store.sqlite3") == "store_unreachable"


def test_a_folder_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path) == "store_unreachable"


def test_a_database_that_is_not_there_is_told_soon() -> None:
    began = time.monotonic()
    assert refused("postgresql://u:p@127.0.0.1:1/none") == "store_unreachable"
    assert time.monotonic() - began < 10


def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        assert refused(f"postgresql://u:p@{address}/none?connect_timeout=2") == "store_unreachable"
    assert 1 < time.monotonic() - began < 10  # it was waited for, as long as the address asks


def test_every_wait_for_postgresql_has_a_limit_that_the_address_may_change() -> None:
    plain = connecting("postgresql://u:p@host/base")
    assert plain["connect_timeout"] == 5
    assert plain["options"] == "-c lock_timeout=10s -c statement_timeout=120s"
    asked = connecting("postgresql://host/base?connect_timeout=30&options=-c%20lock_timeout%3D1s")
    assert asked["connect_timeout"] == "30"
    assert str(asked["options"]).endswith("-c lock_timeout=1s")  # the last one counts


def connecting(url: str) -> dict[str, object]:
    """What the driver is given to connect with."""
    made = engine.make_engine(engine.parse_url(url), in_memory=False)
    given: dict[str, object] = {}

    def stop(**options: object) -> None:
        given.update(options)
        raise ConnectionAbortedError

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(postgresql.Impatient, "connect", stop)
        with pytest.raises(ConnectionAbortedError):
            made.connect()
    return given


class PsycopgError(Exception):
    """An error as the driver of PostgreSQL raises it."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("SELECT 'a cell of somebody'")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("53100", messages.STORE_DISK_FULL),
        ("25006", messages.STORE_READ_ONLY),
        ("55P03", messages.STORE_LOCKED),
        ("57014", messages.STORE_TOO_SLOW),
        ("57P01", messages.STORE_UNREACHABLE),
        ("08006", messages.STORE_UNREACHABLE),
        ("28P01", messages.STORE_UNREACHABLE),
        ("3D000", messages.STORE_UNREACHABLE),
        ("XX001", messages.STORE_CORRUPT),
        ("23505", None),
        ("42601", None),
    ],
)
def test_what_postgresql_says_becomes_a_sentence(state: str, sentence: Sentence | None) -> None:
    assert sentence_of(DBAPIError("statement", {}, PsycopgError(state))) == sentence


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, messages.STORE_DISK_FULL),
        (errno.EROFS, messages.STORE_READ_ONLY),
        (errno.ENOTDIR, messages.STORE_UNREACHABLE),
    ],
)
def test_what_the_machine_says_becomes_a_sentence(number: int, sentence: Sentence) -> None:
    assert sentence_of(OSError(number, os.strerror(number))) == sentence


def test_a_mistake_of_ours_is_no_failure_of_the_store(store: Store) -> None:
    with pytest.raises(DBAPIError), store.reading() as connection:
        connection.execute(text("SELECT x FROM nowhere"))


@pytest.mark.parametrize(
    "command", [["batches"], ["undo", "1"], ["export", "--kind", "usage"], ["prepare"]]
)
def test_the_command_line_says_it_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    other = tmp_path / "brief.docx"
    other.write_bytes(b"geen database, wel tekst" * 100)
    assert main([*command, "--store", f"sqlite:///{other}"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("Wat daar staat is geen opslag")


def test_a_store_that_fails_while_reading_in_is_no_mistake_of_the_program(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "SECONDS_TO_WAIT_FOR_ANOTHER_WRITER", 0.2)
    listing = tmp_path / "lijst.csv"
    listing.write_text("Datum;Afdeling;Thema\n03-04-2018;Jeugd;Wonen\n")
    with sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        status = main(["import", str(listing), "--json", "--store", f"sqlite:///{file}"])
        other.rollback()
    other.close()
    told = capsys.readouterr()
    assert status == 1
    assert "Iemand anders slaat iets op dat lang duurt" in told.out
    assert "Traceback" not in told.err
