"""What the coordinator decides: domains, pillars, tasks, relevance; and removing the sample."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table, bindparam, delete, insert, select, update

from data.columns import DOMAIN, PILLAR, TASK
from data.storing import tables as t
from data.storing.history import take_back_all
from data.storing.names import ids_by_name
from data.storing.store import Store
from data.storing.writing import now


def set_domain(store: Store, department: str, domain: str) -> None:
    """Let a department belong to `domain`. Raises `KeyError` for an unknown department."""
    _classify(store, t.department, department, {DOMAIN: domain})


def set_classification(store: Store, theme: str, pillar: str, task: str) -> None:
    """Let a theme belong to `pillar` and `task`. Raises `KeyError` for an unknown theme."""
    _classify(store, t.theme, theme, {PILLAR: pillar, TASK: task})


def set_relevance(store: Store, relevant: Mapping[tuple[str, str], bool]) -> None:
    """Say of each (department, theme) whether it is relevant; overrules the default.

    Raises `KeyError` for an unknown department or theme; then nothing is changed.
    """
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


def remove_sample(store: Store) -> list[int]:
    """Take every upload with sample data back, in one transaction; their numbers."""
    sample = t.batch.c.sample & t.batch.c.undone_at.is_(None)
    with store.writing() as connection:
        ids = list(connection.execute(select(t.batch.c.id).where(sample)).scalars())
        take_back_all(connection, ids)
    return ids


def _classify(store: Store, table: Table, name: str, values: dict[str, str]) -> None:
    with store.writing() as connection:
        changed = connection.execute(update(table).where(table.c.name == name).values(values))
        if not changed.rowcount:
            raise KeyError(name)
