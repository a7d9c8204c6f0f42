"""The rules of a record, declared with pandera, and the sentence for each that is broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from data import columns as c
from data.cells.messages import NUMBER_NOT_WHOLE
from data.cells.text import shorten
from data.cleaning import messages
from data.cleaning.row_dates import last_day_of_plans
from data.columns import AMOUNT_COUNT
from data.settings import Settings
from texts import Message

_MISSING = "not_nullable"  # pandera's own name of the rule
_TOO_EARLY, _TOO_LATE, _NEGATIVE, _TOO_MANY = "too_early", "too_late", "negative", "too_many"
_NOT_WHOLE, _NOT_ALLOWED, _NO_AMOUNT = "not_whole", "not_allowed", "no_amount"

_DATETIME = "datetime64[us]"


@dataclass(frozen=True)
class Rules:
    """The bounds in force for one kind of record."""

    kind: str
    earliest: dt.date
    latest: dt.date
    max_hours: float
    max_participants: int
    forms: tuple[str, ...]

    @classmethod
    def of(cls, kind: str, settings: Settings, forms: Sequence[str] = c.FORMS) -> Rules:
        """The rules for a kind of record, from the settings."""
        latest = settings.last_allowed_date
        return cls(
            kind=kind,
            earliest=settings.earliest_date,
            latest=latest if kind == c.USAGE else last_day_of_plans(latest),
            max_hours=settings.max_hours_per_record,
            max_participants=settings.max_participants_per_record,
            forms=tuple(forms),
        )

    def schema(self) -> pa.DataFrameSchema:
        """The rules as pandera checks them."""
        return pa.DataFrameSchema(
            self._usage_columns() if self.kind == c.USAGE else self._budget_columns()
        )

    def _date(self) -> pa.Column:
        return pa.Column(
            _DATETIME,
            [
                pa.Check.ge(pd.Timestamp(self.earliest), error=_TOO_EARLY),
                pa.Check.le(pd.Timestamp(self.latest), error=_TOO_LATE),
            ],
            nullable=False,
        )

    def _usage_columns(self) -> dict[str, pa.Column]:
        negative = pa.Check.ge(0, error=_NEGATIVE)
        return {
            c.DATE: self._date(),
            c.DEPARTMENT: pa.Column(str, nullable=False),
            c.THEME: pa.Column(str, nullable=False),
            c.FORM: _choice(self.forms),
            c.CHANNEL: _choice(c.CHANNELS),
            c.SHARE: _choice(c.SHARES),
            c.HOURS: pa.Column(
                float, [negative, pa.Check.le(self.max_hours, error=_TOO_MANY)], nullable=True
            ),
            c.PARTICIPANTS: pa.Column(
                float,
                [
                    negative,
                    pa.Check.le(self.max_participants, error=_TOO_MANY),
                    pa.Check(lambda people: people == people.round(), error=_NOT_WHOLE),
                ],
                nullable=True,
            ),
        }

    def _budget_columns(self) -> dict[str, pa.Column]:
        return {
            c.DATE: self._date(),
            c.BUDGET_KIND: _choice(c.BUDGET_KINDS),
            AMOUNT_COUNT: pa.Column(int, pa.Check.gt(0, error=_NO_AMOUNT)),
        }

    def broken_by(self, frame: pd.DataFrame) -> Iterator[tuple[int, str, str]]:
        """The row, column and rule of every break; the frame has a RangeIndex."""
        try:
            self.schema().validate(frame, lazy=True)
        except pa.errors.SchemaErrors as errors:
            cases = errors.failure_cases[["index", "column", "check"]]
            rows = cases["index"].astype(int).tolist()
            yield from zip(rows, cases["column"].tolist(), cases["check"].tolist(), strict=True)

    def message(self, column: str, rule: str, value: str) -> Message:
        """What is wrong with `value` (the cell as text), and how to mend it."""
        values = {
            "value": shorten(value),
            "earliest": self.earliest,
            "latest": self.latest,
            "hours": self.max_hours,
            "participants": self.max_participants,
        }
        sentence = _SENTENCES[self._sentence_key(column, rule)]
        return sentence(**{name: values[name] for name in sentence.placeholders})

    def _sentence_key(self, column: str, rule: str) -> tuple[str, str]:
        if rule == _TOO_LATE and self.kind == c.BUDGET:
            return c.BUDGET, rule
        return (column, rule) if (column, rule) in _SENTENCES else ("", _NOT_ALLOWED)


def _choice(allowed: Sequence[str]) -> pa.Column:
    return pa.Column(str, pa.Check.isin(list(allowed), error=_NOT_ALLOWED), nullable=True)


_SENTENCES = {
    (c.DATE, _MISSING): messages.DATE_MISSING,
    (c.DATE, _TOO_EARLY): messages.DATE_TOO_EARLY,
    (c.DATE, _TOO_LATE): messages.DATE_IN_FUTURE,
    (c.BUDGET, _TOO_LATE): messages.BUDGET_DATE_IN_FUTURE,
    (c.DEPARTMENT, _MISSING): messages.DEPARTMENT_MISSING,
    (c.THEME, _MISSING): messages.THEME_MISSING,
    (c.HOURS, _NEGATIVE): messages.HOURS_NEGATIVE,
    (c.HOURS, _TOO_MANY): messages.HOURS_TOO_MANY,
    (c.PARTICIPANTS, _NEGATIVE): messages.PARTICIPANTS_NEGATIVE,
    (c.PARTICIPANTS, _TOO_MANY): messages.PARTICIPANTS_TOO_MANY,
    (c.PARTICIPANTS, _NOT_WHOLE): NUMBER_NOT_WHOLE,
    (AMOUNT_COUNT, _NO_AMOUNT): messages.AMOUNT_MISSING,
    ("", _NOT_ALLOWED): messages.VALUE_NOT_ALLOWED,
}
