"""How the store is reached: the engine for SQLite and PostgreSQL, with limits on every wait."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from data.storing.versions import WRITTEN, raise_versions, tell_written, watch

SECONDS_TO_WAIT_FOR_ANOTHER_WRITER = 10


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


def make_engine(url: URL, *, in_memory: bool) -> Engine:
    if url.get_backend_name() != "sqlite":
        from data.storing.postgresql import limit_silence, limits

        engine = create_engine(
            url, pool_pre_ping=True, hide_parameters=True, connect_args=limits(url)
        )
        limit_silence(engine)
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


@contextmanager
def beginning(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; it ends with the numbers of the kinds of data that it wrote."""
    written: set[str] = set()
    marked = engine.connect().execution_options(**{WRITTEN: written})
    with marked as connection, connection.begin():
        yield connection
        raise_versions(connection, written)
    tell_written()


def use_wal(engine: Engine) -> None:
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
