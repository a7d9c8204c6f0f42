"""The step "Recognised": per sheet its counts, a picture of its top, and what may be changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.recognising.assignment import REQUIRED
from data.values.corrections import AS_RECOGNISED, NOT_NEEDED, SheetCorrections
from data.values.found_table import LIST, Heading
from data.values.results import SheetResult, kind_label
from texts import ngettext
from texts import translate as _
from ui.reading_in import (
    finance_export,
    pending_files,
    sheet_picture,
    sheet_questions,
    upload_words,
)
from ui.reading_in.pending_files import Pending
from ui.reading_in.sheet_picture import column_letter, heading_row_label
from ui.shared import formats
from ui.shared.labels import column_label
from ui.shared.safe import escape_label, escape_markdown
from ui.shared.values import value_text


def show_recognised(item: Pending) -> None:
    """What was recognised on each sheet; one sheet at a time is shown closer."""
    sheets = item.preview.sheets
    if not sheets:
        return
    st.markdown("#### " + _("Recognised"))
    lines = [upload_words.sheet_line(sheet) for sheet in item.tables]
    unread = [s for s in sheets if s.kind is None and (s.remarks or s.reason)]
    lines += [upload_words.unread_line(s) for s in unread]
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
    sheet_questions.show_questions(item)
    sheet = _choose_sheet(item) if len(sheets) > 1 else sheets[0]
    if sheet.top.rows:
        st.html(sheet_picture.picture(sheet))
    with st.container():
        _say_what_is_cut_off(sheet)
    show_choices(item, sheet)
    remarks = finance_export.other_remarks(sheet)
    if remarks:
        st.markdown("\n".join("- " + escape_markdown(remark) for remark in remarks))
    finance_export.show_finance(item, sheet)
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
    name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
    if sheet.table_number > 1:
        name = _("{sheet}, table {number}").format(sheet=name, number=sheet.table_number)
    said = _("left out by you") if sheet.left_out else kind_label(sheet.kind)
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


COLUMNS_PER_PAGE = 24
NEITHER = "neither"

_UNITS = (1, 1_000, 1_000_000)


def show_choices(item: Pending, sheet: SheetResult) -> None:
    """The choices about one sheet; each is followed at once, and there is a way back."""
    with st.container(horizontal=True):
        _choose_kind(item, sheet)
        if not sheet.left_out:
            _choose_heading_row(item, sheet)
            _choose_unit(item, sheet)
    with st.container():  # comes and goes; what follows keeps its place, and so the focus
        _say_what_is_missing(sheet)
    if sheet.table:
        _choose_columns(item, sheet)
    if is_corrected(item, sheet):
        _way_back(item, sheet)


def is_corrected(item: Pending, sheet: SheetResult) -> bool:
    """Whether a visitor changed how the sheet is recognised; mended cells are another matter."""
    said = item.corrections.of(sheet.key)
    return said.changed(cells={}, blanked=frozenset()) != AS_RECOGNISED


def missing_columns(sheet: SheetResult) -> list[str]:
    """The columns that a table of this kind needs and does not have, as a reader calls them."""
    if sheet.table is None or sheet.table.format:
        return []  # a finance export has its own columns, and its year may stand beside the table
    if sheet.table.layout != LIST:
        return []  # what stands above the columns tells it; where nothing does, the cells say so
    found = set(sheet.table.columns.values())
    groups = [group for group in REQUIRED[sheet.table.kind] if not found & set(group)]
    return [upload_words.meaning_label(group[0]) for group in groups]


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


def _key(name: str, item: Pending, sheet: SheetResult) -> str:
    return f"upload_{name}_{item.number}_{sheet.key}"


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
        key=_key("kind", item, sheet),
        words_for=labels.__getitem__,
        on_change=_kind_chosen,
        args=(item.number, sheet.key),
        width=240,
    )


def _kind_chosen(number: int, sheet_key: str, key: str) -> None:
    kind = st.session_state[key]
    said = _said(number, sheet_key)
    if kind == NEITHER:
        _correct(number, sheet_key, said.changed(left_out=True))
    else:
        _correct(number, sheet_key, said.changed(left_out=False, kind=kind))


def _choose_heading_row(item: Pending, sheet: SheetResult) -> None:
    rows = dict(enumerate(sheet.top.rows, sheet.top.first_row))
    filled = {number: texts for number, texts in rows.items() if any(texts)}
    now = sheet.table.header_row if sheet.table else 0
    options = sorted({now, *filled})

    def label(number: int) -> str:
        return heading_row_label(number, filled.get(number, ())) if number else _("not found")

    _select(
        _("The headings stand in row"),
        options,
        now,
        key=_key("heading_row", item, sheet),
        words_for=label,
        on_change=_heading_row_chosen,
        args=(item.number, sheet.key),
        width=420,
    )


def _heading_row_chosen(number: int, sheet_key: str, key: str) -> None:
    row = st.session_state[key] or None
    _correct(number, sheet_key, _said(number, sheet_key).changed(header_row=row))


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
        key=_key("unit", item, sheet),
        words_for=labels.__getitem__,
        on_change=_unit_chosen,
        args=(item.number, sheet.key),
        width=280,
    )


def _unit_chosen(number: int, sheet_key: str, key: str) -> None:
    _correct(number, sheet_key, _said(number, sheet_key).changed(unit=st.session_state[key]))


def _say_what_is_missing(sheet: SheetResult) -> None:
    missing = missing_columns(sheet)
    if missing:
        sentence = _(
            "Not found yet: {columns}. Say below which column holds it, or point at another row "
            "with headings."
        )
        names = upload_words.names_listed(missing)
        st.warning(escape_markdown(sentence.format(columns=names)), icon=":material/help:")


def _choose_columns(item: Pending, sheet: SheetResult) -> None:
    headings = list(sheet.table.headings) if sheet.table else []
    read = sum(1 for heading in headings if heading.column)
    label = ngettext(
        "What the columns mean ({read} of {n} column read)",
        "What the columns mean ({read} of {n} columns read)",
        len(headings),
    ).format(read=read, n=len(headings))
    key = _key("columns", item, sheet)
    with st.expander(label, key=key, expanded=bool(missing_columns(sheet))):
        for_page = _page_of(headings, f"{key}_page")
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
        key=_key(f"column_{heading.position}", item, sheet),
        words_for=lambda column: upload_words.meaning_label(column) if column else _("not needed"),
        on_change=_meaning_chosen,
        args=(item.number, sheet.key, heading.position),
    )


def _meaning_chosen(number: int, sheet_key: str, position: int, key: str) -> None:
    column = st.session_state[key]
    said = _said(number, sheet_key)
    others = {p: name for p, name in said.columns.items() if name != column or not name}
    _correct(number, sheet_key, said.changed(columns={**others, position: column}))


def _way_back(item: Pending, sheet: SheetResult) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("You changed how this sheet is read."), width="content")
        st.button(
            _("Back to what was recognised"),
            key=_key("way_back", item, sheet),
            on_click=_go_back,
            args=(item.number, sheet.key),
            icon=":material/undo:",
        )


def _go_back(number: int, sheet_key: str) -> None:
    said = _said(number, sheet_key)
    kept = SheetCorrections(cells=said.cells, blanked=said.blanked)
    _correct(number, sheet_key, kept)


def _said(number: int, sheet_key: str) -> SheetCorrections:
    item = pending_files.find(number)
    return item.corrections.of(sheet_key) if item else AS_RECOGNISED


def _correct(number: int, sheet_key: str, said: SheetCorrections) -> None:
    item = pending_files.find(number)
    if item:
        pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))


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
