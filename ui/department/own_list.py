"""The department's own Excel list: read in by the same import, its own rows only."""

from __future__ import annotations

from itertools import islice

import streamlit as st

from data.intake.store_upload import store_preview
from data.overlap import SKIP
from data.users import READ_IN
from data.values.results import SheetResult
from texts import Text
from texts import translate as _
from ui.actions.own_lists import show_waiting_lists
from ui.reading_in import (
    background_work,
    name_questions,
    pending_files,
    recognised,
    sheet_questions,
    upload_words,
    waiting_rows,
)
from ui.reading_in.drop_files import template_button
from ui.reading_in.pending_files import Pending
from ui.shared import formats, loaders, visitor
from ui.shared.notices import attempt
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped
from ui.shared.uploader import drop_files

OWN_LIST = "own_list"
_ROUND = "own_list_round"
MOST_FAULTS = 20


def show_own_list(department: str) -> None:
    """A place for one file, what was read from it, and the button to store that."""
    show_waiting_lists(department)
    background_work.go_on_and_show()
    item = pending_files.own_list(department)
    if item is None:
        _receive(department)
    else:
        _show(item)


def _receive(department: str) -> None:
    megabytes = loaders.settings().max_file_bytes // 1024**2
    label = _("The list of {department} as Excel or CSV (at most {n} MB)")
    files = drop_files(
        label.format(department=escape_markdown(department), n=megabytes),
        key=f"own_list_{st.session_state.get(_ROUND, 0)}",
        help_text=_("xlsx, xlsm, xlsb, xls, ods, csv, tsv or txt. Nothing is stored yet."),
    )
    template_button()
    if not files:
        return
    pending_files.add(files[0].name, files[0].getvalue(), only=department)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1  # the uploader is empty again
    background_work.go_on_and_show()


def _show(item: Pending) -> None:
    st.markdown(f"**{escape_markdown(item.file_name)}**")
    sentence = _reason_not_to_store(item)
    if sentence:
        st.warning(escape_markdown(sentence), icon=":material/warning:")
    if item.preview.stored_as is None:
        name_questions.show_uncertain(item)
        sheet_questions.show_questions(item)
    for sheet in item.tables:
        _show_sheet(sheet)
    with st.container(horizontal=True):
        if item.storable:
            st.button(
                _("Store"), type="primary", key="own_list_store", on_click=_store, args=(item,)
            )
        st.button(
            _("Cancel"), key="own_list_cancel", on_click=pending_files.cancel, args=(item.number,)
        )


def _reason_not_to_store(item: Pending) -> str:
    """Why there is nothing to store; empty when there is, or when an answer is waited for."""
    preview = item.preview
    if preview.error:
        return str(preview.error)
    if preview.stored_as is not None:
        return _("This file was stored before.")
    if not any(sheet.rows for sheet in item.tables):
        return _("There is no list of use in this file. Use the template, or ask the coordinator.")
    if not item.storable and not any(map(waiting_rows.waits, item.tables)):
        return _("No row can be stored as it is. See below what is wrong with the rows.")
    return ""


def _show_sheet(sheet: SheetResult) -> None:
    st.markdown(escape_markdown(upload_words.sheet_line(sheet)))
    if sheet.accepted:
        show_wrapped(
            recognised.records_table(sheet), alt=_("The first rows as they will be stored.")
        )
    rows = list(islice(waiting_rows.to_mend(sheet), MOST_FAULTS))
    faults = [fault for row in rows for fault in row.faults]
    lines = [
        f"- {escape_markdown(_('Row {row}: {message}').format(row=f.row, message=f.message))}"
        for f in faults[:MOST_FAULTS]
    ]
    more = len(faults) - MOST_FAULTS + waiting_rows.counts(sheet)[waiting_rows.TO_MEND] - len(rows)
    if more > 0:
        lines.append("- " + _("and {n} more").format(n=formats.number(more)))
    st.markdown("\n".join(lines))


def _store(item: Pending) -> None:
    user = visitor.current_user()
    done = Text("The list is read in. What was there already is not counted twice.")
    if not user.may(READ_IN):
        done = Text("The list is sent. It counts once the coordinator accepts it.")

    def store() -> None:
        store_preview(
            item.preview,
            store=loaders.store(),
            user=user,
            overlap=SKIP,
        )

    attempt(store, done, at=OWN_LIST)
    pending_files.cancel(item.number)
