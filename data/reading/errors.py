"""A file that cannot be read, and the sentence that says why and what to do."""

from __future__ import annotations

from babel.numbers import format_decimal

from data.reading.refusals import Reason, RefusedError
from texts import Message, current_language

_BYTES_PER_MB = 1024**2
_IN_BYTES = {Reason.TOO_LARGE, Reason.UNPACKED_TOO_LARGE, Reason.TOO_MUCH_MEMORY}


class WholeNumber(int):
    """A number in a sentence, grouped as the language in force does."""

    def __str__(self) -> str:
        return format_decimal(int(self), locale=current_language())


SENTENCES = {
    Reason.EMPTY: Message("“{file}” is empty: choose the file that holds the data."),
    Reason.TOO_LARGE: Message(
        "“{file}” is larger than the {limit} MB that can be read: remove sheets and pictures that "
        "are not needed, or split the file, and try again."
    ),
    Reason.PASSWORD: Message(
        "“{file}” is protected with a password: remove the password in Excel (File > Info > "
        "Protect Workbook > Encrypt with Password), save the file and try again."
    ),
    Reason.DAMAGED: Message(
        "“{file}” is damaged or incomplete: open it in Excel, save it again as an Excel workbook "
        "(.xlsx) and try again."
    ),
    Reason.UNPACKED_TOO_LARGE: Message(
        "“{file}” takes up more than {limit} MB once it is unpacked: remove sheets and pictures "
        "that are not needed, or split the file, and try again."
    ),
    Reason.TOO_MANY_PARTS: Message(
        "“{file}” consists of more than {limit} parts, more than a workbook has: save only the "
        "sheets with data as a new Excel workbook (.xlsx) and try again."
    ),
    Reason.DECLARATIONS: Message(
        "“{file}” holds declarations (DOCTYPE or ENTITY) that do not belong in a workbook and can "
        "be harmful: open it in Excel, save it again as an Excel workbook (.xlsx) and try again."
    ),
    Reason.TOO_MANY_ROWS: Message(
        "Sheet “{sheet}” of “{file}” has more than the {limit} rows that can be read: delete what "
        "stands far below the table, or split the sheet, and try again."
    ),
    Reason.TOO_MANY_COLUMNS: Message(
        "Sheet “{sheet}” of “{file}” has more than the {limit} columns that can be read: delete "
        "what stands to the far right of the table, and try again."
    ),
    Reason.TOO_SPREAD: Message(
        "“{file}” is too large to read (at most {rows} rows and {columns} columns on a sheet): "
        "delete what stands far from the table (Ctrl+End goes to the last cell), save the file "
        "and try again."
    ),
    Reason.TOO_SPREAD_SHEET: Message(
        "Sheet “{sheet}” of “{file}” is too large to read (at most {rows} rows and {columns} "
        "columns): delete what stands far from the table (Ctrl+End goes to the last cell), save "
        "the file and try again."
    ),
    Reason.CELL_TOO_LONG: Message(
        "Row {row} of sheet “{sheet}” of “{file}” has a cell with more than {limit} characters: "
        "shorten that text, or check whether a quotation mark is missing, and try again."
    ),
    Reason.TEXT_TOO_LONG: Message(
        "“{file}” holds a single text of more than {limit} characters: shorten it, or save only "
        "the sheets with data as a new Excel workbook (.xlsx), and try again."
    ),
    Reason.TOO_MANY_SHEETS: Message(
        "“{file}” has more than the {limit} sheets that can be read: save only the sheets with "
        "data as a new Excel workbook (.xlsx) and try again."
    ),
    Reason.TOO_MUCH_MEMORY: Message(
        "“{file}” is damaged, or needs more than the {limit} MB of memory that reading may take: "
        "open it in Excel, save only the sheets with data as a new workbook (.xlsx) and try again."
    ),
    Reason.TOO_SLOW: Message(
        "Reading “{file}” was stopped after {limit} seconds: save only the sheets with data as a "
        "new Excel workbook (.xlsx), or split the file, and try again."
    ),
    Reason.UNCLOSED_QUOTE: Message(
        "Row {row} of “{file}” opens a quotation mark that is never closed, so that all rows below "
        "would end up in one cell: close it or remove it, and try again."
    ),
    Reason.ENCODING: Message(
        "The characters in “{file}” are neither UTF-8 nor Windows text: open the file in Excel, "
        "save it as an Excel workbook (.xlsx) and try again."
    ),
    Reason.PDF: Message(
        "“{file}” is a PDF and holds no cells: ask for the Excel workbook (.xlsx) or the CSV file "
        "that it was made from."
    ),
    Reason.WORD: Message(
        "“{file}” is a text document: copy the table into an Excel workbook (.xlsx) and read that."
    ),
    Reason.POWERPOINT: Message(
        "“{file}” is a presentation: copy the table into an Excel workbook (.xlsx) and read that."
    ),
    Reason.MAIL: Message(
        "“{file}” is a mail message: save the workbook that is attached to it and read that."
    ),
    Reason.IMAGE: Message(
        "“{file}” is a picture and holds no cells: ask for the Excel workbook (.xlsx) or the CSV "
        "file that it was made from."
    ),
    Reason.WEB_PAGE: Message(
        "“{file}” is a web page, whatever its name says: open it in Excel, save it as an Excel "
        "workbook (.xlsx) and try again."
    ),
    Reason.EXCEL_XML: Message(
        "“{file}” is in the XML format of Excel 2003: open it in Excel, save it as an Excel "
        "workbook (.xlsx) and try again."
    ),
    Reason.XML: Message(
        "“{file}” is an XML file: open it in Excel, save it as an Excel workbook (.xlsx) and try "
        "again."
    ),
    Reason.OLD_EXCEL: Message(
        "“{file}” was saved by Excel 4 or older: open it in Excel, save it as an Excel workbook "
        "(.xlsx) and try again."
    ),
    Reason.APPLE: Message(
        "“{file}” is a file of an Apple program: export it from there as an Excel workbook (.xlsx) "
        "and read that."
    ),
    Reason.ZIP: Message(
        "“{file}” is a compressed archive without a workbook of its own: unpack it and read the "
        "Excel workbook or the CSV file that is inside."
    ),
    Reason.DATABASE: Message(
        "“{file}” is a database: export the table from it as an Excel workbook (.xlsx) or a CSV "
        "file and read that."
    ),
    Reason.UNKNOWN: Message(
        "“{file}” is no workbook and no text: choose an Excel workbook (.xlsx, .xls), an "
        "OpenDocument spreadsheet (.ods) or a CSV file."
    ),
}


def sentence(refusal: RefusedError, file_name: str) -> Message:
    """The sentence for a refusal of the file with this name."""
    unit = _BYTES_PER_MB if refusal.reason in _IN_BYTES else 1
    values: dict[str, str | int] = {
        name: value if isinstance(value, str) else WholeNumber(value // unit)
        for name, value in refusal.values.items()
    }
    return Message(SENTENCES[refusal.reason].msgid, {"file": file_name, **values})
