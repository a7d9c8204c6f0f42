"""What this visitor did with uploads, and what that changed: kept until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data.columns import DUPLICATE
from data.errors import NotDoneError
from data.intake.restoring import bring_back_batch, delete_batch, restore_moment, undo_batch
from data.storing.frames import load_sheet_reports
from data.storing.history import Plan
from data.users import READ_IN, User
from texts import Message
from ui.reading_in.changes import Changes, Figures
from ui.shared import loaders, visitor

STORED, TAKEN_BACK, BROUGHT_BACK, RESTORED = "stored", "taken back", "brought back", "restored"

_OUTCOMES = "upload_outcomes"


@dataclass(frozen=True)
class Outcome:
    """What storing a file, taking an upload back, bringing one back or restoring did.

    `records` were stored, removed or brought back; `duplicates` were skipped; `taken_back` and
    `brought_back` are other uploads that left or returned with it.
    """

    what: str
    changes: Changes
    file_name: str = ""
    records: int = 0
    duplicates: int = 0
    taken_back: tuple[int, ...] = ()
    brought_back: tuple[int, ...] = ()


def outcomes() -> list[Outcome]:
    """What was done since the visitor last closed these messages, newest first."""
    return st.session_state.setdefault(_OUTCOMES, [])


def close_outcomes() -> None:
    """Forget these messages."""
    outcomes().clear()


def remember_stored(batch_id: int, before: Figures) -> None:
    """Remember what storing an upload changed."""
    batches = loaders.batches()
    (line,) = batches[batches["batch_id"] == batch_id].to_dict("records")
    replaced = (batches["replaced_by"] == batch_id).fillna(value=False)
    reports = load_sheet_reports(loaders.store(), batch_id)
    outcome = Outcome(
        STORED,
        Changes(before, Figures.now()),
        file_name=line["file"],
        records=line["accepted"],
        duplicates=sum(int(reasons.get(DUPLICATE, 0)) for reasons in reports["skipped_reasons"]),
        taken_back=tuple(batches.loc[replaced, "batch_id"]),
    )
    outcomes().insert(0, outcome)


def take_back(batch_id: int, file_name: str, records: int) -> Message | None:
    """Undo an upload and remember what changed; a sentence when that did not succeed."""
    done = _do(lambda: undo_batch(batch_id, store=loaders.store()))
    return _remember(done, TAKEN_BACK, batch_id, file_name, records)


def bring_back(batch_id: int, file_name: str, records: int) -> Message | None:
    """Let an undone upload count again; a sentence when that did not succeed."""
    done = _do(lambda: bring_back_batch(batch_id, store=loaders.store()))
    return _remember(done, BROUGHT_BACK, batch_id, file_name, records)


def restore(change: int, expected: Plan) -> Message | None:
    """Restore an earlier moment as it was looked at; a sentence when that did not succeed."""
    done = _do(lambda: restore_moment(change, store=loaders.store(), expected=expected))
    return _remember(done, RESTORED)


def delete(batch_id: int) -> Message | None:
    """Delete the rows of an undone upload for good; a sentence when that did not succeed."""
    done = _do(lambda: delete_batch(batch_id, store=loaders.store()))
    return done if isinstance(done, Message) else None


def allowed_user() -> User:
    """Who is at work, when that user may read files in; else `NotAllowedError`."""
    user = visitor.current_user()
    user.must(READ_IN)
    return user


def _do(act: Callable[[], Plan | None]) -> tuple[Plan, Changes] | Message:
    before = Figures.now()
    try:
        allowed_user()
        plan = act() or Plan()
    except NotDoneError as error:
        return error.message
    return plan, Changes(before, Figures.now())


def _remember(
    done: tuple[Plan, Changes] | Message,
    what: str,
    batch_id: int = 0,
    file_name: str = "",
    records: int = 0,
) -> Message | None:
    if isinstance(done, Message):
        return done
    plan, changes = done
    others = [
        tuple(other for other in moved if other != batch_id)
        for moved in (plan.taken_back, plan.brought_back)
    ]
    outcome = Outcome(what, changes, file_name, records, 0, *others)
    outcomes().insert(0, outcome)
    return None
