"""A whole copy of the store while it is in use, and putting a copy back.

Copying the file of an SQLite store is no backup: what was stored last stands beside it, in a file
of its own. So the database makes the copy. It is written under another name, checked, and only
then given its name; putting back happens in one transaction. Whatever stops it halfway, the store
is what it was, or what it should become.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text, update
from sqlalchemy.engine import URL

from data.errors import NotDoneError
from data.storing import acts, messages
from data.storing import tables as t
from data.storing.engine import parse_url, sqlite_file
from data.storing.store import Store, open_store
from data.storing.store_failures import StoreFailedError, sentence_of
from data.storing.versions import IDENTITY
from data.users import ADMINISTER, User

_PART, _NEW = ".part", ".restoring"  # what a stop halfway may leave behind; the next one removes it
_ASIDE = ".replaced-"
_BESIDE = ("", "-wal", "-shm", "-journal")  # the files that are one SQLite database
_DUMP = b"PGDMP"
# What a dump of ours never has, in the list of what is in it: it would do something of its own.
_PROGRAMS = re.compile(
    rb"^\d+; \d+ \d+ (?:EVENT |MATERIALIZED )?"
    rb"(?:FUNCTION|PROCEDURE|TRIGGER|RULE|VIEW|EXTENSION|PUBLICATION|SUBSCRIPTION) ",
    re.MULTILINE,
)
SECONDS_FOR_A_TOOL = 1_800  # a million records take some seconds
_SECONDS_FOR_A_LOCK = 10


class BackupError(NotDoneError):
    """The copy cannot be made, or cannot be put back."""


@dataclass(frozen=True)
class Held:
    """What a store or a copy of it holds."""

    uploads: int
    uses: int
    budget_lines: int


def back_up(store: Store, user: User, file: Path) -> Held:
    """Write a copy of the store to `file`, checked; what the copy holds.

    Raises `BackupError`, and then leaves what stood at `file`.
    """
    user.must(ADMINISTER)
    part = file.with_name(file.name + _PART)
    own = sqlite_file(str(store.engine.url))
    if own and own.resolve() == file.resolve():
        raise BackupError(messages.BACKUP_WOULD_REPLACE_STORE())
    with _writing_to(file):
        _remove(part)
        if store.engine.dialect.name == "postgresql":
            _dump(store.engine.url, part)
            held = held_by(store)
            _check_dump(part)
        elif own:
            _copy(own, part)
            held = _check_copy(part)
        else:
            raise BackupError(messages.BACKUP_OF_MEMORY())
        _put_in_place(part, file)
    return held


@dataclass(frozen=True)
class Restored:
    """What came back, and where what it replaced is kept (None: there was nothing)."""

    held: Held
    kept: Path | None


def restore_backup(
    url: str, file: Path, user_of: Callable[[Store], User], *, while_running: bool = False
) -> Restored:
    """Put a copy back as the store at `url`, after checking it; what it replaces is kept.

    `user_of` gives who does it, from the settings of the copy. Raises `BackupError` when the copy
    is damaged, newer or none of ours, or when the store is in use and `while_running` does not say
    that this is meant; then the store is as it was.
    """
    if not file.is_file():
        raise BackupError(messages.BACKUP_NOT_THERE(file=file.name))
    if parse_url(url).get_backend_name() == "postgresql":
        return _restore_postgresql(url, file, user_of, while_running)
    target = sqlite_file(url)
    if target is None:
        raise BackupError(messages.BACKUP_OF_MEMORY())
    if target.resolve() == file.resolve():
        raise BackupError(messages.BACKUP_WOULD_REPLACE_STORE())
    new = target.with_name(target.name + _NEW)
    with _writing_to(target):
        _remove(new)
        for unfinished in target.parent.iterdir():
            if unfinished.name.startswith(target.name + _ASIDE) and unfinished.suffix == _PART:
                _remove(unfinished)
        try:
            held = _prepare(file, new, user_of)
            if _is_sound(target):
                kept: Path | None = _exchange(target, new, while_running)
            else:
                kept = _set_aside(target)
                _put_in_place(new, target)
        finally:
            _remove(new)
    return Restored(held, kept)


def held_by(store: Store) -> Held:
    """What a store holds now."""
    counted = (t.batch, t.usage_record, t.budget_line)
    with store.reading() as connection:
        numbers = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in counted
        ]
    return Held(*numbers)


def mark_restored(store: Store, user: User, file_name: str) -> None:
    """Give a store that was put back an identity of its own, and note who put it back."""
    with store.writing(user, acts.RESTORE, acts.STORE_ITSELF) as change:
        another = update(t.meta).where(t.meta.c.name == IDENTITY)
        change.connection.execute(another.values(value=secrets.randbits(62)))
        change.note(after={"file": file_name})


def _prepare(file: Path, new: Path, user_of: Callable[[Store], User]) -> Held:
    """A copy of the copy, checked, brought up to date and with an identity of its own."""
    _check_copy(file)
    _copy(file, new)
    try:
        store = open_store(f"sqlite:///{new}")
    except StoreFailedError as error:
        raise BackupError(error.message) from error
    try:
        mark_restored(store, user_of(store), file.name)
    finally:
        store.close()
    return _check_copy(new)


def _copy(source: Path, target: Path) -> None:
    with (
        _opened(source) as read,
        closing(sqlite3.connect(target, isolation_level=None)) as written,
    ):
        read.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")  # so that it is one file


def _check_copy(file: Path) -> Held:
    """Make sure that a file is a whole store of this program; what it holds."""
    try:
        with _opened(file) as connection:
            found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            orders = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index')"
            # A store of ours has no triggers and views: they would do something of their own.
            foreign = connection.execute(orders).fetchone()
            if foreign or not {"alembic_version", "meta", "batch"} <= found:
                raise BackupError(messages.BACKUP_IS_NO_STORE(file=file.name))
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            loose = connection.execute("PRAGMA foreign_key_check").fetchone()
            if not sound or loose:
                raise BackupError(messages.BACKUP_DAMAGED(file=file.name))
            numbers = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("batch", "usage_record", "budget_line")
            ]
            return Held(*numbers)
    except sqlite3.DatabaseError as error:
        no_database = getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB"
        sentence = messages.BACKUP_IS_NO_STORE if no_database else messages.BACKUP_DAMAGED
        raise BackupError(sentence(file=file.name)) from error


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that makes no file where there is none."""
    address = f"{file.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        yield connection


