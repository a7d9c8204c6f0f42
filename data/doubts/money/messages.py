"""What is asked and told of amounts."""

from __future__ import annotations

from texts import sentence

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
COLUMN_LEFT = sentence(
    "column_left", "The column “{column}” is not read, because “{other}” is read in its place."
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
BUDGETED_OR_SPENT = sentence(
    "budgeted_or_spent",
    "Nothing says whether these amounts were budgeted or spent. Which of the two are they?",
    "Nothing says whether these {n} amounts were budgeted or spent. Which of the two are they?",
)
NOT_SAID_BUDGETED_OR_SPENT = sentence(
    "not_said_budgeted_or_spent", "Say whether these amounts were budgeted or spent."
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
