"""The step "Recognised": per sheet its counts, a picture of its top, and what may be changed."""

from __future__ import annotations

import streamlit as st

from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in import correcting, finance, sheet_picture, tables, words
from ui.reading_in.pending import Pending
from ui.shared.safe import escape_markdown


def show_recognised(item: Pending) -> None:
    """What was recognised on each sheet; one sheet at a time is shown closer."""
    sheets = item.preview.sheets
    if not sheets:
        return
    st.markdown("#### " + _("Recognised"))
    lines = [words.sheet_line(sheet) for sheet in item.tables]
    lines += [words.unread_line(s) for s in sheets if s.kind is None and s.remarks]
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
    sheet = _choose_sheet(item) if len(sheets) > 1 else sheets[0]
    if sheet.top.rows:
        st.html(sheet_picture.picture(sheet))
    with st.container():
        _say_what_is_cut_off(sheet)
    correcting.show_choices(item, sheet)
    remarks = finance.other_remarks(sheet)
    if remarks:
        st.markdown("\n".join("- " + escape_markdown(remark) for remark in remarks))
    finance.show_finance(item, sheet)
    _show_first_rows(sheet)


def _choose_sheet(item: Pending) -> SheetResult:
    by_key = {sheet.key: sheet for sheet in item.preview.sheets}
    first = next(iter(item.tables), item.preview.sheets[0])
    chosen = st.selectbox(
        _("Sheet"),
        list(by_key),
        index=list(by_key).index(first.key),
        format_func=lambda key: _sheet_label(by_key[key]),
        key=f"upload_sheet_{item.number}",
        persist_state="session",
    )
    return by_key[chosen]


def _sheet_label(sheet: SheetResult) -> str:
    name = words.sheet_name(sheet.sheet, hidden=sheet.hidden)
    if sheet.table_number > 1:
        name = _("{sheet}, table {number}").format(sheet=name, number=sheet.table_number)
    said = _("left out by you") if sheet.left_out else words.kind_label(sheet.kind)
    return f"{name}: {said}"


def _say_what_is_cut_off(sheet: SheetResult) -> None:
    hidden = sheet.top.width - sheet_picture.MAX_COLUMNS
    if hidden > 0:
        sentence = _("The picture leaves out the last {n} columns; they are read all the same.")
        st.caption(sentence.format(n=hidden))


def _show_first_rows(sheet: SheetResult) -> None:
    table = tables.records_table(sheet)
    if table.empty:
        return
    with st.expander(_("The first rows, as they will be stored")):
        alt = _("The first {n} rows of sheet {sheet}.").format(n=len(table), sheet=sheet.sheet)
        st.dataframe(table, hide_index=True, alt=alt)
