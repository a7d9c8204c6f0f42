"""After a correction: the way back, and the other sheets that may be read the same way."""

from __future__ import annotations

import streamlit as st

from data.values.corrections import AS_RECOGNISED, SheetCorrections
from data.values.results import SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import pending_files
from ui.reading_in.correcting import correct, key_of, said_of
from ui.reading_in.pending_files import Pending


def is_corrected(item: Pending, sheet: SheetResult) -> bool:
    """Whether a visitor changed how the sheet is recognised; mended cells are another matter."""
    said = item.corrections.of(sheet.key)
    return said.changed(cells={}, blanked=frozenset()) != AS_RECOGNISED


def show_way_back(item: Pending, sheet: SheetResult) -> None:
    alike = sheets_alike(item, sheet)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("You changed how this sheet is read."), width="content")
        if alike:
            label = ngettext(
                "Read the other sheet with these headings the same way",
                "Read the {n} other sheets with these headings the same way",
                len(alike),
            )
            st.button(
                label.format(n=len(alike)),
                key=key_of("alike", item, sheet),
                on_click=_read_alike,
                args=(item.number, sheet.key),
                icon=":material/content_copy:",
            )
        st.button(
            _("Back to what was recognised"),
            key=key_of("way_back", item, sheet),
            on_click=_go_back,
            args=(item.number, sheet.key),
            icon=":material/undo:",
        )


def sheets_alike(item: Pending, sheet: SheetResult) -> list[SheetResult]:
    """The other sheets with the same headings, of which something else was said, or nothing."""
    if sheet.table is None:
        return []
    headings = [(h.position, h.text) for h in sheet.table.headings if h.text]
    said = _without_place(item.corrections.of(sheet.key))
    return [
        other
        for other in item.preview.sheets
        if other.key != sheet.key and other.table and headings
        if [(h.position, h.text) for h in other.table.headings if h.text] == headings
        if _without_place(item.corrections.of(other.key)) != said
    ]


def _without_place(said: SheetCorrections) -> SheetCorrections:
    """What may be said of another sheet too: not where its headings stand, nor its cells."""
    return said.changed(header_row=None, cells={}, blanked=frozenset())


def _read_alike(number: int, sheet_key: str) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    sheet = next(s for s in item.preview.sheets if s.key == sheet_key)
    said, corrections = _without_place(item.corrections.of(sheet_key)), item.corrections
    for other in sheets_alike(item, sheet):
        own = corrections.of(other.key)
        kept = said.changed(header_row=own.header_row, cells=own.cells, blanked=own.blanked)
        corrections = corrections.with_sheet(other.key, kept)
    pending_files.correct(number, corrections)


def _go_back(number: int, sheet_key: str) -> None:
    said = said_of(number, sheet_key)
    kept = SheetCorrections(cells=said.cells, blanked=said.blanked)
    correct(number, sheet_key, kept)
