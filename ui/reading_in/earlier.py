"""The uploads there are, newest first: what each held, its rejected rows, and taking it back."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from texts import ngettext
from texts import translate as _
from ui.reading_in import mending, restoring, returning, stored, words
from ui.reading_in.previewing import local_time
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown

Batch = dict[Any, Any]  # one line of `load_batches`
PER_PAGE = 10


def show_earlier_uploads() -> None:
    """The list of uploads, ten to a page."""
    st.subheader(_("Earlier uploads"), anchor=False)
    batches = loaders.batches()
    if batches.empty:
        st.markdown(_("No file has been stored yet."))
        return
    returning.show_failure()
    newest = batches.assign(created_at=local_time(batches["created_at"]))
    newest = newest.sort_values("batch_id", ascending=False)
    for batch in _page_of(newest).to_dict("records"):
        _show(batch)
    restoring.show_restore()


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
        with st.container(horizontal=True):
            if pd.notna(batch["undone_at"]):
                returning.buttons(batch)
                return
            if batch["rejected"]:
                mending.rejected_button(batch)
            returning.undo_button(batch)


def _label(batch: Batch) -> str:
    words_ = [formats.date(batch["created_at"]), words.kind_label(batch["kind"])]
    accepted = ngettext("{n} row", "{n} rows", batch["accepted"])
    words_.append(accepted.format(n=formats.number(batch["accepted"])))
    if batch["sample"]:
        words_.append(_("sample data"))
    name = f"**{escape_markdown(batch['file'])}**"
    if pd.notna(batch["undone_at"]):
        state = _("replaced") if returning.replaced_by(batch) else _("taken back")
        name, words_ = f"~~{name}~~", [*words_, state]
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
        lines += returning.why_it_stays(batch)
    return lines
