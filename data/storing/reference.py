"""What the coordinator decides: domains, pillars, tasks, relevance; and removing the sample."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update

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
from data.storing import acts
from data.storing import tables as t
from data.storing.actions import forget_work
from data.storing.change_log import Change, differing
from data.storing.history import take_back_all
from data.storing.names import NAME_TABLES, ids_by_name
from data.storing.store import Store
from data.storing.writing import now
from data.users import User

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
    with store.writing(user, acts.CHANGE, acts.SUBJECTS[kind]) as change:
        for name, values in changes.items():
            if unknown := set(values) - set(EDITABLE[kind]):
                raise KeyError(*unknown)
            _edit_name(change, NAME_TABLES[kind], name, values)
        change.allow_nothing()


def add_names(store: Store, user: User, kind: str, new: Mapping[str, Mapping[str, Any]]) -> None:
    """Add departments or themes (`kind`) by hand: name -> what it belongs to."""
    with store.writing(user, acts.ADD, acts.SUBJECTS[kind]) as change:
        for name, values in new.items():
            said = {"stated": True}
            if DOMAIN in values:
                said["domain_confirmed"] = True
            line = {"name": name, **values, **said}
            change.connection.execute(insert(NAME_TABLES[kind]).values(line))
            change.note(after={"name": name, **values})
        change.allow_nothing()


def _edit_name(change: Change, table: Table, name: str, values: Mapping[str, Any]) -> None:
    connection = change.connection
    found = connection.execute(select(table).where(table.c.name == name)).mappings().first()
    if found is None:
        raise KeyError(name)
    if values.get(DOMAIN):  # what a person chose is confirmed, also when it was proposed so
        confirmed = update(table).where(table.c.id == found["id"]).values(domain_confirmed=True)
        connection.execute(confirmed)
    before, after = differing(dict(found), values)
    if after:
        connection.execute(update(table).where(table.c.id == found["id"]).values(after))
        named = {"name": name}
        change.note(found["id"], before=named | before, after=named | after)


def set_relevance(store: Store, user: User, relevant: Mapping[tuple[str, str], bool]) -> None:
    """Say of each (department, theme) whether it is relevant; overrules the default.

    Raises `KeyError` for an unknown department or theme; then nothing is changed.
    """
    with store.writing(user, acts.CHANGE, acts.RELEVANCE) as change:
        if not relevant:
            change.allow_nothing()
            return
        connection = change.connection
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
            change.note(after={DEPARTMENT: department, THEME: theme, "relevant": bool(value)})


def remove_sample(store: Store, user: User) -> list[int]:
    """Take every upload with sample data back, in one transaction; their numbers.

    What was done about the map goes too when there was nothing but the sample to do it about.
    """
    b = t.batch.c
    active = select(b.id, b.sample).where(b.undone_at.is_(None))
    with store.writing(user, acts.REMOVE, acts.SAMPLE) as change:
        connection = change.connection
        found = connection.execute(active).all()
        ids = [line.id for line in found if line.sample]
        if not ids:
            change.allow_nothing()
            return []
        if len(ids) == len(found):
            forget_work(connection)
        take_back_all(connection, ids)
        change.note(before={"uploads": ids})
    return ids
