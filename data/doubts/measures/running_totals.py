"""A column whose numbers add up the rows above: `4`, `6,5`, `12,5` under a heading `Uren`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.dates import (
    PartialDate,
    PartOfYear,
    parse_dates,
    parse_months,
    parse_quarters,
)
from data.cells.keys import plain_words, word_set
from data.cells.money import Amount, parse_amounts
from data.cells.parsed_column import Column
from data.cells.predicates import is_blank
from data.cells.text import cell_text, shown_text
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.values.found_table import LIST, Heading
from texts import Figure

EACH_ITS_OWN, ADD_UP = "each_its_own", "add_up"
_FEWEST, _FEW, _SHOWN, _FEWEST_PERIODS = 4, 5, 3, 3
_MOST_PERIODS, _MOST_ROWS = 24, 5_000
_ANY_YEAR = 2000  # the months of one line are of one year
_PERIODS = word_set("maand mnd maandnummer kwartaal kw periode month quarter period")
_WHAT = (c.DESCRIPTION, c.ACCOUNT, c.DEPARTMENT, c.THEME, c.BUDGET_KIND)


class _Run(NamedTuple):
    """The rows of one series in the order of time, with their numbers."""

    rows: list[int]
    numbers: list[float]
    days: tuple[dt.date, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether the numbers only rise as far as sums do, or only fall as a balance does."""
        steps = np.diff(self.numbers)
        if (steps > 0).any() and (steps < 0).any():
            return False  # nearly every column, at once
        moved = steps[steps != 0].round(6).tolist()
        if len(moved) < max(_FEWEST - 1, 0.8 * len(steps)) or len(set(moved)) == 1:
            return False
        first, last = self.numbers[0], self.numbers[-1]
        if all(step > 0 for step in moved):
            return last >= first * len(self.numbers) / 2
        falls = all(step < 0 for step in moved)
        return falls and (last >= first / 2 or len(self.numbers) > _FEW)


def look(found: LookedAt) -> None:
    """Ask of such a column whether its numbers add up the rows above."""
    if found.table.layout != LIST or found.table.format:
        return
    measures = fields.measures()
    for heading in found.headings(*measures):
        runs = list(_runs(found, heading))
        long = [run for run in runs if len(run.rows) >= _FEWEST]
        running = bool(long) and all(run.is_running for run in long)
        runs = runs or _runs_of_names(found, heading)
        if running or (_are_of_periods(found, runs) and rise_as_sums([x.numbers for x in runs])):
            _ask(found, heading, runs)


def _are_of_periods(found: LookedAt, runs: Sequence[_Run]) -> bool:
    """Whether the lines of a budget stand there for the same periods; bookings have a day each."""
    same = len({run.days for run in runs}) == 1
    return same and (len(runs) > 1 or not found.headings(c.DATE))


def _runs_of_names(found: LookedAt, heading: Heading) -> list[_Run]:
    """The series of use of a department and theme, where few periods come back for each."""
    dated = found.headings(c.DATE, c.QUARTER, c.MONTH)
    few = all(len(found.column(h).distinct) <= _MOST_PERIODS for h in dated)
    if found.table.kind != c.USAGE or not few or len(found.candidates) > _MOST_ROWS:
        return []
    numbers = _numbers(found.column(heading))
    runs = []
    for rows in _by_line(found, np.flatnonzero(~np.isnan(numbers)).tolist()):
        days = _days(found, rows)
        if len(days) < _FEWEST_PERIODS:
            return []
        in_time = [row for _, row in sorted(zip(days, rows, strict=True))]
        runs.append(_Run(in_time, numbers[in_time].tolist(), tuple(sorted(days))))
    return runs if len(runs) > 1 else []


def rise_as_sums(lines: Sequence[Sequence[float]], least: int = _FEWEST - 1) -> bool:
    """Whether amounts per line in the order of periods read as amounts up to each of them.

    None ever falls, and those that rise (`least` times in all) do so as far as sums do; costs may
    have a minus.
    """
    rises = 0
    for line in lines:
        sign = -1 if max(line, default=0) <= 0 else 1
        numbers = [sign * number for number in line]
        steps = [round(later - earlier, 6) for earlier, later in pairwise(numbers)]
        if any(step < 0 for step in steps) or min(numbers, default=0) < 0:
            return False
        if numbers and numbers[-1] >= numbers[0] * len(numbers) / 2:
            rises += sum(step > 0 for step in steps)
    return rises >= least


