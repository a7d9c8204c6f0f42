"""Departments, themes, forms, and what earlier uploads taught about their spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    delete,
    insert,
    select,
    union,
)

from data.columns import DEPARTMENT, DOMAIN, PILLAR, TASK, THEME
from data.reference import Classification, propose_domain, propose_theme
from data.storing import tables as t

NAME_TABLES = {DEPARTMENT: t.department, THEME: t.theme}


def load_spellings(connection: Connection, kind: str) -> dict[str, str]:
    """Spelling -> name, for the names of `kind` and for every variant that was learned."""
    table = NAME_TABLES[kind]
    names = connection.execute(select(table.c.name)).scalars().all()
    variants = connection.execute(
        select(t.name_variant.c.spelling, t.name_variant.c.name)
        .join(table, table.c.name == t.name_variant.c.name)
        .where(t.name_variant.c.kind == kind)
        .order_by(
            t.name_variant.c.batch_id.nulls_last()
        )  # the last counts, and a person's word most
    )
    learned: dict[str, str] = dict(variants.all())
    return learned | {name: name for name in names}


def load_headings(connection: Connection) -> dict[tuple[str, str], str]:
    """(Kind of sheet, heading key) -> column, as learned; `""` is "not needed"."""
    memory = t.heading_memory.c
    lines = select(memory.kind, memory.heading_key, memory.column)
    ordered = lines.order_by(memory.batch_id)  # what was learned last counts
    return {(kind, key): column for kind, key, column in connection.execute(ordered)}


def load_answers(connection: Connection) -> dict[tuple[str, str], str]:
    """(Kind of sheet, `Question.key`) -> answer, as it was given at earlier uploads."""
    memory = t.answer_memory.c
    ordered = select(memory.kind, memory.question, memory.answer).order_by(memory.batch_id)
    return {(kind, question): answer for kind, question, answer in connection.execute(ordered)}


def load_forms(connection: Connection) -> tuple[str, ...]:
    """The forms in force, in their order."""
    return tuple(connection.execute(select(t.form.c.name).order_by(t.form.c.position)).scalars())


def find_or_add(
    connection: Connection,
    kind: str,
    names: Iterable[str],
    *,
    batch_id: int,
    classification: Classification,
) -> dict[str, int]:
    """Name -> id, with the names that the store does not have added as coming with `batch_id`."""
    table = NAME_TABLES[kind]
    known = ids_by_name(connection, table)
    new = [name for name in dict.fromkeys(names) if name not in known]
    if not new:
        return known
    classified = _domains if kind == DEPARTMENT else _pillars
    lines = classified(new, classification)
    connection.execute(insert(table), [line | {"added_by": batch_id} for line in lines])
    return ids_by_name(connection, table)


def ids_by_name(connection: Connection, table: Table) -> dict[str, int]:
    """Name -> id, for every department or theme."""
    return dict(connection.execute(select(table.c.name, table.c.id)).all())


def _domains(names: list[str], chosen: Classification) -> list[dict[str, object]]:
    """A domain that nobody chose is a proposal, until somebody confirms it."""
    return [
        {
            "name": name,
            DOMAIN: chosen.domains.get(name) or propose_domain(name),
            "domain_confirmed": bool(chosen.domains.get(name)),
        }
        for name in names
    ]


def _pillars(names: list[str], chosen: Classification) -> list[dict[str, object]]:
    lines: list[dict[str, object]] = []
    for name in names:
        pillar, task = chosen.themes.get(name) or propose_theme(name)
        lines.append({"name": name, PILLAR: pillar, TASK: task})
    return lines


def remember_spellings(
    connection: Connection, kind: str, canonical: Mapping[str, str], *, batch_id: int
) -> None:
    """Keep for later uploads which spellings stood for which name."""
    learned = [
        {"kind": kind, "spelling": spelling, "name": name, "batch_id": batch_id}
        for spelling, name in canonical.items()
        if spelling != name
    ]
    if learned:
        connection.execute(insert(t.name_variant), learned)


def remember_headings(
    connection: Connection, columns: Mapping[tuple[str, str], str], *, batch_id: int
) -> None:
    """Keep (kind, heading key) -> column for later uploads."""
    learned = [
        {"kind": kind, "heading_key": key, "column": column, "batch_id": batch_id}
        for (kind, key), column in columns.items()
    ]
    if learned:
        connection.execute(insert(t.heading_memory), learned)


def remember_answers(
    connection: Connection, answers: Mapping[tuple[str, str], str], *, batch_id: int
) -> None:
    """Keep (kind, `Question.key`) -> answer for later uploads."""
    learned = [
        {"kind": kind, "question": question, "answer": answer, "batch_id": batch_id}
        for (kind, question), answer in answers.items()
    ]
    if learned:
        connection.execute(insert(t.answer_memory), learned)


def forget_batch(connection: Connection, batch_id: int) -> None:
    """Drop the spellings, headings and answers that only this batch taught."""
    for memory in (t.name_variant, t.heading_memory, t.answer_memory):
        connection.execute(delete(memory).where(memory.c.batch_id == batch_id))


def forget_names(connection: Connection) -> None:
    """Drop the names that came with a batch that no longer counts, when nothing refers to them."""
    active = select(t.batch.c.id).where(t.batch.c.undone_at.is_(None))
    for kind, table in NAME_TABLES.items():
        added = table.c.added_by
        gone = added.is_not(None) & added.not_in(active) & unused_names(kind)
        connection.execute(delete(table).where(gone))


def unused_names(kind: str) -> ColumnElement[bool]:
    """Which departments or themes nothing refers to."""
    return NAME_TABLES[kind].c.id.not_in(_used(kind))


def _used(kind: str) -> Select[tuple[int]]:
    by_use = t.usage_record.c[f"{kind}_id"]
    by_budget = t.budget_line.c[f"{kind}_id"]
    refer = [by_use, by_budget, *_acted_upon(kind)]
    chosen = [select(column).where(column.is_not(None)) for column in refer]
    return union(*chosen).subquery().select()


def _acted_upon(kind: str) -> list[Column[int]]:
    """Where a department or theme is named that somebody works on, or said something of."""
    if kind == DEPARTMENT:
        acting = (
            t.conversation, t.confirmation, t.proposal, t.succession, t.unmet_request,
            t.meeting_agreement, t.draw,
        )  # fmt: skip
        return [*(table.c.department_id for table in acting), t.succession.c.successor_id]
    of_theme = (t.action, t.drawn_cell, t.proposal, t.unmet_request, t.meeting_agreement)
    return [table.c.theme_id for table in of_theme]
