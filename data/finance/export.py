"""One sheet of a finance export, from the rows under its headings to what is stored of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import is_blank
from data.columns import AMOUNT_CENTS, NOTE
from data.finance import messages
from data.finance.concerning import Concern, concern_of_bookings, with_unread_texts
from data.finance.export_context import BY_PERSON, look_around
from data.finance.export_table import line_kinds
from data.finance.formats import BY_KEY
from data.finance.lines import read_lines, row_cents, texts_of, without_personal_data
from data.finance.reconcile import Under, reconcile, unreadable_totals
from data.finance.sentences import sentences
from data.values.amount_columns import CENTS_OF, found_unit
from data.values.candidates import Candidates
from data.values.corrections import SheetCorrections
from data.values.finance_reading import Division, FinanceReading, RuleLine
from data.values.finance_rule import Rule, closest_to, hints_in
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.questions import AS_IT_IS, SIGN, TURN, Questions
from data.values.results import RejectedRow, RejectedRows, rejected
from data.values.sums import euros
from texts import Message, Money

LINES_SHOWN = 8

_AMOUNTS = (c.AMOUNT, c.DEBIT, c.CREDIT, *c.BUDGET_KINDS)
_NOBODYS_NAME = {
    c.YEAR, c.PERIOD, c.DATE, c.ACCOUNT, c.COST_CENTRE, c.TASK_FIELD, c.CATEGORY, c.REPORT,
    c.MUNICIPALITY, *_AMOUNTS,
}  # fmt: skip


@dataclass(frozen=True)
class Settled:
    """What comes of a finance export: records, rejected rows, how it was read, in sentences too."""

    records: pd.DataFrame
    rejected: RejectedRows
    reading: FinanceReading
    remarks: tuple[Message, ...]


class FinanceExport:
    """Reads one sheet: first `kinds`, then `read`, then `settle`."""

    def __init__(
        self, sheet: Sheet, table: Table, said: SheetCorrections, rule: Rule, file_name: str
    ) -> None:
        self.sheet, self.table, self.said, self.rule = sheet, table, said, rule
        self.sign = said.sign or 1
        self.format = BY_KEY[table.format]
        self.around = look_around(sheet, table, file_name)
        if said.year:
            self.around = replace(self.around, year=said.year, year_from=BY_PERSON)
        self._kinds: list[str | None] = []
        self._ours = np.zeros(0, bool)  # also while an open question keeps them from counting

    def kinds(self, kinds: Sequence[str | None]) -> list[str | None]:
        """Why each row under the headings is no line, given what its words alone say."""
        self._kinds = line_kinds(self._rows(len(kinds)), kinds, self.table)
        return self._kinds

    def read(self, candidates: Candidates, questions: Questions) -> pd.DataFrame:
        """Every candidate row, as `read_budget` gives them, and which concern Platform31."""
        candidates.usual_unit = self.format.unit
        frame = read_lines(candidates, self.around, self.said)
        frame[c.ROW] = candidates.numbers
        told = frame if self.format.of_iv3 else with_unread_texts(frame, candidates)
        if self.format.bookings:
            told = told.assign(**{c.BOOKING: told[c.BOOKING] + self._captions(candidates)})
        concern = concern_of_bookings(told, candidates.accepted, self.rule, questions)
        if self.format.bookings and not self.said.sign:
            self._turn(frame, concern, questions)
        self._ours = concern.ours
        return frame.assign(**concern.columns(questions))

    def _captions(self, candidates: Candidates) -> pd.Series:
        """Of each line the title between the lines that it stands below, to be judged by too."""
        first, caption = self.table.header_row + 1, ""
        above: dict[int, str] = {}
        for index, (row, kind) in enumerate(
            zip(self._rows(len(self._kinds)), self._kinds, strict=True)
        ):
            filled = [str(cell) for cell in row if not is_blank(cell)]
            if kind == NOTE and len(filled) == 1:
                caption = f" {filled[0]}"
            above[first + index] = caption
        return pd.Series([above.get(number, "") for number in candidates.numbers], dtype="str")

    def _turn(self, frame: pd.DataFrame, concern: Concern, questions: Questions) -> None:
        """Turn the signs where a person says that costs are negative; ask when they seem so."""
        cents = row_cents(frame)
        ours = int(cents[concern.ours].sum())
        if ours >= 0 and not _mostly_negative(cents):
            return
        question = messages.COSTS_NEGATIVE(amount=Money(ours))
        if questions.ask(SIGN, question, len(frame), (TURN, AS_IT_IS)) == TURN:
            frame[list(CENTS_OF.values())] *= -1
            self.sign = -1

    def settle(self, candidates: Candidates, frame: pd.DataFrame, records: pd.DataFrame) -> Settled:
        """What is stored: of lines that do not concern Platform31 no names and no texts."""
        reading = self._reading(candidates, frame, records)
        rows = rejected(
            row if ours else replace(row, private=self._private(row))
            for ours, row in zip(
                _yes(frame.loc[~candidates.accepted, c.CONCERNS]),
                candidates.rejected_rows(),
                strict=True,
            )
        )
        return Settled(self._kept(records), rows, reading, tuple(sentences(reading)))

    def _reading(
        self, candidates: Candidates, frame: pd.DataFrame, records: pd.DataFrame
    ) -> FinanceReading:
        amounts = [h for h in self.table.headings if h.column in _AMOUNTS]
        told = candidates.heading(c.YEAR, c.REPORT, c.DATE) is not None
        accepted = frame[candidates.accepted]
        kept = self._ours[candidates.accepted]
        counted = records[c.ROW].isin(accepted.loc[kept, c.ROW])
        under = Under(self.table, self._rows(len(self._kinds)), self._kinds)
        return FinanceReading(
            format=self.format.key,
            name=self.format.name,
            year=None if told else self.around.year,
            year_from="" if told else self.around.year_from,
            unit=max(candidates.units.values(), default=1),
            unit_found=max((found_unit(candidates, heading) for heading in amounts), default=1),
            sign=self.sign,
            totals=reconcile(self.sheet, under, candidates.units),
            unreadable=tuple(unreadable_totals(under)),
            kept=_division(accepted[kept], records[counted]),
            left=_division(accepted[~kept], records[~counted]),
            closest=_lines(accepted.iloc[closest_to(self.rule, accepted, kept)]),
            hints=hints_in(accepted, kept),
        )

    def _rows(self, count: int) -> Sequence[Sequence[Cell]]:
        first = self.table.header_row - self.sheet.first_row + 1
        return self.sheet.rows[first : first + count]

    def _private(self, row: RejectedRow) -> frozenset[int]:
        told = {h.position for h in self.table.headings if h.column in _NOBODYS_NAME}
        return frozenset(range(len(row.cells))) - told

    def _kept(self, records: pd.DataFrame) -> pd.DataFrame:
        """The records; what does not concern Platform31 without texts, bookings as sums only."""
        others_too = (~records[c.CONCERNS]).fillna(False).to_numpy(bool)
        ours, others = records[~others_too].copy(), records[others_too].copy()
        for column in (c.DESCRIPTION, c.SUPPLIER):
            ours[column] = without_personal_data(ours[column])
        others[c.SUPPLIER] = None
        if not self.format.of_iv3:
            others[c.DESCRIPTION] = None  # of Iv3 it names the municipality and the task field
        if self.format.bookings:
            others = _sums_per_account(others)
        both = pd.concat([ours, others.astype(ours.dtypes.to_dict())])
        return both.sort_values(c.ROW, kind="stable", ignore_index=True)


def _sums_per_account(others: pd.DataFrame) -> pd.DataFrame:
    """One line per year, kind, account and what decided: of one booking nothing is kept here."""
    same = [c.YEAR, c.BUDGET_KIND, c.ACCOUNT, c.DECIDED_BY]
    keys = others[same].astype(object).fillna("")
    sums = others.groupby([keys[name] for name in same], sort=False)[AMOUNT_CENTS].transform("sum")
    first = ~keys.duplicated()
    lines = others[first].copy()
    lines[AMOUNT_CENTS] = sums[first]
    lines[c.AMOUNT] = euros(lines[AMOUNT_CENTS])
    lines[c.DATE] = pd.to_datetime(lines[c.YEAR].astype("str") + "-01-01").astype("datetime64[us]")
    lines[c.DATE_PRECISION] = c.YEAR_PRECISION
    lines[c.COST_CENTRE] = None
    return lines


def _division(rows: pd.DataFrame, records: pd.DataFrame) -> Division:
    by_kind = records.groupby(c.BUDGET_KIND, observed=True, sort=False)[AMOUNT_CENTS].sum()
    lines = _lines(rows)
    return Division(len(rows), {str(kind): int(sum_) for kind, sum_ in by_kind.items()}, lines)


def _lines(rows: pd.DataFrame) -> tuple[RuleLine, ...]:
    shown = rows.head(LINES_SHOWN)
    return tuple(
        RuleLine(int(number), texts, int(cents))
        for number, texts, cents in zip(
            shown[c.ROW], texts_of(shown), row_cents(shown), strict=True
        )
    )


def _yes(concerns: pd.Series) -> np.ndarray:
    return concerns.fillna(False).to_numpy(bool)


def _mostly_negative(cents: np.ndarray) -> bool:
    """Whether a ledger as a whole reads as income: most lines are, and so is their sum."""
    return bool(cents.sum() < 0 and (cents < 0).sum() > (cents > 0).sum())
