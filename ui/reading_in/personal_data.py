"""The step for free texts with personal data: where they stand, and the offer to take them out."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from data.cells.personal import BSN, EMAIL, IBAN, PHONE
from data.values.results import PersonalData, SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import pending_files
from ui.reading_in.pending_files import Pending
from ui.shared import formats
from ui.shared.safe import escape_markdown

SHOWN_ROWS = 5


def show_personal(item: Pending) -> None:
    """A warning and a choice for each column of free text that holds personal data."""
    for sheet in item.tables:
        for position, heading in _columns(item, sheet):
            found = [one for one in sheet.personal if one.position == position]
            if found:
                st.warning(escape_markdown(_warning(sheet, heading, found)), icon=":material/lock:")
            _choice(item, sheet, position, heading)


def _columns(item: Pending, sheet: SheetResult) -> list[tuple[int, str]]:
    """Position and heading of the columns with personal data, those taken out included."""
    blanked = item.corrections.of(sheet.key).blanked
    concerned = blanked | {one.position for one in sheet.personal}
    headings = sheet.table.headings if sheet.table else ()
    return [(h.position, h.text) for h in headings if h.position in concerned and h.column]


def _warning(sheet: SheetResult, heading: str, found: Iterable[PersonalData]) -> str:
    lead = _("“{column}” on sheet “{sheet}” seems to hold personal data: {found}.")
    listed = formats.enumerated(_kind_and_rows(one) for one in found)
    return lead.format(column=heading, sheet=sheet.sheet, found=listed)


def _kind_and_rows(found: PersonalData) -> str:
    labels = {
        EMAIL: _("e-mail address"),
        IBAN: _("bank account (IBAN)"),
        BSN: _("citizen service number (BSN)"),
        PHONE: _("telephone number"),
    }
    shown = ", ".join(str(row) for row in found.rows[:SHOWN_ROWS])
    more = len(found.rows) - SHOWN_ROWS
    if more > 0:
        shown = _("{rows} and {n} more").format(rows=shown, n=more)
    label = ngettext("{kind} in row {rows}", "{kind} in rows {rows}", len(found.rows))
    return label.format(kind=labels[found.kind], rows=shown)


def _choice(item: Pending, sheet: SheetResult, position: int, heading: str) -> None:
    key = f"upload_blank_{item.number}_{sheet.key}_{position}"
    st.session_state[key] = position in item.corrections.of(sheet.key).blanked
    label = _("Leave the personal data out of “{column}”; the rest of the text stays")
    st.checkbox(
        escape_markdown(label.format(column=heading)),
        key=key,
        on_change=_chosen,
        args=(item.number, sheet.key, position, key),
    )


def _chosen(number: int, sheet_key: str, position: int, key: str) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    said = item.corrections.of(sheet_key)
    blanked = said.blanked | {position} if st.session_state[key] else said.blanked - {position}
    corrected = item.corrections.with_sheet(sheet_key, said.changed(blanked=blanked))
    pending_files.correct(number, corrected)
