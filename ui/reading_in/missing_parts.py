"""What a list may lack: headings, or a column of departments."""

from __future__ import annotations

import streamlit as st

from data import columns as c
from data.recognising.headless import NO_HEADINGS
from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in.correcting import correct, key_of, said_of
from ui.reading_in.pending_files import Pending
from ui.shared import loaders


def offer_without_headings(item: Pending, sheet: SheetResult) -> None:
    """One click for a list without headings, where no headings were found."""
    if sheet.kind is None and sheet.reason and sheet.reason.code == "no_headings":
        st.button(
            _("This list has no headings"),
            key=key_of("no_headings", item, sheet),
            on_click=_take_without_headings,
            args=(item.number, sheet.key),
            icon=":material/table_rows:",
            help=_("The first row counts as well; you point out what the columns mean."),
        )


def _take_without_headings(number: int, sheet_key: str) -> None:
    said = said_of(number, sheet_key).changed(header_row=NO_HEADINGS, left_out=False)
    correct(number, sheet_key, said)


def ask_department(item: Pending, sheet: SheetResult) -> None:
    """Whose list it is, where no column says so."""
    said = item.corrections.of(sheet.key).answers.get(c.DEPARTMENT)
    lacks = sheet.kind is None and sheet.reason and sheet.reason.code == "headings_lack"
    if not said and not lacks:
        return
    known = loaders.departments()[c.DEPARTMENT].astype(str).tolist()
    options = list(dict.fromkeys([*filter(None, [said]), *known, sheet.sheet]))
    key = key_of("department", item, sheet)
    st.session_state[key] = said
    st.selectbox(
        _("No column names the department? Say whose list it is"),
        options,
        index=None,
        key=key,
        on_change=_department_said,
        args=(item.number, sheet.key, key),
        accept_new_options=True,
        placeholder=_("Choose or type a department"),
        width=420,
    )


def _department_said(number: int, sheet_key: str, key: str) -> None:
    name = (st.session_state[key] or "").strip()
    correct(number, sheet_key, said_of(number, sheet_key).with_answer(c.DEPARTMENT, name or None))
