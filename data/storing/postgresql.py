"""Limits on every wait for a PostgreSQL: what its server gives up itself, and what we give up.

A server process that is stopped or stuck gives nothing up, and the network says that all is well:
only who waits can tell. So silence has a limit too: of a server that sends and takes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL

from data.storing.versions import WRITTEN

R = TypeVar("R")

SECONDS_TO_WAIT_FOR_ANOTHER_WRITER = 10
# Of silence: far more than any question of a page takes before its answer begins to come.
SECONDS_TO_READ, SECONDS_TO_WRITE = 30.0, 60.0
SECONDS_TO_GREET = 5.0  # between two transactions: whether the server is still there
_SECONDS_TO_CONNECT = 5
_SECONDS_FOR_ONE_STATEMENT = 120
_LIMITS = {
    "connect_timeout": _SECONDS_TO_CONNECT,
    # A machine that no longer answers is given up, and not waited for.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,  # milliseconds
}


class Impatient(psycopg.Connection[Any]):
    """A connection that is closed when the server is silent for longer than `patience`."""

    patience = SECONDS_TO_READ

    def wait(self, gen: Generator[Any, Any, R], *args: Any, **kwargs: Any) -> R:  # noqa: ANN401
        """As psycopg does, with a limit on silence; raises `OperationalError`."""
        return super().wait(self._heard(gen), *args, **kwargs)

    def _heard(self, gen: Generator[Any, Any, R]) -> Generator[Any, Any, R]:
        """The same steps; each says what it waits for, and is told whether anything came."""
        heard = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                came = yield wanted
                now = time.monotonic()
                if came:
                    heard = now
                elif now - heard > self.patience:
                    self.pgconn.finish()
                    raise psycopg.OperationalError("the server is silent")
                wanted = gen.send(came)
        except StopIteration as end:
            found: R = end.value
            return found


def limits(url: URL) -> dict[str, Any]:
    """What the driver is given to connect with; what the URL asks for itself counts."""
    own = {name: value for name, value in _LIMITS.items() if name not in url.query}
    return own | {"options": _options(url)}


def limit_silence(engine: Engine) -> None:
    """Let every connection of an engine give up a server that is silent."""
    event.listen(engine, "do_connect", _connect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _greet)


def _connect(_dialect: object, _record: object, places: Any, options: Any) -> Impatient:  # noqa: ANN401
    return Impatient.connect(*places, **options)


def _begin(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    if isinstance(raw, Impatient):
        writes = WRITTEN in connection.get_execution_options()
        raw.patience = SECONDS_TO_WRITE if writes else SECONDS_TO_READ


def _greet(raw: object, _record: object) -> None:
    if isinstance(raw, Impatient):
        raw.patience = SECONDS_TO_GREET


def _options(url: URL) -> str:
    """What the server itself must give up; what the URL asks for comes last, and counts."""
    asked = url.query.get("options", "")
    given_up = {
        "lock_timeout": SECONDS_TO_WAIT_FOR_ANOTHER_WRITER,
        "statement_timeout": _SECONDS_FOR_ONE_STATEMENT,
    }
    own = " ".join(f"-c {name}={seconds}s" for name, seconds in given_up.items())
    return f"{own} {asked if isinstance(asked, str) else ' '.join(asked)}".strip()
