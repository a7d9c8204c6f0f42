"""What the values of a column must be, and the sentence for each rule that is broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from texts import Message, Sentence

Limit = float | dt.date
Bounds = Mapping[str, Limit]
"""The limits in force: the name of a setting, or of what follows from one, and its value."""


@dataclass(frozen=True)
class Rule:
    """`is_broken` is given the values, and the limit where there is one; it answers per row.

    `limit` is a value, or the name of one of the `Bounds`. `sentence` can hold `{value}`, which is
    the cell as it stands, and `{limit}`.
    """

    sentence: Sentence
    is_broken: Callable[[pd.Series, Limit], pd.Series]
    limit: Limit | str = 0

    def limit_in(self, bounds: Bounds) -> Limit:
        """The limit as it is in force."""
        return bounds[self.limit] if isinstance(self.limit, str) else self.limit

    def message(self, value: str, bounds: Bounds) -> Message:
        """What is wrong with a cell, and how to mend it."""
        told = {"value": value, "limit": self.limit_in(bounds)}
        return self.sentence(**{name: told[name] for name in self.sentence.placeholders})


def required(sentence: Sentence) -> Rule:
    """A value must be there."""
    return Rule(sentence, lambda values, _limit: values.isna())


def at_least(limit: Limit | str, sentence: Sentence) -> Rule:
    """A value that is there must not be less."""
    return Rule(sentence, lambda values, least: values < _comparable(least), limit)


def at_most(limit: Limit | str, sentence: Sentence) -> Rule:
    """A value that is there must not be more."""
    return Rule(sentence, lambda values, most: values > _comparable(most), limit)


def _comparable(limit: Limit) -> Limit | pd.Timestamp:
    """The limit as pandas compares with it."""
    return pd.Timestamp(limit) if isinstance(limit, dt.date) else limit
