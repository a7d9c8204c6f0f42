"""What can be wrong with the workbook of Manage, in sentences with a code."""

from __future__ import annotations

from texts import sentence

WORKBOOK_WITHOUT_SHEETS = sentence(
    "workbook_without_sheets",
    "None of the sheets of this workbook is one of: {names}. Download the workbook here, "
    "change it, and put that one back.",
)
SHEET_LACKS_COLUMNS = sentence(
    "sheet_lacks_columns",
    "Sheet {sheet} must have the columns {columns}.",
)
CELL_CANNOT_BE = sentence(
    "cell_cannot_be",
    "Sheet {sheet}, row {row}: “{value}” cannot stand under {heading}. Nothing was changed.",
)
