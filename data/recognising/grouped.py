"""Grouped lists: the department, the theme or the period on a line of its own above its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit, is_year
from data.cells.keys import plain_words
from data.cells.labels import Label, starts_as_note, total_label
from data.cells.predicates import heading_text, is_blank, is_text
from data.recognising.assignment import Assignment
from data.recognising.axis import declared_names, split_period
from data.recognising.header_row import HeadingsFound, assigned_at, rows_with_headings, table_of
from data.recognising.matching import KNOWN, WEAK_TIER, columns_for
from data.recognising.name_evidence import may_be
from data.recognising.table_context import TableContext, speaks_of_use
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.layouts import GroupedList, StatedPeriod

_NAMES = (c.DEPARTMENT, c.THEME)
_PERIOD = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)
_HEADINGS = {
    c.DEPARTMENT: "Afdeling", c.THEME: "Thema", c.DATE: "Datum", c.YEAR: "Jaar",
    c.QUARTER: "Kwartaal", c.MONTH: "Maand",
}  # fmt: skip
_CAPTION = re.compile(r"^\s*([^:]{2,30}):\s*(\S.*)$")
_OF_SEVERAL = ("afdelingen", "departments", "teams")  # whose list it is, is not said then
_COUNTED = re.compile(r"\s*\(\d+\)\s*$")  # how many rows there are under a line: `Sport (3)`
_LONGEST_LINE = 80
_LINES_LOOKED_AT = 200
_MOST_WORDS = 8
_PLAIN = ""  # a line that does not say what it is


def find_grouped(sheet: Sheet, said: Said | None = None) -> GroupedList | None:
    """The grouped list on a sheet, or None when nothing is one with certainty."""
    said = said or Said()
    for kind in (said.kind,) if said.kind else c.KINDS:
        for index in rows_with_headings(sheet, said):
            found = assigned_at(sheet, index, kind, said)
            found = _without_told(sheet, found) if found else None
            if found and _may_lack(found.assignment):
                grouped = _read_lines(sheet, found, said)
                if grouped:
                    return grouped
    return None


def has_captions(sheet: Sheet, table: Table) -> bool:
    """Whether lines such as `Thema: Wonen` stand below the headings of a list."""
    first = table.header_row - sheet.first_row + 1
    below = (row for row in sheet.rows[first : first + _LINES_LOOKED_AT] if _is_line(row))
    captions = (_CAPTION.match(str(next(x for x in row if not is_blank(x)))) for row in below)
    return any(caption and _column_of(caption[1]) in _NAMES for caption in captions)


def _without_told(sheet: Sheet, found: HeadingsFound) -> HeadingsFound:
    """The headings without a department or theme on weak grounds that lines say in so many words.

    What stood under such a heading is the subject.
    """
    captions = (
        _CAPTION.match(heading_text(next(cell for cell in sheet.rows[index] if not is_blank(cell))))
        for index in _lines_below(sheet, found)
    )
    told = {_column_of(caption[1]) for caption in captions if caption}
    taken = {
        place: replace(x, column=c.SUBJECT) if x.column in told and x.match.tier == WEAK_TIER else x
        for place, x in found.assignment.taken.items()
    }
    return replace(found, assignment=replace(found.assignment, taken=taken))


def _may_lack(assignment: Assignment) -> bool:
    """Whether what is missing may stand above the rows, and enough is there to be a record."""
    there = assignment.columns
    if assignment.kind == c.BUDGET:
        told = bool(there & {c.BUDGETED, c.ACTUAL, c.COMMITMENT})
        return told and assignment.missing == [(c.YEAR, c.DATE)]
    measured = bool(there & {c.HOURS, c.PARTICIPANTS, c.FORM, c.CHANNEL, c.SUBJECT})
    return 1 <= len(assignment.missing) <= 2 and len(there) >= 2 and measured


def _read_lines(sheet: Sheet, found: HeadingsFound, said: Said) -> GroupedList | None:
    missing = {x for group in found.assignment.missing for x in group}
    wanted = missing | set(_PERIOD) if c.YEAR in missing else missing
    around = TableContext.of(sheet, found.first, said.file)
    below = _lines_below(sheet, found)
    told = {index: _told_by(sheet.rows[index], wanted) for index in below}
    told |= _told_above(sheet, found, wanted, below)
    plain = [x[_PLAIN] for x in told.values() if _PLAIN in x]
    named = _meaning_of_plain(plain, missing, said)
    told = {index: _with_meaning(x, named) for index, x in sorted(told.items())}
    told = {index: x for index, x in told.items() if x}
    columns = sorted({column for x in told.values() for column in x}, key=_order)
    stated = None
    if c.YEAR in missing and not set(columns) & {c.YEAR, c.DATE}:
        stated = around.period() if _may_be_stated(found, around) else None
        columns += [x for x in (stated.parts if stated else ()) if x not in columns]
    own = ""
    if c.DEPARTMENT in missing and c.DEPARTMENT not in columns:
        own = said.department or department_around(around, said) or said.names.only
        columns = [c.DEPARTMENT, *columns] if own else columns
    if not all(set(columns) & set(group) for group in found.assignment.missing):
        return None
    filled = _filled(sheet, table_of(sheet, found, said), found, told, columns, stated, own)
    return replace(filled, department=own) if filled else None


def department_around(around: TableContext, said: Said) -> str:
    """The department whose list it is: `Afdeling: Vastgoed` above it, or a name that is known."""
    known = said.names.known.get(c.DEPARTMENT, ())
    for text in (*around.texts, around.sheet):
        caption = _CAPTION.match(text)
        if caption and _column_of(caption[1]) == c.DEPARTMENT:
            return "" if plain_words(caption[1]) in _OF_SEVERAL else caption[2].strip()
        first, _, rest = text.strip().partition(" ")
        if rest and declared_names(first) == c.DEPARTMENT and len(rest.split()) <= _MOST_WORDS:
            return rest.strip()
        if plain_words(text) in known:
            return text.strip()
    return ""


def _may_be_stated(found: HeadingsFound, around: TableContext) -> bool:
    """Whether a title may give the period: that of a budget, or of what surely is use."""
    measured = found.assignment.columns & {c.HOURS, c.PARTICIPANTS}
    return found.assignment.kind == c.BUDGET or bool(measured) or around.is_of_use


def _order(column: str) -> int:
    return (*_NAMES, *_PERIOD).index(column)


def _lines_below(sheet: Sheet, found: HeadingsFound) -> list[int]:
    """The rows under the headings with one text or year only, that have rows under them."""
    lines: list[int] = []
    waiting: list[int] = []
    for index in range(found.last + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if all(map(is_blank, row)):
            continue
        if _is_line(row):
            waiting.append(index)
        else:
            lines += waiting
            waiting = []
    return lines


def _told_above(
    sheet: Sheet, found: HeadingsFound, wanted: set[str], below: Sequence[int]
) -> dict[int, dict[str, str]]:
    """What lines right above the headings say, for the rows before the first line below them.

    What does not say what it is may be a title; it counts only when such lines come below, too.
    """
    rows = range(found.last + 1, len(sheet.rows))
    first = next((i for i in rows if not all(map(is_blank, sheet.rows[i]))), None)
    above = found.first - 1
    while above >= 0 and _is_line(sheet.rows[above]):
        above -= 1
    if first is None or first in below:
        return {}
    told = {i: _told_by(sheet.rows[i], wanted) for i in range(above + 1, found.first)}
    plain_below = any(_PLAIN in _told_by(sheet.rows[i], wanted) for i in below)
    return {
        index: {k: text for k, text in x.items() if k or (plain_below and index == found.first - 1)}
        for index, x in told.items()
    }


def _is_line(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    if len(filled) != 1:
        return False
    cell = filled[0]
    if not isinstance(cell, str):
        return is_year(cell)
    short = len(cell) <= _LONGEST_LINE and len(cell.split()) <= _MOST_WORDS
    plain = total_label(cell) is Label.NONE and not starts_as_note(cell)
    return is_text(cell) and short and plain and not cell.rstrip().endswith((":", "."))


def _told_by(row: Sequence[Cell], wanted: set[str]) -> dict[str, str]:
    """What a line says: column -> text; the empty column when it does not say what it is."""
    text = heading_text(next(cell for cell in row if not is_blank(cell)))
    text = _COUNTED.sub("", text)
    caption = _CAPTION.match(text)
    if caption:
        column = _column_of(caption[1])
        return {column: caption[2].strip()} if column in wanted else {}
    first, _, rest = text.partition(" ")
    if rest and (declared := declared_names(first)):
        named = rest.lstrip("-–—= ")
        return {declared: named} if named and declared in wanted else {}
    period, rest = split_period(text)
    told = {column: x for column, x in period.items() if column in wanted}
    if told and (not rest or speaks_of_use(rest)):
        return told
    plain = rest if told else text
    return told | ({} if has_digit(plain[:1]) else {_PLAIN: plain})


def _column_of(caption: str) -> str:
    found = columns_for((caption,), c.USAGE)
    good = [k for k, match in found.items() if match.tier == 0 and k in (*_NAMES, *_PERIOD)]
    return good[0] if good else ""


def _meaning_of_plain(plain: Sequence[str], missing: set[str], said: Said) -> str:
    """`department` or `theme` for lines that do not say so; empty when it is not certain."""
    names = list(dict.fromkeys(plain))
    possible = [name for name in _NAMES if name in missing]
    known = said.names.known_as(names) if names else ""
    if known:
        return known if known in possible else ""
    if len(possible) != 1:
        return ""
    return possible[0] if len(names) > 1 or may_be(names, possible[0]) else ""


def _with_meaning(told: Mapping[str, str], named: str) -> dict[str, str]:
    return {column or named: text for column, text in told.items() if column or named}


def _as_they_come(told: Mapping[int, Mapping[str, str]]) -> list[str]:
    """The columns of the lines, the outer before the inner: in order of first appearance."""
    return list(dict.fromkeys(column for index in sorted(told) for column in told[index]))


def _filled(
    sheet: Sheet,
    table: Table,
    found: HeadingsFound,
    told: Mapping[int, Mapping[str, str]],
    columns: Sequence[str],
    stated: StatedPeriod | None,
    department: str,
) -> GroupedList | None:
    """The list with the missing columns filled in; None when a row has nothing above it."""
    width = max(map(len, sheet.rows))
    rows = list(sheet.rows)
    now: dict[str, str] = dict(stated.parts) if stated else {}
    if department:
        now[c.DEPARTMENT] = department
    depths = {column: depth for depth, column in enumerate(_as_they_come(told))}
    for index in range(found.first):
        now |= told.get(index, {})
    for index in range(found.last + 1, len(rows)):
        if index in told:
            # A next year begins without the month of the last.
            depth = max(depths[column] for column in told[index])
            now = {k: text for k, text in now.items() if depths.get(k, -1) <= depth}
            now.update(told[index])
        elif sum(not is_blank(cell) for cell in rows[index]) > 1:
            if not any(column in now for column in columns):
                return None
            pad = [""] * (width - len(rows[index]))
            rows[index] = [*rows[index], *pad, *(now.get(column, "") for column in columns)]
    added = [
        Heading(width + place, _HEADINGS[column], column, KNOWN)
        for place, column in enumerate(columns)
    ]
    examples = {
        column: next((x[column] for x in told.values() if column in x), "") for column in columns
    }
    return GroupedList(
        replace(sheet, rows=rows),
        replace(table, headings=(*table.headings, *added)),
        frozenset(index for index in told if index > found.last),
        {column: text for column, text in examples.items() if text},
        stated,
    )
