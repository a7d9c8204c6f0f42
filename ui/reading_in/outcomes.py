"""What this visitor did with uploads, what that changed and where to see it, until closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.columns import DUPLICATE
from data.errors import NotDoneError
from data.failures import log_failure
from data.intake.restoring import bring_back_batch, delete_batch, restore_moment, undo_batch
from data.storing.frames import load_sheet_reports
from data.storing.history import RestorePlan
from data.values.questions import Question
from texts import Message
from ui.reading_in.changes import Changes, Figures
from ui.shared import loaders, visitor

STORED, TAKEN_BACK, BROUGHT_BACK, RESTORED = "stored", "taken back", "brought back", "restored"

log = logging.getLogger(__name__)

_OUTCOMES = "upload_outcomes"


@dataclass(frozen=True)
class Outcome:
    """What storing a file, taking an upload back, bringing one back or restoring did.

    `records` were stored, removed or brought back; `duplicates` were skipped, `rejected` wait to be
    mended; `taken_back` and `brought_back` are other uploads that left or returned with it;
    `of_money` are the questions about money that earlier uploads tell too.
    """

    what: str
    changes: Changes | None  # None: the figures could not be computed
    file_name: str = ""
    records: int = 0
    duplicates: int = 0
    rejected: int = 0
    batch_id: int = 0
    taken_back: tuple[int, ...] = ()
    brought_back: tuple[int, ...] = ()
    of_money: tuple[Question, ...] = ()


def outcomes() -> list[Outcome]:
    """What was done since the visitor last closed these messages, newest first."""
    return st.session_state.setdefault(_OUTCOMES, [])


def close_outcomes() -> None:
    """Forget these messages."""
    outcomes().clear()


def remember_stored(
    batch_id: int,
    before: Figures | None,
    *,
    left_out: int = 0,
    of_money: tuple[Question, ...] = (),
) -> None:
    """Remember what storing an upload changed; a person left out some of its rejected rows."""
    batches = loaders.batches()
    (line,) = batches[batches["batch_id"] == batch_id].to_dict("records")
    replaced = (batches["replaced_by"] == batch_id).fillna(value=False)
    reports = load_sheet_reports(loaders.store(), batch_id)
    outcome = Outcome(
        STORED,
        changed_since(before),
        file_name=line["file"],
        records=line["accepted"],
        rejected=line["rejected"] - left_out,
        batch_id=batch_id,
        duplicates=sum(int(reasons.get(DUPLICATE, 0)) for reasons in reports["skipped_reasons"]),
        taken_back=tuple(batches.loc[replaced, "batch_id"]),
        of_money=of_money,
    )
    outcomes().insert(0, outcome)


def take_back(batch_id: int, file_name: str, records: int) -> Message | None:
    """Undo an upload and remember what changed; a sentence when that did not succeed."""
    done = _do(partial(undo_batch, batch_id))
    return _remember(done, TAKEN_BACK, batch_id, file_name, records)


def bring_back(batch_id: int, file_name: str, records: int) -> Message | None:
    """Let an undone upload count again; a sentence when that did not succeed."""
    done = _do(partial(bring_back_batch, batch_id))
    return _remember(done, BROUGHT_BACK, batch_id, file_name, records)


def restore(change: int, expected: RestorePlan) -> Message | None:
    """Restore an earlier moment as it was looked at; a sentence when that did not succeed."""
    done = _do(partial(restore_moment, change, expected=expected))
    return _remember(done, RESTORED)


def delete(batch_id: int) -> Message | None:
    """Delete the rows of an undone upload for good; a sentence when that did not succeed."""
    done = _do(partial(delete_batch, batch_id))
    return done if isinstance(done, Message) else None


def figures_now() -> Figures | None:
    """The figures of the store as it is; None when they cannot be computed.

    To take a file back that spoils the figures may not depend on computing them.
    """
    try:
        return Figures.now()
    except Exception as error:
        log_failure(log, "computing what an upload changes", error)
        return None


def changed_since(before: Figures | None) -> Changes | None:
    """What changed since then, as far as it can be computed."""
    after = figures_now()
    return Changes(before, after) if before and after else None


def _do(act: Callable[..., RestorePlan | None]) -> tuple[RestorePlan, Changes | None] | Message:
    before = figures_now()
    try:
        plan = act(store=loaders.store(), user=visitor.current_user()) or RestorePlan()
    except NotDoneError as error:
        return error.message
    return plan, changed_since(before)


def _remember(
    done: tuple[RestorePlan, Changes | None] | Message,
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
    taken_back, brought_back = others
    outcome = Outcome(
        what,
        changes,
        file_name,
        records,
        taken_back=taken_back,
        brought_back=brought_back,
    )
    outcomes().insert(0, outcome)
    return None
