"""Why a file cannot be read, and what to do, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FILE_EMPTY = sentence("file_empty", "“{file}” is empty: choose the file that holds the data.")
FILE_WITHOUT_CELLS = sentence(
    "file_without_cells",
    "“{file}” holds no sheet with cells, only charts or dialogs: choose the workbook that holds "
    "the data.",
)
SHEET_OF_MACROS = sentence(
    "sheet_of_macros",
    "Sheet “{sheet}” of “{file}” holds macros of an old Excel and is not read: put what is data "
    "on an ordinary sheet.",
)
SHEET_MISSING = sentence(
    "sheet_missing",
    "Sheet “{sheet}” of “{file}” is missing in the file, though it is named there: open the file "
    "in Excel and look what is left.",
)
FILE_WITH_BROKEN_STYLES = sentence(
    "file_with_broken_styles",
    "The formats of the cells in “{file}” are damaged, so that dates look like numbers: let Excel "
    "repair it, save it as .xlsx and try again.",
)
FILE_TOO_LARGE = sentence(
    "file_too_large",
    "“{file}” is larger than the {limit} MB that can be read: remove sheets and pictures that "
    "are not needed, or split the file, and try again.",
)
FILE_WITH_PASSWORD = sentence(
    "file_with_password",
    "“{file}” is protected with a password: remove the password in Excel (File > Info > "
    "Protect Workbook > Encrypt with Password), save the file and try again.",
)
FILE_DAMAGED = sentence(
    "file_damaged",
    "“{file}” is damaged or incomplete: open it in Excel, save it again as an Excel workbook "
    "(.xlsx) and try again.",
)
FILE_UNPACKED_TOO_LARGE = sentence(
    "file_unpacked_too_large",
    "“{file}” takes up more than {limit} MB once it is unpacked: remove sheets and pictures "
    "that are not needed, or split the file, and try again.",
)
FILE_WITH_TOO_MANY_PARTS = sentence(
    "file_with_too_many_parts",
    "“{file}” consists of more than {limit} parts, more than a workbook has: save only the "
    "sheets with data as a new Excel workbook (.xlsx) and try again.",
)
FILE_WITH_DECLARATIONS = sentence(
    "file_with_declarations",
    "“{file}” holds declarations (DOCTYPE or ENTITY) that do not belong in a workbook and can "
    "be harmful: open it in Excel, save it again as an Excel workbook (.xlsx) and try again.",
)
SHEET_WITH_TOO_MANY_ROWS = sentence(
    "sheet_with_too_many_rows",
    "Sheet “{sheet}” of “{file}” has more than the {limit} rows that can be read: delete what "
    "stands far below the table, or split the sheet, and try again.",
)
SHEET_WITH_TOO_MANY_COLUMNS = sentence(
    "sheet_with_too_many_columns",
    "Sheet “{sheet}” of “{file}” has more than the {limit} columns that can be read: delete "
    "what stands to the far right of the table, and try again.",
)
FILE_TOO_SPREAD = sentence(
    "file_too_spread",
    "“{file}” is too large to read (at most {rows} rows and {columns} columns on a sheet): "
    "delete what stands far from the table (Ctrl+End goes to the last cell), save the file and "
    "try again.",
)
SHEET_TOO_SPREAD = sentence(
    "sheet_too_spread",
    "Sheet “{sheet}” of “{file}” is too large to read (at most {rows} rows and {columns} "
    "columns): delete what stands far from the table (Ctrl+End goes to the last cell), save "
    "the file and try again.",
)
FILE_WITH_LONG_CELL = sentence(
    "file_with_long_cell",
    "Row {row} of sheet “{sheet}” of “{file}” has a cell with more than {limit} characters: "
    "shorten that text, or check whether a quotation mark is missing, and try again.",
)
FILE_WITH_LONG_TEXT = sentence(
    "file_with_long_text",
    "“{file}” holds a single text of more than {limit} characters: shorten it, or save only "
    "the sheets with data as a new Excel workbook (.xlsx), and try again.",
)
FILE_WITH_TOO_MANY_SHEETS = sentence(
    "file_with_too_many_sheets",
    "“{file}” has more than the {limit} sheets that can be read: save only the sheets with "
    "data as a new Excel workbook (.xlsx) and try again.",
)
FILE_WITH_TOO_MANY_CELLS = sentence(
    "file_with_too_many_cells",
    "“{file}” has more than the {limit} cells that can be read, all sheets together: save only the "
    "sheets with data as a new Excel workbook (.xlsx) and try again.",
)
FILE_NEEDS_TOO_MUCH_MEMORY = sentence(
    "file_needs_too_much_memory",
    "“{file}” is damaged, or needs more than the {limit} MB of memory that reading may take: "
    "open it in Excel, save only the sheets with data as a new workbook (.xlsx) and try again.",
)
FILE_TOO_SLOW = sentence(
    "file_too_slow",
    "Reading “{file}” was stopped after {limit} seconds: save only the sheets with data as a "
    "new Excel workbook (.xlsx), or split the file, and try again.",
)
FILE_WITH_OPEN_QUOTE = sentence(
    "file_with_open_quote",
    "Row {row} of “{file}” opens a quotation mark that is never closed, so that all rows below "
    "would end up in one cell: close it or remove it, and try again.",
)
FILE_WITH_UNKNOWN_CHARACTERS = sentence(
    "file_with_unknown_characters",
    "The characters in “{file}” are neither UTF-8 nor Windows text: open the file in Excel, "
    "save it as an Excel workbook (.xlsx) and try again.",
)
FILE_IS_PDF = sentence(
    "file_is_pdf",
    "“{file}” is a PDF and holds no cells: ask for the Excel workbook (.xlsx) or the CSV file "
    "that it was made from.",
)
FILE_IS_DOCUMENT = sentence(
    "file_is_document",
    "“{file}” is a text document: copy the table into an Excel workbook (.xlsx) and read that.",
)
FILE_IS_PRESENTATION = sentence(
    "file_is_presentation",
    "“{file}” is a presentation: copy the table into an Excel workbook (.xlsx) and read that.",
)
FILE_IS_MAIL = sentence(
    "file_is_mail",
    "“{file}” is a mail message: save the workbook that is attached to it and read that, or paste "
    "the table from the mail.",
)
FILE_IS_IMAGE = sentence(
    "file_is_image",
    "“{file}” is a picture and holds no cells: ask for the Excel workbook (.xlsx) or the CSV "
    "file that it was made from.",
)
FILE_IS_WEB_PAGE = sentence(
    "file_is_web_page",
    "“{file}” is a web page, whatever its name says: open it in Excel, save it as an Excel "
    "workbook (.xlsx) and try again.",
)
FILE_IS_EXCEL_XML = sentence(
    "file_is_excel_xml",
    "“{file}” is in the XML format of Excel 2003: open it in Excel, save it as an Excel "
    "workbook (.xlsx) and try again.",
)
FILE_IS_XML = sentence(
    "file_is_xml",
    "“{file}” is an XML file: open it in Excel, save it as an Excel workbook (.xlsx) and try "
    "again.",
)
FILE_IS_OLD_EXCEL = sentence(
    "file_is_old_excel",
    "“{file}” was saved by Excel 4 or older: open it in Excel, save it as an Excel workbook "
    "(.xlsx) and try again.",
)
FILE_IS_APPLE = sentence(
    "file_is_apple",
    "“{file}” is a file of an Apple program: export it from there as an Excel workbook (.xlsx) "
    "and read that.",
)
FILE_IS_ZIP = sentence(
    "file_is_zip",
    "“{file}” is a compressed archive without a workbook of its own: unpack it and read the "
    "Excel workbook or the CSV file that is inside.",
)
FILE_IS_DATABASE = sentence(
    "file_is_database",
    "“{file}” is a database: export the table from it as an Excel workbook (.xlsx) or a CSV "
    "file and read that.",
)
FILE_OF_OTHER_FORM = sentence(
    "file_of_other_form",
    "“{file}” is a {form} file: export the table from the program that it comes from as an Excel "
    "workbook (.xlsx) and read that.",
)
FILE_IS_SHORTCUT = sentence(
    "file_is_shortcut",
    "“{file}” only points to a file elsewhere: open that one, download it as an Excel workbook "
    "(.xlsx) and read that.",
)
FILE_UNKNOWN = sentence(
    "file_unknown",
    "“{file}” is no workbook and no text: choose an Excel workbook (.xlsx, .xls), an "
    "OpenDocument spreadsheet (.ods) or a CSV file.",
)
