"""What of persons need not be kept any longer is deleted: visits, rejected rows, names, the log.

How long each is kept is a setting of days; 0 keeps it for as long as the store is there. Each
removal is an act of its own in the log. An established dossier is an archive and stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    Select,
    Table,
    delete,
    func,
    select,
    update,
)

from data.settings import Settings
from data.storing import acts, archive
from data.storing import tables as t
from data.storing.acts import Subject
from data.storing.log_keeping import remove_old
from data.storing.store import Store
from data.users import User

NO_NAME = "–"  # what stands in the place of a name that is no longer kept

# The names of users, each with the day or moment that its age counts from. The log has its own way.
_NAMES: Mapping[Table, tuple[tuple[str, ...], str]] = {
    t.batch: (("user_name",), "created_at"),
    t.report: (("user_name", "decided_by"), "created_at"),
    t.confirmation: (("user_name",), "confirmed_at"),
    t.proposal: (("proposed_by", "decided_by"), "proposed_at"),
    t.draw: (("user_name",), "drawn_on"),
    t.unmet_request: (("user_name",), "changed_at"),
    t.meeting_agreement: (("owner", "user_name"), "made_at"),
    t.dossier_draft: (("user_name",), "edited_at"),
    t.dossier_version: (("user_name",), "frozen_at"),
    t.house_style: (("user_name",), "stated_at"),
    t.agreement_figure: (("user_name",), "edited_at"),
    t.inhabitants_figure: (("user_name",), "edited_at"),
    t.organisation_fact: (("user_name",), "stated_at"),
    t.money_source: (("user_name",), "decided_at"),
    t.reorganisation: (("user_name",), "created_at"),
}


@dataclass(frozen=True)
class Deleted:
    """How much was deleted of each."""

    visits: int
    rejected_rows: int
    names: int
    log_lines: int

    def plain(self) -> dict[str, int]:
        """As it stands in the log of the program."""
        return dict(self.__dict__)


def delete_old(
    store: Store, user: User, settings: Settings, *, now: dt.datetime | None = None
) -> Deleted:
    """Delete what the settings no longer keep; how much. Raises `NotAllowedError`."""
    moment = now or dt.datetime.now(dt.UTC)
    return Deleted(
        _delete(store, user, acts.OLD_VISITS, _visits, _since(moment, settings.visit_days)),
        _delete(store, user, acts.REJECTED_ROWS, _rejected, _since(moment, settings.rejected_days)),
        _delete(store, user, acts.OLD_NAMES, _names, _since(moment, settings.name_days)),
        # The last, so that nobody wonders why a line of today is missing.
        remove_old(store, user, days=settings.change_log_days, now=moment),
    )


def _since(moment: dt.datetime, days: int) -> dt.datetime | None:
    return moment.replace(tzinfo=None) - dt.timedelta(days=days) if days else None


def _delete(
    store: Store,
    user: User,
    subject: Subject,
    remove: Callable[[Connection, dt.datetime], int],
    since: dt.datetime | None,
) -> int:
    if since is None:
        return 0
    with store.writing(user, acts.REMOVE, subject) as change:
        n = remove(change.connection, since)
        if n:
            change.note(after={"lines": n})
        change.allow_nothing()
    return n


def _visits(connection: Connection, since: dt.datetime) -> int:
    return _changed(connection, t.sign_in, t.sign_in.c.ends_at < since)


def _rejected(connection: Connection, since: dt.datetime) -> int:
    """Of uploads that count, and of those that were taken back."""
    old = select(t.batch.c.id).where(t.batch.c.created_at < since)
    sheets = select(t.sheet_report.c.id).where(t.sheet_report.c.batch_id.in_(old))
    n = _changed(connection, t.rejected_row, t.rejected_row.c.sheet_id.in_(sheets))
    return n + sum(archive.forget_rejected(connection, id_) for id_ in _archived(connection, old))


def _archived(connection: Connection, old: Select[tuple[int]]) -> set[int]:
    return archive.archived(connection) & set(connection.execute(old).scalars())


def _names(connection: Connection, since: dt.datetime) -> int:
    n = 0
    for table, (columns, moment) in _NAMES.items():
        at = table.c[moment]
        old = at < (since.date() if isinstance(at.type, Date) else since)
        n += sum(_blank(connection, table.c[name], old) for name in columns)
    over = t.conversation.c.id.not_in(_talked_of(since))
    return n + _blank(connection, t.conversation.c.owner, over)


def _talked_of(since: dt.datetime) -> Select[tuple[int]]:
    """The conversations of which something was chosen, or is due, after this day."""
    day = since.date()
    return (
        select(t.conversation.c.id)
        .outerjoin(t.action)
        .where((t.action.c.chosen_on >= day) | (t.conversation.c.due_on >= day))
    )


def _blank(connection: Connection, name: Column[str], old: ColumnElement[bool]) -> int:
    """Put a dash in the place of the names that are old; how many."""
    there = old & name.is_not(None) & name.not_in(("", NO_NAME))
    return _changed(connection, name.table, there, {name.name: NO_NAME})


def _changed(
    connection: Connection,
    table: Table,
    where: ColumnElement[bool],
    values: Mapping[str, str] | None = None,
) -> int:
    """Change these lines, or delete them without `values`; how many. None leaves no trace."""
    n = connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()
    if n and values:
        connection.execute(update(table).where(where).values(dict(values)))
    elif n:
        connection.execute(delete(table).where(where))
    return int(n)
