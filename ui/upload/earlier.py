"""The uploads there are, newest first: what each held, its rejected rows, and taking it back."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from texts import ngettext
from texts import translate as _
from ui import formats, loaders
from ui.safe import escape_markdown
from ui.upload import done, mending, stored, words
from ui.upload.previewing import local_time

Batch = dict[Any, Any]  # one line of `load_batches`
PER_PAGE = 10
_FAILED = "upload_undo_failed"


def show_earlier_uploads() -> None:
    """The list of uploads, ten to a page."""
    st.subheader(_("Earlier uploads"), anchor=False)
    batches = loaders.batches()
    if batches.empty:
        st.markdown(_("No file has been stored yet."))
        return
    if failed := st.session_state.pop(_FAILED, None):
        st.warning(escape_markdown(failed), icon=":material/warning:")
    newest = batches.assign(created_at=local_time(batches["created_at"]))
    newest = newest.sort_values("batch_id", ascending=False)
    for batch in _page_of(newest).to_dict("records"):
        _show(batch)


def _page_of(batches: pd.DataFrame) -> pd.DataFrame:
    pages = -(-len(batches) // PER_PAGE)
    if pages < 2:
        return batches
    chosen = st.pagination(pages, key="upload_page")
    return batches.iloc[(chosen - 1) * PER_PAGE : chosen * PER_PAGE]


def _show(batch: Batch) -> None:
    with st.expander(_label(batch)):
        lines = [*_facts(batch), *stored.sheet_lines(batch["batch_id"])]
        st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
        if pd.notna(batch["undone_at"]):
            return
        with st.container(horizontal=True):
            if batch["rejected"]:
                mending.rejected_button(batch)
            _undo_button(batch)


def _label(batch: Batch) -> str:
    words_ = [formats.date(batch["created_at"]), words.kind_label(batch["kind"])]
    accepted = ngettext("{n} row", "{n} rows", batch["accepted"])
    words_.append(accepted.format(n=formats.number(batch["accepted"])))
    if batch["sample"]:
        words_.append(_("sample data"))
    name = f"**{escape_markdown(batch['file'])}**"
    if pd.notna(batch["undone_at"]):
        name, words_ = f"~~{name}~~", [*words_, _("taken back")]
    return name + " · " + escape_markdown(" · ".join(words_))


def _facts(batch: Batch) -> list[str]:
    moment = _("{date} at {time}").format(
        date=formats.date(batch["created_at"]), time=f"{batch['created_at']:%H:%M}"
    )
    lines = [
        _("Upload {number}, stored on {moment}.").format(number=batch["batch_id"], moment=moment)
    ]
    if batch["user"]:
        lines.append(_("Stored by {user}.").format(user=batch["user"]))
    if years := words.years_label(batch["first_year"], batch["last_year"]):
        lines.append(_("Period: {years}.").format(years=years))
    if batch["sample"]:
        lines.append(_("Sample data: fictitious figures, to see how the tool works."))
    if pd.notna(batch["undone_at"]):
        day = formats.date(batch["undone_at"])
        lines.append(_("Taken back on {date}; its rows no longer count.").format(date=day))
    return lines


def _undo_button(batch: Batch) -> None:
    number = int(batch["batch_id"])
    with st.popover(_("Take back"), icon=":material/undo:"):
        question = ngettext(
            "Take back {file}? {n} row leaves the figures. You can read the file in again later.",
            "Take back {file}? {n} rows leave the figures. You can read the file in again later.",
            batch["accepted"],
        ).format(file=batch["file"], n=formats.number(batch["accepted"]))
        st.markdown(escape_markdown(question))
        st.button(
            _("Yes, take it back"),
            type="primary",
            key=f"upload_undo_{number}",
            on_click=_undo,
            args=(number, batch["file"], batch["accepted"]),
        )


def _undo(number: int, file_name: str, records: int) -> None:
    failed = done.take_back(number, file_name, records)
    if failed:
        st.session_state[_FAILED] = failed
