"""What is asked and told of whole tables."""

from __future__ import annotations

from texts import sentence

IS_IT_USE = sentence(
    "is_it_use",
    "“{value}” does not sound like use that was made of Platform31. Is it, and does {n} row count?",
    "“{value}” does not sound like use that was made of Platform31. Is it, and do {n} rows count?",
)
MAY_BE_NO_USE = sentence(
    "may_be_no_use",
    "“{value}” does not sound like use that was made: say whether these rows are use.",
)
IS_IT_MONEY = sentence(
    "is_it_money",
    "“{value}” speaks of use, and no word of money. Is the number in {n} row an amount in euros?",
    "“{value}” speaks of use, and no word of money. Are the numbers in {n} rows amounts in euros?",
)
MAY_BE_NO_MONEY = sentence(
    "may_be_no_money", "“{value}” speaks of use, not of money: say whether these are euros."
)
LEGEND = sentence(
    "legend",
    "“{value}” says what a colour means, and colours are not read. Does this row count?",
    "“{value}” says what a colour means, and colours are not read. Do all {n} rows count?",
)
LEGEND_TOLD = sentence("legend_told", "“{value}” says what a colour means; colours are not read.")
SHEET_SET_ASIDE = sentence(
    "sheet_set_aside",
    "The sheet “{sheet}” looks like one that was put aside. Does its {n} row count?",
    "The sheet “{sheet}” looks like one that was put aside. Do its {n} rows count?",
)
ON_SHEET_SET_ASIDE = sentence(
    "on_sheet_set_aside", "The name “{sheet}” says that it may not count. Say whether it does."
)
SHEET_OLDER = sentence(
    "sheet_older",
    "The name of the sheet “{sheet}” says that it is old; its {n} row counts all the same.",
    "The name of the sheet “{sheet}” says that it is old; its {n} rows count all the same.",
)
TEXT_AROUND = sentence(
    "text_around",
    "Around the table stands “{value}”. Does its {n} row count as it stands?",
    "Around the table stands “{value}”. Do its {n} rows count as they stand?",
)
UNDONE_BY_TEXT = sentence(
    "undone_by_text", "Around the table stands “{value}”. Say whether the rows count as they stand."
)
TEXTS_UNSURE = sentence(
    "texts_unsure", "Around the table stands: {values}. Check whether the rows are certain."
)
BESIDE_ROWS = sentence(
    "beside_rows",
    "Beside {n} row stands “{value}”, without a heading. Does it count?",
    "Beside {n} rows stands “{value}”, without a heading. Do they count?",
)
BESIDE_ROW = sentence(
    "beside_row", "Beside this row stands “{value}”: say whether such rows count."
)
CELLS_BESIDE = sentence(
    "cells_beside",
    "{n} cell stands beside the table without a heading and is not read: {cells}.",
    "{n} cells stand beside the table without a heading and are not read: {cells}.",
)
