"""What this visitor did with uploads, what that changed and where to see it, until closed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.columns import DUPLICATE
from data.errors import NotDoneError
from data.failures import log_failure
from data.intake.restoring import bring_back_batch, delete_batch, restore_moment, undo_batch
from data.storing.frames import load_sheet_reports
from data.storing.history import RestorePlan
from texts import Message, ngettext
from texts import translate as _
from ui.reading_in import upload_words
from ui.reading_in.changes import Cell, Changes, Figures
from ui.shared import formats, loaders, visitor
from ui.shared.frame import link_to
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped

STORED, TAKEN_BACK, BROUGHT_BACK, RESTORED = "stored", "taken back", "brought back", "restored"

log = logging.getLogger(__name__)

_OUTCOMES = "upload_outcomes"


@dataclass(frozen=True)
class Outcome:
    """What storing a file, taking an upload back, bringing one back or restoring did.

    `records` were stored, removed or brought back; `duplicates` were skipped; `taken_back` and
    `brought_back` are other uploads that left or returned with it.
    """

    what: str
    changes: Changes | None  # None: the figures could not be computed
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


def remember_stored(batch_id: int, before: Figures | None) -> None:
    """Remember what storing an upload changed."""
    batches = loaders.batches()
    (line,) = batches[batches["batch_id"] == batch_id].to_dict("records")
    replaced = (batches["replaced_by"] == batch_id).fillna(value=False)
    reports = load_sheet_reports(loaders.store(), batch_id)
    outcome = Outcome(
        STORED,
        changed_since(before),
        file_name=line["file"],
        records=line["accepted"],
        duplicates=sum(int(reasons.get(DUPLICATE, 0)) for reasons in reports["skipped_reasons"]),
        taken_back=tuple(batches.loc[replaced, "batch_id"]),
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
    outcome = Outcome(what, changes, file_name, records, 0, *others)
    outcomes().insert(0, outcome)
    return None


SHOWN_NAMES = 20
SHOWN_SPOTS = 10


def show_outcomes() -> None:
    """What this visitor stored and took back, newest first, until it is closed."""
    found = outcomes()
    for outcome in found:
        with st.container(border=True):
            _show(outcome)
    if found:
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to("overview", _("To the overview"))
            link_to("broadening", _("To the white spots"))
            st.button(_("Close"), key="upload_close_outcomes", on_click=close_outcomes)


def _show(outcome: Outcome) -> None:
    st.success(escape_markdown(_headline(outcome)), icon=":material/check_circle:")
    lines = list(_upload_lines(outcome))
    if outcome.changes is None:
        lines.append(_("What this changes in the figures could not be computed."))
    else:
        _show_tables(outcome.changes)
        lines += _name_lines(outcome.changes)
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))


def _show_tables(changes: Changes) -> None:
    for label, table in (
        (_("Use per year"), changes.uses_by_year()),
        (_("Budget amounts per year"), changes.budget_by_year()),
        (_("Departments reached, and relevant combinations in use"), changes.shares_by_year()),
    ):
        if len(table):
            st.markdown(f"**{label}**")
            show_wrapped(table, alt=label, width="content")


def _headline(outcome: Outcome) -> str:
    if outcome.what == RESTORED:
        return _("The uploads count again as they did then.")
    if outcome.what == STORED:
        text = ngettext(
            "{file} is stored: {n} row.", "{file} is stored: {n} rows.", outcome.records
        )
    elif outcome.what == BROUGHT_BACK:
        text = ngettext(
            "{file} counts again: {n} row.", "{file} counts again: {n} rows.", outcome.records
        )
    else:
        text = ngettext(
            "{file} is taken back: {n} row was removed.",
            "{file} is taken back: {n} rows were removed.",
            outcome.records,
        )
    return text.format(file=outcome.file_name, n=formats.number(outcome.records))


def _upload_lines(outcome: Outcome) -> Iterator[str]:
    """What was left out, and which other uploads came or went with it."""
    if outcome.duplicates:
        yield ngettext(
            "{n} row was skipped, because it is stored already.",
            "{n} rows were skipped, because they are stored already.",
            outcome.duplicates,
        ).format(n=formats.number(outcome.duplicates))
    if outcome.taken_back:
        named = upload_words.uploads_named(outcome.taken_back)
        if outcome.what == STORED:
            yield _("It replaces {uploads}.").format(uploads=named)
        else:
            yield _("Taken back: {uploads}.").format(uploads=named)
    if outcome.brought_back:
        named = upload_words.uploads_named(outcome.brought_back)
        yield _("Counts again: {uploads}.").format(uploads=named)


def _name_lines(changes: Changes) -> Iterator[str]:
    if changes.new_years:
        years = formats.enumerated(str(year) for year in changes.new_years)
        yield _("First use in: {years}.").format(years=years)
    labels = (
        (_("New departments: {names}."), changes.new_names[0]),
        (_("New themes: {names}."), changes.new_names[1]),
        (_("Departments removed: {names}."), changes.gone_names[0]),
        (_("Themes removed: {names}."), changes.gone_names[1]),
        (_("White spots that are used now: {names}."), _cells(changes.closed_spots)),
        (_("White spots again: {names}."), _cells(changes.opened_spots)),
    )
    for label, names in labels:
        if names:
            yield label.format(names=_shortened(names))


def _cells(cells: Sequence[Cell]) -> list[str]:
    named = [f"{department} × {theme} ({year})" for year, department, theme in cells]
    if len(named) <= SHOWN_SPOTS:
        return named
    return [*named[:SHOWN_SPOTS], _("{n} more").format(n=formats.number(len(named) - SHOWN_SPOTS))]


def _shortened(names: list[str]) -> str:
    if len(names) <= SHOWN_NAMES:
        return upload_words.names_listed(names)
    rest = _("{n} more").format(n=len(names) - SHOWN_NAMES)
    return upload_words.names_listed([*names[:SHOWN_NAMES], rest])
