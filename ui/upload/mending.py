"""The rows to mend, of a file that waits or of an earlier upload: here, or in a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from data.settings import Settings
from texts import current_language, ngettext, use_language
from texts import translate as _
from ui import formats
from ui.chart import EXCEL
from ui.safe import escape_markdown
from ui.upload.pending import Pending

if TYPE_CHECKING:
    from reports.rejected import MendableSheet


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


def workbook_button(item: Pending) -> None:
    """The file as it stood with the faulty cells coloured, made when it is asked for."""
    if not any(sheet.rejected for sheet in item.tables):
        return

    def make() -> bytes:
        from data.mending.opening import open_file
        from reports.rejected import mendable_sheets, mending_workbook

        opened = open_file(item.content, item.file_name, Settings.from_environment())
        sheets = mendable_sheets(opened, item.tables, item.corrections)
        return mending_workbook(
            sheets,
            file_name=opened.file_name,
            sha256=opened.sha256,
            notes=_notes_on_whole_sheets(),
            corrections=item.corrections,
        )

    _download(_("Download the error workbook"), make, _("error-workbook.xlsx"), item.number)


def rejected_button(
    sheets_of: Callable[[], Sequence[MendableSheet]], *, batch_id: int, file_name: str, sha256: str
) -> None:
    """The rejected rows that an upload left, made when they are asked for."""

    def make() -> bytes:
        from reports.rejected import mending_workbook

        notes = _notes_on_rejected_rows()
        return mending_workbook(sheets_of(), file_name=file_name, sha256=sha256, notes=notes)

    key = f"stored_{batch_id}"
    _download(_("Download the rejected rows"), make, _("rejected-rows.xlsx"), key)


def _download(label: str, make: Callable[[], bytes], file_name: str, key: object) -> None:
    language = current_language()

    def make_in_language() -> bytes:
        with use_language(language):
            return make()

    st.download_button(
        label,
        data=make_in_language,
        file_name=file_name,
        mime=EXCEL,
        key=f"upload_rejected_{key}",
        on_click="ignore",
        icon=":material/download:",
    )


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


def _notes_on_rejected_rows() -> Iterable[str]:
    return [
        _("These rows were not stored. The coloured cells are the ones that need mending."),
        _("Mend the cells here and read in this workbook: the rows are then added."),
        _(
            "The columns “Row in the file” and “What is wrong” were added. They are not read as "
            "data, but they must stay."
        ),
    ]
