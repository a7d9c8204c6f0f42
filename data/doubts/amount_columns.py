"""Columns of a budget that are not read: what each is, and which budget of two counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import columns as c
from data.cells.amount_kinds import is_of_another_year
from data.cells.budget_versions import ORIGINAL, REVISED, is_other_version, version_in
from data.cells.cumulative import tells_cumulative
from data.cells.figures import has_digit
from data.cells.money import FINE, fine_amounts
from data.cells.months import ANY_MONTH
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB, LIST, Heading
from data.values.questions import BUDGET_VERSION, WIDE_BUDGET_VERSION
from texts import Sentence

_MONEY = re.compile(
    r"\b(baten|opbrengst\w*|inkomsten|ontvangsten|prognose\w*|forecast|lasten|kosten|bedrag\w*"
    r"|uitgaven|income|revenue|subsidie\w*|bijdrage\w*|korting\w*|bezuiniging\w*|taakstelling\w*)\b|€",
    re.I,
)
_CHANGES = re.compile(r"wijziging|^\W*mutaties?\b", re.I)
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
    (_CHANGES, messages.COLUMNS_OF_CHANGES),
)
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
    for heading in found.unread():
        meaning = meaning_of(heading.text) or _other_amounts(heading.text)
        if meaning and any(map(has_digit, found.filled(heading))):
            told.setdefault(meaning.code, (meaning, []))[1].append(heading.text)
    for meaning, names in told.values():
        found.remark(meaning(columns=names))


def _choose_version(found: LookedAt) -> None:
    """Ask which budget counts where a column says that it stands there twice."""
    for heading in found.headings(c.BUDGET_KIND):
        cells = [cell_text(cell) for cell in found.values(heading)]
        original = [row for row, text in enumerate(cells) if version_in(text) == ORIGINAL]
        revised = [row for row, text in enumerate(cells) if version_in(text) == REVISED]
        if not original or not revised:
            continue
        first, last = shorten(cells[original[0]]), shorten(cells[revised[0]])
        question = messages.WHICH_BUDGET(original=first, revised=last)
        rows = len(original) + len(revised)
        answer = found.questions.ask(BUDGET_VERSION, question, rows, (REVISED, ORIGINAL))
        left = {REVISED: original, ORIGINAL: revised}.get(answer or "", [*original, *revised])
        found.reject(left, messages.OTHER_BUDGET(original=first, revised=last), heading)


def meaning_of(heading: str) -> Sentence | None:
    """What a column of amounts is that needs no reading; None for another one."""
    if version_in(heading) == REVISED:
        return None
    if tells_cumulative(heading):
        return messages.COLUMNS_CUMULATIVE
    if is_of_another_year(heading):
        return messages.YEAR_BEFORE
    return next((said for words, said in _MEANINGS if words.search(heading)), None)


def _other_amounts(heading: str) -> Sentence | None:
    """What a column of money is that nothing else explains."""
    of_money = _MONEY.search(heading) or _OF_A_PERIOD.search(heading)
    return messages.COLUMNS_OF_MONEY_UNREAD if of_money else None


def _choose_budget(found: LookedAt) -> bool:
    """Ask which of two columns counts; whether there are two."""
    pairs = (
        (read, other)
        for read in found.headings(c.BUDGETED)
        for other in found.unread()
        if is_other_version(other.text, read.text)
    )
    read, other = next(pairs, (None, None))
    if read is None or other is None:
        return False
    if found.table.layout == CROSSTAB:
        found.remark(messages.COLUMN_LEFT(column=other.text, other=read.text))
        return True
    later = version_in(other.text) == REVISED
    original, revised = (read, other) if later else (other, read)
    question = messages.WHICH_BUDGET(original=original.text, revised=revised.text)
    rows, code = len(found.candidates), WIDE_BUDGET_VERSION
    if found.table.layout == LIST:
        code = BUDGET_VERSION
    answer = found.questions.ask(code, question, rows, (REVISED, ORIGINAL))
    _read_instead(found, read, {ORIGINAL: original, REVISED: revised}.get(answer or "", read))
    return True


def _add_changes(found: LookedAt) -> None:
    """Ask whether the changes count where no column says what the budget is after them."""
    changes = [
        heading for heading in found.unread()
        if _CHANGES.search(heading.text) and not version_in(heading.text)
        if any(map(has_digit, found.filled(heading)))
    ]  # fmt: skip
    for read in found.headings(c.BUDGETED):
        if not changes or found.table.layout != LIST or version_in(read.text) == REVISED:
            return
        names = [heading.text for heading in changes]
        question = messages.CHANGES_APART(original=read.text, columns=names)
        rows = len(found.candidates)
        if found.questions.ask(BUDGET_VERSION, question, rows, (REVISED, ORIGINAL)) != REVISED:
            return
        columns = [fine_amounts(found.values(heading)) for heading in (read, *changes)]
        sums = [sum(amounts) / (100 * FINE) for amounts in zip(*columns, strict=True)]
        found.change(read, dict(enumerate(sums)))


def _read_instead(found: LookedAt, read: Heading, chosen: Heading) -> None:
    if chosen is not read:
        found.change(read, dict(enumerate(found.values(chosen))))
