"""Another rule of finance exports: what it makes of earlier uploads, and making it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import columns as c
from data.storing.finance import load_rule
from data.storing.frames import counting, load_money
from data.storing.store import Store
from data.values.finance_rule import Rule
from data.values.rule_change import judge_anew


@dataclass(frozen=True)
class RuleEffect:
    """What another rule makes of one upload and kind of amount: lines and cents that count.

    `unsure` are lines that were left out without their texts, so that the rule cannot tell.
    """

    batch_id: int
    file: str
    kind: str
    lines_before: int
    cents_before: int
    lines_after: int
    cents_after: int
    unsure: int
    unsure_cents: int

    @property
    def changes(self) -> bool:
        """Whether other lines count."""
        return (self.lines_before, self.cents_before) != (self.lines_after, self.cents_after)


def effects_of(store: Store, rule: Rule) -> list[RuleEffect]:
    """What a rule would change for the uploads that are stored; empty when it changes nothing."""
    with store.reading() as connection:
        before = load_rule(connection)
    money = load_money(store)
    lines = money.lines
    anew = judge_anew(lines, before, rule)
    marks = pd.DataFrame(
        {
            "before": counting(money, lines[c.CONCERNS]),
            "after": counting(money, anew.concerns),
            "unsure": anew.unsure,
            "cents": (lines[c.AMOUNT] * 100).round().astype("int64"),
        }
    )
    return [effect for effect in _effects(lines, marks) if effect.changes or effect.unsure]


def _effects(lines: pd.DataFrame, marks: pd.DataFrame) -> Iterator[RuleEffect]:
    for _key, rows in marks.groupby([lines[c.BATCH_ID], lines[c.BUDGET_KIND].astype("str")]):
        first = lines.loc[rows.index[0]]
        told: list[int] = []
        for mark in ("before", "after", "unsure"):
            chosen = rows.loc[rows[mark].to_numpy(np.bool_), "cents"]
            told += [len(chosen), int(chosen.sum())]
        yield RuleEffect(
            int(first[c.BATCH_ID]), str(first[c.FILE]), str(first[c.BUDGET_KIND]), *told
        )
