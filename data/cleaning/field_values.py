"""The values of one column of a table, read as the sort of the column asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from functools import partial

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.choices import parse_choices
from data.cells.counts import parse_counts
from data.cells.hours import HoursUnit, ParsedHours, parse_hours
from data.cells.hours_heading import hours_per_day_of, scale_of_heading, unit_of_heading
from data.cells.keys import plain_words
from data.cells.parsed_column import Parsed
from data.cells.text import parse_texts, shorten
from data.cleaning import messages
from data.cleaning.name_matching import parse_names
from data.fields import MEASURES, Field, Sort
from data.fields.choices import FORM_NAMES, in_force
from data.settings import Settings
from data.values.amount_columns import read_cents
from data.values.candidates import Candidates
from data.values.found_table import CROSSTAB, LIST
from data.values.questions import COUNT, EMPTY, VALUE, Questions
from data.values.sums import euros
from texts import Message

_MOST_NAMED = 5
MOST_ASKED = 12  # unknown answers in one column; with more it is probably another column


@dataclass(frozen=True)
class FieldReader:
    """Reads columns of the rows that may be records; faults and remarks are kept in these.

    `forms` are the forms in force, `questions` what a person is asked.
    """

    candidates: Candidates
    settings: Settings
    forms: Sequence[str] = FORM_NAMES
    questions: Questions = with_default(default_factory=Questions)

    def add_to(self, frame: pd.DataFrame, field: Field) -> None:
        """Put the values of a column in the frame; an amount in cents as well."""
        before = set(self.candidates.faulty_rows(field.name))
        if field.sort is Sort.AMOUNT:
            frame[field.kept_as] = read_cents(self.candidates, field.name)
            frame[field.name] = euros(frame[field.kept_as])
        else:
            frame[field.name] = self._values(field)
        if field.sort in MEASURES and not field.always:
            self._ask_unreadable(field, before)

    def _ask_unreadable(self, field: Field, before: set[int]) -> None:
        """Ask once whether the use counts without a measure that cannot be read."""
        heading, table = self.candidates.heading(field.name), self.candidates.table
        rows = [row for row in self.candidates.faulty_rows(field.name) if row not in before]
        if not rows or not heading or table.kind != c.USAGE or table.layout == CROSSTAB:
            return
        value = shorten(self.candidates.cell(min(rows), heading))
        question = messages.MEASURE_UNREADABLE(column=heading.text, value=value, n=len(rows))
        if self.questions.ask(f"unreadable:{field.name}", question, len(rows)) == COUNT:
            self.candidates.pardon(rows, field.name)

    def _values(self, field: Field) -> pd.Series:
        parse = self.candidates.parse
        match field.sort:
            case Sort.NAME:
                return parse(field.name, parse_names, longest=None).series("str")
            case Sort.CHOICE:
                return self._answers(field).series("str")
            case Sort.HOURS:
                return self._hours(field)
            case Sort.COUNT:
                return parse(field.name, parse_counts).series("float64")
            case _:
                return parse(field.name, parse_texts, longest=None).series("str")

    def _answers(self, field: Field) -> Parsed[str]:
        """The answers; an unknown one rejects its row only where the record cannot do without."""
        choices = in_force(self.forms) if field.name == c.FORM else field.choices
        parse = partial(parse_choices, choices=choices, refusal=field.refusal)
        rejecting = np.full(len(self.candidates), field.always)
        parsed: Parsed[str] = self.candidates.parse(field.name, parse, where=rejecting)
        if not field.always:
            if self._ask_unknown(field, parsed, [choice.value for choice in choices]):
                parsed = self.candidates.parse(field.name, parse, where=rejecting)
            self._tell_unknown(field, parsed)
        return parsed

    def _ask_unknown(self, field: Field, parsed: Parsed[str], choices: Sequence[str]) -> bool:
        """Ask once for all its rows what each unknown answer means; whether one was told."""
        heading = self.candidates.heading(field.name)
        if not heading or self.candidates.table.layout != LIST:
            return False
        rows: dict[str, list[int]] = {}
        for row, message in parsed.faulty_rows():
            if field.refusal.says(message):
                cell = self.candidates.cell(row, heading)
                rows.setdefault(plain_words(cell), []).append(row)
        told: dict[int, Cell] = {}
        for value, theirs in rows.items() if len(rows) <= MOST_ASKED else ():
            shown = shorten(self.candidates.cell(theirs[0], heading))
            question = messages.WHAT_IS_VALUE(value=shown, column=heading.text, n=len(theirs))
            code = f"{VALUE}:{field.name}:{value}"
            answer = self.questions.ask(code, question, len(theirs), (*choices, EMPTY))
            if answer:
                told |= dict.fromkeys(theirs, "" if answer == EMPTY else answer)
        if told:
            self.candidates.change(heading, told)
        return bool(told)

    def _tell_unknown(self, field: Field, parsed: Parsed[str]) -> None:
        heading, faulty = self.candidates.heading(field.name), list(parsed.faulty_rows())
        if not heading or not faulty:
            return
        # A column may hold the same unknown answer half a million times.
        first = {int(parsed.codes[row]): row for row, _ in reversed(faulty)}
        cells = (self.candidates.cell(row, heading) for row in sorted(first.values()))
        values = list(dict.fromkeys(f"“{shorten(cell)}”" for cell in cells))
        named: list[str | Message] = [*values[:_MOST_NAMED]]
        if len(values) > _MOST_NAMED:
            named.append(messages.OTHER_ANSWERS(n=len(values) - _MOST_NAMED))
        rows = {self.candidates.numbers[row] for row, _ in faulty}
        self.candidates.remarks.append(
            messages.ANSWERS_UNKNOWN(
                n=len(rows), column=heading.text, values=named, why=faulty[0][1]
            )
        )

    def _hours(self, field: Field) -> pd.Series:
        heading = self.candidates.heading(field.name)
        text = heading.text if heading else ""
        per_day = hours_per_day_of(text) or self.settings.hours_per_day
        unit = HoursUnit(unit_of_heading(text), per_day, scale_of_heading(text))
        found: list[ParsedHours] = []

        def parse(cells: Sequence[Cell]) -> list[float | Message]:
            found.append(parse_hours(cells, unit))
            return found[-1].hours

        parsed: Parsed[float] = self.candidates.parse(field.name, parse)
        if heading and found[0].days_used:
            self.candidates.remarks.append(
                messages.DAYS_TURNED_INTO_HOURS(column=heading.text, hours=per_day)
            )
        if heading and unit.scale > 1 and parsed.filled.any():
            self.candidates.remarks.append(
                messages.HOURS_MULTIPLIED(column=heading.text, n=unit.scale)
            )
        return parsed.series("float64")
