"""Hours in several columns, of which one is read: `Uren Jan` and `Uren Piet`, hours and minutes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.hours import HOUR, MINUTE, HoursUnit, parse_hours
from data.cells.hours_heading import scale_of_heading, tells_hours, unit_of_heading
from data.cells.keys import plain_words, word_set
from data.cells.predicates import is_blank
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.values.found_table import LIST, Heading

CODE = "hours_beside"
ADD, ALONE = "add", "alone"
_SAME_IN_OTHER_WORDS = re.compile(
    r"totaa?l|werkelijk|gerealiseerd|besteed|bestede|decima|uu|hh|mm|minu|dag|excl|incl|netto|bruto"
    r"|gemeente|gemiddeld|begroot|gepland|declar|afgerond|(?:19|20)\d\d|q\d|kwartaal|week|wk"
)
_OURS = word_set("eigen intern interne ambtelijk ambtelijke zelf onze ons wij")
Hours = Mapping[Cell, float]


def look(found: LookedAt) -> None:
    """Ask whether the hours of the other columns are to be added."""
    others = twins(found)
    if not others:
        return
    heading = found.headings(c.HOURS)[0]
    own, theirs = _hours(found, heading), [_hours(found, other) for other in others]
    totals = [sum(x for x in row if x) for row in zip(own, *theirs, strict=True)]
    rows = [row for row, total in enumerate(totals) if total != (own[row] or 0)]
    if not rows or _stand_there_already(own, theirs):
        return
    names = [other.text for other in others]
    question = messages.HOURS_BESIDE(column=heading.text, others=names, n=len(rows))
    reason = messages.MAY_LACK_HOURS(others=names)
    if found.choose(CODE, question, rows, (ADD, ALONE), reason, heading) == ADD:
        found.change(heading, {row: f"{totals[row]:g}".replace(".", ",") + " uur" for row in rows})


def twins(found: LookedAt) -> list[Heading]:
    """The columns of hours that are not read, and are called as the one that is."""
    taken = found.headings(c.HOURS)
    if not taken or found.table.layout != LIST or found.table.kind != c.USAGE:
        return []
    hidden = found.sheet.marks.hidden_columns
    return [
        heading
        for heading in found.unread()
        if heading.rival == c.HOURS
        and (_are_alike(taken[0].text, heading.text) or _is_rest_of(found, taken[0], heading))
        if found.number_of(heading.position) not in hidden
    ]


def _are_alike(one: str, other: str) -> bool:
    """Whether two headings speak of hours, and each has words of its own about whose."""
    first, second = set(plain_words(one).split()), set(plain_words(other).split())
    apart = (first - second, second - first)
    if not all(apart) or not tells_hours(" ".join(first & second)):
        return False
    if any(_SAME_IN_OTHER_WORDS.match(word) or word in _OURS for word in apart[0] | apart[1]):
        return False
    return all(unit_of_heading(x) == HOUR and scale_of_heading(x) == 1 for x in (one, other))


def _is_rest_of(found: LookedAt, hours: Heading, heading: Heading) -> bool:
    """Whether a column holds the minutes beside whole hours."""
    if (unit_of_heading(hours.text), unit_of_heading(heading.text)) != (HOUR, MINUTE):
        return False
    minutes = [hour * 60 for hour in _hours(found, heading) if hour is not None]
    whole = all(hour == int(hour) for hour in _hours(found, hours) if hour is not None)
    return whole and bool(minutes) and max(minutes) < 60


def _hours(found: LookedAt, heading: Heading) -> list[float | None]:
    column = found.column(heading)
    told = [cell for cell in column.distinct if not is_blank(cell)]
    unit = HoursUnit(unit_of_heading(heading.text))
    read = dict(zip(told, parse_hours(told, unit).hours, strict=True))
    values = [read.get(cell) for cell in column.cells]
    return [value if isinstance(value, float) else None for value in values]


def _stand_there_already(own: Sequence[float | None], theirs: list[list[float | None]]) -> bool:
    """Whether the column that is read adds up the others, or says the same as one of them."""
    rows = range(len(own))
    summed = all(own[row] == sum(other[row] or 0 for other in theirs) for row in rows)
    return summed or any(other == own for other in theirs)
