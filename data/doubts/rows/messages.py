"""What is asked and told of rows."""

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
SHEET_HIDDEN = sentence(
    "sheet_hidden",
    "This sheet is hidden in the spreadsheet; its {n} row is read all the same.",
    "This sheet is hidden in the spreadsheet; its {n} rows are read all the same.",
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
ROWS_UNSEEN = sentence(
    "rows_unseen",
    "In {n} row of this table the spreadsheet shows nothing in a cell that is filled: its letters "
    "are white, or its format leaves it out. Does it count?",
    "In {n} rows of this table the spreadsheet shows nothing in a cell that is filled: its letters "
    "are white, or its format leaves it out. Do they count?",
)
ROW_UNSEEN = sentence(
    "row_unseen", "The spreadsheet does not show a cell of this row. Say whether such rows count."
)
CELLS_FAR = sentence(
    "cells_far",
    "{n} filled cell stands far from the table and was not read: {cells}.",
    "{n} filled cells stand far from the table and were not read: {cells}.",
)
FORMULA_UNWORKED = sentence(
    "formula_unworked",
    "This cell is a formula of which the file holds no outcome. Open the file in Excel, save it "
    "and read it in again.",
)
ROW_SWALLOWED = sentence(
    "row_swallowed",
    "A quotation mark took the rows below into a cell of this row. Remove the mark, or double it.",
)
NAMES_SWAPPED = sentence(
    "names_swapped",
    "In {n} row “{column}” and “{other}” seem to have changed places: “{value}”. Does it count as "
    "it stands?",
    "In {n} rows “{column}” and “{other}” seem to have changed places: “{value}”. Do they count as "
    "they stand?",
)
NAME_MAY_BE_SWAPPED = sentence(
    "name_may_be_swapped",
    "“{column}” and “{other}” seem to have changed places in this row. Put each in its own column.",
)
CELLS_MOVED = sentence(
    "cells_moved",
    "Under “{column}” stands a number in {n} row, from row {number}, where the others have a text. "
    "Its cells may have moved. Does it count as it stands?",
    "Under “{column}” stand numbers in {n} rows, from row {number}, where the others have a text. "
    "Their cells may have moved. Do they count as they stand?",
)
CELLS_BEYOND = sentence(
    "cells_beyond",
    "In {n} row, from row {number}, a number stands right of the last heading. Its cells may have "
    "moved. Does it count as it stands?",
    "In {n} rows, from row {number}, a number stands right of the last heading. Their cells may "
    "have moved. Do they count as they stand?",
)
CELL_MAY_HAVE_MOVED = sentence(
    "cell_may_have_moved",
    "The cells of this row may have moved to another column. Put each below its own heading.",
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
OTHER_SUPPLIERS = sentence(
    "other_suppliers",
    "“{column}” names another than Platform31 in {n} row, such as “{value}”. Does it count?",
    "“{column}” names others than Platform31 in {n} rows, such as “{value}”. Do they count?",
)
OTHER_SUPPLIER = sentence(
    "other_supplier", "“{column}” does not name Platform31: say whether such rows count."
)
DITTO_READ = sentence(
    "ditto_read",
    "Under “{column}” {n} cell points at the one above it (idem); what stands there was read.",
    "Under “{column}” {n} cells point at the one above them (idem); what stands there was read.",
)
NOTHING_ABOVE = sentence(
    "nothing_above", "This cell points at the one above it, but nothing stands there. Fill it in."
)
MAY_BE_COLOURED = sentence(
    "may_be_coloured",
    "“{value}” says which rows are not certain, by their colour: say whether all rows count.",
)
NUMBER_AGAIN = sentence(
    "number_again",
    "In {n} row “{column}” has a number that stands above it on the same day, such as {value}. "
    "Does it count as another use?",
    "In {n} rows “{column}” has a number that stands above them on the same day, such as {value}. "
    "Do they count as other uses?",
)
NUMBER_STANDS_ABOVE = sentence(
    "number_stands_above",
    "“{column}” {value} stands above this row on the same day. Say whether it is another use.",
)
LINE_ABOVE = sentence(
    "line_above",
    "Above {n} row stands “{value}”. Does it count as use?",
    "Above {n} rows stands “{value}”. Do they count as use?",
)
BELOW_LINE = sentence(
    "below_line", "Above this row stands “{value}”: say whether the rows below it count."
)
LINES_BETWEEN = sentence(
    "lines_between",
    "Between the rows stand lines of text: {values}. Check whether the rows below them count.",
)
DECIMALS_MOVED = sentence(
    "decimals_moved",
    "“{other}” may hold the decimals of “{column}” in {n} row: the comma parts the columns here. "
    "Are they two numbers?",
    "“{other}” may hold the decimals of “{column}” in {n} rows: the comma parts the columns here. "
    "Are they two numbers each?",
)
DECIMAL_MAY_HAVE_MOVED = sentence(
    "decimal_may_have_moved",
    "The decimals of this number may stand in the next column. Put it in quotation marks, or say "
    "that they are two numbers.",
)
NOTES_AT_ROWS = sentence(
    "notes_at_rows",
    "A note at the cells of {n} row says: {notes}. Does it count as it stands?",
    "Notes at the cells of {n} rows say: {notes}. Do they count as they stand?",
)
HAS_NOTE = sentence(
    "has_note", "A note at a cell says: {value}. Mend the row, or say that it counts as it stands."
)
NOTES_UNREAD = sentence(
    "notes_unread",
    "{n} cell has a note that is not read: {notes}.",
    "{n} cells have a note that is not read: {notes}.",
)
TEXT_OVER_TABLE = sentence(
    "text_over_table",
    "A text box, or the margin of the print, says “{value}”. Does {n} row count as it is read?",
    "A text box, or the margin of the print, says “{value}”. Do {n} rows count as they are read?",
)
UNDER_TEXT = sentence(
    "under_text",
    "A text box, or the margin of the print, says “{value}”. Say whether the rows count.",
)
TEXTS_OVER_TABLE = sentence(
    "texts_over_table", "A text box, or the margin of the print, says: {values}. It is not read."
)
COLOURED_AS = sentence(
    "coloured_as",
    "{n} row has the colour of “{value}”. Does it count?",
    "{n} rows have the colour of “{value}”. Do they count?",
)
ROWS_COLOURED = sentence(
    "rows_coloured",
    "Row {rows} has a colour of its own. Colours are not read: check whether it counts.",
    "{n} rows have a colour of their own: {rows}. Colours are not read: check whether they count.",
)
ROWS_STRUCK_BY_RULE = sentence(
    "rows_struck_by_rule",
    "The format strikes {n} row through where {condition}. Does it count?",
    "The format strikes {n} rows through where {condition}. Do they count?",
)
