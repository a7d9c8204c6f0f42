"""Taking an upload back, bringing it back, deleting it: each asked first, with what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from texts import Message, ngettext
from texts import translate as _
from ui.reading_in import outcomes, overlap, upload_words
from ui.shared import formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.safe import escape_markdown

Batch = dict[Any, Any]  # one line of `load_batches`
_FAILED = "upload_undo_failed"


def show_failure() -> None:
    """Why the last of these did not succeed, once."""
    if failed := st.session_state.pop(_FAILED, None):
        st.warning(escape_markdown(failed), icon=":material/warning:")


def undo_button(batch: Batch, *, at: str = "list") -> None:
    """The button to take an upload back, with what that does; `at` names the place on the page."""
    number = int(batch["batch_id"])
    question = ngettext(
        "Take back {file}? {n} row leaves the figures. You can bring it back later.",
        "Take back {file}? {n} rows leave the figures. You can bring them back later.",
        batch["accepted"],
    ).format(file=batch["file"], n=formats.number(batch["accepted"]))
    _ask(
        _("Take back"),
        [question, *_what_follows(number)],
        _("Yes, take it back"),
        icon=":material/undo:",
        key=f"upload_undo_{at}_{number}",
        act=lambda: outcomes.take_back(number, batch["file"], batch["accepted"]),
    )


@cached_as_shown
def _what_follows(number: int) -> list[str]:
    """What else changes: what returns in its place, and what others left out because of it."""
    batches, overlaps = loaders.batches(), loaders.frame("overlaps")
    replaced = batches.loc[(batches["replaced_by"] == number).fillna(value=False), "batch_id"]
    lines = overlap.lost_corrections([number], loaders.frame("corrected"))
    if len(replaced):
        named = upload_words.uploads_named(replaced.tolist())
        lines.append(_("Then this counts again: {uploads}.").format(uploads=named))
    held = overlaps[overlaps["earlier_id"] == number]
    if len(held):
        sentence = ngettext(
            "{n} row of it was skipped in {uploads}, because it is in this one. It is then nowhere "
            "any more: read in that file again as well.",
            "{n} rows of it were skipped in {uploads}, because they are in this one. They are then "
            "nowhere any more: read in that file again as well.",
            int(held["rows"].sum()),
        )
        named = upload_words.uploads_named(held["batch_id"].tolist())
        lines.append(sentence.format(n=formats.number(int(held["rows"].sum())), uploads=named))
    return lines


def why_it_stays(batch: Batch) -> list[str]:
    """Why an undone upload cannot simply be brought back; nothing when it can."""
    if replaced_by(batch):
        return [
            _(
                "Replaced by upload {number}. Take that one back, then this one counts again."
            ).format(number=replaced_by(batch))
        ]
    if not batch["kept"]:
        return [_("Its rows are deleted, so it cannot be brought back.")]
    return []


def undone_buttons(batch: Batch) -> None:
    """What can still be done with an undone upload: bring it back, delete it for good."""
    number = int(batch["batch_id"])
    if batch["kept"] and not replaced_by(batch):
        question = ngettext(
            "Let {file} count again? {n} row returns in the figures.",
            "Let {file} count again? {n} rows return in the figures.",
            batch["accepted"],
        ).format(file=batch["file"], n=formats.number(batch["accepted"]))
        _ask(
            _("Bring back"),
            [question],
            _("Yes, bring it back"),
            icon=":material/redo:",
            key=f"upload_bring_back_{number}",
            act=lambda: outcomes.bring_back(number, batch["file"], batch["accepted"]),
        )
    if batch["kept"]:
        question = _(
            "Delete the rows of {file} for good? They can then never be brought back. That this "
            "upload was there stays in the list."
        ).format(file=batch["file"])
        _ask(
            _("Delete for good"),
            [question],
            _("Yes, delete for good"),
            icon=":material/delete:",
            key=f"upload_delete_{number}",
            act=lambda: outcomes.delete(number),
        )


def replaced_by(batch: Batch) -> int | None:
    """The upload that took the place of this one, when that counts."""
    if pd.isna(batch["replaced_by"]):
        return None
    active = set(loaders.active_batches()["batch_id"])
    return int(batch["replaced_by"]) if batch["replaced_by"] in active else None


def _ask(
    label: str,
    lines: list[str],
    yes: str,
    *,
    icon: str,
    key: str,
    act: Callable[[], Message | None],
) -> None:
    with st.popover(label, icon=icon):
        st.markdown("\n\n".join(escape_markdown(line) for line in lines))
        st.button(yes, type="primary", key=key, on_click=run_and_tell, args=(act,))


def run_and_tell(act: Callable[[], Message | None]) -> None:
    """Do it, and keep why it did not succeed for the next look at the page."""
    failed = act()
    if failed:
        st.session_state[_FAILED] = failed
