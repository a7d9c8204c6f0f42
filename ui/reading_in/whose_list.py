"""Whose list it is, where no column names the department: asked, with what is told around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import streamlit as st

from data import columns as c
from data.cells.keys import plain_words
from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in import pending_files
from ui.reading_in.pending_files import Pending
from ui.shared import loaders
from ui.shared.safe import escape_label

EACH_ITS_NAME = "="  # in the place of a department: the name of each sheet
_SAYS_NOTHING = re.compile(
    r"(?:werkblad|blad|sheet|tabel|table|lijst|list|export|data)[\s\d]*", re.I
)


def ask_department(item: Pending, sheets: Sequence[SheetResult]) -> None:
    """Whose list it is, where no column says so."""
    said = [said_department(item, sheet) for sheet in sheets]
    names = [sheet.sheet for sheet in sheets]
    now = said[0] if len(set(said)) == 1 else EACH_ITS_NAME if said == names else None
    known = loaders.departments()[c.DEPARTMENT].astype(str).tolist()
    around = _named_around(item, sheets, known)
    if len(sheets) > 1:
        proposed = [EACH_ITS_NAME]
    else:
        pasted = _("pasted list.txt").partition(".")[0]
        proposed = [n for n in names if n != pasted and not _SAYS_NOTHING.fullmatch(n)]
    key = f"upload_department_{item.number}_{sheets[0].key}"
    of_sheets = {sheet.key: sheet.sheet for sheet in sheets}
    st.session_state[key] = now
    st.selectbox(
        _("No column names the department? Say whose list it is"),
        list(dict.fromkeys([*filter(None, [now]), *around, *proposed, *known])),
        index=None,
        format_func=lambda x: _("the name of each sheet") if x == EACH_ITS_NAME else x,
        key=key,
        on_change=_department_chosen,
        args=(item.number, of_sheets, key),
        accept_new_options=True,
        placeholder=_("Choose or type a department"),
        width=420,
    )
    if now is None and len(around) == 1:
        st.button(
            _("This list is of {name}").format(name=escape_label(around[0])),
            key=f"{key}_around",
            on_click=_take_department,
            args=(item.number, of_sheets, around[0]),
        )


def _named_around(item: Pending, sheets: Sequence[SheetResult], known: Iterable[str]) -> list[str]:
    """The known departments that the file's name, the text around it or a title speaks of."""
    texts = [item.file_name.rpartition(".")[0], str(item.notice or "")]
    for sheet in sheets if len(sheets) == 1 else ():
        above = heading_row(sheet) - sheet.top.first_row
        texts += [" ".join(row) for row in sheet.top.rows[: max(0, above)]]
    words = [f" {plain_words(text)} " for text in texts]
    return [name for name in known if any(f" {plain_words(name)} " in text for text in words)]


def said_department(item: Pending, sheet: SheetResult) -> str | None:
    """Whose list the visitor said that it is."""
    return item.corrections.of(sheet.key).answers.get(c.DEPARTMENT)


def _department_chosen(number: int, names: dict[str, str], key: str) -> None:
    _take_department(number, names, (st.session_state[key] or "").strip())


def _take_department(number: int, names: dict[str, str], name: str) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    corrections = item.corrections
    for sheet, own in names.items():
        answer = own if name == EACH_ITS_NAME else name or None
        said = corrections.of(sheet).with_answer(c.DEPARTMENT, answer)
        corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)


def heading_row(sheet: SheetResult) -> int:
    """The row of the headings, of a sheet that is read or not."""
    return sheet.table.header_row if sheet.table else row_of(sheet)


def row_of(sheet: SheetResult) -> int:
    """Excel's row that looks like headings, of a sheet that is not read; 0 without one."""
    return int(sheet.reason.values.get("row", 0)) if sheet.reason else 0
