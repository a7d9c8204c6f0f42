"""The files that wait for a decision: their previews, with the buttons to store or cancel them."""

from __future__ import annotations

import streamlit as st

from data.reference import Classification
from texts import ngettext
from texts import translate as _
from ui.reading_in import (
    mending,
    naming,
    pending,
    personal,
    preflight,
    previewing,
    recognised,
    scoping,
    words,
    work,
)
from ui.reading_in.pending import OverlapChoice, Pending
from ui.shared.safe import escape_markdown

Choices = dict[int, tuple[Classification, str | None, OverlapChoice]]


def show_waiting_files() -> None:
    """Every file that was read and not stored yet."""
    items = pending.all_pending()
    choices: Choices = {}
    for item in items:
        with st.container(border=True):
            _show_file(item, choices)
    storable = [item for item in items if _has_something_new(item, choices)]
    if len(storable) > 1:
        _buttons_for_all(storable, choices)


def _show_file(item: Pending, choices: Choices) -> None:
    size = words.size_label(item.preview.size)
    st.subheader(escape_markdown(item.file_name), anchor=False)
    st.caption(_("Read, not stored yet. Size {size}.").format(size=size) if item.storable else size)
    with st.container():  # what comes and goes has a place of its own: the focus stays where it is
        if item.notice:
            st.warning(escape_markdown(item.notice), icon=":material/warning:")
        previewing.show_reason_not_to_store(item)
    if item.preview.stored_as is None:
        mending.show_origin(item)
        with st.container():
            recognised.show_recognised(item)
        with st.container():
            classification = naming.show_names(item)
        mending.show_rows(item)
        personal.show_personal(item)
        if item.storable:
            scope = scoping.choose_scope(item)
            choices[item.number] = (classification, scope, preflight.choose_overlap(item, scope))
    _buttons(item, choices)


def _buttons(item: Pending, choices: Choices) -> None:
    with st.container(horizontal=True):
        if _has_something_new(item, choices):
            clicked = st.button(_("Store"), type="primary", key=f"upload_store_{item.number}")
            if clicked:
                _store([item], choices)
        st.button(
            _("Cancel") if _has_something_new(item, choices) else _("Close"),
            key=f"upload_cancel_{item.number}",
            on_click=pending.cancel,
            args=(item.number,),
        )


def _has_something_new(item: Pending, choices: Choices) -> bool:
    return item.number in choices and not choices[item.number][2].nothing_new


def _buttons_for_all(items: list[Pending], choices: Choices) -> None:
    n = len(items)
    with st.container(horizontal=True):
        label = ngettext("Store {n} file", "Store all {n} files", n).format(n=n)
        if st.button(label, type="primary", key="upload_store_all"):
            _store(items, choices)
        st.button(_("Cancel all"), key="upload_cancel_all", on_click=pending.cancel_all)


def _store(items: list[Pending], choices: Choices) -> None:
    for item in items:
        classification, scope, overlap = choices[item.number]
        pending.save(item, classification=classification, scope=scope, overlap=overlap)
    work.go_on()
    st.rerun()
