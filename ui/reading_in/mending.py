"""The rows to mend, of a file that waits or of an earlier upload: here, or in a workbook."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence

import pandas as pd
import streamlit as st

from data.values.results import SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import pending_files, upload_words, waiting_rows
from ui.reading_in.lines_to_mend import (
    COLUMN,
    MOST_LINES,
    REASON,
    ROW,
    Cells,
    Line,
    Lines,
    editor_frame,
    headings_of,
    keeps_mark,
    mended_cells,
)
from ui.reading_in.pending_files import Pending
from ui.reading_in.pointing_out import lacks_of
from ui.shared import formats, loaders
from ui.shared.offering import offer
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped

ROWS_PER_PAGE = 50
ROWS_WITHOUT_SCROLLING = 12
REASONS_SHOWN = 12
ROWS_NAMED = 8  # beside one reason


def show_origin(item: Pending) -> None:
    """Of which file the rows are, when they are mended rows or partly stored already."""
    original = item.preview.original
    if original is None:
        return
    new = sum(sheet.accepted for sheet in item.tables)
    if original.sha256 == item.preview.sha256:
        said = ngettext(
            "Mended rows of this file were stored before. {n} row in it is new.",
            "Mended rows of this file were stored before. {n} rows in it are new.",
            new,
        )
    elif original.batches:
        said = ngettext(
            "This is the mended error workbook of {file}. {n} row in it is new; the rows that are "
            "stored already do not count again.",
            "This is the mended error workbook of {file}. {n} rows in it are new; the rows that "
            "are stored already do not count again.",
            new,
        )
    else:
        said = _(
            "This is the mended error workbook of {file}. It takes the place of that file: all of "
            "its rows count."
        )
    sentence = said.format(file=original.file_name, n=formats.number(new))
    st.info(escape_markdown(sentence), icon=":material/build:")


def show_rows(item: Pending) -> None:
    """The step "Rows to mend": the rejected rows to edit, sheet by sheet; nothing without any."""
    lines = {sheet.key: _lines(item, sheet) for sheet in item.tables}
    sheets = [sheet for sheet in item.tables if lines[sheet.key]]
    if not sheets:
        return
    rejected = sum(map(_to_mend, sheets))
    label = ngettext("{n} rejected row: mend it", "{n} rejected rows: mend them", rejected)
    with st.expander(
        label.format(n=formats.number(rejected)) if rejected else _("Every row is mended"),
        expanded=_nothing_else_to_do(item),
        icon=":material/build:",
        key=f"upload_mending_{item.number}",
    ):
        st.caption(
            _(
                "Click a cell twice and type what it should be: a row that is right counts at "
                "once. What you leave as it is stays rejected and is kept: you can mend it later "
                "too, under Earlier uploads. Many rows are mended quicker in Excel: download the "
                "error workbook, mend it and drop it above."
            )
        )
        workbook_button(item)
        for sheet in sheets:
            if len(sheets) > 1:
                name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
                heading = _("Sheet {sheet}: {rejected}").format(
                    sheet=name, rejected=_still_rejected(_to_mend(sheet))
                )
                st.markdown(f"**{escape_markdown(heading)}**")
            _show_sheet(item, sheet, lines[sheet.key])


def _nothing_else_to_do(item: Pending) -> bool:
    """Whether the rows to mend were all there was in the file when it was read first."""
    key = f"upload_mending_first_{item.number}"
    waiting = any(map(waiting_rows.waits, item.tables)) or lacks_of(item.preview.sheets)
    return bool(st.session_state.setdefault(key, not item.storable and not waiting))


def _lines(item: Pending, sheet: SheetResult) -> list[Line]:
    kept = st.session_state.setdefault(f"upload_lines_{item.number}_{sheet.key}", Lines())
    return kept.update(sheet, item.corrections.of(sheet.key))


def _to_mend(sheet: SheetResult) -> int:
    return waiting_rows.counts(sheet)[waiting_rows.TO_MEND]


def _still_rejected(n: int) -> str:
    return ngettext("{n} rejected row", "{n} rejected rows", n).format(n=formats.number(n))


def _show_sheet(item: Pending, sheet: SheetResult, lines: Sequence[Line]) -> None:
    if _to_mend(sheet) > MOST_LINES:
        st.caption(
            _("Only the first {n} rows stand here. The error workbook holds every row.").format(
                n=formats.number(MOST_LINES)
            )
        )
    pages = -(-len(lines) // ROWS_PER_PAGE)
    key = f"upload_mend_{item.number}_{sheet.key}"
    if pages > 1:
        chosen = st.pagination(pages, key=f"{key}_page")
        lines = lines[(chosen - 1) * ROWS_PER_PAGE : chosen * ROWS_PER_PAGE]
    _edit(item, sheet, lines, key)
    reasons = reasons_table(lines)
    if len(reasons):
        alt = _("What is wrong with the rejected rows.")
        show_wrapped(reasons.head(REASONS_SHOWN), alt=alt)
    if len(reasons) > REASONS_SHOWN:
        st.caption(
            _("What is wrong with the other rows stands behind each row in the table above.")
        )
    if item.corrections.of(sheet.key).cells:
        st.button(
            _("Undo what I mended on this sheet"),
            key=f"{key}_undo",
            on_click=_undo,
            args=(item.number, sheet.key),
            icon=":material/undo:",
        )


def _edit(item: Pending, sheet: SheetResult, lines: Sequence[Line], key: str) -> None:
    frame, headings = editor_frame(lines), headings_of(sheet, lines)
    fixed = [column for column in (ROW, REASON, COLUMN) if column in frame]
    rounds = st.session_state.get(f"{key}_round", 0)
    # The edits are kept by place in the table, so another set of rows is another table.
    rows = zlib.crc32(repr([line.place for line in lines]).encode())
    editor = f"{key}_{rows}_{rounds}"
    st.data_editor(
        frame,
        column_config={
            column: st.column_config.TextColumn(
                headings.get(column) or " ",
                width="medium" if column == REASON else None,
                pinned=column == ROW,
            )
            for column in map(str, frame)
        },
        disabled=fixed,
        num_rows="fixed",
        hide_index=True,
        height="content" if len(lines) <= ROWS_WITHOUT_SCROLLING else "auto",
        key=editor,
        on_change=_take,
        args=(item.number, sheet.key, lines, editor, f"{key}_round"),
        alt=_("The rejected rows of sheet {sheet}, to mend.").format(sheet=sheet.sheet),
    )


def _take(number: int, sheet_key: str, lines: Sequence[Line], editor: str, rounds: str) -> None:
    """Read the file again with the cells that were edited."""
    edited = st.session_state[editor]["edited_rows"]
    if keeps_mark(edited):
        st.session_state[rounds] = st.session_state.get(rounds, 0) + 1
    _correct_cells(number, sheet_key, mended_cells(lines, edited))


def _undo(number: int, sheet_key: str) -> None:
    rounds = f"upload_mend_{number}_{sheet_key}_round"
    st.session_state[rounds] = st.session_state.get(rounds, 0) + 1
    _correct_cells(number, sheet_key, None)


def _correct_cells(number: int, sheet_key: str, cells: Cells | None) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    said = item.corrections.of(sheet_key)
    said = said.changed(cells={}) if cells is None else said.with_cells(cells)
    pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))


def workbook_button(item: Pending) -> None:
    """The file as it stood with the faulty cells coloured, made when it is asked for."""
    if not any(sheet.rejected for sheet in item.tables):
        return

    def make() -> bytes:
        from data.intake.opening import open_file
        from reports.mendable import mendable_sheets
        from reports.rejected import mending_workbook

        opened = open_file(item.content, item.file_name, loaders.settings())
        sheets = mendable_sheets(opened, item.tables, item.corrections)
        return mending_workbook(
            sheets,
            file_name=opened.file_name,
            sha256=opened.sha256,
            notes=_notes_on_whole_sheets(),
            corrections=item.corrections,
        )

    download_button(_("Download the error workbook"), make, _("error-workbook.xlsx"), item.number)


def download_button(label: str, make: Callable[[], bytes], file_name: str, key: object) -> None:
    offer(label, make, file_name, key=f"upload_rejected_{key}", icon=":material/download:")


def _notes_on_whole_sheets() -> Iterable[str]:
    return [
        _("1. Go to the next sheet. It shows the rejected rows only."),
        _("2. Mend the coloured cells. A note in each cell says what is wrong with it."),
        _("3. Save this workbook and drop it on the page Reading in."),
        _(
            "The rows that were read well are there too, hidden by the filter on the column “What "
            "is wrong”. Leave them as they are: nothing is counted twice."
        ),
        _(
            "The columns “Row in the file” and “What is wrong” were added. They are not read as "
            "data, but they must stay."
        ),
    ]


def reasons_table(lines: Sequence[Line]) -> pd.DataFrame:
    """What is wrong with the lines that are to be mended: each reason once, with its rows."""
    rows: dict[str, list[str]] = {}
    for line in lines:
        if not line.mended:
            rows.setdefault("\n".join(line.reasons), []).append(str(line.row))
    return pd.DataFrame(
        {_("Row"): list(map(_rows_named, rows.values())), _("What is wrong"): list(rows)},
        dtype="str",
    )


def _rows_named(rows: Sequence[str]) -> str:
    named = ", ".join(dict.fromkeys(rows[:ROWS_NAMED]))
    more = len(rows) - ROWS_NAMED
    return (
        _("{rows} and {n} more").format(rows=named, n=formats.number(more)) if more > 0 else named
    )
