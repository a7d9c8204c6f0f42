"""What a list lacks, pointed out at once: which column it is, or what the list holds.

Sheets with the same headings are one list here: what is said counts for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from data import columns as c
from data import fields
from data.recognising.assignment import REQUIRED
from data.values.corrections import Corrections
from data.values.found_table import LIST
from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in import pending_files, upload_words
from ui.reading_in.pending_files import Pending
from ui.reading_in.sheet_picture import column_letter
from ui.reading_in.whose_list import ask_department, heading_row, row_of, said_department
from ui.shared import formats
from ui.shared.safe import escape_markdown, shortened

_LACKS = "headings_lack"
_UNSURE = frozenset({"headings_unknown", "nothing_under_headings"})
NOT_READ_YET = _UNSURE | {_LACKS}  # why a sheet with a row of headings is not read
_SHOWN_VALUES, _LONGEST = 2, 30


@dataclass(frozen=True)
class Lack:
    """What sheets with the same headings (position, text) lack of a kind of table.

    `row` is that of the headings, where no table was recognised yet.
    """

    kind: str
    missing: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    row: int | None
    sheets: tuple[SheetResult, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What the sheets are called, as `SheetResult.key`."""
        return tuple(sheet.key for sheet in self.sheets)


def show_lacks(item: Pending) -> None:
    """Ask for each column that is missing which one it is."""
    for lack in lacks_of(item.preview.sheets):
        with st.container(border=True):
            named = upload_words.names_listed(map(upload_words.meaning_label, lack.missing))
            found = _("Not found yet: {columns}.").format(columns=named)
            st.markdown(escape_markdown(" ".join([found, *_for_all(lack.sheets)])))
            with st.container(horizontal=True, vertical_alignment="bottom"):
                for column in lack.missing:
                    if column == c.DEPARTMENT:
                        ask_department(item, lack.sheets)
                    _ask_column(item, lack, column)
    for sheets in _alike(s for s in item.preview.sheets if said_department(item, s)):
        ask_department(item, sheets)


def offer_kinds(item: Pending) -> None:
    """One click for a list that nothing was recognised in: what it holds."""
    unread = (s for s in item.preview.sheets if s.kind is None and s.reason and not s.left_out)
    for sheets in _alike(s for s in unread if s.reason and s.reason.code in _UNSURE):
        keys, first = tuple(sheet.key for sheet in sheets), sheets[0]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape_markdown(_which(item, sheets)), width="content")
            for kind, label in ((c.USAGE, _("Use of Platform31")), (c.BUDGET, _("A budget"))):
                st.button(
                    label,
                    key=f"upload_is_{kind}_{item.number}_{first.key}",
                    on_click=_take_as,
                    args=(item.number, keys, kind, row_of(first)),
                )


def missing_columns(sheet: SheetResult) -> list[str]:
    """The columns that a table of this kind needs and does not have."""
    if sheet.table is None or sheet.table.format:
        return []  # a finance export has its own columns, and its year may stand beside the table
    if sheet.table.layout != LIST:
        return []  # what stands above the columns tells it; where nothing does, the cells say so
    found = {heading.column for heading in sheet.table.headings}  # also where none has a text
    return [group[0] for group in REQUIRED[sheet.table.kind] if not found & set(group)]


def lacks_of(sheets: Iterable[SheetResult]) -> list[Lack]:
    """What the sheets lack, those with the same headings together."""
    found: dict[tuple[object, ...], Lack] = {}
    for sheet in sheets:
        kind, missing = _lacking(sheet)
        if not missing or (headings := _headings_of(sheet)) is None:
            continue
        row = None if sheet.table else row_of(sheet)
        told = (kind, tuple(missing), headings, row)
        before = found[told].sheets if told in found else ()
        found[told] = Lack(*told, (*before, sheet))
    return list(found.values())


