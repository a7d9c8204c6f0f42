"""How amounts were read, and what a person left out, in sentences with a code."""

from __future__ import annotations

from texts import sentence

AMOUNTS_IN_MILLIONS = sentence(
    "amounts_in_millions",
    "The amounts under “{column}” are in millions of euros; they are stored in euros.",
)
AMOUNTS_IN_THOUSANDS = sentence(
    "amounts_in_thousands",
    "The amounts under “{column}” are in thousands of euros (x € 1,000); they are stored in euros.",
)
AMOUNTS_FINER_THAN_CENT = sentence(
    "amounts_finer_than_cent",
    "Amounts under “{column}” that were finer than a cent: {n}. They were rounded to whole cents.",
)
LEFT_OUT = sentence("left_out", "Left out by you: the rows with “{value}”.")
LEFT_OUT_BY_ANSWER = sentence(
    "left_out_by_answer", "Left out by you, in your answer to a question."
)
