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
DAYS_IN_UTC = sentence(
    "days_in_utc",
    "The moments under “{column}” are in another time zone (UTC): {value} was read as {day}.",
)
DATES_SWAPPED = sentence(
    "dates_swapped",
    "Under “{column}” the month stands before the day, as in {value}. In {n} real date Excel had "
    "swapped day and month; it was swapped back.",
    "Under “{column}” the month stands before the day, as in {value}. In {n} real dates Excel had "
    "swapped day and month; they were swapped back.",
)
DATES_MAY_BE_SWAPPED = sentence(
    "dates_may_be_swapped",
    "Under “{column}” stand texts such as {value}, and {n} real date with a day up to 12. Excel "
    "may have swapped day and month in it. Swap it back?",
    "Under “{column}” stand texts such as {value}, and {n} real dates with a day up to 12. Excel "
    "may have swapped day and month in them. Swap them back?",
)
DATE_MAY_BE_SWAPPED = sentence(
    "date_may_be_swapped",
    "In this date day and month may be swapped. Say whether they have to be swapped back.",
)
HOURS_NOTATION = sentence(
    "hours_notation",
    "Under “{column}” stand times such as {value}. Are those minutes behind the point, or "
    "decimals?",
)
HOURS_IN_TWO_WAYS = sentence(
    "hours_in_two_ways",
    "This may be hours and minutes, or hours with decimals. Say which of the two it is.",
)
MINUTES_BEHIND_POINT = sentence(
    "minutes_behind_point",
    "Under “{column}” minutes stand behind the point: 1.30 was read as an hour and a half.",
)
NO_MINUTES = sentence(
    "no_minutes",
    "There are no more than 59 minutes in an hour; check what stands behind the point.",
)
SIDES_TURNED = sentence(
    "sides_turned",
    "“{column}” says that {n} amount is credit or income; it was read with a minus.",
    "“{column}” says that {n} amounts are credit or income; they were read with a minus.",
)
SIDES_MIXED = sentence(
    "sides_mixed",
    "“{column}” puts amounts on the side of credit or income, and {n} of them has a minus as well. "
    "Is that a correction that adds to the costs, or a sign that already says it?",
    "“{column}” puts amounts on the side of credit or income, and {n} of them have a minus as "
    "well. Are those corrections that add to the costs, or signs that already say it?",
)
SIDE_UNKNOWN = sentence(
    "side_unknown",
    "“{column}” does not say whether this amount is debit or credit. Fill in D or C.",
)
SIDE_CODES = sentence(
    "side_codes",
    "“{column}” tells debit from credit, but not by a word: {values}. Which of these is credit?",
)
CREDIT_NEGATIVE = sentence(
    "credit_negative",
    "Under “{column}” {n} amount has a minus, and none is without. Is it subtracted from the "
    "costs, or a correction that adds to them?",
    "Under “{column}” {n} amounts have a minus, and none is without. Are they subtracted from the "
    "costs, or corrections that add to them?",
)
OTHER_SUPPLIERS = sentence(
    "other_suppliers",
    "“{column}” names another than Platform31 in {n} row, such as “{value}”. Does it count?",
    "“{column}” names others than Platform31 in {n} rows, such as “{value}”. Do they count?",
)
OTHER_SUPPLIER = sentence(
    "other_supplier", "“{column}” does not name Platform31: say whether such rows count."
)
COLUMN_LEFT = sentence(
    "column_left", "The column “{column}” is not read, because “{other}” is read in its place."
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
DITTO_READ = sentence(
    "ditto_read",
    "Under “{column}” {n} cell points at the one above it (idem); what stands there was read.",
    "Under “{column}” {n} cells point at the one above them (idem); what stands there was read.",
)
NOTHING_ABOVE = sentence(
    "nothing_above", "This cell points at the one above it, but nothing stands there. Fill it in."
)
SEVERAL_DEPARTMENTS = sentence(
    "several_departments",
    "{n} row names more than one department, such as “{value}”. Does it count for the first?",
    "{n} rows name more than one department, such as “{value}”. Do they count for the first?",
)
SEVERAL_THEMES = sentence(
    "several_themes",
    "{n} row names more than one theme, such as “{value}”. Does it count for the first?",
    "{n} rows name more than one theme, such as “{value}”. Do they count for the first?",
)
NAMES_TWO_DEPARTMENTS = sentence(
    "names_two_departments",
    "This row names more than one department: {names}. Give each a row of its own.",
)
NAMES_TWO_THEMES = sentence(
    "names_two_themes",
    "This row names more than one theme: {names}. Give each a row of its own.",
)
NAME_AND_MORE = sentence(
    "name_and_more",
    "“{value}” under “{column}” holds more than a name. Does its row count, once, for “{name}”?",
    "{n} cells under “{column}” hold more than a name, such as “{value}”. Do their rows count, "
    "each once, for the name alone (“{name}”)?",
)
HOLDS_MORE_THAN_NAME = sentence(
    "holds_more_than_name", "“{value}” holds more than a name. Fill in the name alone: “{name}”."
)
DEPARTMENT_IN_ANOTHER = sentence(
    "department_in_another",
    "Read as one department, beside a shorter name in it: {values}. "
    "If it names more than one department, give each a row of its own.",
)
THEME_IN_ANOTHER = sentence(
    "theme_in_another",
    "Read as one theme, beside a shorter name in it: {values}. "
    "If it names more than one theme, give each a row of its own.",
)
NAMES_ALIKE = sentence(
    "names_alike",
    "Read as names of their own, though they hold the same words: {values}. "
    "If they mean the same, give them one spelling.",
)
MANY_DEPARTMENTS = sentence(
    "many_departments",
    "The column of departments holds {n} new names; with what is known that makes {total}. More "
    "than {most} is unusual. Are these departments?",
)
MANY_THEMES = sentence(
    "many_themes",
    "The column of themes holds {n} new names; with what is known that makes {total}. More than "
    "{most} is unusual. Are these themes?",
)
NAMES_BEYOND_READING = sentence(
    "names_beyond_reading",
    "“{column}” holds more than {most} new names: is this the right column?",
)
IS_MANY_DEPARTMENTS = sentence(
    "is_many_departments",
    "This file holds more than {most} departments. Say whether they are meant, or that another "
    "column holds the department.",
)
IS_MANY_THEMES = sentence(
    "is_many_themes",
    "This file holds more than {most} themes. Say whether they are meant, or that another column "
    "holds the theme.",
)
IS_IT_USE = sentence(
    "is_it_use",
    "“{value}” does not sound like use that was made of Platform31. Is it, and does {n} row count?",
    "“{value}” does not sound like use that was made of Platform31. Is it, and do {n} rows count?",
)
MAY_BE_NO_USE = sentence(
    "may_be_no_use",
    "“{value}” does not sound like use that was made: say whether these rows are use.",
)
BOTH_SIDES = sentence(
    "both_sides",
    "Debit and credit come to the same: this ledger holds both sides of every booking. {n} row is "
    "on an account of the balance. Does it count?",
    "Debit and credit come to the same: this ledger holds both sides of every booking. {n} rows "
    "are on accounts of the balance. Do they count?",
)
OTHER_SIDE = sentence(
    "other_side",
    "This is the other side of a booking, on an account of the balance: say whether those count.",
)
BOTH_SIDES_TOLD = sentence(
    "both_sides_told",
    "Debit and credit come to the same, and no account is of the balance: costs and their other "
    "side may add up to nothing. Do all lines count as they stand?",
)
WHICH_BUDGET = sentence(
    "which_budget",
    "The budget stands here twice: “{original}” and “{revised}”. Which of the two counts?",
)
WHICH_WITH_VAT = sentence(
    "which_with_vat",
    "The amounts stand here twice: “{excluding}” without VAT, and “{including}”. Which of the two "
    "counts?",
)
INCOME_SUBTRACTED = sentence(
    "income_subtracted",
    "Of {n} row the amount under “{column}” is subtracted: it is income.",
    "Of {n} rows the amounts under “{column}” are subtracted: they are income.",
)
ROWS_REVERSED = sentence(
    "rows_reversed",
    "{n} row has a mark under “{column}”. Does its amount count as it stands?",
    "{n} rows have a mark under “{column}”. Do their amounts count as they stand?",
)
ROW_REVERSED = sentence(
    "row_reversed", "This row has a mark under “{column}”. Say whether it counts as it stands."
)
SUPPLIERS_NAMED_ONCE = sentence(
    "suppliers_named_once",
    "Under “{column}” each name stands once, with {n} blank cell below. Does a name hold for the "
    "rows below it?",
    "Under “{column}” each name stands once, with {n} blank cells below. Does a name hold for the "
    "rows below it?",
)
COLUMNS_WORKED_OUT = sentence(
    "columns_worked_out", "Not read, because it follows from other columns: {columns}."
)
COLUMNS_OF_CHANGES = sentence(
    "columns_of_changes", "Not read, because the changes are part of the revised budget: {columns}."
)
OTHER_BUDGET = sentence(
    "other_budget",
    "The budget stands here twice, as “{original}” and as “{revised}”: say which of the two "
    "counts.",
)
COLUMNS_OF_MONEY_UNREAD = sentence(
    "columns_of_money_unread", "These columns of amounts were not read: {columns}."
)
TAKEN_AS_BUDGETED = sentence(
    "taken_as_budgeted",
    "Nothing says whether the amounts under “{column}” were budgeted or spent: they were read as "
    "budgeted.",
)
OTHER_CURRENCY = sentence(
    "other_currency", "“{column}” says “{value}”: only amounts in euros are read."
)
UNIT_BESIDE = sentence(
    "unit_beside",
    "“{column}” says in what “{other}” is counted; the amounts were read in whole euros.",
)
RUNNING_TOTAL = sentence(
    "running_total",
    "Under “{column}” the numbers run on from row to row, such as {value}. Do they add up the rows "
    "above?",
)
MAY_ADD_UP = sentence(
    "may_add_up", "This number may add up the rows above it: say whether it stands for itself."
)
PERIODS_ADD_UP = sentence(
    "periods_add_up",
    "From “{column}” on the amounts never fall, such as {value}. Does each hold the periods before "
    "it too?",
)
AMOUNTS_TWICE = sentence(
    "amounts_twice",
    "“{first}” and “{second}” are of the same year. Do they count together, or one of the two?",
)
MAY_BE_TWICE = sentence(
    "may_be_twice", "Two columns hold amounts of the same year: say which of them count."
)
SHARES_OR_AMOUNTS = sentence(
    "shares_or_amounts",
    "The numbers under “{column}” are small beside the budget. Are they euros, and no percentages?",
)
MAY_BE_SHARE = sentence(
    "may_be_share", "This may be a percentage of the budget: say whether it is an amount in euros."
)
MAY_BE_UP_TO_EACH = sentence(
    "may_be_up_to_each",
    "These amounts may hold those of the periods before them: say whether each stands for itself.",
)
NUMBERS_LEFT = sentence(
    "numbers_left", "Not read, because these are numbers of budgets or projects: {columns}."
)
NUMBERS_OR_AMOUNTS = sentence(
    "numbers_or_amounts",
    "Under “{column}” stand numbers such as {value}, all equally long. Are they amounts, and no "
    "numbers of budgets or projects?",
)
MAY_BE_NUMBER = sentence(
    "may_be_number", "This may be the number of a budget or a project: say whether it is an amount."
)
COLUMNS_ADD_UP = sentence(
    "columns_add_up",
    "In every row the numbers only rise from period to period, such as {value}. Does each add up "
    "the ones before it?",
)
MAY_ADD_UP_BESIDE = sentence(
    "may_add_up_beside",
    "This number may add up the periods before it: say whether it stands for itself.",
)
NO_COUNTS = sentence(
    "no_counts",
    "{value}: this looks like shares, places or a scale, and not like numbers of uses. Does {n} "
    "cell count as use?",
    "{value}: this looks like shares, places or a scale, and not like numbers of uses. Do {n} "
    "cells count as use?",
)
MAY_BE_NO_NUMBER_OF_USES = sentence(
    "may_be_no_number_of_uses",
    "This may be a share, a place or a mark: say whether it counts as use.",
)
OF_ANOTHER = sentence(
    "of_another",
    "“{value}” names the municipality {name}. Does its row count as ours?",
    "“{value}” names the municipality {name}. Do its {n} rows count as ours?",
)
NAMES_MUNICIPALITY = sentence(
    "names_municipality",
    "“{value}” names the municipality {name}: the rows were read as those of our own.",
)
MAY_BE_OF_ANOTHER = sentence(
    "may_be_of_another", "“{value}” names another municipality: say whether its rows count."
)
LEGEND = sentence(
    "legend",
    "“{value}” says what a colour means, and colours are not read. Does this row count?",
    "“{value}” says what a colour means, and colours are not read. Do all {n} rows count?",
)
MAY_BE_COLOURED = sentence(
    "may_be_coloured",
    "“{value}” says which rows are not certain, by their colour: say whether all rows count.",
)
LEGEND_TOLD = sentence("legend_told", "“{value}” says what a colour means; colours are not read.")
COLUMNS_CUMULATIVE = sentence(
    "columns_cumulative", "Not read, because it adds up what stands in other columns: {columns}."
)
CUMULATIVE_PARTED = sentence(
    "cumulative_parted",
    "“{column}” counts all up to each period. Of each period only its own part is read, so that "
    "adding up the periods gives the last amount.",
)
TOTAL_UNNAMED = sentence(
    "total_unnamed",
    "{n} row comes to what the rows beside it come to together, such as row {row}. It may be their "
    "total. Does it count beside them?",
    "{n} rows come to what the rows beside them come to together, such as row {row}. They may be "
    "their totals. Do they count beside those?",
)
CHANGES_APART = sentence(
    "changes_apart",
    "The budget stands in “{original}” and its changes apart in {columns}. Does the budget after "
    "these changes count, or the original one?",
)
YEAR_BEFORE = sentence("year_before", "Not read, because it is of another year: {columns}.")
LEVELS = sentence(
    "levels",
    "{n} row names only a higher level, such as under “{column}”. It may add up the rows below it. "
    "Does it count beside them?",
    "{n} rows name only a higher level, such as under “{column}”. They may add up the rows below "
    "them. Do they count beside those?",
)
ACCOUNT_LEVELS = sentence(
    "account_levels",
    "The account of {n} row is the beginning of others, such as {value}. It may add those up. Does "
    "it count beside them?",
    "The accounts of {n} rows are the beginning of others, such as {value}. They may add those up. "
    "Do they count beside them?",
)
MAY_BE_LEVEL = sentence(
    "may_be_level", "This row may add up the rows below it: say whether it counts beside them."
)

COLUMNS_SORT = sentence(
    "columns_sort",
    "Not read, although it sorts the rows: {columns}. Check whether every row counts.",
)
MONTH_OR_WEEK = sentence(
    "month_or_week",
    "This column holds numbers above 12, so that the number behind the year is no month. Write a "
    "week as 2021-W12.",
)
PERIODS_AS_MONTHS = sentence(
    "periods_as_months", "The periods under “{column}” were read as months, not as four weeks each."
)
QUARTER_OR_MONTH = sentence(
    "quarter_or_month",
    "Under “{column}” stand periods such as {value}, none above 4. Are those quarters, or months?",
)
MAY_BE_QUARTER = sentence(
    "may_be_quarter", "This period may be a quarter or a month. Say which of the two it is."
)
MONTHS_OR_DAYS = sentence(
    "months_or_days",
    "Under “{column}” stands {value}. Is that a month with its year, and does its row count so?",
    "Under “{column}” stand dates such as {value}. Are those months with their year, and do {n} "
    "rows count so?",
)
MAY_BE_DAY_OF_MONTH = sentence(
    "may_be_day_of_month",
    "This may be a month with its year, or a day without one. Write it as 22-05-2021.",
)
IS_IT_DATE_OF_USE = sentence(
    "is_it_date_of_use",
    "“{column}” may not be the day of the use. Does the row count on that day?",
    "“{column}” may not be the day of the use. Do {n} rows count on that day?",
)
MAY_BE_ANOTHER_DATE = sentence(
    "may_be_another_date",
    "This may not be the day of the use: say whether the row counts on it, or fill in its date.",
)
TAKEN_AS_DATE_OF_USE = sentence(
    "taken_as_date_of_use", "The dates under “{column}” were read as those of the use."
)
SHORT_YEAR = sentence(
    "short_year",
    "Under “{column}” stand dates such as {value}. Does the year stand first, or the day?",
)
YEAR_MAY_BE_FIRST = sentence(
    "year_may_be_first",
    "This date may begin with the year or with the day. Say which of the two it is.",
)
DATE_ORDER = sentence(
    "date_order",
    "Under “{column}” stand dates such as {value}. Does the day stand first, or the month?",
)
MAY_BE_MONTH_FIRST = sentence(
    "may_be_month_first",
    "This date may begin with the day or with the month. Say which of the two it is.",
)
PERIOD_UNREAD = sentence(
    "period_unread",
    "The column “{column}” is not read: these rows count for a longer period.",
)
OTHER_YEAR_IN_NAME = sentence(
    "other_year_in_name",
    "“{value}” speaks of {year}, but {n} row of it has a date in another year.",
    "“{value}” speaks of {year}, but {n} rows of it have a date in another year.",
)
DAY_OR_MONTH = sentence(
    "day_or_month",
    "This column writes the day first in some dates and the month first in others, so that this "
    "date may be either. Write it as 2019-04-03.",
)
TAKEN_AS_HOURS = sentence(
    "taken_as_hours",
    "The numbers under “{column}” were read as hours; the heading does not say so.",
)
HOURS_OTHERWISE_AROUND = sentence(
    "hours_otherwise_around",
    "“{value}” may say otherwise than “{column}”. Are the numbers hours that were made?",
)
MAY_BE_OTHER_HOURS = sentence(
    "may_be_other_hours",
    "A text around the table may say that this is no number of hours. Say whether it is, or change "
    "the heading.",
)
HOURS_BESIDE = sentence(
    "hours_beside",
    "Beside “{column}” stand hours in {others}. Are they to be added in {n} row?",
    "Beside “{column}” stand hours in {others}. Are they to be added in {n} rows?",
)
MAY_LACK_HOURS = sentence(
    "may_lack_hours", "The hours of {others} may belong to it: say whether they are to be added."
)
MORE_THAN_A_DAY = sentence(
    "more_than_a_day",
    "Under “{column}” {n} row holds more hours than a day has, such as {value}.",
    "Under “{column}” {n} rows hold more hours than a day has, such as {value}.",
)
ENDS_IN_LATER_YEAR = sentence(
    "ends_in_later_year",
    "By “{column}” the use of {n} row ends in a later year; it counts in the year it begins in.",
    "By “{column}” the use of {n} rows ends in a later year; it counts in the year it begins in.",
)
MONTH_FIRST_BY_SIGN = sentence(
    "month_first_by_sign",
    "Under “{column}” dates such as {value} were read month first: they are written another way.",
)
HOURS_OR_MINUTES = sentence(
    "hours_or_minutes",
    "Under “{column}” stand numbers such as {value}. Are those minutes, or hours?",
)
MAY_BE_MINUTES = sentence(
    "may_be_minutes", "This number may count minutes or hours. Say which of the two it is."
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
PART_OF_A_DAY = sentence(
    "part_of_a_day",
    "Under “{column}” stand numbers such as {value}. Is that a part of a day, so {time}, or hours?",
)
MAY_BE_PART_OF_A_DAY = sentence(
    "may_be_part_of_a_day",
    "This number may be a part of a day, as Excel keeps {time}. Say whether it is, or hours.",
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
ROWS_ADD_UP = sentence(
    "rows_add_up",
    "{n} row adds up others: “{value}”. Does it count besides those?",
    "{n} rows add up others, such as “{value}”. Do they count besides those?",
)
COLUMN_ADDS_UP = sentence(
    "column_adds_up",
    "“{value}” holds the columns beside it together. Does its cell count besides those?",
    "“{value}” holds the columns beside it together. Do its {n} cells count besides those?",
)
ADDS_UP_OTHERS = sentence("adds_up_others", "This row adds up other rows, and would count twice.")
OTHER_YEAR = sentence(
    "other_year", "“{column}” tells of another year than the date of this row. Mend one of the two."
)
WHOSE_ROWS = sentence(
    "whose_rows",
    "“{column}” names several municipalities. Which rows count?",
    "“{column}” names several municipalities in {n} rows. Which rows count?",
)
OF_A_MUNICIPALITY = sentence(
    "of_a_municipality",
    "“{column}” names a municipality. Say first of which municipality the rows count.",
)
NO_NAME = sentence(
    "no_name",
    "“{value}” under “{column}” is no name of one department or theme. Does its row count?",
    "“{value}” under “{column}” is no name of one department or theme. Do its {n} rows count?",
)
NAMES_NOBODY = sentence(
    "names_nobody", "“{value}” does not say which department or theme it is. Fill in its name."
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
PERSONS = sentence(
    "persons",
    "“{value}” under “{column}” looks like the name of a person. Does its row count?",
    "“{value}” under “{column}” looks like the name of a person. Do these {n} rows count?",
)
IS_PERSON = sentence(
    "is_person", "This looks like the name of a person. Fill in the name of the department."
)
BUDGETED_OR_SPENT = sentence(
    "budgeted_or_spent",
    "Nothing says whether these amounts were budgeted or spent. Which of the two are they?",
    "Nothing says whether these {n} amounts were budgeted or spent. Which of the two are they?",
)
NOT_SAID_BUDGETED_OR_SPENT = sentence(
    "not_said_budgeted_or_spent", "Say whether these amounts were budgeted or spent."
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
ROWS_STRUCK_BY_RULE = sentence(
    "rows_struck_by_rule",
    "The format strikes {n} row through where {condition}. Does it count?",
    "The format strikes {n} rows through where {condition}. Do they count?",
)
