"""What the tables share: the metadata, and the columns that point at another table.

Every table and every column says what it means; `docs/data-model.md` is made from that.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


MEANINGS: dict[str, str] = {}  # name of a table -> what one line of it is


def table(name: str, meaning: str, *items: SchemaItem) -> Table:
    """A table of the store, and what one line of it is."""
    MEANINGS[name] = meaning
    return Table(name, metadata, *items)


def number() -> Column[int]:
    """The number of a line."""
    return Column("id", Integer, primary_key=True, doc="number of the line")


def batch_key(meaning: str = "the upload it came with", *, nullable: bool = False) -> Column[int]:
    """Points at an upload."""
    key = ForeignKey("batch.id")
    return Column("batch_id", Integer, key, nullable=nullable, index=True, doc=meaning)


def sheet_key() -> Column[int]:
    """Points at a sheet of an upload."""
    key = ForeignKey("sheet_report.id")
    meaning = "the sheet it was read from"
    return Column("sheet_id", Integer, key, nullable=False, index=True, doc=meaning)


# Records have no index on the names: it would double the time of reading in, and only undoing
# looks them up.
def department_key(*, nullable: bool = False, index: bool = False) -> Column[int]:
    """Points at a department."""
    key = ForeignKey("department.id")
    meaning = "the department it is about"
    return Column("department_id", Integer, key, nullable=nullable, index=index, doc=meaning)


def theme_key(*, nullable: bool = False) -> Column[int]:
    """Points at a theme."""
    key = ForeignKey("theme.id")
    return Column("theme_id", Integer, key, nullable=nullable, doc="the theme it is about")


def user_name(meaning: str = "who did it") -> Column[Any]:
    """The name of a user."""
    return Column("user_name", String, nullable=False, doc=meaning)
