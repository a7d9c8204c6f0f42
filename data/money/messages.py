"""What can be wrong with a figure that somebody types, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FIGURE_OUT_OF_RANGE = sentence(
    "figure_out_of_range",
    "“{value}” cannot be right here. Check the number.",
)
FIGURE_UNREADABLE = sentence(
    "figure_unreadable",
    "“{value}” is not a number. Fill in a number, for example 0,13.",
)
FIGURE_DATE_NOT_FULL = sentence(
    "figure_date_not_full",
    "“{value}” is no full date. Fill in day, month and year.",
)
TEXT_TOO_LONG = sentence("text_too_long", "This text is too long. Use at most {n} characters.")
