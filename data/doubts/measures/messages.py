"""What is asked and told of hours and of numbers of uses."""

from __future__ import annotations

from texts import sentence

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
MAY_BE_UP_TO_EACH = sentence(
    "may_be_up_to_each",
    "These amounts may hold those of the periods before them: say whether each stands for itself.",
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
HOURS_OR_MINUTES = sentence(
    "hours_or_minutes",
    "Under “{column}” stand numbers such as {value}. Are those minutes, or hours?",
)
MAY_BE_MINUTES = sentence(
    "may_be_minutes", "This number may count minutes or hours. Say which of the two it is."
)
PART_OF_A_DAY = sentence(
    "part_of_a_day",
    "Under “{column}” stand numbers such as {value}. Is that a part of a day, so {time}, or hours?",
)
MAY_BE_PART_OF_A_DAY = sentence(
    "may_be_part_of_a_day",
    "This number may be a part of a day, as Excel keeps {time}. Say whether it is, or hours.",
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
