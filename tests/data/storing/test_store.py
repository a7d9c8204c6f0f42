from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from data.fields.choices import FORM_NAMES
from data.storing import acts
from data.storing import tables as t
from data.storing.engine import parse_url, sqlite_file
from data.storing.migrating import MIGRATIONS, newest_revision
from data.storing.names import load_forms
from data.storing.store import (
    DEFAULT_FILE,
    Store,
    data_version,
    default_url,
    open_store,
)
from tests.users import NOOR

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgres://u:p@host/db", "postgresql+psycopg"),
        ("postgresql://u:p@host/db", "postgresql+psycopg"),
        ("postgresql+psycopg://u:p@host/db", "postgresql+psycopg"),
        ("sqlite:///x.sqlite3", "sqlite"),
    ],
)
def test_urls_as_providers_give_them_get_our_driver(url: str, driver: str) -> None:
    assert parse_url(url).drivername == driver


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:////tmp/x.sqlite3", Path("/tmp/x.sqlite3")),  # noqa: S108 (only a name)
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("postgresql://host/db", None),
    ],
)
def test_file_of_a_store(url: str, file: Path | None) -> None:
    assert sqlite_file(url) == file


def test_environment_says_where_the_store_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://host/db")
    assert default_url() == "postgres://host/db"
    monkeypatch.delenv("DATABASE_URL")
    assert default_url() == f"sqlite:///{DEFAULT_FILE}"


def test_folder_is_made_and_sqlite_is_set_up(tmp_path: Path) -> None:
    file = tmp_path / "not" / "there" / "store.sqlite3"
    store = open_store(f"sqlite:///{file}")
    with store.reading() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    store.close()
    assert file.exists()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000}


def test_migrations_make_the_tables_as_they_are_described(store: Store) -> None:
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), t.metadata) == []


def test_newest_revision_is_the_head_of_the_migrations() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == newest_revision()


def test_new_store_knows_the_forms(store: Store) -> None:
    with store.reading() as connection:
        assert load_forms(connection) == FORM_NAMES


def test_every_writing_raises_the_data_version_and_a_failed_one_does_not(store: Store) -> None:
    assert data_version(store) == 0
    add_form(store, "nieuw")
    assert data_version(store) == 1
    with pytest.raises(IntegrityError):
        _write_half(store)
    assert data_version(store) == 1
    with store.reading() as connection:
        assert connection.execute(select(t.form.c.name).where(t.form.c.name == "half")).all() == []


def test_a_reader_keeps_its_picture_while_another_writes(store: Store) -> None:
    forms = select(t.form.c.name)
    with store.reading() as reader:
        before = reader.execute(forms).all()
        add_form(store, "nieuw")
        assert reader.execute(forms).all() == before
    with store.reading() as reader:
        assert len(reader.execute(forms).all()) == len(before) + 1


def test_several_processes_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    code = f"from data.storing.store import open_store; open_store({url!r}).close()"
    command = [sys.executable, "-W", "error", "-c", code]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [process.communicate()[1] for process in processes] == [""] * 4
    assert [process.returncode for process in processes] == [0] * 4


def add_form(store: Store, name: str) -> None:
    """Write something small, through the door."""
    with store.writing(NOOR, acts.CHANGE, acts.FORMS) as change:
        change.connection.execute(insert(t.form).values(name=name, position=99))
        change.note(after={"form": name})


def _write_half(store: Store) -> None:
    with store.writing(NOOR, acts.CHANGE, acts.FORMS) as change:
        change.connection.execute(insert(t.form).values(name="half", position=100))
        change.connection.execute(insert(t.form).values(name="nieuw", position=101))  # is there
