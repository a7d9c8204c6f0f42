"""The step "Recognised": per sheet its counts, a picture of its top, and what may be changed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.values.results import SheetResult, kind_label
from texts import translate as _
from ui.reading_in import (
    pointing_out,
    read_in_words,
    sheet_choices,
    sheet_picture,
    upload_words,
)
from ui.reading_in.pending_files import Pending
from ui.shared import formats
from ui.shared.labels import column_label
from ui.shared.safe import escape_markdown
from ui.shared.values import value_text

SHOWN_SHEETS = 4  # more sheets are folded


def show_summary(item: Pending) -> None:
    """What was read, in sentences; the sheets of a large workbook are folded."""
    lines = list(read_in_words.lines_of(item.preview))
    if not lines:
        return
    text = "\n".join(
        "\n".join(["- " + escape_markdown(line), *("    - " + escape_markdown(x) for x in told)])
        for line, told in lines
    )
    if len(lines) <= SHOWN_SHEETS:
        st.markdown(text)
        return
    st.markdown(escape_markdown(upload_words.together(item.tables)))
    with st.expander(_("Per sheet"), key=f"upload_sheets_{item.number}"):
        st.markdown(text)


def show_recognised(item: Pending) -> None:
    """One sheet at a time: its top as it stands, and what may be changed in how it is read."""
    sheets = item.preview.sheets
    if not sheets:
        return
    key = f"upload_recognised_{item.number}"
    # Once it had to be opened it stays open: the choice in it is being made.
    needed = not item.tables or any(map(pointing_out.missing_columns, sheets))
    st.session_state[f"{key}_open"] = needed or st.session_state.get(f"{key}_open", False)
    with st.expander(
        _("Look at the file, or change how it is read"),
        expanded=st.session_state[f"{key}_open"],
        icon=":material/table_view:",
        key=key,
    ):
        sheet = _choose_sheet(item) if len(sheets) > 1 else sheets[0]
        if sheet.top.rows:
            st.html(sheet_picture.picture(sheet))
        with st.container():
            _say_what_is_cut_off(sheet)
        sheet_choices.show_choices(item, sheet)
        _show_first_rows(sheet)


def _choose_sheet(item: Pending) -> SheetResult:
    by_key = {sheet.key: sheet for sheet in item.preview.sheets}
    first = next(iter(item.tables), item.preview.sheets[0])
    key = f"upload_sheet_{item.number}"
    if key in st.session_state:  # said anew, since what the choice is called may have changed
        st.session_state[key] = st.session_state[key]
    chosen = st.selectbox(
        _("Sheet"),
        list(by_key),
        index=list(by_key).index(first.key),
        format_func=lambda key: _sheet_label(by_key[key]),
        key=key,
        persist_state="session",
    )
    return by_key[chosen]


def _sheet_label(sheet: SheetResult) -> str:
    name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
    if sheet.table_number > 1:
        name = _("{sheet}, table {number}").format(sheet=name, number=sheet.table_number)
    said = kind_label(sheet.kind)
    if sheet.left_out:
        said = _("left out by you")
    elif sheet.kind is None and sheet.questions:
        said = _("waits for your answer")
    elif sheet.kind is None and sheet.reason:
        said = _("not read")
    return f"{name}: {said}"


def _say_what_is_cut_off(sheet: SheetResult) -> None:
    hidden = sheet.top.width - sheet_picture.MAX_COLUMNS
    if hidden > 0:
        sentence = _("The picture leaves out the last {n} columns; they are read all the same.")
        st.caption(sentence.format(n=hidden))


def _show_first_rows(sheet: SheetResult) -> None:
    table = records_table(sheet)
    if table.empty:
        return
    with st.expander(_("The first rows, as they will be stored")):
        alt = _("The first {n} rows of sheet {sheet}.").format(n=len(table), sheet=sheet.sheet)
        st.dataframe(table, hide_index=True, alt=alt)


FIRST_ROWS = 10


def records_table(sheet: SheetResult, first: int = FIRST_ROWS) -> pd.DataFrame:
    """The first records as they will be stored; columns that hold nothing are left out."""
    records = sheet.records.head(first)
    told = {c.DATE} if _only_years(records, sheet.kind) else set()
    shown = {column_label(c.ROW): [str(int(row)) for row in records.get(c.ROW, ())]}
    for field in fields.of(sheet.kind):
        if field.headings.strong and field.name not in told and field.name in records:
            texts = _texts(records, field)
            if any(texts):
                shown[str(field.label)] = texts
    return pd.DataFrame(shown, dtype="str")


def _only_years(records: pd.DataFrame, kind: str | None) -> bool:
    """Whether the dates of a budget say no more than its years do."""
    precisions = records.get(c.DATE_PRECISION)
    years = precisions is not None and bool(precisions.dropna().eq(c.YEAR_PRECISION).all())
    return kind == c.BUDGET and years


def _texts(records: pd.DataFrame, field: fields.Field) -> list[str]:
    if field.name == c.DATE:
        precisions = records.get(c.DATE_PRECISION, pd.Series(c.DAY_PRECISION, records.index))
        return [
            formats.known_date(day, p) for day, p in zip(records[c.DATE], precisions, strict=True)
        ]
    return [value_text(field, value) for value in records[field.name]]