def _lacking(sheet: SheetResult) -> tuple[str, list[str]]:
    """The kind of table that a sheet looks like, and what it lacks of it."""
    if sheet.table:
        return sheet.table.kind, missing_columns(sheet)
    if sheet.reason and sheet.reason.code == _LACKS:
        said = list(map(str, sheet.reason.values["missing"]))
        for kind in c.KINDS:
            labels = {str(f.label): f.name for f in fields.read(kind)}
            needed = {column for group in REQUIRED[kind] for column in group}
            missing = [labels[label] for label in said if labels.get(label) in needed]
            if len(missing) == len(said):
                return kind, missing
    return "", []


def _headings_of(sheet: SheetResult) -> tuple[tuple[int, str], ...] | None:
    """The headings by their position; None where the row with them is not at hand."""
    if sheet.table:
        return tuple((h.position, h.text) for h in sheet.table.headings)
    place = row_of(sheet) - sheet.top.first_row
    if not 0 <= place < len(sheet.top.rows):
        return None
    return tuple((n, text) for n, text in enumerate(sheet.top.rows[place]) if text)


def _alike(sheets: Iterable[SheetResult]) -> list[tuple[SheetResult, ...]]:
    """The sheets with the same headings together."""
    found: dict[object, tuple[SheetResult, ...]] = {}
    for sheet in sheets:
        alike = _headings_of(sheet) or sheet.key
        found[alike] = (*found.get(alike, ()), sheet)
    return list(found.values())


def _for_all(sheets: Sequence[SheetResult]) -> list[str]:
    if len(sheets) < 2:
        return []
    text = _("What you choose counts for the {n} sheets with these headings.")
    return [text.format(n=formats.number(len(sheets)))]


def _which(item: Pending, sheets: Sequence[SheetResult]) -> str:
    if len(item.preview.sheets) == 1:
        return _("What does this list hold?")
    if len(sheets) == 1:
        return _("What does sheet {sheet} hold?").format(sheet=sheets[0].title)
    text = _("What do the {n} sheets with these headings hold?")
    return text.format(n=formats.number(len(sheets)))


def _ask_column(item: Pending, lack: Lack, column: str) -> None:
    key = f"upload_point_{column}_{item.number}_{lack.sheets[0].key}"
    st.session_state[key] = None
    labels = {place: _column_label(lack.sheets[0], place, text) for place, text in lack.headings}
    st.selectbox(
        _("Which column is “{column}”?").format(column=upload_words.meaning_label(column)),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=key,
        placeholder=_("Choose a column"),
        on_change=_take_column,
        args=(item.number, lack, column, key),
        width=420,
    )


def _column_label(sheet: SheetResult, place: int, heading: str) -> str:
    """`C: Waarover (Wonen; Zorg)`: the letter, the heading and the first values."""
    name = f"{column_letter(sheet.top.first_column + place)}: {heading or _('no heading')}"
    row = heading_row(sheet)
    below = sheet.top.rows[max(0, row - sheet.top.first_row + 1) :]
    values = dict.fromkeys(row[place] for row in below if place < len(row) and row[place])
    if not values:
        return name
    shown = [shortened(formats.cell(value), _LONGEST) for value in list(values)[:_SHOWN_VALUES]]
    return f"{name} ({upload_words.names_listed(shown)})"


def _take_column(number: int, lack: Lack, column: str, key: str) -> None:
    item, place = pending_files.find(number), st.session_state[key]
    if item is None or place is None:
        return
    corrections = item.corrections
    for sheet in lack.keys:
        said = corrections.of(sheet)
        columns = {p: name for p, name in said.columns.items() if name != column}
        said = said.changed(kind=lack.kind, columns={**columns, place: column})
        said = said.changed(header_row=lack.row) if lack.row else said
        corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)


def _take_as(number: int, sheets: Sequence[str], kind: str, row: int) -> None:
    if item := pending_files.find(number):
        pending_files.correct(number, _read_as(item.corrections, sheets, kind, row))


def _read_as(said: Corrections, sheets: Sequence[str], kind: str, row: int) -> Corrections:
    for sheet in sheets:
        said = said.with_sheet(sheet, said.of(sheet).changed(kind=kind, header_row=row))
    return said
