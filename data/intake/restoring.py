"""Taking uploads back, bringing them back, restoring an earlier moment, deleting for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, String, cast, func, select

from data.columns import BATCH_ID, DEPARTMENT, THEME
from data.storing import acts, history
from data.storing import tables as t
from data.storing.errors import ChangedMeanwhileError
from data.storing.history import RestorePlan
from data.storing.names import NAME_TABLES, ids_by_name
from data.storing.query import frame_of
from data.storing.replacing import replaced_ids
from data.storing.store import Store
from data.users import User


@dataclass(frozen=True)
class Totals:
    """What is counted: uses per year, cents per (year, kind) of the budget, the names there are."""

    uses: Mapping[int, int]
    budget: Mapping[tuple[int, str], int]
    departments: frozenset[str]
    themes: frozenset[str]


@dataclass(frozen=True)
class RestorePreview:
    """What restoring a moment does to the uploads, and what is counted before and after."""

    plan: RestorePlan
    before: Totals
    after: Totals


def undo_batch(batch_id: int, *, store: Store, user: User) -> RestorePlan:
    """Take one upload back, whole: the figures are what they were before.

    What it replaced counts again. Its rows are kept apart, see `bring_back_batch`.

    Raises `UnknownBatchError` and `AlreadyUndoneError`.
    """
    with store.writing(user, acts.UNDO, acts.UPLOAD, batch_id) as change:
        plan = history.take_back(change.connection, batch_id)
        change.note(batch_id, before=_named(change.connection, batch_id), after=_in_words(plan))
    return plan


def bring_back_batch(batch_id: int, *, store: Store, user: User) -> RestorePlan:
    """Let an undone upload count again, whole.

    Raises what `data.storing.history.bring_back` does.
    """
    with store.writing(user, acts.BRING_BACK, acts.UPLOAD, batch_id) as change:
        plan = history.bring_back(change.connection, batch_id)
        named = _named(change.connection, batch_id)
        change.note(batch_id, after=named | _in_words(plan))
    return plan


def delete_batch(batch_id: int, *, store: Store, user: User) -> None:
    """Forget the rows of an undone upload for good; the line that it was there stays.

    Raises `UnknownBatchError` and `NotDeletableError`.
    """
    with store.writing(user, acts.DELETE, acts.UPLOAD, batch_id) as change:
        history.delete_for_good(change.connection, batch_id)
        change.note(batch_id, before=_named(change.connection, batch_id))


def preview_restore(change: int, *, store: Store) -> RestorePreview:
    """What `restore_moment` would do. It is done, looked at, and left undone.

    Raises `UnknownChangeError`.
    """
    with store.trying() as connection:
        before = count_totals(connection)
        plan = history.restore(connection, change)
        return RestorePreview(plan, before, count_totals(connection))


def restore_moment(
    moment: int, *, store: Store, user: User, expected: RestorePlan | None = None
) -> RestorePlan:
    """Let the uploads count that counted right after a change.

    Raises `UnknownChangeError`, and `ChangedMeanwhileError` when that would do something else than
    what was `expected` of it.
    """
    with store.writing(user, acts.RESTORE, acts.MOMENT, moment) as change:
        plan = history.restore(change.connection, moment)
        if expected is not None and plan != expected:
            raise ChangedMeanwhileError
        change.note(moment, after=_in_words(plan))
    return plan


def _named(connection: Connection, batch_id: int) -> dict[str, str]:
    """An upload by its file, for the log: the number alone says nothing to a reader."""
    file = select(t.batch.c.file).where(t.batch.c.id == batch_id)
    return {"file": connection.execute(file).scalar_one()}


def _in_words(plan: RestorePlan) -> dict[str, list[int]]:
    """The uploads that a plan moved, for the log; what did not move is left out."""
    moved = {"taken_back": plan.taken_back, "brought_back": plan.brought_back, "lost": plan.lost}
    return {name: list(batches) for name, batches in moved.items() if batches}


def count_totals(connection: Connection) -> Totals:
    """What the store counts now."""
    u, b = t.usage_record.c, t.budget_line.c
    year = func.substr(cast(u.date, String), 1, 4)
    counted = select(year, func.count()).where(u.id.not_in(replaced_ids())).group_by(year)
    ours = b.concerns.is_not(False)
    sums = select(b.year, b.kind, func.sum(b.amount_cents)).where(ours).group_by(b.year, b.kind)
    names = {kind: frozenset(ids_by_name(connection, table)) for kind, table in NAME_TABLES.items()}
    return Totals(
        uses={int(found): int(n) for found, n in connection.execute(counted)},
        budget={(int(y), str(k)): int(cents) for y, k, cents in connection.execute(sums)},
        departments=names[DEPARTMENT],
        themes=names[THEME],
    )


def load_moments(store: Store) -> pd.DataFrame:
    """The log of what came, went and returned, oldest first.

    Columns: change, at (UTC), batch_id, file, active, replaced_by (missing unless replaced).
    The lines with one number of `change` were one transaction.
    """
    log = t.batch_change.c
    chosen = (
        select(
            log.change, log.at, log.batch_id.label(BATCH_ID), t.batch.c.file, log.active,
            log.replaced_by,
        )
        .join(t.batch, t.batch.c.id == log.batch_id)
        .order_by(log.id)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    types = {"change": "int64", BATCH_ID: "int64", "file": "str", "active": "bool"}
    frame = frame.astype(types | {"replaced_by": "Int64"})
    frame["at"] = pd.to_datetime(frame["at"], utc=True).astype("datetime64[us, UTC]")
    return frame
