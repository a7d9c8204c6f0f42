"""Two themes that are one: from then on the records of both stand under one name."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, insert, select, update

from data.cells.name_keys import name_key
from data.columns import THEME
from data.errors import NotDoneError
from data.storing import acts, messages
from data.storing import tables as t
from data.storing.arrays import fetch
from data.storing.column_copy import copy_again, forget_copy
from data.storing.names import ids_by_name
from data.storing.reports import rename_in_reports
from data.storing.store import Store
from data.users import User


class SameThemeError(NotDoneError):
    """A theme cannot be merged with itself."""


def merge_themes(store: Store, user: User, old: str, into: str) -> None:
    """Let `into` take over all that stands under the theme `old`, which is a spelling from then on.

    What was decided about `into` holds where both have it. Raises `KeyError` for an unknown theme
    and `SameThemeError`.
    """
    with store.writing(user, acts.CHANGE, acts.THEME) as change:
        if name_key(old) == name_key(into):
            raise SameThemeError(messages.SAME_THEME(name=into))
        connection = change.connection
        ids = ids_by_name(connection, t.theme)
        gone, kept = ids[old], ids[into]
        _move_records(connection, gone, kept)
        for table in (t.budget_line, t.proposal):
            _move(connection, table, gone, kept)
        _move_decided(connection, t.action, "conversation_id", gone, kept)
        _move_decided(connection, t.relevance, "department_id", gone, kept)
        _keep_spelling(connection, old, into)
        rename_in_reports(connection, "themes", old, into)
        connection.execute(delete(t.theme).where(t.theme.c.id == gone))
        change.note(kept, before={"name": old}, after={"name": into})


def _move_records(connection: Connection, gone: int, kept: int) -> None:
    u = t.usage_record.c
    sheets = select(u.sheet_id).where(u.theme_id == gone).distinct()
    touched = list(connection.execute(sheets).scalars())
    _move(connection, t.usage_record, gone, kept)
    if not touched:
        return
    of_touched = u.sheet_id.in_(touched)
    forget_copy(connection, select(u.sheet_id).where(of_touched))
    rows = fetch(connection, select(t.usage_record).where(of_touched).order_by(u.id))
    copy_again(connection, {name: list(values) for name, values in rows.items()})


def _move(connection: Connection, table: Table, gone: int, kept: int) -> None:
    connection.execute(update(table).where(table.c.theme_id == gone).values(theme_id=kept))


def _move_decided(connection: Connection, table: Table, per: str, gone: int, kept: int) -> None:
    """Of a table with one line per theme and `per`: what is there for `kept` already stays."""
    there = select(table.c[per]).where(table.c.theme_id == kept)
    double = (table.c.theme_id == gone) & table.c[per].in_(there)
    connection.execute(delete(table).where(double))
    _move(connection, table, gone, kept)


def _keep_spelling(connection: Connection, old: str, into: str) -> None:
    v = t.name_variant.c
    of_old = (v.kind == THEME) & (v.name == old)
    connection.execute(update(t.name_variant).where(of_old).values(name=into))
    line = {"kind": THEME, "spelling": old, "name": into, "batch_id": None}
    connection.execute(insert(t.name_variant), [line])
