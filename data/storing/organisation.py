"""Departments and themes as they are managed: years, size, spelling; and the list of forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Select, delete, func, insert, select, update

from data.columns import (
    DEPARTMENT,
    DOMAIN,
    EMPLOYEES,
    FORM,
    MANAGER,
    PILLAR,
    TASK,
    THEME,
    UNCLASSIFIED,
    VALID_FROM,
    VALID_TO,
)
from data.errors import NotDoneError
from data.storing import acts, messages
from data.storing import tables as t
from data.storing.names import NAME_TABLES, load_forms
from data.storing.query import frame_of
from data.storing.reports import rename_in_reports
from data.storing.store import Store
from data.users import User

PROPOSED_DOMAIN = "proposed_domain"
_YEARS = dict.fromkeys((VALID_FROM, VALID_TO), "Int64")


class FormInUseError(NotDoneError):
    """Records have this form, so it cannot go."""


class NameTakenError(NotDoneError):
    """Another department or theme has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(messages.NAME_TAKEN(name=name))


def load_all_departments(store: Store) -> pd.DataFrame:
    """Every department that ever was, by name.

    Columns: department, domain (`onbekend` until a person chose one), manager (function),
    employees, valid_from, valid_to (years; missing is always), proposed_domain, domain_confirmed,
    relevance_confirmed, stated (whether a person said that it exists).
    """
    d = t.department.c
    chosen = select(
        d.name.label(DEPARTMENT), d.domain.label(DOMAIN), d.manager.label(MANAGER),
        d.employees.label(EMPLOYEES), d.valid_from, d.valid_to,
        d.domain.label(PROPOSED_DOMAIN), d.domain_confirmed, d.relevance_confirmed, d.stated,
    )  # fmt: skip
    frame = _load(store, chosen, DEPARTMENT)
    flags = dict.fromkeys(("domain_confirmed", "relevance_confirmed", "stated"), "bool")
    frame = frame.astype(_YEARS | flags | {EMPLOYEES: "Int64", MANAGER: "str", DOMAIN: "str"})
    frame[DOMAIN] = frame[DOMAIN].where(frame["domain_confirmed"], UNCLASSIFIED)
    return frame


def load_all_themes(store: Store) -> pd.DataFrame:
    """Every theme that ever was, by name: theme, pillar, task, valid_from, valid_to (years),
    stated (whether a person said that it exists)."""
    h = t.theme.c
    chosen = select(
        h.name.label(THEME), h.pillar.label(PILLAR), h.task.label(TASK), h.valid_from, h.valid_to,
        h.stated,
    )  # fmt: skip
    return _load(store, chosen, THEME).astype(_YEARS | {"stated": "bool"})


def add_variant(store: Store, user: User, kind: str, spelling: str, name: str) -> None:
    """Say by hand that a spelling stands for a department or theme (`kind`).

    Raises `KeyError` for an unknown name.
    """
    v, spelling = t.name_variant.c, spelling.strip()
    with store.writing(user, acts.ADD, acts.SPELLING) as change:
        connection = change.connection
        table = NAME_TABLES[kind]
        if connection.execute(select(table.c.id).where(table.c.name == name)).first() is None:
            raise KeyError(name)
        same = (v.kind == kind) & (v.spelling == spelling) & v.batch_id.is_(None)
        connection.execute(delete(t.name_variant).where(same))
        line = {"kind": kind, "spelling": spelling, "name": name, "batch_id": None}
        connection.execute(insert(t.name_variant), [line])
        change.note(after={"spelling": spelling, "name": name})


def set_forms(store: Store, user: User, forms: Sequence[str]) -> None:
    """Let these be the forms, in this order. Raises `FormInUseError` when one in use would go."""
    wanted = list(dict.fromkeys(form.strip() for form in forms if form.strip()))
    with store.writing(user, acts.CHANGE, acts.FORMS) as change:
        connection = change.connection
        before = list(load_forms(connection))
        if wanted == before:
            change.allow_nothing()
            return
        gone = [form for form in before if form not in wanted]
        u = t.usage_record.c
        used = connection.execute(
            select(u.form, func.count()).where(u.form.in_(gone)).group_by(u.form)
        ).first()
        if used:
            raise FormInUseError(messages.FORM_IN_USE(form=used[0], n=used[1]))
        connection.execute(delete(t.form))
        lines = [{"name": form, "position": place} for place, form in enumerate(wanted)]
        if lines:
            connection.execute(insert(t.form), lines)
        change.note(before={FORM: before}, after={FORM: wanted})


def correct_name(store: Store, user: User, kind: str, old: str, new: str) -> None:
    """Mend the spelling of a department or theme; the old one stays known as a variant.

    Raises `KeyError` for an unknown name and `NameTakenError` when another has the new one.
    """
    table, v, new = NAME_TABLES[kind], t.name_variant.c, new.strip()
    with store.writing(user, acts.CHANGE, acts.SUBJECTS[kind]) as change:
        connection = change.connection
        taken = select(table.c.id).where(table.c.name == new)
        if not new or connection.execute(taken).first() is not None:
            raise NameTakenError(new)
        changed = connection.execute(update(table).where(table.c.name == old).values(name=new))
        if not changed.rowcount:
            raise KeyError(old)
        of_old = (v.kind == kind) & (v.name == old)
        connection.execute(update(t.name_variant).where(of_old).values(name=new))
        line = {"kind": kind, "spelling": old, "name": new, "batch_id": None}
        connection.execute(insert(t.name_variant), [line])
        rename_in_reports(connection, f"{kind}s", old, new)
        change.note(before={"name": old}, after={"name": new})


def _load(store: Store, chosen: Select[Any], name: str) -> pd.DataFrame:
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    order = frame[name].astype("str").str.casefold().argsort(kind="stable")
    return frame.iloc[order].reset_index(drop=True).astype({name: "str"})
