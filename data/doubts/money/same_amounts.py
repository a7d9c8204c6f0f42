"""Two columns of the same kind of amount for the same year: parts of one amount, or one of two."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.amount_kinds import kinds_named_in
from data.cells.budget_versions import is_other_version
from data.cells.cumulative import stands_at_a_day
from data.cells.figures import has_digit
from data.cells.keys import plain_words
from data.cells.money import FINE, fine_amounts
from data.cells.months import ANY_MONTH
from data.cells.serial_numbers import are_serial_numbers
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.doubts.money.amount_columns import meaning_of, tells_part_of_year
from data.values.found_table import CROSSTAB, LIST, Heading
from data.values.questions import COUNT, LEAVE_OUT

TOGETHER, FIRST_ALONE, SECOND_ALONE = "together", "first_alone", "second_alone"
_FEWEST = 3
_THOUSAND, _MOST_PERCENT = 1_000 * 100 * FINE, 150 * 100 * FINE

_OF_PART = re.compile(
    rf"\b(q[1-4]|[1-4]e? ?kw\w*|kw\w* ?[1-4]|p(eriode)? ?\d\d?|{ANY_MONTH})\b", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTS = re.compile(r"\b(structure\w+|inciden\w+)\b", re.I)
_OF_OTHER_THINGS = re.compile(
    r"\b(per|inwoner\w*|uren|uur|fte|aantal|index|nr|nummer|code|toename|afname|meer|minder"
    r"|lasten|baten|saldo|resultaat|verschil|restant|in(cl|kl)\w*|ex(cl|kl)\w*|btw|tot)\b",
    re.I,
)


def look(found: LookedAt) -> None:
    """Ask whether such columns count together; one of them was read without a word."""
    if found.table.kind != c.BUDGET or found.table.layout == CROSSTAB or found.table.format:
        return
    for read in found.headings(*c.BUDGET_KINDS):
        other = next((h for h in found.unread() if _is_beside(found, h, read)), None)
        if other:
            _ask(found, read, other)
    _ask_shares(found)


def _is_beside(found: LookedAt, heading: Heading, read: Heading) -> bool:
    """Whether a column that is not read may be of the same money as one that is."""
    if kinds_named_in([heading.text]) != {read.column} or is_other_version(heading.text, read.text):
        return False
    if {*_YEAR.findall(heading.text)} != {*_YEAR.findall(read.text)} or meaning_of(heading.text):
        return False
    if stands_at_a_day(heading.text) or tells_part_of_year(heading.text):
        return False
    twice = plain_words(heading.text) == plain_words(read.text)
    if _OF_PART.search(read.text) and not twice:
        return False  # a year beside its quarters
    same = twice or _PARTS.search(heading.text)
    if (found.table.layout == LIST and not same) or _OF_OTHER_THINGS.search(heading.text):
        return False
    cells = found.filled(heading)
    return any(map(has_digit, cells)) and not are_serial_numbers(set(cells))


def _ask(found: LookedAt, read: Heading, other: Heading) -> None:
    rows = [
        row for row in range(len(found.candidates))
        if read.position in found.candidates.places_on_sheet(row)
    ]  # fmt: skip
    question = messages.AMOUNTS_TWICE(first=read.text, second=other.text)
    code, choices = f"amounts_twice:{read.position}", (TOGETHER, FIRST_ALONE, SECOND_ALONE)
    answer = found.choose(code, question, rows, choices, messages.MAY_BE_TWICE(), read)
    if answer == SECOND_ALONE:
        found.read_instead(read, other)
    if answer == TOGETHER:
        both = (fine_amounts(found.values(heading)) for heading in (read, other))
        sums = [sum(pair) / (100 * FINE) for pair in zip(*both, strict=True)]
        found.change(read, dict(enumerate(sums)))


def _ask_shares(found: LookedAt) -> None:
    """Ask about amounts that are no more than 150 beside budgets of thousands: shares, perhaps."""
    budget, spent = found.headings(c.BUDGETED), found.headings(c.ACTUAL)
    if found.table.layout != LIST or not budget or not spent:
        return
    planned, used = (fine_amounts(found.values(x[0])) for x in (budget, spent))
    both = [(old, new) for old, new in zip(planned, used, strict=True) if old and new]
    small = all(old >= _THOUSAND and 0 < new <= _MOST_PERCENT for old, new in both)
    if len(both) < _FEWEST or not small:
        return
    rows = [row for row, amount in enumerate(used) if amount]
    question = messages.SHARES_OR_AMOUNTS(column=spent[0].text)
    code, reason = f"shares:{c.ACTUAL}", messages.MAY_BE_SHARE()
    if found.choose(code, question, rows, (LEAVE_OUT, COUNT), reason, spent[0]) == LEAVE_OUT:
        found.change(spent[0], dict.fromkeys(range(len(used)), ""))
