"""The vocabulary: what a column, a kind, a channel, a share is called in this project."""

from __future__ import annotations

USAGE = "usage"
BUDGET = "budget"
KINDS = (USAGE, BUDGET)

# A usage record: one time a department used Platform31; see `data.fields.usage`.
DATE = "date"
DATE_PRECISION = "date_precision"
DEPARTMENT = "department"
THEME = "theme"
FORM = "form"
CHANNEL = "channel"
SHARE = "share"
SUBJECT = "subject"
HOURS = "hours"
PARTICIPANTS = "participants"
AMOUNT = "amount"

# While a table is read: an amount in whole cents.
AMOUNT_CENTS = "amount_cents"

# Parts of a date that stand in columns of their own.
YEAR = "year"
QUARTER = "quarter"
MONTH = "month"

# A budget line; see `data.fields.budget`.
BUDGET_KIND = "kind"
DESCRIPTION = "description"
ACCOUNT = "account"
BUDGETED = "budget"
ACTUAL = "actual"
COMMITMENT = "commitment"

# What a finance export adds to a budget line.
SUPPLIER = "supplier"
COST_CENTRE = "cost_centre"
TASK_FIELD = "task_field"  # taakveld, the municipal code of Iv3
CONCERNS = "concerns"  # whether the line concerns Platform31, by the rule in force
DECIDED_BY = "decided_by"  # what decided whether it does
CONTRIBUTION = "contribution"  # whether a person called it an invoice of the contribution
CUMULATIVE = "cumulative"  # whether the amount counts from the first of January

# Columns of a finance export from which a budget line is worked out.
DEBIT = "debit"
CREDIT = "credit"
SIDE = "side"  # on which of the two an amount stands, in a column of its own
PERIOD = "period"
BOOKING = "booking"  # the text of a booking as a whole, above that of its lines
CATEGORY = "category"  # economic category of Iv3: L is expenditure, B is income
MUNICIPALITY = "municipality"
REPORT = "report"  # which report of Iv3, as in 2023X005

# What a department and a theme belong to.
DOMAIN = "domain"
PILLAR = "pillar"
TASK = "task"

# What else is known of a department; of a theme too, in which years it was in use.
MANAGER = "manager"  # the function, never the name of a person
EMPLOYEES = "employees"
VALID_FROM = "valid_from"
VALID_TO = "valid_to"

# A reorganisation: which department follows which from a year on, and what part goes there.
REORGANISATION = "reorganisation"
SUCCESSOR = "successor"
PERCENT = "percent"
RENAMED, MERGED, SPLIT = "renamed", "merged", "split"

# Where a stored record came from.
RECORD_ID = "id"
BATCH_ID = "batch_id"
FILE = "file"
SHEET = "sheet"
ROW = "row"

ORIGIN_COLUMNS = (BATCH_ID, FILE, SHEET, ROW)

# How exact a date is.
DAY_PRECISION = "day"
MONTH_PRECISION = "month"
QUARTER_PRECISION = "quarter"
YEAR_PRECISION = "year"
PRECISIONS = (DAY_PRECISION, MONTH_PRECISION, QUARTER_PRECISION, YEAR_PRECISION)

# What decided whether a budget line concerns Platform31: the rule, an exception of the rule, the
# sheet that it stands on, or a person.
BY_RULE, BY_EXCEPTION, BY_SHEET, BY_PERSON = "rule", "exception", "sheet", "person"

DIRECT = "direct"
NETWORK = "network"
CHANNELS = (DIRECT, NETWORK)

GENERAL = "general"
TAILORED = "tailored"

BUDGET_KINDS = (BUDGETED, ACTUAL, COMMITMENT)
BUDGET_AMOUNTS = (AMOUNT, *BUDGET_KINDS)  # the columns that hold amounts of a budget

# A name that nobody has classified yet belongs here; it is shown as such, never hidden.
UNCLASSIFIED = "onbekend"

# What a department x theme cell can be in a period; see `data.states`.
USED = "used"
NETWORK_ONLY = "network_only"
LAPSED = "lapsed"
PLANNED = "planned"
OPEN = "open"
DECLINED = "declined"
NOT_APPLICABLE = "not_applicable"
UNKNOWN = "unknown"
STATE = "state"

# How far an action on a cell is, and why a department does not want a theme.
TO_APPROACH = "to_approach"
APPROACHED = "approached"
AGREED = "agreed"
IN_USE = "in_use"
OPEN_STATUSES = (TO_APPROACH, APPROACHED, AGREED)
ACTION_STATUSES = (*OPEN_STATUSES, IN_USE, DECLINED)
NOT_OUR_WORK = "not_our_work"
OURSELVES = "ourselves"
OTHER_SUPPLIER = "other_supplier"
NOT_NOW = "not_now"
DECLINE_REASONS = (NOT_OUR_WORK, OURSELVES, OTHER_SUPPLIER, NOT_NOW)
STATUS = "status"
REASON = "reason"
CHOSEN_ON = "chosen_on"

# Something asked of Platform31 and not delivered, and what became of it.
ASKED_ON = "asked_on"
OUTCOME = "outcome"
WAITING = "waiting"
DELIVERED_LATER = "delivered_later"
ELSEWHERE = "elsewhere"
NOT_DELIVERED = "not_delivered"
REQUEST_OUTCOMES = (WAITING, DELIVERED_LATER, ELSEWHERE, NOT_DELIVERED)

# An agreement of the yearly meeting.
OWNER = "owner"
DUE_ON = "due_on"
TEXT = "text"
TO_DO = "to_do"
DONE = "done"
DROPPED = "dropped"
AGREEMENT_STATUSES = (TO_DO, DONE, DROPPED)

# What a department proposes about its list, and what became of it.
ADD = "add"
CORRECT = "correct"
REMOVE = "remove"
NOT_WANTED = "not_wanted"
PROPOSAL_KINDS = (ADD, CORRECT, REMOVE, NOT_WANTED)
PROPOSED = "proposed"
ACCEPTED = "accepted"
REFUSED = "refused"
WITHDRAWN = "withdrawn"

# Why a row under the header is no record.
BLANK = "blank"
REPEATED_HEADER = "repeated_header"
TOTAL = "total"
NOTE = "note"
DUPLICATE = "duplicate"
SKIP_REASONS = (BLANK, REPEATED_HEADER, TOTAL, NOTE, DUPLICATE)
