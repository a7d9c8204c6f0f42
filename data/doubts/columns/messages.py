"""What is asked and told of columns that are not read."""

from __future__ import annotations

from texts import sentence

COLUMN_HIDDEN_UNREAD = sentence(
    "column_hidden_unread",
    "The column “{column}” is hidden in the spreadsheet and is not read; “{other}” is read.",
)
COLUMN_HIDDEN_READ = sentence(
    "column_hidden_read",
    "The column “{column}” is hidden in the spreadsheet; it is read all the same.",
)
COLUMN_OF_DATES_UNREAD = sentence(
    "column_of_dates_unread",
    "The column “{column}” holds dates and was not read; another column gave the date.",
)
COLUMNS_WITHOUT_HEADING = sentence(
    "columns_without_heading",
    "What stands in these columns was not read, since they have no heading: {columns}.",
)
COLUMN_OF_MEASURES_UNREAD = sentence(
    "column_of_measures_unread",
    "The column “{column}” is not read: by its heading or its values it holds no hours, "
    "participants or euros that were spent.",
)
COLUMN_BESIDE_NAMES = sentence(
    "column_beside_names",
    "The column “{column}” is not read: it holds another figure than the columns with names.",
)
COLUMNS_SORT = sentence(
    "columns_sort",
    "Not read, although it sorts the rows: {columns}. Check whether every row counts.",
)
CROSSES_BESIDE_CHECKS = sentence(
    "crosses_beside_checks",
    "Some cells hold “{check}” and others “{cross}”. Does the cell with “{cross}” count as use?",
    "Some cells hold “{check}” and others “{cross}”. Do the {n} cells with “{cross}” count as use?",
)
MAY_SAY_NO = sentence(
    "may_say_no", "“{cross}” beside “{check}” may say no. Say whether these cells count as use."
)
MARKED_COLUMNS_UNREAD = sentence(
    "marked_columns_unread",
    "What is ticked or filled in in these columns is not read: {columns}. "
    "Put it in one column if it has to count.",
)
MARKED_OR_READ = sentence(
    "marked_or_read",
    "Marks stand under {columns}, and “{column}” is read as the theme. Does the row count so?",
    "Marks stand under {columns}, and “{column}” is read as the theme. Do the {n} rows count so?",
)
MAY_BE_MARKED = sentence(
    "may_be_marked",
    "The theme may be what is ticked: {columns}. Put the theme in a column of its own.",
)
