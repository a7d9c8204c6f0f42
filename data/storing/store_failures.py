"""Why the store itself cannot do something, recognised from what its driver says.

Each cause has one sentence that says what to do; the driver's own words may quote a value, so they
go neither to a page nor into a log.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, ResourceClosedError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from data.errors import NotDoneError
from data.storing import messages
from texts import Sentence

_SQLITE = {
    "SQLITE_FULL": messages.STORE_DISK_FULL,
    "SQLITE_READONLY": messages.STORE_READ_ONLY,
    "SQLITE_PERM": messages.STORE_READ_ONLY,
    "SQLITE_BUSY": messages.STORE_LOCKED,
    "SQLITE_LOCKED": messages.STORE_LOCKED,
    "SQLITE_CANTOPEN": messages.STORE_UNREACHABLE,
    "SQLITE_CORRUPT": messages.STORE_CORRUPT,
    "SQLITE_IOERR": messages.STORE_UNREACHABLE,
    "SQLITE_NOTADB": messages.STORE_IS_FOREIGN,
}
# By SQLSTATE, whole or the class of it; see the appendix of PostgreSQL's manual.
_POSTGRESQL = {
    "53100": messages.STORE_DISK_FULL,
    "25006": messages.STORE_READ_ONLY,
    "42501": messages.STORE_READ_ONLY,
    "55P03": messages.STORE_LOCKED,
    "40P01": messages.STORE_LOCKED,
    "40001": messages.STORE_LOCKED,
    "57014": messages.STORE_TOO_SLOW,
    "08": messages.STORE_UNREACHABLE,
    "28": messages.STORE_UNREACHABLE,
    "3D": messages.STORE_UNREACHABLE,
    "53": messages.STORE_UNREACHABLE,
    "57P": messages.STORE_UNREACHABLE,
    "58": messages.STORE_UNREACHABLE,
    "XX001": messages.STORE_CORRUPT,
    "XX002": messages.STORE_CORRUPT,
}
_OPERATING_SYSTEM = {
    errno.ENOSPC: messages.STORE_DISK_FULL,
    errno.EDQUOT: messages.STORE_DISK_FULL,
    errno.EROFS: messages.STORE_READ_ONLY,
    errno.EACCES: messages.STORE_READ_ONLY,
    errno.EPERM: messages.STORE_READ_ONLY,
}


class StoreFailedError(NotDoneError):
    """The store cannot do it: its disk is full, it cannot be reached, and so on."""


def sentence_of(error: BaseException) -> Sentence | None:
    """The cause, as the sentence that says what to do; None for what is no failure of the store."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(original, sqlite3.Error):
        name = getattr(original, "sqlite_errorname", None) or ""
        return next((s for code, s in _SQLITE.items() if name.startswith(code)), None)
    if isinstance(original, OSError):
        return _OPERATING_SYSTEM.get(original.errno or 0, messages.STORE_UNREACHABLE)
    if isinstance(error, PoolTimeoutError):  # every connection of the pool is in use
        return messages.STORE_LOCKED
    if isinstance(error, DBAPIError) or type(original).__module__.startswith("psycopg"):
        state = getattr(original, "sqlstate", None)
        if state is None:  # not even connected, or cut off
            kinds = {kind.__name__ for kind in type(original).__mro__}  # a timeout is one of them
            return messages.STORE_UNREACHABLE if "OperationalError" in kinds else None
        return next((_POSTGRESQL[part] for part in _parts(state) if part in _POSTGRESQL), None)
    return messages.STORE_UNREACHABLE if isinstance(error, ResourceClosedError) else None


@contextmanager
def failing_in_a_sentence() -> Iterator[None]:
    """Raise `StoreFailedError` for what the driver says of a store that cannot do it."""
    try:
        yield
    except NotDoneError:
        raise
    except (DBAPIError, sqlite3.Error, PoolTimeoutError, ResourceClosedError) as error:
        sentence = sentence_of(error)
        if sentence is None:
            raise
        raise StoreFailedError(sentence()) from error


def _parts(state: str) -> tuple[str, ...]:
    return state, state[:3], state[:2]
