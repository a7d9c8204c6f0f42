"""Numbers under a word for money that may name a budget or a project: `Budget` over 6170101."""

from __future__ import annotations

from data import columns as c
from data.cells.amount_kinds import kinds_named_in
from data.cells.figures import has_digit
from data.cells.predicates import is_blank
from data.cells.serial_numbers import are_serial_numbers, may_be_serial_numbers
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST, Heading
from data.values.questions import COUNT, LEAVE_OUT


def look(found: LookedAt) -> None:
    """Ask whether such numbers are amounts; those that are none are not read."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST or found.table.format:
        return
    _tell(found)
    for heading in found.headings(c.AMOUNT, *c.BUDGET_KINDS):
        cells = found.values(heading)
        if not may_be_serial_numbers(set(cells)):
            continue
        rows = [row for row, cell in enumerate(cells) if not is_blank(cell)]
        value = cell_text(cells[rows[0]])
        question = messages.NUMBERS_OR_AMOUNTS(column=heading.text, value=value)
        code, reason = f"serial_numbers:{heading.column}", messages.MAY_BE_NUMBER()
        if found.choose(code, question, rows, (LEAVE_OUT, COUNT), reason, heading) == LEAVE_OUT:
            _read_instead(found, heading)


def _read_instead(found: LookedAt, heading: Heading) -> None:
    """Read another column of the same kind of amount, or none."""
    same = {heading.column} & {*c.BUDGET_KINDS}
    named = (h for h in found.unread() if same and kinds_named_in([h.text]) == same)
    other = next((h for h in named if any(map(has_digit, found.filled(h)))), None)
    cells = found.values(other) if other else [""] * len(found.candidates)
    found.change(heading, dict(enumerate(cells)))


def _tell(found: LookedAt) -> None:
    """Tell which columns have a word for money and hold numbers that are certainly no amounts."""
    named = [heading for heading in found.unread() if kinds_named_in([heading.text])]
    left = [h.text for h in named if are_serial_numbers(set(found.filled(h)))]
    if left:
        found.remark(messages.NUMBERS_LEFT(columns=left))