def _runs(found: LookedAt, heading: Heading) -> Iterator[_Run]:
    """The series in a column, each long enough to tell; none when a cell is no number."""
    numbers = _numbers(found.column(heading))
    filled = np.flatnonzero(~np.isnan(numbers)).tolist()
    if len(filled) < _FEWEST:
        return
    for rows in _series(found, filled):
        run = _Run(rows, numbers[rows].tolist())
        if found.table.kind == c.USAGE and not run.is_running:
            return  # the only series: its days, which take long to read, make no difference
        days = _days(found, rows)
        if found.table.kind == c.BUDGET and len(days) >= _FEWEST_PERIODS:
            in_time = sorted(zip(days, rows, strict=True))
            rows, days = [row for _, row in in_time], [day for day, _ in in_time]
            yield _Run(rows, numbers[rows].tolist(), tuple(days))
        elif len(rows) >= _FEWEST and days and days == sorted(days):
            yield run


def _numbers(column: Column) -> np.ndarray:
    """The number of each row, not-a-number for a blank; of all rows when a cell is no number."""
    filled = [cell for cell in column.distinct if not is_blank(cell)]
    read = [x.cents / 100 if isinstance(x, Amount) else np.nan for x in parse_amounts(filled)]
    if np.isnan(read).any():
        return np.full(len(column.codes), np.nan)
    numbers = iter(read)
    of_cell = [np.nan if is_blank(cell) else next(numbers) for cell in column.distinct]
    return np.array(of_cell, float)[column.codes]


def _series(found: LookedAt, rows: Sequence[int]) -> list[list[int]]:
    """All rows of use; of a budget those of one line within a year."""
    return [list(rows)] if found.table.kind == c.USAGE else _by_line(found, rows)


def _by_line(found: LookedAt, rows: Sequence[int]) -> list[list[int]]:
    what = [found.values(heading) for heading in found.headings(*_WHAT, c.YEAR)]
    by_line: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        by_line.setdefault(tuple(cell_text(cells[row]) for cells in what), []).append(row)
    return list(by_line.values())


def _days(found: LookedAt, rows: Sequence[int]) -> list[dt.date]:
    """The moment of each row; none when one cannot be read or all are the same."""
    dated = next(iter(found.headings(c.DATE)), None)
    heading = dated or _of_months(found)
    if heading is None:
        return []
    cells = found.values(heading)
    read = {cell: _day(cell, dated=bool(dated)) for cell in {cells[row] for row in rows}}
    days = [read[cells[row]] for row in rows]
    told = [day for day in days if day]
    of_one_year = found.table.kind == c.USAGE or len({day.year for day in told}) == 1
    return told if len(told) == len(rows) and of_one_year and len(set(told)) > 1 else []


def _of_months(found: LookedAt) -> Heading | None:
    """The column of months or quarters, read or not."""
    named = (h for h in found.table.headings if plain_words(h.text) in _PERIODS)
    return next(named, None)


def _day(cell: Cell, *, dated: bool) -> dt.date | None:
    (day,) = parse_dates([cell]) if dated or isinstance(cell, dt.date) else (None,)
    if isinstance(day, PartialDate):
        return day.date
    for (part,) in (parse_months([cell]), parse_quarters([cell])):
        if isinstance(part, PartOfYear):
            return dt.date(part.year or _ANY_YEAR, part.number, 1)
    return None


def _ask(found: LookedAt, heading: Heading, runs: Sequence[_Run]) -> None:
    cells = found.values(heading)
    rows = [row for run in runs for row in run.rows]
    shown = [shown_text(cells[row]) for row in rows[:_SHOWN]]
    figures = all(isinstance(text, Figure) for text in shown)
    value = Figure("; ".join(shown)) if figures else "; ".join(shown)
    question = messages.RUNNING_TOTAL(column=heading.text, value=value)
    choices, reason = (EACH_ITS_OWN, ADD_UP), messages.MAY_ADD_UP()
    code = f"running_total:{heading.column}"
    if found.choose(code, question, rows, choices, reason, heading) == ADD_UP:
        for run in runs:
            found.change(heading, _differences(run))


def _differences(run: _Run) -> dict[int, Cell]:
    """What each row adds to the one above; of a balance that falls the first is not known."""
    falls = run.numbers[-1] < run.numbers[0] and max(run.numbers) > 0
    sign = -1 if falls else 1
    first: dict[int, Cell] = {run.rows[0]: "" if falls else run.numbers[0]}
    steps = zip(run.rows[1:], pairwise(run.numbers), strict=True)
    return first | {row: round(sign * (later - earlier), 6) for row, (earlier, later) in steps}
