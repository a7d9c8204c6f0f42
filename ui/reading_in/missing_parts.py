"""What a list may lack: headings, or a column of departments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from data import columns as c
from data.cells.keys import plain_words
from data.recognising.headless import NO_HEADINGS
from data.values.corrections import NOT_NEEDED
from data.values.found_table import LIST, Heading
from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in import upload_words
from ui.reading_in.correcting import correct, key_of, said_of
from ui.reading_in.pending_files import Pending
from ui.shared import loaders
from ui.shared.safe import escape_label, escape_markdown

SHOWN_NAMES = 3
_LEAST_COLUMNS = 2  # a list has a date and a theme at least
_OPTIONAL = (c.FORM, c.CHANNEL, c.SHARE, c.SUBJECT)


def offer_without_headings(item: Pending, sheet: SheetResult) -> None:
    """One click for a list without headings, where no headings were found."""
    if sheet.kind is None and sheet.reason and sheet.reason.code == "no_headings":
        if sheet.top.width < _LEAST_COLUMNS:
            return
        label = _("This list has no headings")
        if len(item.preview.sheets) > 1:
            label = _("The list on sheet {sheet} has no headings").format(sheet=sheet.sheet)
        st.button(
            escape_label(label),
            key=key_of("no_headings", item, sheet),
            on_click=_take_without_headings,
            args=(item.number, sheet.key),
            icon=":material/table_rows:",
            help=_("The first row counts as well; you point out what the columns mean."),
        )


def _take_without_headings(number: int, sheet_key: str) -> None:
    said = said_of(number, sheet_key).changed(header_row=NO_HEADINGS, left_out=False)
    correct(number, sheet_key, said)


def offer_known_names(item: Pending, sheet: SheetResult) -> None:
    """Ask of a column that holds names that we know whether it is not the one with those names."""
    for kind, heading, names in known_names_in(sheet):
        question = {
            c.DEPARTMENT: _(
                "Under “{column}” stand departments that you know: {names}. Is that the department?"
            ),
            c.THEME: _("Under “{column}” stand themes that you know: {names}. Is that the theme?"),
        }[kind].format(column=heading.text, names=upload_words.names_listed(names))
        st.info(escape_markdown(question), icon=":material/help:")
        with st.container(horizontal=True):
            for label, column in ((_("Yes, read this column"), kind), (_("No"), heading.column)):
                st.button(
                    label,
                    key=key_of(f"known_{heading.position}_{column}", item, sheet),
                    on_click=_take_column,
                    args=(item.number, sheet.key, heading.position, column or NOT_NEEDED),
                )


def known_names_in(sheet: SheetResult) -> Iterator[tuple[str, Heading, list[str]]]:
    """Columns that hold known names, where the column that is read for them holds fewer.

    Judged by the rows at the top of the sheet.
    """
    if sheet.table is None or sheet.kind != c.USAGE or sheet.table.layout != LIST:
        return
    below = sheet.top.rows[sheet.table.header_row - sheet.top.first_row + 1 :]
    for kind, frame in ((c.DEPARTMENT, loaders.departments()), (c.THEME, loaders.themes())):
        known = {plain_words(str(name)): str(name) for name in frame[kind]}
        words = {h: [_words_at(row, h) for row in below] for h in sheet.table.headings}
        found = {h: [known[w] for w in words[h] if w in known] for h in words}
        read = max((len(found[h]) for h in found if h.column == kind), default=0)
        for heading, names in found.items():
            may_be = heading.column in (None, *_OPTIONAL) and heading.how != "chosen"
            most = 2 * len(names) > sum(map(bool, words[heading])) and len(names) > read
            if may_be and most and len(set(names)) > 1:
                yield kind, heading, list(dict.fromkeys(names))[:SHOWN_NAMES]


def _words_at(row: Sequence[str], heading: Heading) -> str:
    return plain_words(row[heading.position]) if heading.position < len(row) else ""


def _take_column(number: int, sheet_key: str, position: int, column: str) -> None:
    said = said_of(number, sheet_key)
    others = {p: name for p, name in said.columns.items() if name != column or not name}
    correct(number, sheet_key, said.changed(columns={**others, position: column}))


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