def _is_sound(file: Path) -> bool:
    """Whether there is a store of this program that can be read, whatever its version."""
    try:
        _check_copy(file)
    except BackupError:
        return False
    return True


def _exchange(target: Path, new: Path, while_running: bool) -> Path:
    """Put the copy in the place of a store that others may be using, in one transaction."""
    with _opened(target) as connection:
        if not while_running and not _is_alone(connection):
            raise BackupError(messages.STORE_IN_USE())
        kept = target.with_name(f"{target.name}{_ASIDE}{_stamp()}")
        part = kept.with_name(kept.name + _PART)
        _copy(target, part)
        _put_in_place(part, kept)
        with _opened(new) as read:
            read.backup(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return kept


def _is_alone(connection: sqlite3.Connection) -> bool:
    """Whether nobody else has the store open: leaving the WAL takes that."""
    connection.execute("PRAGMA busy_timeout = 500")
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    return bool(mode == "delete")


def _set_aside(target: Path) -> Path | None:
    """Give what stands in the place of the store another name, all of its files."""
    aside = target.with_name(f"{target.name}{_ASIDE}{_stamp()}")
    moved = False
    for ending in _BESIDE:
        part = target.with_name(target.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
            moved = True
    return aside if moved else None


def _put_in_place(part: Path, file: Path) -> None:
    """Give a finished file its name, and have the disk keep it."""
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(file)


def _remove(file: Path) -> None:
    for ending in _BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _stamp() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")


@contextmanager
def _writing_to(file: Path) -> Iterator[None]:
    """Say in a sentence what stands in the way of writing there."""
    if not file.parent.is_dir():
        raise BackupError(messages.BACKUP_FOLDER_NOT_THERE(folder=str(file.parent)))
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        sentence = sentence_of(error)
        if sentence is None:
            raise
        raise StoreFailedError(sentence()) from error


def _dump(url: URL, part: Path) -> None:
    _run(
        "pg_dump", url, "--format=custom", "--no-owner", f"--file={part}",
        f"--lock-wait-timeout={_SECONDS_FOR_A_LOCK}s",
    )  # fmt: skip


def _check_dump(file: Path) -> None:
    """Make sure that a file is a whole dump of a store of this program."""
    with file.open("rb") as opened:
        if opened.read(len(_DUMP)) != _DUMP:
            raise BackupError(messages.BACKUP_IS_NO_STORE(file=file.name))
    try:
        whole = _run("pg_restore", None, "--file=-", str(file), capture=True)
    except subprocess.CalledProcessError as error:
        raise BackupError(messages.BACKUP_DAMAGED(file=file.name)) from error
    listed = _run("pg_restore", None, "--list", str(file), capture=True)
    foreign = _PROGRAMS.search(listed)
    if foreign or b"CREATE TABLE public.usage_record" not in whole:
        raise BackupError(messages.BACKUP_IS_NO_STORE(file=file.name))


def _restore_postgresql(
    url: str, file: Path, user_of: Callable[[Store], User], while_running: bool
) -> Restored:
    _check_dump(file)
    store = open_store(url)
    try:
        with store.reading() as connection:
            others = connection.execute(
                text(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
            ).scalar_one()
        if others and not while_running:
            raise BackupError(messages.STORE_IN_USE())
        kept = file.with_name(f"{file.name}{_ASIDE}{_stamp()}")
        back_up(store, user_of(store), kept)
        address = store.engine.url
    finally:
        store.close()
    _run(
        "pg_restore", address, "--clean", "--if-exists", "--no-owner", "--single-transaction",
        "--exit-on-error", str(file),
    )  # fmt: skip
    store = open_store(url)
    try:
        mark_restored(store, user_of(store), file.name)
        return Restored(held_by(store), kept)
    finally:
        store.close()


def _run(tool: str, url: URL | None, *arguments: str, capture: bool = False) -> bytes:
    """Run a tool of PostgreSQL on the database; what it wrote, when that is wanted."""
    path = shutil.which(tool)
    if path is None:
        raise BackupError(messages.TOOL_NOT_THERE(tool=tool))
    known: Mapping[str, str] = {}
    if url is not None:
        known = {"PGPASSWORD": str(url.password or ""), "PGCONNECT_TIMEOUT": "5"}
        plain = url._replace(drivername="postgresql", password=None).render_as_string()
        arguments = (f"--dbname={plain}", *arguments)
    try:
        done = subprocess.run(  # noqa: S603 (ours, without a shell)
            [path, *arguments],
            check=True,
            stdout=subprocess.PIPE if capture else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **known},
            timeout=SECONDS_FOR_A_TOOL,
        )
    except subprocess.TimeoutExpired as error:  # it was ended
        raise BackupError(messages.TOOL_TOOK_TOO_LONG(tool=tool)) from error
    except subprocess.CalledProcessError as error:
        if url is None:
            raise
        raise BackupError(messages.TOOL_FAILED(tool=tool)) from error
    return done.stdout or b""
