"""What the coordinator decides: domains, pillars, tasks, relevance; and removing the sample."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from data.columns import (
    DEPARTMENT,
    DOMAIN,
    EMPLOYEES,
    MANAGER,
    PILLAR,
    TASK,
    THEME,
    VALID_FROM,
    VALID_TO,
)
from data.storing import tables as t
from data.storing.actions import forget_work
from data.storing.changes import differing, note_change
from data.storing.history import take_back_all
from data.storing.names import NAME_TABLES, ids_by_name
from data.storing.store import Store
from data.storing.writing import now
from data.users import CLASSIFY, READ_IN, User

SAMPLE = "sample"
EDITABLE: Mapping[str, tuple[str, ...]] = {
    DEPARTMENT: (DOMAIN, MANAGER, EMPLOYEES, VALID_FROM, VALID_TO),
    THEME: (PILLAR, TASK, VALID_FROM, VALID_TO),
}


def edit_names(
    store: Store, user: User, kind: str, changes: Mapping[str, Mapping[str, Any]]
) -> None:
    """Change what departments or themes (`kind`) belong to and when they exist: name -> what.

    What can change: `EDITABLE[kind]`. Raises `KeyError` for an unknown name or column; then
    nothing is changed.
    """
    user.must(CLASSIFY)
    if not changes:
        return
    table = NAME_TABLES[kind]
    with store.writing() as connection:
        for name, values in changes.items():
            if unknown := set(values) - set(EDITABLE[kind]):
                raise KeyError(*unknown)
            _edit_name(connection, user, table, name, values)


def add_names(store: Store, user: User, kind: str, new: Mapping[str, Mapping[str, Any]]) -> None:
    """Add departments or themes (`kind`) by hand: name -> what it belongs to."""
    user.must(CLASSIFY)
    table = NAME_TABLES[kind]
    with store.writing() as connection:
        for name, values in new.items():
            connection.execute(insert(table).values({"name": name, **values}))
            note_change(connection, user, "added", kind, None, after={"name": name, **values})


def _edit_name(
    connection: Connection, user: User, table: Table, name: str, values: Mapping[str, Any]
) -> None:
    found = connection.execute(select(table).where(table.c.name == name)).mappings().first()
    if found is None:
        raise KeyError(name)
    before, after = differing(dict(found), values)
    if after:
        connection.execute(update(table).where(table.c.id == found["id"]).values(after))
        named = {"name": name}
        note_change(
            connection, user, "changed", table.name, found["id"],
            before=named | before, after=named | after,
        )  # fmt: skip


def set_relevance(store: Store, user: User, relevant: Mapping[tuple[str, str], bool]) -> None:
    """Say of each (department, theme) whether it is relevant; overrules the default.

    Raises `KeyError` for an unknown department or theme; then nothing is changed.
    """
    user.must(CLASSIFY)
    if not relevant:
        return
    with store.writing() as connection:
        departments, themes = (
            ids_by_name(connection, t.department),
            ids_by_name(connection, t.theme),
        )
        lines = [
            {
                "department_id": departments[department],
                "theme_id": themes[theme],
                "relevant": bool(value),
                "edited_at": now(),
            }
            for (department, theme), value in relevant.items()
        ]
        cell = (t.relevance.c.department_id == bindparam("of_department")) & (
            t.relevance.c.theme_id == bindparam("of_theme")
        )
        earlier = [
            {"of_department": line["department_id"], "of_theme": line["theme_id"]} for line in lines
        ]
        connection.execute(delete(t.relevance).where(cell), earlier)
        connection.execute(insert(t.relevance), lines)
        for (department, theme), value in relevant.items():
            cell_named = {"department": department, "theme": theme, "relevant": bool(value)}
            note_change(connection, user, "changed", "relevance", None, after=cell_named)


def remove_sample(store: Store, user: User) -> list[int]:
    """Take every upload with sample data back, in one transaction; their numbers.

    What was done about the map goes too when there was nothing but the sample to do it about.
    """
    user.must(READ_IN)
    b = t.batch.c
    active = select(b.id, b.sample).where(b.undone_at.is_(None))
    with store.writing() as connection:
        found = connection.execute(active).all()
        ids = [line.id for line in found if line.sample]
        if len(ids) == len(found):
            forget_work(connection)
        take_back_all(connection, ids)
        if ids:
            note_change(connection, user, "removed", SAMPLE, None)
    return ids
