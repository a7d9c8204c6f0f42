"""Why a sheet holds no table that is read, with the nearest miss."""

from __future__ import annotations

from texts import sentence

SHEET_IS_EMPTY = sentence("sheet_is_empty", "This sheet is empty.")
RECORDS_ACROSS = sentence(
    "records_across",
    "The records stand beside each other instead of below each other: copy the table, and paste "
    "it with Paste Special, Transpose.",
)
HEADINGS_LACK = sentence(
    "headings_lack",
    "Row {row} looks like headings: {found} found, but not {missing}. Add that column, or say "
    "which one it is.",
)
NOTHING_UNDER_HEADINGS = sentence(
    "nothing_under_headings",
    "Row {row} looks like headings, but what stands below it is no list of use or of amounts.",
)
NO_HEADINGS = sentence(
    "no_headings",
    "No row was found with headings such as Datum, Afdeling and Thema, or Jaar and Bedrag. If the "
    "sheet is a list, add a row of headings.",
)
HEADINGS_UNKNOWN = sentence(
    "headings_unknown",
    "Row {row} looks like headings ({found}), but none of them stands for a date, a department and "
    "a theme, or for a year and an amount. If this is a list of use or a budget, say what its "
    "columns mean.",
)
COLUMNS_UP_TO_A_MOMENT = sentence(
    "columns_up_to_a_moment",
    "The columns of row {row} each count all up to a moment (cumulative), so that the same use "
    "would count more than once. Bring the numbers per period.",
)
NUMBERS_WITHOUT_WORD = sentence(
    "numbers_without_word",
    "This looks like a crosstab, but it is not certain that departments and themes stand down and "
    "across. Put “Afdeling” above the names and “Gebruik” in the title.",
)
