"""The files that wait for a decision: their previews, with the buttons to store or cancel them."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.columns import DUPLICATE
from data.reference import Classification
from data.values.report import NOTHING_STATED, Statement
from texts import ngettext
from texts import translate as _
from ui.reading_in import (
    background_work,
    finance_export,
    mending,
    messages,
    missing_parts,
    name_questions,
    overlap,
    pending_files,
    personal_data,
    plausibility,
    pointing_out,
    recognised,
    report_question,
    sheet_choices,
    sheet_questions,
    storing_files,
    upload_words,
    waiting_rows,
)
from ui.reading_in.pending_files import OverlapChoice, Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown

MOST_OPEN = 3  # files that stand open below each other
Choices = dict[int, tuple[Classification, Statement, OverlapChoice]]


def show_waiting_files() -> None:
    """Every file that was read and not stored yet."""
    items = pending_files.all_pending()
    choices: Choices = {}
    folded = sum(not item.preview.error for item in items) > MOST_OPEN
    for item in items:
        if item.preview.error:
            _show_unreadable(item)
            continue
        with _place_of(item, folded=folded):
            _show_file(item, choices)
    storable = [item for item in items if _has_something_new(item, choices)]
    if len(storable) > 1:
        _buttons_for_all(storable, choices)
    elif len(items) > 1 and not storable:
        st.button(_("Close all"), key="upload_close_all", on_click=pending_files.cancel_all)


def _show_unreadable(item: Pending) -> None:
    """Why a file cannot be read at all: most reasons name the file; there is nothing to choose."""
    with st.container(border=True):
        if item.file_name not in str(item.preview.error):
            st.subheader(escape_markdown(item.file_name), anchor=False)
        show_reason_not_to_store(item)
        _close_button(item, _("Close"))


def _place_of(item: Pending, *, folded: bool) -> DeltaGenerator:
    """Where a file stands: of many files each is folded, with what came of it on the fold."""
    if not folded:
        return st.container(border=True)
    told = upload_words.together(item.tables) if item.tables else _("nothing to store")
    if item.preview.stored_as is not None:
        told = _stored_before(item.preview.stored_as)
    label = f"**{escape_markdown(item.file_name)}** · {escape_markdown(told)}"
    key = f"upload_file_{item.number}"
    return st.expander(label, expanded=item.notice is not None, key=key)


def _show_file(item: Pending, choices: Choices) -> None:
    size = upload_words.size_label(item.preview.size)
    st.subheader(escape_markdown(item.file_name), anchor=False)
    with st.container(gap="xsmall"):  # what comes and goes has its own place, so the focus stays
        state = st.empty()
        if item.notice:
            told = escape_markdown(item.notice)
            if messages.AROUND_PASTED.says(item.notice):
                st.caption(told)  # nothing to do, only to look at
            else:
                st.warning(told, icon=":material/warning:")
        show_reason_not_to_store(item)
        nothing_new = st.container()
    if item.preview.stored_as is None:
        mending.show_origin(item)
        with st.container():
            recognised.show_summary(item)
        _decide(item, choices)
    has_new = _has_something_new(item, choices)
    told = _("Read, not stored yet. Size {size}.") if has_new else _("Size {size}.")
    state.caption(told.format(size=size))
    if item.number in choices and not has_new:
        with nothing_new:
            overlap.say_nothing_is_new(item)
    _buttons(item, choices)


def _decide(item: Pending, choices: Choices) -> None:
    """What must be decided stands open, what may be looked at or changed is folded."""
    with st.container():
        sheet_questions.show_questions(item)
    sheet_choices.show_missing(item)
    with st.container():
        name_questions.show_uncertain(item)
        name_questions.show_spellings(item)
    personal_data.show_personal(item)
    finance_export.show_finance(item)
    chosen = overlap.choose_overlap(item) if item.storable else None
    statement = _ask_about_new(item, chosen) if chosen else NOTHING_STATED
    with st.container(gap="small"):
        recognised.show_recognised(item)
        classification = name_questions.show_names(item)
        mending.show_rows(item)
    if chosen:
        choices[item.number] = (classification, statement, chosen)


def _ask_about_new(item: Pending, chosen: OverlapChoice) -> Statement:
    """What the list tells about and what stands out in it, when there is something to store."""
    if chosen.nothing_new:
        return NOTHING_STATED
    statement = report_question.ask_report(item)
    plausibility.show(item, chosen, statement)
    return statement


def _buttons(item: Pending, choices: Choices) -> None:
    with st.container(horizontal=True):
        if _has_something_new(item, choices):
            clicked = st.button(_("Store"), type="primary", key=f"upload_store_{item.number}")
            if clicked:
                _store([item], choices)
        label = _("Cancel") if _has_something_new(item, choices) else _("Close")
        _close_button(item, label)


def _close_button(item: Pending, label: str) -> None:
    key = f"upload_cancel_{item.number}"
    st.button(label, key=key, on_click=pending_files.cancel, args=(item.number,))


def _has_something_new(item: Pending, choices: Choices) -> bool:
    return item.number in choices and not choices[item.number][2].nothing_new


def _buttons_for_all(items: list[Pending], choices: Choices) -> None:
    n = len(items)
    with st.container(horizontal=True):
        label = ngettext("Store {n} file", "Store all {n} files", n).format(n=n)
        if st.button(label, type="primary", key="upload_store_all"):
            _store(items, choices)
        st.button(_("Cancel all"), key="upload_cancel_all", on_click=pending_files.cancel_all)


def _store(items: list[Pending], choices: Choices) -> None:
    for item in items:
        classification, statement, chosen = choices[item.number]
        storing_files.save(item, classification=classification, statement=statement, overlap=chosen)
    background_work.go_on()
    st.rerun()


def show_reason_not_to_store(item: Pending) -> None:
    """Why a file cannot be stored, in one sentence; nothing when it can."""
    preview = item.preview
    if preview.error:
        st.error(escape_markdown(preview.error), icon=":material/error:")
    elif preview.stored_as is not None:
        st.info(escape_markdown(_stored_before(preview.stored_as)), icon=":material/info:")
    elif not item.tables:
        if any(sheet.questions for sheet in preview.sheets):
            return  # there is a table: the question says what keeps it out
        st.warning(_no_table(item), icon=":material/warning:")
    elif not any(sheet.accepted or sheet.rejected for sheet in item.tables):
        st.info(_nothing_left(item), icon=":material/info:")
    elif not item.storable and not any(map(waiting_rows.waits, item.tables)):
        if pointing_out.lacks_of(item.preview.sheets):
            st.warning(_not_read_yet(), icon=":material/warning:")
        elif any(waiting_rows.counts(sheet)[waiting_rows.TO_MEND] for sheet in item.tables):
            wrong = _("No row can be stored as it is. See below what is wrong with the rows.")
            st.warning(wrong, icon=":material/warning:")
        else:
            left_out = _("You left out every row that was read: there is nothing to store.")
            st.info(left_out, icon=":material/info:")


def _nothing_left(item: Pending) -> str:
    """Why a file with tables has no row to store or to mend."""
    if any(sheet.skipped_reasons.get(DUPLICATE) for sheet in item.tables):
        return _("Every row of this file is stored already.")
    return _("There are headings in this file, but no rows below them that could be stored.")


def _stored_before(batch_id: int) -> str:
    batches = loaders.batches()
    found = batches[batches["batch_id"] == batch_id]
    day = formats.day(found["created_at"].iloc[0]) if len(found) else ""
    return _("This file was stored before, on {date}, as upload {number}.").format(
        date=day, number=batch_id
    )


def _not_read_yet() -> str:
    return _("This file is not read yet. Below it says what is missing.")


def _no_table(item: Pending) -> str:
    """That there is no table; why stands with the sheets, when one of them says so."""
    if any(map(missing_parts.can_be_told, item.preview.sheets)):
        return _not_read_yet()
    if any(sheet.reason for sheet in item.preview.sheets):
        return _("No table with use or budget was found in this file. Below it says why.")
    return _(
        "No table with use or budget was found in this file. Use needs columns for date, "
        "department and theme; a budget needs a year and an amount. The template has them ready."
    )
