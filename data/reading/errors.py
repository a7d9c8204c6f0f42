"""A file that cannot be read, and the sentence that says why and what to do."""

from __future__ import annotations

from data.reading import messages
from data.reading.refusals import Reason, RefusedError
from texts import Message

_BYTES_PER_MB = 1024**2
_IN_BYTES = {Reason.TOO_LARGE, Reason.UNPACKED_TOO_LARGE, Reason.TOO_MUCH_MEMORY}


SENTENCES = {
    Reason.EMPTY: messages.FILE_EMPTY,
    Reason.NO_CELLS: messages.FILE_WITHOUT_CELLS,
    Reason.MACROS: messages.SHEET_OF_MACROS,
    Reason.NO_PART: messages.SHEET_MISSING,
    Reason.STYLES: messages.FILE_WITH_BROKEN_STYLES,
    Reason.TOO_LARGE: messages.FILE_TOO_LARGE,
    Reason.PASSWORD: messages.FILE_WITH_PASSWORD,
    Reason.DAMAGED: messages.FILE_DAMAGED,
    Reason.UNPACKED_TOO_LARGE: messages.FILE_UNPACKED_TOO_LARGE,
    Reason.TOO_MANY_PARTS: messages.FILE_WITH_TOO_MANY_PARTS,
    Reason.DECLARATIONS: messages.FILE_WITH_DECLARATIONS,
    Reason.TOO_MANY_ROWS: messages.SHEET_WITH_TOO_MANY_ROWS,
    Reason.TOO_MANY_CELLS: messages.FILE_WITH_TOO_MANY_CELLS,
    Reason.TOO_MANY_COLUMNS: messages.SHEET_WITH_TOO_MANY_COLUMNS,
    Reason.TOO_SPREAD: messages.FILE_TOO_SPREAD,
    Reason.TOO_SPREAD_SHEET: messages.SHEET_TOO_SPREAD,
    Reason.CELL_TOO_LONG: messages.FILE_WITH_LONG_CELL,
    Reason.TEXT_TOO_LONG: messages.FILE_WITH_LONG_TEXT,
    Reason.TOO_MANY_SHEETS: messages.FILE_WITH_TOO_MANY_SHEETS,
    Reason.TOO_MUCH_MEMORY: messages.FILE_NEEDS_TOO_MUCH_MEMORY,
    Reason.TOO_SLOW: messages.FILE_TOO_SLOW,
    Reason.UNCLOSED_QUOTE: messages.FILE_WITH_OPEN_QUOTE,
    Reason.ENCODING: messages.FILE_WITH_UNKNOWN_CHARACTERS,
    Reason.PDF: messages.FILE_IS_PDF,
    Reason.WORD: messages.FILE_IS_DOCUMENT,
    Reason.POWERPOINT: messages.FILE_IS_PRESENTATION,
    Reason.MAIL: messages.FILE_IS_MAIL,
    Reason.IMAGE: messages.FILE_IS_IMAGE,
    Reason.WEB_PAGE: messages.FILE_IS_WEB_PAGE,
    Reason.EXCEL_XML: messages.FILE_IS_EXCEL_XML,
    Reason.XML: messages.FILE_IS_XML,
    Reason.OLD_EXCEL: messages.FILE_IS_OLD_EXCEL,
    Reason.APPLE: messages.FILE_IS_APPLE,
    Reason.ZIP: messages.FILE_IS_ZIP,
    Reason.DATABASE: messages.FILE_IS_DATABASE,
    Reason.OTHER_FORM: messages.FILE_OF_OTHER_FORM,
    Reason.SHORTCUT: messages.FILE_IS_SHORTCUT,
    Reason.UNKNOWN: messages.FILE_UNKNOWN,
}


def sentence(refusal: RefusedError, file_name: str) -> Message:
    """The sentence for a refusal of the file with this name."""
    unit = _BYTES_PER_MB if refusal.reason in _IN_BYTES else 1
    values = {
        name: value if isinstance(value, str) else value // unit
        for name, value in refusal.values.items()
    }
    told = SENTENCES[refusal.reason]
    return told(file=file_name, **{n: v for n, v in values.items() if n in told.placeholders})
