"""Columns of a budget that are not read: what each is, and which budget of two counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import columns as c
from data.cells.amount_kinds import is_of_another_year
from data.cells.budget_versions import (
    ORIGINAL,
    REVISED,
    is_other_version,
    tells_changes,
    version_in,
)
from data.cells.cumulative import tells_cumulative
from data.cells.figures import has_digit
from data.cells.money import FINE, fine_amounts
from data.cells.months import ANY_MONTH
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import CROSSTAB, LIST, Heading
from data.values.questions import BUDGET_VERSION, WIDE_BUDGET_VERSION
from texts import Sentence

_MONEY = re.compile(
    r"\b(baten|opbrengst\w*|inkomsten|ontvangsten|prognose\w*|forecast|lasten|kosten|bedrag\w*"
    r"|uitgaven|income|revenue|subsidie\w*|bijdrage\w*|korting\w*|bezuiniging\w*|taakstelling\w*)\b|€",
    re.I,
)
_MEANINGS: Sequence[tuple[re.Pattern[str], Sentence]] = (
    (re.compile(r"%|\bperc|\bprocent", re.I), messages.COLUMNS_WORKED_OUT),
    (
        re.compile(
            r"\b(restant\w*|saldo|verschil\w*|beschikba\w+|ruimte|vrij\w*|nog te \w+|rest|over"
            r"|remain\w*|available|balance)\b",
            re.I,
        ),
        messages.COLUMNS_WORKED_OUT,
    ),
)
_BUDGET_ALONE = re.compile(r"^\W*(begroting|begroot|budget|raming)\W*$", re.I)
_LINE = (c.YEAR, c.DESCRIPTION, c.ACCOUNT, c.COST_CENTRE, c.DEPARTMENT, c.THEME, c.SUPPLIER)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_A_PERIOD = re.compile(
    rf"^\W*(q[1-4]|[1-4]e? ?kwartaal|kwartaal ?[1-4]|p(eriode)? ?\d\d?|{ANY_MONTH})\b", re.I
)


def look(found: LookedAt) -> None:
    """Ask which budget counts; tell what the other columns of amounts are."""
    if found.table.kind != c.BUDGET or found.table.format:
        return
    if not _choose_budget(found):
        _add_changes(found)
    _choose_version(found)
    told: dict[str, tuple[Sentence, list[str]]] = {}
    revised = any(version_in(heading.text) == REVISED for heading in found.table.headings)
    for heading in found.unread():
        meaning = meaning_of(heading.text) or _other_amounts(heading.text)
        if meaning is messages.COLUMNS_OF_CHANGES and not revised:
            continue  # the question names them
        if meaning and any(map(has_digit, found.filled(heading))):
            told.setdefault(meaning.code, (meaning, []))[1].append(heading.text)
    for meaning, names in told.values():
        found.remark(meaning(columns=names))


def _choose_version(found: LookedAt) -> None:
    """Ask which budget counts where a column says that it stands there twice, or more often."""
    for heading in found.headings(c.BUDGET_KIND):
        cells = [cell_text(cell) for cell in found.values(heading)]
        said = {text: version_in(text) for text in set(cells)}
        revised = [row for row, text in enumerate(cells) if said[text] == REVISED]
        original = [row for row, text in enumerate(cells) if said[text] == ORIGINAL]
        later = _stands_in_rows(found, cells) or revised
        original = original or [n for n, text in enumerate(cells) if _BUDGET_ALONE.match(text)]
        if not original or not later:
            continue
        newest = [row for row in later if cells[row] == cells[later[-1]]]
        first, last = shorten(cells[original[0]]), shorten(cells[newest[0]])
        question = messages.WHICH_BUDGET(original=first, revised=last)
        every = sorted({*original, *later})
        answer = found.questions.ask(BUDGET_VERSION, question, len(every), (REVISED, ORIGINAL))
        kept = {REVISED: newest, ORIGINAL: original}.get(answer or "", [])
        left = [row for row in every if row not in kept]
        found.reject(left, messages.OTHER_BUDGET(original=first, revised=last), heading)


def _stands_in_rows(found: LookedAt, kinds: Sequence[str]) -> list[int]:
    """The rows of changes whose amounts are the budget as it stands since, line by line."""
    changes = [row for row, text in enumerate(kinds) if tells_changes(text)]
    amounts = found.headings(c.AMOUNT, c.BUDGETED)
    if not changes or not amounts:
        return []
    told = [found.values(heading) for heading in found.headings(*_LINE)]
    lines = [tuple(cell_text(cells[row]) for cells in told) for row in range(len(kinds))]
    numbers = fine_amounts(found.values(amounts[0]))
    first = {lines[row]: numbers[row] for row in reversed(range(len(kinds))) if row not in changes}
    before = [first.get(lines[row], 0) for row in changes]
    return changes if _are_stands(before, [numbers[row] for row in changes]) else []


def meaning_of(heading: str) -> Sentence | None:
    """What a column of amounts is that needs no reading; None for another one."""
    if version_in(heading) == REVISED:
        return None
    if tells_cumulative(heading):
        return messages.COLUMNS_CUMULATIVE
    if is_of_another_year(heading):
        return messages.YEAR_BEFORE
    if tells_changes(heading):
        return messages.COLUMNS_OF_CHANGES
    return next((said for words, said in _MEANINGS if words.search(heading)), None)


def tells_part_of_year(heading: str) -> bool:
    """Whether a heading begins with a quarter or a month."""
    return bool(_OF_A_PERIOD.search(heading))


def _other_amounts(heading: str) -> Sentence | None:
    """What a column of money is that nothing else explains."""
    of_money = _MONEY.search(heading) or tells_part_of_year(heading)
    return messages.COLUMNS_OF_MONEY_UNREAD if of_money else None


def _choose_budget(found: LookedAt) -> bool:
    """Ask which of two columns counts; whether there are two."""
    pairs = [
        (read, other)
        for read in found.headings(c.BUDGETED)
        for other in found.unread()
        if is_other_version(other.text, read.text)
    ]
    if not pairs:
        return False
    read, other = pairs[-1] if version_in(pairs[-1][1].text) == REVISED else pairs[0]
    _ask_version(found, read, other)
    return True


def _ask_version(found: LookedAt, read: Heading, other: Heading) -> None:
    if found.table.layout == CROSSTAB:
        found.remark(messages.COLUMN_LEFT(column=other.text, other=read.text))
        return
    later = version_in(read.text) != REVISED
    original, revised = (read, other) if later else (other, read)
    question = messages.WHICH_BUDGET(original=original.text, revised=revised.text)
    rows, code = len(found.candidates), WIDE_BUDGET_VERSION
    if found.table.layout == LIST:
        code = BUDGET_VERSION
    answer = found.questions.ask(code, question, rows, (REVISED, ORIGINAL))
    found.read_instead(read, {ORIGINAL: original, REVISED: revised}.get(answer or "", read))


def _add_changes(found: LookedAt) -> None:
    """Ask whether the changes count where no column says what the budget is after them."""
    if found.table.layout == CROSSTAB:
        return
    changes = [
        heading for heading in found.unread()
        if tells_changes(heading.text)
        if any(map(has_digit, found.filled(heading)))
    ]  # fmt: skip
    for read in found.headings(c.BUDGETED):
        own = [x for x in changes if {*_YEAR.findall(x.text)} <= {*_YEAR.findall(read.text)}]
        own = changes if found.table.layout == LIST else own
        if not own or version_in(read.text) == REVISED:
            continue
        columns = [fine_amounts(found.values(heading)) for heading in (read, *own)]
        if _are_stands(columns[0], columns[-1]):
            _ask_version(found, read, own[-1])
            continue
        names = [heading.text for heading in own]
        question = messages.CHANGES_APART(original=read.text, columns=names)
        rows = len(found.candidates)
        if found.questions.ask(BUDGET_VERSION, question, rows, (REVISED, ORIGINAL)) == REVISED:
            sums = [sum(amounts) / (100 * FINE) for amounts in zip(*columns, strict=True)]
            found.change(read, dict(enumerate(sums)))


def _are_stands(before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether amounts are the budget as it stands after a change: most are near those before it."""
    both = [(old, new) for old, new in zip(before, after, strict=True) if old and new]
    return 2 * sum(2 * new >= old if old > 0 else 2 * new <= old for old, new in both) > len(both)
