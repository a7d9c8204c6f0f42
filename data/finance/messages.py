"""What a reader must know of a finance export, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FORMAT_EXACT = sentence("format_exact", "bookings from Exact Online")
FORMAT_AFAS = sentence("format_afas", "budget view from AFAS Profit")
FORMAT_SPEEDBOOKS = sentence(
    "format_speedbooks",
    "balances from Speedbooks, counted from the first of January",
)
FORMAT_LEDGER_LINES = sentence("format_ledger_lines", "bookings with debit and credit")
FORMAT_TRIAL_BALANCE = sentence("format_trial_balance", "trial balance with debit and credit")
FORMAT_LEDGER = sentence("format_ledger", "bookings of a financial system")
FORMAT_IV3_LINES = sentence(
    "format_iv3_lines",
    "Iv3 lines as Statistics Netherlands publishes them",
)
FORMAT_IV3_BY_TASK_FIELD = sentence(
    "format_iv3_by_task_field",
    "Iv3 expenditure and income by task field",
)
AMOUNTS_PARTED_INTO_PERIODS = sentence(
    "amounts_parted_into_periods",
    "The amounts count from the first of January. Of each period only its own part is stored, "
    "so that adding up the periods gives the last amount.",
)
CODES_BECAME_NUMBERS = sentence(
    "codes_became_numbers",
    "Under “{column}” codes became numbers: 0,1 may be 0.1 or 0.10. Give the column the format "
    "Text before you export it.",
)
YEAR_FROM_TITLE = sentence(
    "year_from_title",
    "The year {year} comes from the title above the table.",
)
YEAR_FROM_HEADINGS = sentence("year_from_headings", "The year {year} comes from the headings.")
YEAR_FROM_SHEET_NAME = sentence(
    "year_from_sheet_name",
    "The year {year} comes from the name of the sheet.",
)
YEAR_FROM_FILE_NAME = sentence(
    "year_from_file_name",
    "The year {year} comes from the name of the file.",
)
YEAR_FROM_PERSON = sentence("year_from_person", "The year {year} was filled in by you.")
YEAR_NOWHERE = sentence(
    "year_nowhere",
    "The financial year stands nowhere: not in a column, the title, the name of the sheet or "
    "the name of the file. Say which year this is, or put it in the name of the file.",
)
TOTAL_HAS_OTHER_SIGN = sentence(
    "total_has_other_sign",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}: the "
    "sign is turned round.",
)
TOTAL_OF_OTHER_SIDE = sentence(
    "total_of_other_side",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}, which "
    "is the sum of the other column: debit and credit changed places.",
)
TOTAL_IN_OTHER_UNIT = sentence(
    "total_in_other_unit",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}: the "
    "unit differs by a factor of {factor}.",
)
TOTAL_TURNS_ONE_LINE = sentence(
    "total_turns_one_line",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}. The "
    "difference is twice the amount in row {line}: the sign of that line is turned round.",
)
TOTAL_WITH_UNREADABLE_LINES = sentence(
    "total_with_unreadable_lines",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}. There "
    "are amounts that could not be read: mend those first.",
)
TOTAL_DIFFERS = sentence(
    "total_differs",
    "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}: "
    "{difference} is missing or too much.",
)
BUDGETED_AMOUNT = sentence("budgeted_amount", "budgeted {amount}")
ACTUAL_AMOUNT = sentence("actual_amount", "actual {amount}")
COMMITTED_AMOUNT = sentence("committed_amount", "commitment {amount}")
IN_EUROS = sentence("in_euros", "euros")
IN_THOUSANDS = sentence("in_thousands", "thousands of euros (x € 1,000)")
IN_MILLIONS = sentence("in_millions", "millions of euros")
RULE_KEEPS = sentence(
    "rule_keeps",
    "Lines that concern Platform31 by the rule: {kept} ({kept_sums}). Other lines: {left} "
    "({left_sums}); of those no names and texts are kept, and they do not count on the page "
    "Budget.",
)
RULE_KEEPS_NO_IV3 = sentence(
    "rule_keeps_no_iv3",
    "Iv3 lines are totals per task field: none of them is of Platform31 alone. They do not "
    "count on the page Budget.",
)
FORMAT_RECOGNISED = sentence("format_recognised", "Recognised as: {name}.")
SIGN_TURNED = sentence("sign_turned", "You turned the sign round: costs are negative in this file.")
SIGN_DEBIT_LESS_CREDIT = sentence(
    "sign_debit_less_credit",
    "The amount of a line is its debit less its credit: costs are positive.",
)
SIGN_COSTS_POSITIVE = sentence("sign_costs_positive", "Costs are positive, income is negative.")
UNIT_CHOSEN = sentence(
    "unit_chosen",
    "You chose amounts in {chosen}; the file itself says {found}.",
)
TOTALS_NOT_FOUND = sentence(
    "totals_not_found",
    "No printed total was found to check the lines against.",
)
TOTALS_AGREE = sentence(
    "totals_agree",
    "Printed totals that the lines add up to, to the cent: {n} of {all}.",
)
SIGN_EXAMPLES = sentence(
    "sign_examples", "Read as costs: {costs}. A minus is income or a correction."
)
LINE_WITH_AMOUNT = sentence("line_with_amount", "row {row}: {amount}")
COSTS_NEGATIVE = sentence(
    "costs_negative",
    "The lines that concern Platform31 add up to {amount}, and costs seem to be negative here. "
    "Turn all signs round?",
)
ALL_OURS = sentence(
    "all_ours",
    "{n} line does not name Platform31. Is all of “{sheet}” about Platform31, and does it count?",
    "{n} lines do not name Platform31. Is all of “{sheet}” about Platform31, and do they count?",
)
OTHER_PAYEE = sentence(
    "other_payee",
    "{n} line names Platform31 in its text, but was paid to another, such as in row {row}. Does "
    "it count?",
    "{n} lines name Platform31 in their text, but were paid to others, such as in row {row}. Do "
    "they count?",
)
PAYMENTS = sentence(
    "payments",
    "{n} line of Platform31 takes away another line of the same amount, such as row {row}: it may "
    "be the payment of an invoice. Does it count?",
    "{n} lines of Platform31 take away others of the same amount, such as row {row}: they may be "
    "payments of invoices. Do they count?",
)
COME_TO_NOTHING = sentence(
    "come_to_nothing",
    "The {n} lines of Platform31 come to nothing together, as invoices and their payments do. Do "
    "they count as they stand?",
)
RESEMBLING_PAYEE = sentence(
    "resembling_payee",
    "“{value}” resembles Platform31 and was paid in {n} line, such as row {row}. Is it Platform31?",
    "“{value}” resembles Platform31 and was paid in {n} lines, such as row {row}. Is it "
    "Platform31?",
)
NAMED_OTHERWISE = sentence(
    "named_otherwise",
    "{n} line has a text that may name Platform31, such as row {row}: “{value}”. Is it of "
    "Platform31?",
    "{n} lines have a text that may name Platform31, such as row {row}: “{value}”. Are they of "
    "Platform31?",
)
NOT_OF_COSTS = sentence(
    "not_of_costs",
    "{n} line of Platform31 stands on an account of the balance or of VAT, such as in row {row}. "
    "Does it count as costs?",
    "{n} lines of Platform31 stand on accounts of the balance or of VAT, such as in row {row}. Do "
    "they count as costs?",
)
RULE_CLOSEST = sentence(
    "rule_closest", "Left out, but closest to the rule: {lines}. Tick what does count."
)
OVERVIEW_BY_RULE = sentence(
    "overview_by_rule",
    "This sheet has accounts or cost centres, so that only lines that name Platform31 count: "
    "{kept} of {all}.",
)
OVERVIEW_IS_OURS = sentence(
    "overview_is_ours", "All lines count: “{text}” says that this is about Platform31."
)
TOTALS_UNREADABLE = sentence(
    "totals_unreadable",
    "A printed total is no amount, so the lines were not checked against it: row {rows}.",
)
