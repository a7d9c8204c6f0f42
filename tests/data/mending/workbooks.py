"""Error workbooks as somebody downloads them, and mends them in a spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from data.intake.opening import open_file
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.store import Store
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.results import FilePreview
from reports.mendable import mendable_sheets
from reports.rejected import mending_workbook
from tests.users import NOOR

SETTINGS = Settings()


def read(
    content: bytes,
    store: Store,
    name: str = "gebruik.xlsx",
    corrections: Corrections = NO_CORRECTIONS,
) -> FilePreview:
    """What a file yields."""
    return preview_file(content, name, store=store, settings=SETTINGS, corrections=corrections)


def stored(content: bytes, store: Store, name: str = "gebruik.xlsx") -> int:
    """The batch that a file becomes."""
    return store_preview(read(content, store, name), store=store, user=NOOR)


def error_workbook(
    content: bytes,
    store: Store,
    name: str = "gebruik.xlsx",
    corrections: Corrections = NO_CORRECTIONS,
) -> bytes:
    """The error workbook of a file."""
    opened = open_file(content, name, SETTINGS)
    sheets = mendable_sheets(opened, read(content, store, name, corrections).sheets, corrections)
    return mending_workbook(
        sheets,
        file_name=opened.file_name,
        sha256=opened.sha256,
        notes=[],
        corrections=corrections,
    )


def edited(content: bytes, sheet: str, cells: Mapping[str, object]) -> bytes:
    """The workbook with other values in some cells, as a spreadsheet program saves it."""
    book = openpyxl.load_workbook(BytesIO(content))
    for place, value in cells.items():
        book[sheet][place] = value
    return saved(book)


def without_rows(content: bytes, sheet: str, *rows: int) -> bytes:
    """The workbook with some rows deleted."""
    book = openpyxl.load_workbook(BytesIO(content))
    for row in sorted(rows, reverse=True):
        book[sheet].delete_rows(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(content: bytes, name: str) -> Worksheet:
    """A sheet of a workbook."""
    return openpyxl.load_workbook(BytesIO(content))[name]
