"""Before storing: what is stored already, how it differs, and what to do with it."""

from __future__ import annotations

import streamlit as st

from data.columns import USAGE
from data.overlap import KEEP, REPLACE, SKIP
from data.overlap.comparing import Comparison, Overlap
from texts import translate as _
from ui.reading_in import overlap_words, plausibility
from ui.reading_in.comparing import differences_of, overlap_of, repeated_in
from ui.reading_in.pending import OverlapChoice, Pending
from ui.reading_in.previewing import show_wrapped
from ui.shared import loaders
from ui.shared.safe import escape_markdown

SHOWN_UPLOADS = 5
SHOWN_RECORDS = 20
_CHOICES = (SKIP, REPLACE, KEEP)


def choose_overlap(item: Pending, scope: str | None) -> OverlapChoice:
    """Ask what to do with rows that are stored already, if any, and tell what stands out."""
    choice = _ask(item)
    plausibility.show(item, choice, scope)
    return choice


def _ask(item: Pending) -> OverlapChoice:
    overlap = overlap_of(item)
    if twice := repeated_in(item):
        st.caption(overlap_words.twice(twice))
    if not overlap.uploads:
        return OverlapChoice(version=loaders.version())
    st.markdown("#### " + _("Rows that are stored already"))
    st.markdown(escape_markdown(overlap_words.finding(overlap)))
    show_wrapped(
        overlap_words.uploads_table(overlap.uploads[:SHOWN_UPLOADS], loaders.batches()),
        alt=_("How the file differs from the earlier uploads."),
    )
    st.caption(_meaning(item))
    for comparison in overlap.uploads[:SHOWN_UPLOADS]:
        if comparison.changed or (comparison.gone and comparison.is_earlier_version):
            _show_differences(item, comparison)
    return _choose(item, overlap)


def _meaning(item: Pending) -> str:
    text = _(
        "Changed: the same date, department, theme and subject, but another value. Gone: in that "
        "upload, but not in this file."
    )
    if all(sheet.kind != USAGE for sheet in item.tables):
        text = _(
            "Changed: the same year, kind, description and account, but another amount. Gone: in "
            "that upload, but not in this file."
        )
    return text


def _show_differences(item: Pending, comparison: Comparison) -> None:
    label = _("What changed or is gone since upload {number}").format(number=comparison.batch_id)
    with st.expander(label):
        for kind, found in differences_of(item, comparison.batch_id, SHOWN_RECORDS).items():
            show_wrapped(overlap_words.differences_table(found, kind), alt=label)
        if max(comparison.changed, comparison.gone) > SHOWN_RECORDS:
            st.caption(_("Of both the first {n} rows are shown.").format(n=SHOWN_RECORDS))


def _choose(item: Pending, overlap: Overlap) -> OverlapChoice:
    captions = overlap_words.captions(overlap, loaders.frame("corrected"))
    chosen = st.radio(
        _("What should happen with the rows that are stored already?"),
        _CHOICES,
        index=_CHOICES.index(overlap.recommended),
        format_func=lambda choice: overlap_words.label(choice, overlap),
        captions=[escape_markdown(captions[choice]) for choice in _CHOICES],
        key=f"upload_overlap_{item.number}_{overlap.recommended}",
        persist_state="session",
    )
    choice = OverlapChoice(
        overlap=chosen,
        replaces=overlap.replaceable if chosen == REPLACE else (),
        seen=frozenset(found.batch_id for found in overlap.uploads),
        version=loaders.version(),
        nothing_new=chosen == SKIP and overlap.held == overlap.rows,
    )
    if choice.nothing_new:
        st.info(
            _("Every row of this file is stored already: there is nothing to store."),
            icon=":material/info:",
        )
    return choice
