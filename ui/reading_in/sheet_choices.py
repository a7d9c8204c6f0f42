"""What may be changed in how a sheet is read; each choice is followed at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from data import columns as c
from data import fields
from data.recognising.headless import NO_HEADINGS
from data.values.corrections import NOT_NEEDED
from data.values.found_table import Heading
from data.values.results import SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import pointing_out, upload_words
from ui.reading_in.correcting import correct, key_of, said_of
from ui.reading_in.missing_parts import ask_unread, offer_known_names, offer_without_headings
from ui.reading_in.pending_files import Pending
from ui.reading_in.sheet_picture import column_letter, heading_row_label
from ui.reading_in.way_back import is_corrected, show_way_back
from ui.shared.safe import escape_label, escape_markdown

COLUMNS_PER_PAGE = 24
NEITHER = "neither"
NOT_FOUND = -1  # in the place of the number of a heading row

_UNITS = (1, 1_000, 1_000_000)


def show_choices(item: Pending, sheet: SheetResult) -> None:
    """The choices about one sheet; each is followed at once, and there is a way back."""
    with st.container(horizontal=True):
        _choose_kind(item, sheet)
        if not sheet.left_out:
            _choose_heading_row(item, sheet)
            _choose_unit(item, sheet)
    if sheet.table:
        _choose_columns(item, sheet)
    if is_corrected(item, sheet):
        show_way_back(item, sheet)


def show_missing(item: Pending) -> None:
    """What a sheet lacks and a person can give at once, where otherwise nothing would be read."""
    with st.container():  # comes and goes; what follows keeps its place, and so the focus
        if not item.tables:
            offer_without_headings(item)
            pointing_out.offer_kinds(item)
        pointing_out.show_lacks(item)
        ask_unread(item)
        offer_known_names(item)


def _select(
    label: str,
    options: list[Any],
    value: Any,  # noqa: ANN401 (one of the options)
    *,
    key: str,
    words_for: Callable[[Any], str],
    on_change: Callable[..., None],
    args: tuple[Any, ...],
    width: int | None = None,
) -> None:
    """A choice that always shows what counts now, also after the way back."""
    st.session_state[key] = value
    st.selectbox(
        label,
        options,
        format_func=words_for,
        key=key,
        on_change=on_change,
        args=(*args, key),
        width=width or "stretch",
    )


def _choose_kind(item: Pending, sheet: SheetResult) -> None:
    labels = {
        c.USAGE: _("use of Platform31"),
        c.BUDGET: _("a budget"),
        NEITHER: _("neither: leave it out"),
    }
    said = item.corrections.of(sheet.key)
    kind = NEITHER if sheet.left_out else sheet.kind or said.kind or NEITHER
    _select(
        _("This sheet holds"),
        list(labels),
        kind,
        key=key_of("kind", item, sheet),
        words_for=labels.__getitem__,
        on_change=_kind_chosen,
        args=(item.number, sheet.key),
        width=240,
    )


def _kind_chosen(number: int, sheet_key: str, key: str) -> None:
    kind = st.session_state[key]
    said = said_of(number, sheet_key)
    if kind == NEITHER:
        correct(number, sheet_key, said.changed(left_out=True))
    else:
        correct(number, sheet_key, said.changed(left_out=False, kind=kind))


def _choose_heading_row(item: Pending, sheet: SheetResult) -> None:
    rows = dict(enumerate(sheet.top.rows, sheet.top.first_row))
    filled = {number: texts for number, texts in rows.items() if any(texts)}
    now = sheet.table.header_row if sheet.table else NOT_FOUND
    if item.corrections.of(sheet.key).header_row == NO_HEADINGS:
        now = NO_HEADINGS
    options = sorted({now, NO_HEADINGS, *filled})
    words = {NO_HEADINGS: _("no headings: the first row counts"), NOT_FOUND: _("not found")}

    def label(number: int) -> str:
        return words.get(number) or heading_row_label(number, filled.get(number, ()))

    _select(
        _("The headings stand in row"),
        options,
        now,
        key=key_of("heading_row", item, sheet),
        words_for=label,
        on_change=_heading_row_chosen,
        args=(item.number, sheet.key),
        width=420,
    )


def _heading_row_chosen(number: int, sheet_key: str, key: str) -> None:
    row = st.session_state[key]
    said = said_of(number, sheet_key).changed(header_row=None if row == NOT_FOUND else row)
    correct(number, sheet_key, said)


def _choose_unit(item: Pending, sheet: SheetResult) -> None:
    if sheet.unit is None:
        return
    labels = {
        1: _("euros"),
        1_000: _("thousands of euros (x € 1,000)"),
        1_000_000: _("millions of euros"),
    }
    _select(
        _("The amounts are in"),
        list(_UNITS),
        sheet.unit if sheet.unit in _UNITS else 1,
        key=key_of("unit", item, sheet),
        words_for=labels.__getitem__,
        on_change=_unit_chosen,
        args=(item.number, sheet.key),
        width=280,
    )


def _unit_chosen(number: int, sheet_key: str, key: str) -> None:
    correct(number, sheet_key, said_of(number, sheet_key).changed(unit=st.session_state[key]))


def _choose_columns(item: Pending, sheet: SheetResult) -> None:
    headings = list(sheet.table.headings) if sheet.table else []
    read = sum(1 for heading in headings if heading.column)
    label = ngettext(
        "What the columns mean ({read} of {n} column read)",
        "What the columns mean ({read} of {n} columns read)",
        len(headings),
    ).format(read=read, n=len(headings))
    st.markdown(f"**{escape_markdown(label)}**")
    for_page = _page_of(headings, f"{key_of('columns', item, sheet)}_page")
    with st.grid(columns="auto", min_column_width=220):
        for heading in for_page:
            _choose_meaning(item, sheet, heading)


def _page_of(headings: list[Heading], key: str) -> list[Heading]:
    pages = -(-len(headings) // COLUMNS_PER_PAGE)
    if pages < 2:
        return headings
    chosen = st.pagination(pages, key=key)
    return headings[(chosen - 1) * COLUMNS_PER_PAGE : chosen * COLUMNS_PER_PAGE]


def _choose_meaning(item: Pending, sheet: SheetResult, heading: Heading) -> None:
    letter = column_letter(sheet.top.first_column + heading.position)
    choices = [
        field.name
        for field in fields.read(sheet.kind or c.USAGE)
        if field.headings.strong or (sheet.finance and field.sort is not fields.Sort.FLAG)
    ]
    now = heading.column or NOT_NEEDED
    _select(
        f"{letter}: {escape_label(heading.text or _('no heading'))}",
        list(dict.fromkeys([*choices, now, NOT_NEEDED])),
        now,
        key=key_of(f"column_{heading.position}", item, sheet),
        words_for=lambda column: upload_words.meaning_label(column) if column else _("not needed"),
        on_change=_meaning_chosen,
        args=(item.number, sheet.key, heading.position),
    )


def _meaning_chosen(number: int, sheet_key: str, position: int, key: str) -> None:
    column = st.session_state[key]
    said = said_of(number, sheet_key)
    others = {p: name for p, name in said.columns.items() if name != column or not name}
    correct(number, sheet_key, said.changed(columns={**others, position: column}))
