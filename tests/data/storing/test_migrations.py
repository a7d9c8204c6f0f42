"""The migrations: made from the tables by a script, so that the two cannot differ."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer

from data.storing import migrating
from data.storing.migrating import MIGRATIONS
from data.storing.store import open_store
from data.storing.tables.columns import MEANINGS, metadata, table
from scripts import make_migration


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations that a test may write in."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "MIGRATIONS", folder)
    monkeypatch.setattr(make_migration, "MIGRATIONS", folder)
    monkeypatch.setattr(make_migration, "VERSIONS", folder / "versions")
    return folder / "versions"


def test_the_first_migration_is_what_the_script_makes_of_the_tables(versions: Path) -> None:
    file = make_migration.make_first()
    make_migration.tidy(file)
    assert file.read_text() == (MIGRATIONS / "versions" / file.name).read_text()


def test_a_new_table_gives_a_migration_that_makes_it(versions: Path) -> None:
    extra = table("extra", "A table of a test.", Column("id", Integer, primary_key=True))
    try:
        file = make_migration.make_next("Keep something extra")
    finally:
        metadata.remove(extra)
        del MEANINGS["extra"]
    assert file == versions / "0002_keep_something_extra.py"
    code = file.read_text()
    assert "down_revision = '0001_first_store'" in code
    assert 'create_table("extra"' in code.replace("'", '"')
    assert migrating.newest_revision() == "0002_keep_something_extra"


def test_a_store_in_order_opens_without_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    open_store(url).close()
    code = (
        "import sys; from data.storing.store import open_store; "
        f"open_store({url!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
