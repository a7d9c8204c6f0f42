"""Make a migration from the difference between the tables and the migrations that there are.

    python -m scripts.make_migration "Say of a batch what it covers"
    python -m scripts.make_migration --first    make the tables of the first migration anew

The first migration may be made anew as long as no store of it is in use anywhere.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.autogenerate import api, produce_migrations
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from data.storing.migrating import MIGRATIONS, alembic_config, newest_revision
from data.storing.store import open_store
from data.storing.tables import metadata

VERSIONS = MIGRATIONS / "versions"
BEGIN, END = "    # Tables, made by scripts/make_migration.py.\n", "    # End of the tables.\n"
_NUMBER = re.compile(r"\d{4}")


def make_first() -> Path:
    """Make the tables of the first migration anew; what it fills in stays."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection)
        operations = produce_migrations(context, metadata).upgrade_ops
        code = api.render_python_code(operations, migration_context=context)
    (file,) = VERSIONS.glob("0001_*.py")
    before, _, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    lines = (line for line in code.splitlines() if not line.strip().startswith("# ###"))
    body = "\n".join(f"    {line.strip()}" if line.strip() else "" for line in lines)
    file.write_text(before + BEGIN + body + "\n" + END + rest.partition(END)[2], encoding="utf-8")
    return file


def make_next(message: str) -> Path:
    """Make the migration that follows the newest one."""
    number = int(_NUMBER.match(newest_revision())[0]) + 1  # type: ignore[index]
    words = re.sub(r"\W+", "_", message.casefold()).strip("_")
    revision = f"{number:04}_{words}"[:32].rstrip("_")  # Alembic keeps 32 characters
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite3")
        with store.engine.connect() as connection:
            command.revision(
                alembic_config(connection), message, autogenerate=True, rev_id=revision
            )
        store.close()
    return Path(ScriptDirectory(str(MIGRATIONS)).get_revision(revision).path)


def tidy(file: Path) -> None:
    """Format what Alembic wrote."""
    ruff = [sys.executable, "-m", "ruff"]
    for step in (["format", "-q"], ["check", "-q", "--fix"]):
        subprocess.run([*ruff, *step, file], check=True)  # noqa: S603 (ours)


def main() -> None:
    """Make the migration that the command line asks for, and format it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("message", nargs="?", help="what it does, in a few words")
    parser.add_argument("--first", action="store_true", help="make the first one anew")
    chosen = parser.parse_args()
    if bool(chosen.message) == chosen.first:
        parser.error("give a message or --first")
    file = make_first() if chosen.first else make_next(chosen.message)
    tidy(file)
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
