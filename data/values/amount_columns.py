"""Columns of money of a table: their unit, their cents, and what a reader must know of them."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.money import Amount, parse_amounts, unit_in
from data.fields.messages import AMOUNT_MISSING
from data.values import messages
from data.values.candidates import Candidates
from data.values.found_table import Heading
from texts import Message

CENTS_OF = {column: f"cents_of_{column}" for column in c.BUDGET_AMOUNTS}


def read_cents(candidates: Candidates, column: str) -> pd.Series:
    """The amounts of a column in whole cents (`Int64`, empty where no amount is given)."""
    heading = candidates.heading(column)
    unit = _unit(candidates, heading) if heading else 1
    parsed = candidates.parse(column, partial(parse_amounts, unit=unit))
    if heading and unit > 1:
        candidates.remarks.append(_unit_remark(heading, unit))
    rounded = [i for i, amount in enumerate(parsed.distinct) if amount and amount.rounded]
    count = int(np.isin(parsed.codes, rounded).sum()) if rounded else 0
    if heading and count:
        candidates.remarks.append(messages.AMOUNTS_FINER_THAN_CENT(column=heading.text, n=count))
    cents = pd.Series([_cents(amount) for amount in parsed.distinct], dtype="Int64")
    return cents.take(parsed.codes).reset_index(drop=True)


def reject_without_amount(candidates: Candidates, frame: pd.DataFrame) -> None:
    """Reject the rows without any amount; one that cannot be read is not missing."""
    faulty = set(candidates.faulty_rows(*CENTS_OF, c.DEBIT, c.CREDIT))
    there = frame[list(CENTS_OF.values())].notna().any(axis=1)
    for row in np.flatnonzero(~there.to_numpy()).tolist():
        if row not in faulty:
            candidates.reject(row, c.AMOUNT, AMOUNT_MISSING(), candidates.heading(*CENTS_OF))


def _cents(amount: Amount | None) -> int | None:
    return None if amount is None else amount.cents


def _unit(candidates: Candidates, heading: Heading) -> int:
    """What the amounts are counted in: as a person says, the heading, or the texts around it."""
    unit = candidates.said_unit or found_unit(candidates, heading)
    candidates.units[heading.position] = unit
    return unit


def found_unit(candidates: Candidates, heading: Heading) -> int:
    """What the amounts under a heading are counted in, as the sheet itself says."""
    told = max(unit_in(text) for text in (heading.text, *candidates.surroundings))
    return told if told > 1 else candidates.usual_unit


def _unit_remark(heading: Heading, unit: int) -> Message:
    if unit == 1_000:
        return messages.AMOUNTS_IN_THOUSANDS(column=heading.text)
    return messages.AMOUNTS_IN_MILLIONS(column=heading.text)
