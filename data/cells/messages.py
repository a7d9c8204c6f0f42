"""What can be wrong with one cell, in sentences with a code."""

from __future__ import annotations

from texts import sentence

CODE_BECAME_DATE = sentence(
    "code_became_date",
    "This code became the date or time {value} in the spreadsheet. Give the column the format "
    "Text and type the code again.",
)
NUMBER_NOT_WHOLE = sentence(
    "number_not_whole",
    "“{value}” is not a whole number. Fill in how many people took part, for example 12.",
)
USES_UNREADABLE = sentence(
    "uses_unreadable",
    "“{value}” is not a number of uses. Fill in a whole number, for example 3.",
)
USES_TOO_MANY = sentence(
    "uses_too_many",
    "{value} uses in one cell are too many to be true; at most {most} are read. Check whether "
    "this is an amount or a total.",
)
DATE_DOES_NOT_EXIST = sentence(
    "date_does_not_exist",
    "{value} does not exist. Fill in an existing date, for example {example}.",
)
DATE_UNREADABLE = sentence(
    "date_unreadable",
    "“{value}” is not a date. Fill in one date as day-month-year, for example 03-04-2019.",
)
DAY_NUMBER_AMBIGUOUS = sentence(
    "day_number_ambiguous",
    "“{value}” may be {first} or {second}: a zero is lost. Fill in the date as day-month-year.",
)
YEAR_UNREADABLE = sentence(
    "year_unreadable",
    "“{value}” is not a year. Fill in one year with four digits, for example 2019.",
)
MONTH_UNREADABLE = sentence(
    "month_unreadable",
    "“{value}” is not a month. Fill in a number from 1 to 12 or a name, for example 3 or maart.",
)
QUARTER_UNREADABLE = sentence(
    "quarter_unreadable",
    "“{value}” is not a quarter. Fill in a number from 1 to 4, for example Q2.",
)
MONTH_DOES_NOT_EXIST = sentence(
    "month_does_not_exist",
    "{value} is not an existing date: a month has a number from 1 to 12. Fill in "
    "day-month-year, for example 03-04-2019.",
)
HOURS_UNREADABLE = sentence(
    "hours_unreadable",
    "“{value}” is not a number of hours. Fill in hours, for example 7,5 or 7:30 or 2 days.",
)
HOURS_BECAME_DATE = sentence(
    "hours_became_date",
    "This cell holds the date {value} instead of hours; the spreadsheet made a date of it. "
    "Give the cell the format Number and type the hours again.",
)
NUMBER_BECAME_DATE = sentence(
    "number_became_date",
    "This cell holds the date or time {value} instead of a number. Give the cell the format "
    "Number and type the number again.",
)
AMOUNT_TOO_LARGE = sentence(
    "amount_too_large",
    "“{value}” is too large for an amount. Fill in the amount in euros.",
)
AMOUNT_UNREADABLE = sentence(
    "amount_unreadable",
    "“{value}” is not an amount. Fill in an amount in euros, for example 1.234,50.",
)
NUMBER_UNREADABLE = sentence(
    "number_unreadable",
    "“{value}” is not a number. Fill in only a number, for example 7,5.",
)
NUMBER_AMBIGUOUS = sentence(
    "number_ambiguous",
    "“{value}” can be read in two ways: this column uses points and commas differently. Write "
    "{whole} without a point or comma, or {decimal} with a decimal comma.",
)
CELL_TOO_LONG = sentence(
    "cell_too_long",
    "“{value}” is too long for this column. Fill in only the value itself; put an explanation "
    "in the column with the subject.",
)
CELL_HOLDS_ERROR = sentence(
    "cell_holds_error",
    "This cell holds the error {value} of the spreadsheet. Mend the formula, or type the value "
    "itself.",
)
WEEKDAY_DIFFERS = sentence(
    "weekday_differs", "“{value}” names another day of the week than its date. Check the date."
)
