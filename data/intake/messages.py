"""What can go wrong with a file on its way through the steps, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FILE_NOT_READ = sentence(
    "file_not_read",
    "This file could not be read. Open it in Excel, save it as .xlsx and try once more.",
)
ROWS_ON_OTHER = sentence(
    "rows_on_other",
    "{n} row stands on “{sheet}” as well. It counts twice; check whether it is there double.",
    "{n} rows stand on “{sheet}” as well. They count twice; check whether they are there double.",
)
SHEET_REPEATS = sentence(
    "sheet_repeats",
    "The row of sheet “{sheet}” stands on sheet “{other}” as well. Does it count besides?",
    "All {n} rows of sheet “{sheet}” stand on sheet “{other}” as well. Do they count besides?",
)
SHEET_IS_OTHER_VERSION = sentence(
    "sheet_is_other_version",
    "Sheet “{sheet}” with {n} row looks like another version of sheet “{other}”: the same days and "
    "names stand on both. Does it count besides?",
    "Sheet “{sheet}” with {n} rows looks like another version of sheet “{other}”: the same days "
    "and names stand on both. Do they count besides?",
)
SHEET_ADDS_UP = sentence(
    "sheet_adds_up",
    "Sheet “{sheet}” with {n} row adds up the hours on sheet “{other}”. Does it count besides?",
    "Sheet “{sheet}” with {n} rows adds up the hours on sheet “{other}”. Do they count besides?",
)
SAME_MONEY = sentence(
    "same_money",
    "Of {year} this file tells {here}; read in before is {before} ({files}). They are "
    "{difference} apart. Which counts?",
)
SHEET_LEFT_OUT = sentence(
    "sheet_left_out",
    "This sheet is not read, because the same stands on sheet “{other}” and would count twice.",
)
ROWS_STORED = sentence(
    "rows_stored",
    "{n} row was stored before and counts twice now. Leave it out with `--overlap skip`, or let "
    "this file take the place of the earlier one with `--overlap replace`.",
    "{n} rows were stored before and count twice now. Leave them out with `--overlap skip`, or let "
    "this file take the place of the earlier one with `--overlap replace`.",
)
ROWS_STORED_OTHERWISE = sentence(
    "rows_stored_otherwise",
    "{n} row has the day and the names of a row in upload {batch_id}, with something else changed."
    " Both count. With `--overlap replace` this file takes the place of the earlier one.",
    "{n} rows have the day and the names of rows in upload {batch_id}, with something else "
    "changed. Both count. With `--overlap replace` this file takes the place of the earlier one.",
)
ROWS_OF_OTHER_PERIODS = sentence(
    "rows_of_other_periods",
    "{n} row may be stored already: an earlier upload tells of a longer or shorter period, for the "
    "same department and theme. Check that no use counts twice.",
    "{n} rows may be stored already: an earlier upload tells of a longer or shorter period, for "
    "the same departments and themes. Check that no use counts twice.",
)
ROWS_ALIKE = sentence(
    "rows_alike",
    "{n} row is the same as an earlier one in everything that is read. It counts; check whether it "
    "stands there twice.",
    "{n} rows are the same as an earlier one in everything that is read. They count; check whether "
    "they stand there twice.",
)

ANSWER_REMEMBERED = sentence(
    "answer_remembered",
    "The question about “{about}” was answered at an earlier upload; that answer was used again, "
    "for {n} row.",
    "The question about “{about}” was answered at an earlier upload; that answer was used again, "
    "for {n} rows.",
)
