"""Which rows break a rule of a column; the rules stand with the columns, in `data.fields`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import pandas as pd

from data import fields
from data.cleaning.row_dates import last_day_of_plans
from data.fields.rules import Bounds, Rule
from data.settings import Settings


def bounds_of(settings: Settings) -> Bounds:
    """The limits in force: the settings, and what follows from them."""
    last = settings.last_allowed_date
    return dataclasses.asdict(settings) | {
        "last_allowed_date": last,
        "last_day_of_plans": last_day_of_plans(last),
    }


def broken_rules(kind: str, frame: pd.DataFrame, bounds: Bounds) -> Iterator[tuple[int, str, Rule]]:
    """The row, the column and the rule of every break, column by column, rule by rule."""
    for field in fields.of(kind):
        for rule in field.rules:
            broken = rule.is_broken(frame[field.name], rule.limit_in(bounds))
            for row in np.flatnonzero(broken.to_numpy(dtype=bool, na_value=False)).tolist():
                yield row, field.name, rule
