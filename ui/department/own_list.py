"""The department's own Excel list: read in by the same import, its own rows only."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

import streamlit as st

from data import columns as c
from data.intake.file_processes import FileReader
from data.intake.preview import FileReading
from data.intake.store_upload import store_preview
from data.overlap import SKIP
from data.progress import StoppedError
from data.storing.versions import READ_BY_INTAKE
from data.users import READ_IN
from data.values.results import FilePreview, SheetResult
from texts import Text
from texts import translate as _
from ui.actions.own_lists import show_waiting_lists
from ui.reading_in import recognised, upload_words
from ui.reading_in.background_work import who_visits
from ui.reading_in.drop_files import template_button
from ui.shared import formats, loaders, visitor
from ui.shared.notices import attempt
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped
from ui.shared.uploader import drop_files

OWN_LIST = "own_list"
_READ, _ROUND = "own_list_read", "own_list_round"
MOST_FAULTS = 20


@dataclass(frozen=True)
class _Read:
    """A list that was read and not stored yet."""

    department: str
    preview: FilePreview
    version: int


def show_own_list(department: str) -> None:
    """A place for one file, what was read from it, and the button to store that."""
    show_waiting_lists(department)
    read: _Read | None = st.session_state.get(_READ)
    if (
        read is None
        or read.department != department
        or read.version != loaders.version(*READ_BY_INTAKE)
    ):
        _receive(department)
    else:
        _show(read)


def limited_preview(content: bytes, file_name: str, department: str) -> FilePreview:
    """What the file holds of this department; its amounts are the coordinator's business."""
    reading = FileReading(content, file_name, FileReader(who_visits()))
    preview = reading.preview(store=loaders.store(), settings=loaders.settings(), only=department)
    return replace(preview, sheets=tuple(s for s in preview.sheets if s.kind == c.USAGE))


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
    file = files[0]
    with st.spinner(_("Reading…")), suppress(StoppedError):  # nobody is there to show it to
        preview = limited_preview(file.getvalue(), file.name, department)
        st.session_state[_READ] = _Read(department, preview, loaders.version(*READ_BY_INTAKE))
    _start_again()
    st.rerun()


def _start_again() -> None:
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _show(read: _Read) -> None:
    preview = read.preview
    st.markdown(f"**{escape_markdown(preview.file_name)}**")
    sentence = _reason_not_to_store(preview)
    if sentence:
        st.warning(escape_markdown(sentence), icon=":material/warning:")
    for sheet in preview.sheets:
        _show_sheet(sheet)
    with st.container(horizontal=True):
        if not sentence:
            st.button(
                _("Store"), type="primary", key="own_list_store", on_click=_store, args=(read,)
            )
        st.button(_("Cancel"), key="own_list_cancel", on_click=_forget)


def _reason_not_to_store(preview: FilePreview) -> str:
    """Why there is nothing to store; empty when there is."""
    if preview.error:
        return str(preview.error)
    if preview.stored_as is not None:
        return _("This file was stored before.")
    if not any(sheet.rows for sheet in preview.sheets):
        return _("There is no list of use in this file. Use the template, or ask the coordinator.")
    if not any(sheet.accepted for sheet in preview.sheets):
        return _("No row can be stored as it is. See below what is wrong with the rows.")
    return ""


def _show_sheet(sheet: SheetResult) -> None:
    st.markdown(escape_markdown(upload_words.sheet_line(sheet)))
    if sheet.accepted:
        show_wrapped(
            recognised.records_table(sheet), alt=_("The first rows as they will be stored.")
        )
    lines = [
        f"- {escape_markdown(_('Row {row}: {message}').format(row=f.row, message=f.message))}"
        for f in sheet.faults[:MOST_FAULTS]
    ]
    more = len(sheet.faults) - MOST_FAULTS
    if more > 0:
        lines.append("- " + _("and {n} more").format(n=formats.number(more)))
    st.markdown("\n".join(lines))


def _store(read: _Read) -> None:
    user = visitor.current_user()
    done = Text("The list is read in. What was there already is not counted twice.")
    if not user.may(READ_IN):
        done = Text("The list is sent. It counts once the coordinator accepts it.")

    def store() -> None:
        store_preview(
            read.preview,
            store=loaders.store(),
            user=user,
            overlap=SKIP,
        )

    attempt(store, done, at=OWN_LIST)
    _forget()


def _forget() -> None:
    st.session_state.pop(_READ, None)
