"""Making the tables, and bringing those of an earlier version up to date."""

from __future__ import annotations

import logging
import re
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from data.logging_setup import note
from data.storing.engine import beginning
from data.storing.messages import STORE_IS_FOREIGN, STORE_IS_NEWER
from data.storing.store_failures import StoreFailedError

if TYPE_CHECKING:
    from alembic.config import Config

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"

_UPGRADING = threading.Lock()
_POSTGRESQL_LOCK = 31_040  # any number, as long as every process of this project takes the same
_REVISION = re.compile(r"\d{4}_\w+")


def newest_revision() -> str:
    """The newest migration, by its file: a store in order opens without loading Alembic."""
    return max(file.stem for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, or make them. Raises `StoreFailedError` for those of others."""
    with engine.connect() as connection, connection.begin():
        if _revision(connection) == newest_revision():
            return
    with beginning(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK}
            )
        found = _revision(connection)
        if found != newest_revision():
            _check_ours(connection, found)
            began = time.monotonic()
            _upgrade(connection)
            about = {"before": found or "none", "after": newest_revision()}
            note(log, "store migrated", about | {"seconds": round(time.monotonic() - began, 2)})


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _check_ours(connection: Connection, found: str | None) -> None:
    """Make sure that these are tables of an earlier version of this program, or none at all."""
    if found is None:
        if inspect(connection).get_table_names():
            raise StoreFailedError(STORE_IS_FOREIGN())
    elif not (MIGRATIONS / "versions" / f"{found}.py").exists():
        newer = _REVISION.fullmatch(found) and found > newest_revision()
        raise StoreFailedError(STORE_IS_NEWER() if newer else STORE_IS_FOREIGN())


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
