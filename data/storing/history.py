"""Which uploads count, now and at any earlier moment: taking back, bringing back, restoring.

Every change of it is in the log `batch_change`. What no longer counts is in the archive, out of the
tables that are read, until it is brought back or deleted for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from data.storing import tables as t
from data.storing.archive import archived, can_put_back, delete_archive, put_back, take_out
from data.storing.batch_log import State, last_change, last_left_first, log_states, now, states_at
from data.storing.errors import (
    AlreadyStoredError,
    AlreadyUndoneError,
    NotDeletableError,
    NothingKeptError,
    NotUndoneError,
    RecordGoneError,
    ReplacedError,
    UnknownBatchError,
    UnknownChangeError,
)
from data.storing.names import forget_names
from data.storing.replacing import corrections_of


@dataclass(frozen=True)
class RestorePlan:
    """What a change does to the uploads; `lost` are those that should return but are not kept."""

    taken_back: tuple[int, ...] = ()
    brought_back: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.taken_back or self.brought_back)


def replace_batches(connection: Connection, batch_id: int, earlier: Iterable[int]) -> None:
    """Let a batch that was just stored take the place of earlier ones, as part of that change.

    Raises `UnknownBatchError` and `AlreadyUndoneError` of what it should replace.
    """
    states = states_at(connection)
    leaving = set(earlier)
    for replaced in leaving:
        _state_of(states, replaced, active=True)
    leaving |= _corrections(connection, leaving)
    wanted = {replaced: State(False, batch_id) for replaced in leaving}
    _move_to(connection, wanted, last_change(connection))


def take_back(connection: Connection, batch_id: int) -> RestorePlan:
    """Take an upload out of what counts; what it replaced counts again.

    What was accepted as a correction of one of its records leaves with it.
    Raises `UnknownBatchError` and `AlreadyUndoneError`.
    """
    states = states_at(connection)
    _state_of(states, batch_id, active=True)
    leaving = {batch_id} | _corrections(connection, {batch_id})
    replaced = {
        earlier: State(True, state.replaced_by)
        for earlier, state in states.items()
        if not state.active and state.replaced_by in leaving and _can_return(connection, earlier)
    }
    return _move_to(connection, replaced | {gone: State(False) for gone in leaving})


def take_back_all(connection: Connection, batches: Iterable[int]) -> RestorePlan:
    """Take several uploads back at once; nothing returns in their place."""
    return _move_to(connection, {batch_id: State(False) for batch_id in batches})


def bring_back(connection: Connection, batch_id: int) -> RestorePlan:
    """Let an undone upload count again; what it had replaced steps aside.

    Raises `UnknownBatchError`, `NotUndoneError`, `NothingKeptError`, `ReplacedError` when the
    upload that took its place counts, `AlreadyStoredError` when its file was read in again, and
    `RecordGoneError` when it corrects a record that does not count.
    """
    states = states_at(connection)
    state = _state_of(states, batch_id, active=False)
    if state.replaced_by and states[state.replaced_by].active:
        raise ReplacedError(batch_id, state.replaced_by)
    if batch_id not in archived(connection):
        raise NothingKeptError(batch_id)
    again = _stored_again(connection, batch_id)
    if again is not None:
        raise AlreadyStoredError(again)
    if not can_put_back(connection, batch_id):
        raise RecordGoneError
    replaced = {b: State(False, batch_id) for b, s in states.items() if s == State(True, batch_id)}
    return _move_to(connection, replaced | {batch_id: State(True, state.replaced_by)})


def restore(connection: Connection, change: int) -> RestorePlan:
    """Let the uploads stand as they did right after a change. Raises `UnknownChangeError`."""
    if not 1 <= change <= last_change(connection):
        raise UnknownChangeError(change)
    then = states_at(connection, change)
    return _move_to(connection, {b: then.get(b, State(False)) for b in states_at(connection)})


def delete_for_good(connection: Connection, batch_id: int) -> None:
    """Forget the rows of an undone upload and what was recognised in it; its line stays.

    Raises `UnknownBatchError` and `NotDeletableError`.
    """
    states = states_at(connection)
    if batch_id in states and states[batch_id].active:
        raise NotDeletableError(batch_id)
    _state_of(states, batch_id, active=False)
    delete_archive(connection, batch_id)
    for table in (t.sheet_report, t.report):
        connection.execute(delete(table).where(table.c.batch_id == batch_id))


def _corrections(connection: Connection, batches: Iterable[int]) -> set[int]:
    """The batches that stand in the place of records of these, and of records of those."""
    found = {c for batch_id in batches for c in corrections_of(connection, batch_id)}
    return found | _corrections(connection, found) if found else found


def _state_of(states: Mapping[int, State], batch_id: int, *, active: bool) -> State:
    """The state of an upload, which must count or not, as is asked."""
    if batch_id not in states:
        raise UnknownBatchError(batch_id)
    if states[batch_id].active != active:
        raise AlreadyUndoneError(batch_id) if active else NotUndoneError(batch_id)
    return states[batch_id]


def _can_return(connection: Connection, batch_id: int) -> bool:
    return batch_id in archived(connection) and _stored_again(connection, batch_id) is None


def _stored_again(connection: Connection, batch_id: int) -> int | None:
    """The upload that counts and holds rows of the same file as this one, if any.

    A mended workbook that was stored while the upload of its file counted adds only what that
    lacks, and the other way round; stored without it, it holds the whole file.
    """
    b = t.batch.c
    own = connection.execute(select(b.sha256, b.mends).where(b.id == batch_id)).one()
    origin = own.mends or own.sha256
    same = b.undone_at.is_(None) & ((b.sha256 == origin) | (b.mends == origin))
    for other in connection.execute(select(b.id).where(same).order_by(b.id)).scalars():
        earlier, later = sorted((batch_id, other))
        before = states_at(connection, _change_of(connection, later) - 1)
        if earlier not in before or not before[earlier].active:
            return int(other)
    return None


def _change_of(connection: Connection, batch_id: int) -> int:
    """The change with which an upload came."""
    log = t.batch_change.c
    first = select(func.min(log.change)).where(log.batch_id == batch_id)
    return int(connection.execute(first).scalar_one())


def _move_to(
    connection: Connection, wanted: Mapping[int, State], change: int | None = None
) -> RestorePlan:
    """Let the uploads stand as `wanted`, in a change of their own or as part of `change`.

    What returns is put back before anything is taken out, so that a name that both use stays as it
    was decided; and the last that left returns first, with the names that the others refer to.
    """
    states, kept = states_at(connection), archived(connection)
    returning = [b for b in wanted if wanted[b].active and not states[b].active]
    leaving = [b for b in wanted if states[b].active and not wanted[b].active]
    leaving.sort(reverse=True)  # what corrects a record leaves before that record
    possible = [b for b in last_left_first(connection) if b in returning and b in kept]
    for batch_id in possible:
        put_back(connection, batch_id)
    for batch_id in leaving:
        take_out(connection, batch_id)
    _set_undone(connection, leaving, undone=True)  # first: the same file may return
    _set_undone(connection, possible, undone=False)
    forget_names(connection)
    lost = tuple(b for b in returning if b not in possible)
    changed = [b for b in wanted if wanted[b] != states[b] and b not in lost]
    new = {b: wanted[b] for b in sorted(changed, reverse=True)}
    log_states(connection, new, change)
    return RestorePlan(tuple(sorted(leaving)), tuple(sorted(possible)), lost)


def _set_undone(connection: Connection, batches: Iterable[int], *, undone: bool) -> None:
    chosen = update(t.batch).where(t.batch.c.id.in_(list(batches)))
    connection.execute(chosen.values(undone_at=now() if undone else None))
