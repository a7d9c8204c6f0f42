"""Opening the store: SQLite in one file by default, PostgreSQL by an URL."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import SQLAlchemyError

from data.errors import NotDoneError
from data.failures import cause_of, log_failure
from data.logging_setup import note
from data.storing import acts, messages
from data.storing.acts import FAILED, REFUSED, Subject, Verb
from data.storing.change_log import Change, Line, write_line
from data.storing.engine import beginning, make_engine, parse_url, sqlite_file, use_wal
from data.storing.migrating import migrate
from data.storing.store_failures import StoreFailedError, failing_in_a_sentence, sentence_of
from data.storing.tables import meta
from data.storing.versions import WRITTEN
from data.users import User

DEFAULT_FILE = Path(__file__).parents[2] / "store" / "verbredingsmonitor.sqlite3"
DATA_VERSION = "data_version"

log = logging.getLogger(__name__)

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
        with (
            failing_in_a_sentence(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
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
        began = time.monotonic()
        try:
            user.must(subject.right_to(verb), departments)
            with self._writing() as (connection, within):
                change = Change(connection, user, verb, subject, within)
                yield change
                if change.may_be_nothing and not change.noted:
                    raise _NothingDone
                if not change.noted:
                    raise RuntimeError(f"{verb.name} {subject.name} left no line in the log")
            self._tell(change, began)
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
        with failing_in_a_sentence(), beginning(self.engine) as connection:
            _raise_version(connection)
            yield connection, _Held(self.engine, connection)

    def _tell(self, change: Change, began: float) -> None:
        """Say in the log of the program what was done."""
        what = f"{change.verb.name} {change.subject.name}"
        seconds = round(time.monotonic() - began, 2)
        about_upload = change.subject.name in (acts.UPLOAD.name, acts.OWN_LIST.name)
        upload = change.noted_id if about_upload else None
        counts: dict[str, object] = {**change.counts} if about_upload else {}
        note(log, what, counts | {"seconds": seconds}, user=change.user.name, upload=upload)

    def _note_end(self, line: Line, error: BaseException) -> None:
        """Leave a line of an act that was refused or failed, in a transaction of its own."""
        what = f"{line.verb.name} {line.subject.name}"
        level = logging.WARNING if isinstance(error, NotDoneError) else logging.ERROR
        result = "refused" if isinstance(error, NotDoneError) else "failed"
        upload = line.subject_id if line.subject.name == acts.UPLOAD.name else None
        about = {"cause": cause_of(error)}
        note(log, f"{what}: {result}", about, user=line.user.name, upload=upload, level=level)
        if isinstance(error, StoreFailedError):
            return  # a store that cannot store the act cannot store the line either
        if isinstance(error, NotDoneError):
            line = replace(line, result=REFUSED, reason=error.message)
        else:
            line = replace(line, result=FAILED)
        try:
            with beginning(self.engine) as connection:
                _take_turn(connection)
                write_line(connection, line)
        except SQLAlchemyError as second:  # what failed may well be the store itself
            log_failure(log, "noting that an act did not succeed", second)

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """A transaction as `writing`, of which nothing remains: to see what a change would do."""
        with (
            failing_in_a_sentence(),
            self.engine.connect().execution_options(**{WRITTEN: set()}) as connection,
        ):
            transaction = connection.begin()
            try:
                _raise_version(connection)
                yield connection
            finally:
                transaction.rollback()

    @contextmanager
    def rehearsing(self) -> Iterator[Store]:
        """The store as it would be after what is done to it here, of which nothing remains.

        Who writes waits meanwhile, as for a change that is kept.
        """
        with self.trying() as connection:
            yield _Held(self.engine, connection)

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

    def _tell(self, change: Change, began: float) -> None:
        """The act that this one is part of tells it."""

    def _note_end(self, line: Line, error: BaseException) -> None:
        """The act that this one is part of leaves the line."""


def default_url() -> str:
    """The store in force: `DATABASE_URL` of the environment, else SQLite beside the source."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DEFAULT_FILE}"


def open_store(url: str | None = None) -> Store:
    """Open the store at `url` (default: `default_url()`), made and migrated when need be.

    Raises `StoreFailedError` when it cannot be reached, is damaged, newer, or none of ours.
    """
    url = url or default_url()
    file = sqlite_file(url)
    if file:
        _make_folder(file.parent)
    engine = make_engine(parse_url(url), in_memory=file is None)
    try:
        with failing_in_a_sentence():
            if file:
                use_wal(engine)
            migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = sentence_of(error) or messages.STORE_UNREACHABLE
        raise StoreFailedError(cause()) from error


class _NothingDone(Exception):  # noqa: N818 (no error: it ends a transaction without a trace)
    """Everything was as it is wanted already."""


def _take_turn(connection: Connection) -> None:
    """Wait for other writers; on SQLite the transaction began by doing so."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(meta).where(meta.c.name == DATA_VERSION).with_for_update())


def _raise_version(connection: Connection) -> None:
    raised = update(meta).where(meta.c.name == DATA_VERSION)
    connection.execute(raised.values(value=meta.c.value + 1))


def data_version(store: Store) -> int:
    """A number that every transaction which changes data raises."""
    # By the driver itself, since every figure asks it: SQLAlchemy would take five times as long.
    with failing_in_a_sentence():
        raw = store.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute(_ASK_VERSION)
            ((version,),) = cursor.fetchall()
            return int(version)
        finally:
            raw.close()
