"""Columns that are not read though they might have been: another was read in their place."""

from __future__ import annotations

import datetime as dt
import re

from data import columns as c
from data.cells.column_names import column_letters
from data.cells.counts import names_number_of_uses
from data.cells.hours_heading import tells_hours
from data.cells.keys import plain_words
from data.cells.labels import Label, total_label
from data.cells.predicates import is_blank, is_number
from data.doubts.columns import messages
from data.doubts.looked_at import LookedAt
from data.doubts.measures import hours_beside
from data.doubts.money.messages import COLUMN_LEFT
from data.doubts.names.figure_words import is_of_a_figure
from data.values.found_table import CROSSTAB, LIST, Heading
from data.values.layouts import USES
from data.values.questions import BUDGET_VERSION, WIDE_BUDGET_VERSION

_MEASURES = re.compile(
    r"\b(\w{0,30}uren|uur|\w{0,9}tijd|tijdstip|duur|inzet|fte|\w{0,30}bedrag|\w{0,30}kosten"
    r"|begro\w+|realisatie|lasten|hours|cost|amount|effort|dagen|dagdelen|minuten|weken|deelnemers"
    r"|participants|keer|factor|weging|wegingsfactor|aantal|offerte|gepland|planned|kwartieren"
    r"|\w{0,30}dagen|stunden|std|dauer|sessies|strippen|credits|punten|waarde|omvang|volume"
    r"|hoeveelheid|totaal|som|value|quantity|total|score|maanden|aandeel|percentage|pct"
    r"|verdeling|verdeelsleutel|deel|correctie|vermenigvuldigen|korting|share|percent|anteil)\b"
)


def look(found: LookedAt) -> None:
    """Tell which column stood back for which."""
    asked = any(map(found.questions.was_asked, (BUDGET_VERSION, WIDE_BUDGET_VERSION)))
    added = hours_beside.twins(found) if found.questions.was_asked(hours_beside.CODE) else []
    for heading in found.unread():
        if heading in added:
            continue
        taken = next((h for h in found.headings() if h.column == heading.rival), None)
        if heading.rival == c.BUDGETED and asked:
            continue
        if heading.rival and taken and taken.text != heading.text:
            hidden = found.number_of(heading.position) in found.sheet.marks.hidden_columns
            told = messages.COLUMN_HIDDEN_UNREAD if hidden else COLUMN_LEFT
            found.remark(told(column=heading.text, other=taken.text))
        elif _is_measure(found, heading):
            found.remark(messages.COLUMN_OF_MEASURES_UNREAD(column=heading.text))
        elif _stands_beside_names(found, heading):
            found.remark(messages.COLUMN_BESIDE_NAMES(column=heading.text))
        elif _holds_dates(found, heading) or _is_day_of_month(found, heading):
            found.remark(messages.COLUMN_OF_DATES_UNREAD(column=heading.text))
    _tell_nameless(found)


def _tell_nameless(found: LookedAt) -> None:
    """Tell of columns without a heading in which most rows have a value: nobody can read them."""
    if found.table.layout != LIST or found.table.format:
        return
    named = {h.position for h in found.table.headings if h.text or h.column}
    rows = found.candidates.rows
    most = []
    for place in sorted(set(range(max(named, default=0) + 2)) - named):
        filled = sum(len(row) > place and not is_blank(row[place]) for row in rows)
        if filled > 1 and 2 * filled > len(rows):
            most.append(place)
    if most:
        letters = [column_letters(found.number_of(place)) for place in most]
        found.remark(messages.COLUMNS_WITHOUT_HEADING(columns=letters))


def _is_day_of_month(found: LookedAt, heading: Heading) -> bool:
    """Whether a day stands beside a month and a year that are read: the rows have only a month."""
    named = plain_words(heading.text) in ("dag", "dagnummer", "day", "dd")
    return named and len(found.headings(c.YEAR, c.MONTH)) > 1


def _holds_dates(found: LookedAt, heading: Heading) -> bool:
    """Whether most cells of a list of use are days: another date may have been meant."""
    if found.table.layout != LIST or found.table.format or found.table.kind != c.USAGE:
        return False
    cells = found.filled(heading)
    days = sum(isinstance(cell, dt.date) for cell in cells)
    return bool(cells) and 2 * days > len(cells)


def _is_measure(found: LookedAt, heading: Heading) -> bool:
    """Whether a reader would expect that the numbers of this column are read."""
    if found.table.layout != LIST or found.table.format or found.table.kind != c.USAGE:
        return False
    if names_number_of_uses(heading.text):
        return False  # cleaning tells of it, where its numbers matter
    return speaks_of_measure(heading) and bool(found.filled(heading))


def _stands_beside_names(found: LookedAt, heading: Heading) -> bool:
    """Whether a column of a crosstab holds another figure than those under the names.

    A total of what is read needs no word; `Totaal uren` beside numbers of uses does.
    """
    if found.table.layout != CROSSTAB or found.table.kind != c.USAGE:
        return False
    total = total_label(heading.text) is not Label.NONE
    other = total and found.candidates.heading(USES) and tells_hours(heading.text)
    told = other if total else speaks_of_measure(heading) or is_of_a_figure(heading.text)
    return bool(told) and any(map(is_number, found.filled(heading)))


def speaks_of_measure(heading: Heading) -> bool:
    """Whether a heading has a word for hours, people or money."""
    return "%" in heading.text or bool(_MEASURES.search(plain_words(heading.text)))
