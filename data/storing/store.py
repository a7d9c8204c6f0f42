"""Opening the store: SQLite in one file by default, PostgreSQL by an URL."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from data.errors import NotDoneError
from data.failures import log_failure
from data.storing.acts import FAILED, REFUSED, Subject, Verb
from data.storing.change_log import Change, Line, write_line
from data.storing.tables import meta
from data.storing.versions import WRITTEN, raise_versions, tell_written, watch
from data.users import User

if TYPE_CHECKING:
    from alembic.config import Config

DEFAULT_FILE = Path(__file__).parents[2] / "store" / "verbredingsmonitor.sqlite3"
MIGRATIONS = Path(__file__).parent / "migrations"
SECONDS_TO_WAIT_FOR_ANOTHER_WRITER = 60
DATA_VERSION = "data_version"

_UPGRADING = threading.Lock()
log = logging.getLogger(__name__)

_POSTGRESQL_LOCK = 31_040  # any number, as long as every process of this project takes the same
_ASK_VERSION = f"SELECT value FROM meta WHERE name = '{DATA_VERSION}'"  # noqa: S608 (ours)


@dataclass(frozen=True)
class Store:
    """The store, opened and migrated; hand it to the functions of `data.storing`."""

    engine: Engine

    @property
    def url(self) -> str:
        """Where it is, without a password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from begin to end."""
        # SQLite does so by itself; PostgreSQL would show each query what others changed meanwhile.
        one_state = {"isolation_level": "REPEATABLE READ"}
        options = one_state if self.engine.dialect.name == "postgresql" else {}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(
        self,
        user: User,
        verb: Verb,
        subject: Subject,
        subject_id: int | None = None,
        *,
        departments: str | Collection[str] = (),
    ) -> Iterator[Change]:
        """The one door to change data: a user does something (`verb`) to something (`subject`).

        Raises `NotAllowedError` unless the user has the right that it takes, for `departments` if
        it is about some. All that is written and the lines of the log are one transaction: whole
        when the block ends, absent when it fails; then one line says that it was refused, or that
        it failed. A block that writes notes what it did, or says that there was nothing to do.
        """
        try:
            user.must(subject.right_to(verb), departments)
            with self._writing() as (connection, within):
                change = Change(connection, user, verb, subject, within)
                yield change
                if change.may_be_nothing and not change.noted:
                    raise _NothingDone
                if not change.noted:
                    raise RuntimeError(f"{verb.name} {subject.name} left no line in the log")
        except _NothingDone:
            pass
        except BaseException as error:
            self._note_end(Line(user, verb, subject, subject_id), error)
            raise

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, Store]]:
        """A transaction, and the store as acts within it see it.

        Raising the data version comes first: that line is the lock that makes writers wait for
        each other, on SQLite and PostgreSQL alike.
        """
        with _beginning(self.engine) as connection:
            _raise_version(connection)
            yield connection, _Held(self.engine, connection)

    def _note_end(self, line: Line, error: BaseException) -> None:
        """Leave a line of an act that was refused or failed, in a transaction of its own."""
        if isinstance(error, NotDoneError):
            line = replace(line, result=REFUSED, reason=error.message)
        else:
            line = replace(line, result=FAILED)
        try:
            with _beginning(self.engine) as connection:
                _take_turn(connection)
                write_line(connection, line)
        except SQLAlchemyError as second:  # what failed may well be the store itself
            log_failure(log, "noting that an act did not succeed", second)

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """A transaction as `writing`, of which nothing remains: to see what a change would do."""
        with self.engine.connect().execution_options(**{WRITTEN: set()}) as connection:
            transaction = connection.begin()
            try:
                _raise_version(connection)
                yield connection
            finally:
                transaction.rollback()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@dataclass(frozen=True)
class _Held(Store):
    """The store within a transaction that runs already."""

    connection: Connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        yield self.connection

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, Store]]:
        yield self.connection, self

    def _note_end(self, line: Line, error: BaseException) -> None:
        """The act that this one is part of leaves the line."""


def default_url() -> str:
    """The store in force: `DATABASE_URL` of the environment, else SQLite beside the source."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DEFAULT_FILE}"


def parse_url(url: str) -> URL:
    """The SQLAlchemy URL for `url`; `postgres://` and `postgresql://` get the driver we ship.

    Raises `sqlalchemy.exc.ArgumentError` for a text that is no URL.
    """
    parsed = make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite store; None for a store in memory and for any other database."""
    parsed = parse_url(url)
    on_disk = parsed.get_backend_name() == "sqlite" and parsed.database not in (
        None,
        "",
        ":memory:",
    )
    return Path(str(parsed.database)) if on_disk else None


def open_store(url: str | None = None) -> Store:
    """Open the store at `url` (default: `default_url()`), made and migrated when need be."""
    url = url or default_url()
    file = sqlite_file(url)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
    engine = _make_engine(parse_url(url), in_memory=file is None)
    try:
        if file:
            _use_wal(engine)
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine)


def newest_revision() -> str:
    """The newest migration, by its file: a store in order opens without loading Alembic."""
    return max(file.stem for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _make_engine(url: URL, *, in_memory: bool) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        watch(engine)
        return engine
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    wait = {"timeout": SECONDS_TO_WAIT_FOR_ANOTHER_WRITER, "check_same_thread": False}
    # An error that quotes the values it failed on would bring persons into the log.
    engine = create_engine(url, connect_args=wait, hide_parameters=True, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    watch(engine)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 (the driver's own)
    # The driver of SQLite would begin a transaction late, and never for a SELECT or a CREATE TABLE;
    # without its help (`isolation_level = None`) `_begin_sqlite` says when one begins.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A reader that becomes a writer halfway may find the store locked without waiting its turn.
    writes = WRITTEN in connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class _NothingDone(Exception):  # noqa: N818 (no error: it ends a transaction without a trace)
    """Everything was as it is wanted already."""


def _take_turn(connection: Connection) -> None:
    """Wait for other writers; on SQLite the transaction began by doing so."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(meta).where(meta.c.name == DATA_VERSION).with_for_update())


def _raise_version(connection: Connection) -> None:
    raised = update(meta).where(meta.c.name == DATA_VERSION)
    connection.execute(raised.values(value=meta.c.value + 1))


@contextmanager
def _beginning(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; it ends with the numbers of the kinds of data that it wrote."""
    written: set[str] = set()
    marked = engine.connect().execution_options(**{WRITTEN: written})
    with marked as connection, connection.begin():
        yield connection
        raise_versions(connection, written)
    tell_written()


def _use_wal(engine: Engine) -> None:
    """Let readers and a writer not wait for each other; SQLite keeps this in the file itself."""
    give_up = time.monotonic() + SECONDS_TO_WAIT_FOR_ANOTHER_WRITER
    while True:
        try:
            raw = engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            finally:
                raw.close()
        except (
            OperationalError,
            sqlite3.OperationalError,
        ) as error:  # pragma: no cover (a race of two first openings)
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            time.sleep(0.05)


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        if _revision(connection) == newest_revision():
            return
    with _beginning(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK}
            )
        if _revision(connection) != newest_revision():
            _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command

    with _UPGRADING:  # Alembic keeps what it works on where every thread finds it
        command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """What Alembic must know to work on this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s")
    config.attributes["connection"] = connection
    return config


def data_version(store: Store) -> int:
    """A number that every transaction which changes data raises."""
    # By the driver itself, since every figure asks it: SQLAlchemy would take five times as long.
    raw = store.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(_ASK_VERSION)
        ((version,),) = cursor.fetchall()
        return int(version)
    finally:
        raw.close()
