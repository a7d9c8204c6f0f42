"""A file that was read: what was recognised, before it is stored."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

from data.columns import DEPARTMENT, THEME
from data.results import SheetResult
from texts import ngettext
from texts import translate as _
from ui import formats, loaders
from ui.safe import escape_markdown
from ui.upload import tables, words
from ui.upload.pending import Pending

_Width = Literal["stretch", "content"]


def show_reason_not_to_store(item: Pending) -> None:
    """Why a file cannot be stored, in one sentence; nothing when it can."""
    preview = item.preview
    if preview.error:
        st.error(escape_markdown(preview.error), icon=":material/error:")
    elif preview.stored_as is not None:
        st.info(escape_markdown(_stored_before(preview.stored_as)), icon=":material/info:")
    elif not item.tables:
        st.warning(_no_table(), icon=":material/warning:")
    elif not item.storable:
        st.warning(
            _("No row can be stored as it is. See below what is wrong with the rows."),
            icon=":material/warning:",
        )


def _stored_before(batch_id: int) -> str:
    batches = loaders.batches()
    found = batches[batches["batch_id"] == batch_id]
    day = formats.date(local_time(found["created_at"]).iloc[0]) if len(found) else ""
    return _("This file was stored before, on {date}, as upload {number}.").format(
        date=day, number=batch_id
    )


def local_time(moments: pd.Series) -> pd.Series:
    """Moments in UTC as the clock in the Netherlands showed them."""
    aware = moments if moments.dt.tz is not None else moments.dt.tz_localize("UTC")
    return aware.dt.tz_convert("Europe/Amsterdam")


def _no_table() -> str:
    return _(
        "No table with use or budget was found in this file. Use needs columns for date, "
        "department and theme; a budget needs a year and an amount. The template has them ready."
    )


def show_sheets(item: Pending) -> None:
    """The counts of every sheet, then the details of one sheet at a time."""
    lines = [words.sheet_line(sheet) for sheet in item.tables]
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
    _name_other_sheets(item)
    if len(item.tables) == 1:
        _show_details(item.tables[0])
    elif item.tables:
        tabs = st.tabs([escape_markdown(_tab_label(sheet)) for sheet in item.tables])
        for tab, sheet in zip(tabs, item.tables, strict=True):
            with tab:
                _show_details(sheet)


def _tab_label(sheet: SheetResult) -> str:
    if not sheet.rejected:
        return sheet.sheet
    rejected = _("{n} rejected").format(n=formats.number(sheet.rejected))
    return f"{sheet.sheet} ({rejected})"


def _name_other_sheets(item: Pending) -> None:
    others = [words.sheet_name(s.sheet, hidden=s.hidden) for s in item.preview.sheets if not s.kind]
    if others and item.tables:
        sentence = ngettext(
            "Not read, because it holds no table of use or budget: sheet {sheets}.",
            "Not read, because they hold no table of use or budget: sheets {sheets}.",
            len(others),
        )
        st.caption(escape_markdown(sentence.format(sheets=words.names_listed(others))))


def _show_details(sheet: SheetResult) -> None:
    _show_matched(sheet)
    if sheet.remarks:
        st.markdown("\n".join("- " + escape_markdown(remark) for remark in sheet.remarks))
    _show_faults(sheet)
    _show_first_rows(sheet)
    _show_columns(sheet)


def _show_matched(sheet: SheetResult) -> None:
    lines = [
        words.matched_sentence(spelling, name)
        for column in (DEPARTMENT, THEME)
        if column in sheet.names
        for spelling, name in sheet.names[column].matched.items()
    ]
    if lines:
        st.markdown(_("Names that were spelt differently:"))
        st.markdown("\n".join("- " + escape_markdown(line) for line in lines))


def _show_first_rows(sheet: SheetResult) -> None:
    table = tables.records_table(sheet)
    if table.empty:
        return
    st.markdown(_("The first rows, as they will be stored:"))
    alt = _("The first {n} rows of sheet {sheet}.").format(n=len(table), sheet=sheet.sheet)
    st.dataframe(table, hide_index=True, alt=alt)


def _show_columns(sheet: SheetResult) -> None:
    if sheet.table is None:
        return
    table = tables.headings_table(sheet.table.headings)
    label = ngettext(
        "{n} column recognised; the headings stand in row {row}",
        "{n} columns recognised; the headings stand in row {row}",
        len(table),
    )
    with st.expander(label.format(n=len(table), row=sheet.table.header_row)):
        show_wrapped(table, alt=_("What each heading was read as."))
        if sheet.table.ignored_columns:
            ignored = words.names_listed(sheet.table.ignored_columns)
            st.caption(escape_markdown(_("Not stored: {columns}.").format(columns=ignored)))


def _show_faults(sheet: SheetResult) -> None:
    faults = sheet.faults
    if not faults:
        return
    table = tables.faults_table(faults)
    label = ngettext(
        "{n} rejected row: what is wrong and how to mend it",
        "{n} rejected rows: what is wrong and how to mend it",
        sheet.rejected,
    )
    with st.expander(label.format(n=formats.number(sheet.rejected)), expanded=True):
        show_wrapped(table, alt=_("What is wrong with the rejected rows."))
        if len(table) < len(faults):
            more = _("These are the first {n}; all of them are in the download.")
            st.caption(more.format(n=len(table)))


def show_wrapped(table: pd.DataFrame, *, alt: str, width: _Width = "stretch") -> None:
    """A small table whose texts wrap; what came from a file is shown as it stands."""
    escaped = table.map(escape_markdown)
    st.table(escaped, hide_index=True, border="horizontal", width=width, alt=alt)
