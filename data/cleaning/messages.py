"""What can be wrong with a row, and how a table was read, in sentences with a code."""

from __future__ import annotations

from texts import sentence

THEME_NOWHERE = sentence(
    "theme_nowhere",
    "Nothing says which theme this number is about. Put the theme above the columns or in a "
    "column of its own.",
)
CROSSTAB_THEMES_ACROSS = sentence(
    "crosstab_themes_across",
    "Read as a crosstab: departments down, themes across.",
)
CROSSTAB_DEPARTMENTS_ACROSS = sentence(
    "crosstab_departments_across",
    "Read as a crosstab: themes down, departments across.",
)
CROSSTAB_PERIODS_ACROSS = sentence("crosstab_periods_across", "Read as a crosstab: periods across.")
NUMBERS_ARE_USES_WITH_HOURS = sentence(
    "numbers_are_uses_with_hours",
    "Numbers and hours under one heading are read together: 3 with 6 hours counts as three "
    "uses of 2 hours.",
)
NUMBERS_ARE_USES = sentence(
    "numbers_are_uses",
    "Each number is read as a number of uses: 3 counts as three uses.",
)
NUMBERS_ARE_HOURS = sentence(
    "numbers_are_hours",
    "Each number is read as hours: a cell counts as one use with those hours.",
)
COLUMN_PER_BLOCK = sentence(
    "column_per_block",
    "“{column}” stands only in the first row of each block; it was read for the rows under it "
    "as well.",
)
COLUMN_FROM_LINES = sentence(
    "column_from_lines",
    "“{column}” was read from lines of their own, such as “{example}”, for the rows under each.",
)
DEPARTMENT_OF_LIST = sentence(
    "department_of_list", "No column names the department: every row was read as of “{name}”."
)
PERIOD_NOWHERE = sentence(
    "period_nowhere",
    "Nothing says which year this number is about. Put the year above the columns, in a column "
    "of its own or in the title, for example “Gebruik 2019”.",
)
AMOUNT_KIND_TWICE = sentence(
    "amount_kind_twice",
    "The words around the table speak of budgeted and of spent amounts. Say in the heading "
    "which these are, for example “Begroting 2019”.",
)
PERIOD_FROM_TITLE = sentence(
    "period_from_title",
    "The period of these cells comes from the title “{text}”.",
)
PERIOD_FROM_SHEET_NAME = sentence(
    "period_from_sheet_name",
    "The period of these cells comes from the name of the sheet: {text}.",
)
PERIOD_FROM_FILE_NAME = sentence(
    "period_from_file_name",
    "The period of these cells comes from the name of the file: {text}.",
)
AMOUNTS_SAID_BUDGETED = sentence(
    "amounts_said_budgeted",
    "The amounts are read as budgeted: the words around the table say so.",
)
AMOUNTS_TAKEN_AS_BUDGETED = sentence(
    "amounts_taken_as_budgeted",
    "The amounts are read as budgeted, since nothing says that they were spent.",
)
AMOUNTS_SAID_SPENT = sentence(
    "amounts_said_spent",
    "The amounts are read as spent: the words around the table say so.",
)
DEPARTMENT_AMBIGUOUS = sentence(
    "department_ambiguous",
    "“{value}” can be more than one department: {candidates}. Fill in the full name of the "
    "department.",
)
THEME_AMBIGUOUS = sentence(
    "theme_ambiguous",
    "“{value}” can be more than one theme: {candidates}. Fill in the full name of the theme.",
)
DEPARTMENT_RESEMBLES = sentence(
    "department_resembles",
    "“{value}” is not a known department, but resembles: {candidates}. Fill in that name if that "
    "is what is meant.",
)
THEME_RESEMBLES = sentence(
    "theme_resembles",
    "“{value}” is not a known theme, but resembles: {candidates}. Fill in that name if that is "
    "what is meant.",
)
NAME_WITHOUT_LETTERS = sentence(
    "name_without_letters",
    "“{value}” is not a name: there is no letter in it. Fill in the name in words.",
)
NAME_TOO_LONG = sentence(
    "name_too_long",
    "“{value}” is too long for a name (more than {limit} characters). Fill in only the name; "
    "put an explanation in the column with the subject.",
)
YEAR_MISSING = sentence(
    "year_missing",
    "The year is missing. Fill in the year with four digits, for example 2019.",
)
MONTH_BEFORE_DAY = sentence(
    "month_before_day",
    "In “{column}” the month stands before the day: 04/05/2019 was read as 5 April 2019.",
)
MONTH_NOT_IN_QUARTER = sentence(
    "month_not_in_quarter",
    "Month {month} is not in quarter {quarter}. Mend the month or the quarter.",
)
DEPARTMENT_OF_OTHERS = sentence(
    "department_of_others",
    "This row is of {department}; only rows of {only} can be read in here.",
)
CROSSTAB_IS_SUMMARY = sentence(
    "crosstab_is_summary",
    "This crosstab adds up what stands in a list in the same file. It is not read, so that "
    "nothing counts twice.",
)
COUNT_NOT_READ = sentence(
    "count_not_read",
    "“{heading}” is not read: every row counts as one use. Does a row stand for more? Give "
    "each use a row of its own, or make a crosstab of the numbers.",
)
DAYS_TURNED_INTO_HOURS = sentence(
    "days_turned_into_hours",
    "Under “{column}” days were turned into hours: 1 day = {hours} hours.",
)
HOURS_MULTIPLIED = sentence(
    "hours_multiplied",
    "The numbers under “{column}” were read times {n}, as the heading says.",
)
ANSWERS_UNKNOWN = sentence(
    "answers_unknown",
    "“{column}” counts as empty in {n} row: {values}. {why}",
    "“{column}” counts as empty in {n} rows: {values}. {why}",
)
WHAT_IS_VALUE = sentence(
    "what_is_value",
    "“{value}” under “{column}” is not known, in {n} row. What is it?",
    "“{value}” under “{column}” is not known, in {n} rows. What is it?",
)
OTHER_ANSWERS = sentence("other_answers", "{n} other", "{n} others")
READ_PER_PERIOD = sentence(
    "read_per_period",
    "Read as a table with a column of amounts for each period.",
)
TICKS_ARE_USES = sentence("ticks_are_uses", "Each cell with a mark such as x is read as one use.")
CUMULATIVE_COLUMNS = sentence(
    "cumulative_columns",
    "The columns {columns} each hold all amounts up to a moment (cumulative). Only the last of a "
    "year is read, for the whole year: {read}.",
)
INCOME_COLUMNS_SUBTRACTED = sentence(
    "income_columns_subtracted", "Income is subtracted from the costs: {columns}."
)
CUMULATIVE_COLUMNS_LEFT = sentence(
    "cumulative_columns_left",
    "The columns {columns} each hold all amounts up to a moment (cumulative). They are not read, "
    "because the amounts of the periods themselves stand beside them.",
)
DATE_CONTRADICTED = sentence(
    "date_contradicted", "The date of this row is in another year or month than this says."
)
MEASURE_UNREADABLE = sentence(
    "measure_unreadable",
    "“{column}” cannot be read in {n} row, such as “{value}”. Does its use count without it?",
    "“{column}” cannot be read in {n} rows, such as “{value}”. Does their use count without it?",
)
