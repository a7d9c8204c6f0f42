"""What the rules of doubt have to say."""

from __future__ import annotations

from texts import sentence

ROWS_HIDDEN = sentence(
    "rows_hidden",
    "{n} row of this table is hidden in the spreadsheet. Does it count?",
    "{n} rows of this table are hidden in the spreadsheet. Do they count?",
)
ROWS_FILTERED_OUT = sentence(
    "rows_filtered_out",
    "{n} row of this table is hidden, for example by a filter. Does it count?",
    "{n} rows of this table are hidden, for example by a filter. Do they count?",
)
ROW_HIDDEN = sentence(
    "row_hidden", "This row is hidden in the spreadsheet. Say whether hidden rows count."
)
ROWS_STRUCK = sentence(
    "rows_struck",
    "{n} row of this table is struck through. Does it count?",
    "{n} rows of this table are struck through. Do they count?",
)
ROW_STRUCK = sentence(
    "row_struck", "This row is struck through. Say whether rows that are struck through count."
)
COLUMN_HIDDEN_UNREAD = sentence(
    "column_hidden_unread",
    "The column “{column}” is hidden in the spreadsheet and is not read; “{other}” is read.",
)
COLUMN_HIDDEN_READ = sentence(
    "column_hidden_read",
    "The column “{column}” is hidden in the spreadsheet; it is read all the same.",
)
FORMULA_UNWORKED = sentence(
    "formula_unworked",
    "This cell is a formula of which the file holds no outcome. Open the file in Excel, save it "
    "and read it in again.",
)
ROW_LONGER = sentence(
    "row_longer",
    "This row has more cells than there are headings: a comma or another delimiter stands in a "
    "cell without quotation marks, so that cells have moved. Put that cell in quotation marks.",
)
STATUS_COUNTS = sentence(
    "status_counts",
    "The column “{column}” says “{value}” in {n} row. Does it count as held?",
    "The column “{column}” says “{value}” in {n} rows. Do they count as held?",
)
STATUS_NOT_HELD = sentence(
    "status_not_held", "“{column}” says “{value}”: say whether such rows count."
)
STATUS_READ = sentence("status_read", "The column “{column}” says which rows were held: {values}.")
