"""What is said of a value that breaks the rule of its column, in sentences with a code."""

from __future__ import annotations

from texts import sentence

DATE_MISSING = sentence(
    "date_missing",
    "The date is missing. Fill in a date, for example 03-04-2019, or at least a year.",
)
DATE_TOO_EARLY = sentence(
    "date_too_early",
    "{value} is before {limit}, too early for a record. Check the year.",
)
DATE_IN_FUTURE = sentence(
    "date_in_future",
    "{value} lies in the future: the last possible date is {limit}. Fill in the day of the "
    "use itself.",
)
BUDGET_DATE_IN_FUTURE = sentence(
    "budget_date_in_future",
    "{value} lies too far in the future: the last possible date is {limit}. Check the year.",
)
DEPARTMENT_MISSING = sentence(
    "department_missing",
    "The department is missing. Fill in the name of the department.",
)
THEME_MISSING = sentence("theme_missing", "The theme is missing. Fill in the name of the theme.")
HOURS_NEGATIVE = sentence(
    "hours_negative",
    "{value} is less than zero. Fill in the number of hours without a minus sign.",
)
HOURS_TOO_MANY = sentence(
    "hours_too_many",
    "{value} is more than {limit} hours, too many for one record. Check the number, or split "
    "it over several records.",
)
PARTICIPANTS_NEGATIVE = sentence(
    "participants_negative",
    "{value} is less than zero. Fill in the number of participants without a minus sign.",
)
PARTICIPANTS_TOO_MANY = sentence(
    "participants_too_many",
    "{value} is more than {limit} participants, too many for one record. Check the number.",
)
AMOUNT_MISSING = sentence(
    "amount_missing",
    "There is no amount in this row. Fill in an amount, for example 1.234,50.",
)
VALUE_NOT_ALLOWED = sentence(
    "value_not_allowed",
    "“{value}” is not an allowed value here. Choose one of: {allowed}.",
)
FORM_UNKNOWN = sentence(
    "form_unknown",
    "“{value}” is not a form that we know. Choose one of: {allowed}.",
)
CHANNEL_UNKNOWN = sentence(
    "channel_unknown",
    "“{value}” is not a channel that we know. Fill in “direct” (by the department itself) or "
    "“netwerk” (through the G40).",
)
SHARE_UNKNOWN = sentence(
    "share_unknown",
    "“{value}” is not a share that we know. Fill in “algemeen” (the 40 %) or “maatwerk” (the "
    "60 %).",
)
AMOUNT_KIND_UNKNOWN = sentence(
    "amount_kind_unknown",
    "“{value}” is not a kind of amount that we know. Fill in “begroting”, “realisatie” or "
    "“verplichting”.",
)
