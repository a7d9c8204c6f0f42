"""Write docs/data-model.md: every table and what it means, from the tables themselves.

    python -m scripts.make_data_model

A test fails when the document is not what this makes of the tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from sqlalchemy import Column, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql

from data.storing.tables.columns import MEANINGS

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "data-model.md"
TABLES = ROOT / "data" / "storing" / "tables"
INTRODUCTION = """\
# The tables of the store

Made from `data/storing/tables/` by `python -m scripts.make_data_model`; a test keeps it true.
The tables are alike on SQLite and PostgreSQL. Moments are in UTC, amounts in whole cents, days are
dates. Every change goes through one door (`Store.writing`) and leaves a line in `change_log`.
"""


def document() -> str:
    """The document, as it should be."""
    parts = [INTRODUCTION]
    for subject, tables in _subjects():
        parts.append(f"## {subject}\n")
        parts += [_about(table) for table in tables]
    return "\n".join(parts)


def _subjects() -> Iterator[tuple[str, list[Table]]]:
    """What each module with tables says of itself, and its tables, in their order there."""
    for path in sorted(TABLES.glob("[a-z]*.py")):
        module = import_module(f"data.storing.tables.{path.stem}")
        tables = [found for found in vars(module).values() if isinstance(found, Table)]
        if tables:
            yield str(module.__doc__).split("\n", 1)[0].rstrip("."), tables


def _about(table: Table) -> str:
    lines = [f"### {table.name}", "", MEANINGS[table.name], ""]
    lines += ["| column | kind | meaning |", "|---|---|---|"]
    lines += [_line(column) for column in table.columns]
    different = [
        ", ".join(f"`{column.name}`" for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    lines += ["", *(f"No two lines have the same {names}." for names in sorted(different))]
    return "\n".join(lines).rstrip() + "\n"


def _line(column: Column[object]) -> str:
    kind = str(column.type.compile(dialect=postgresql.dialect())).lower()
    for key in column.foreign_keys:
        kind = f"→ `{key.column.table.name}`"
    marks = [kind]
    if column.primary_key:
        marks.append("key")
    elif column.nullable:
        marks.append("may be missing")
    return f"| `{column.name}` | {', '.join(marks)} | {column.doc} |"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
    sys.stdout.write(f"{DOCUMENT}\n")
