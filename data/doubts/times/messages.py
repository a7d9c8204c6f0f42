"""What is asked and told of days and periods."""

from __future__ import annotations

from texts import sentence

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
ENDS_IN_LATER_YEAR = sentence(
    "ends_in_later_year",
    "By “{column}” the use of {n} row ends in a later year; it counts in the year it begins in.",
    "By “{column}” the use of {n} rows ends in a later year; it counts in the year it begins in.",
)
MONTH_FIRST_BY_SIGN = sentence(
    "month_first_by_sign",
    "Under “{column}” dates such as {value} were read month first: they are written another way.",
)
OTHER_YEAR = sentence(
    "other_year", "“{column}” tells of another year than the date of this row. Mend one of the two."
)
