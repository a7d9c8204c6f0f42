"""Why a file is refused, without the sentence: those are in `data.reading.errors`."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """What can be wrong with a file."""

    EMPTY = "empty"
    NO_CELLS = "no_cells"
    MACROS = "macros"
    NO_PART = "no_part"
    STYLES = "styles"
    TOO_LARGE = "too_large"
    PASSWORD = "password"  # noqa: S105 - a reason, no secret
    DAMAGED = "damaged"
    UNPACKED_TOO_LARGE = "unpacked_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    DECLARATIONS = "declarations"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_SPREAD = "too_spread"
    TOO_SPREAD_SHEET = "too_spread_sheet"
    CELL_TOO_LONG = "cell_too_long"
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY_SHEETS = "too_many_sheets"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_SLOW = "too_slow"
    UNCLOSED_QUOTE = "unclosed_quote"
    ENCODING = "encoding"
    PDF = "pdf"
    WORD = "word"
    POWERPOINT = "powerpoint"
    MAIL = "mail"
    IMAGE = "image"
    WEB_PAGE = "web_page"
    EXCEL_XML = "excel_xml"
    XML = "xml"
    OLD_EXCEL = "old_excel"
    APPLE = "apple"
    ZIP = "zip"
    DATABASE = "database"
    OTHER_FORM = "other_form"
    SHORTCUT = "shortcut"
    UNKNOWN = "unknown"


# With one of these the other sheets of a workbook can still be read.
OF_ONE_SHEET = frozenset({Reason.TOO_MANY_ROWS, Reason.TOO_MANY_COLUMNS, Reason.CELL_TOO_LONG})


class RefusedError(Exception):
    """A file, or a part of it, that is not read; `values` fill the sentence of its reason."""

    def __init__(self, reason: Reason, **values: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values


class Limits(NamedTuple):
    """The limits that the cells of a file must keep; sizes in bytes, times in seconds."""

    max_unpacked_bytes: int
    max_sheets: int
    max_rows: int
    max_columns: int
    max_cells: int
    max_cell_length: int
    read_seconds: int
    read_memory_bytes: int
