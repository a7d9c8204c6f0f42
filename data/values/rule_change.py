"""What another rule makes of budget lines that are stored already."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import columns as c
from data.values.finance_rule import KEEPING, LEAVING_OUT, NOT, WORDS, Rule

_TEXTS = (c.SUPPLIER, WORDS)


@dataclass(frozen=True)
class JudgedAnew:
    """Per line whether it concerns Platform31 by another rule, and where that cannot be told.

    What a person or the sheet decided stays, and so does what nobody decided. Of a line that was
    left out no texts are kept: where the rule asks for them, the line stays as it is (`unsure`).
    """

    concerns: pd.Series
    unsure: np.ndarray


def judge_anew(lines: pd.DataFrame, before: Rule, after: Rule) -> JudgedAnew:
    """What `after` makes of lines of which the rule `before` decided."""
    change = _Change(before, after)
    counted = lines[c.CONCERNS].fillna(False).to_numpy(bool)
    excepted = (lines[c.DECIDED_BY] == c.BY_EXCEPTION).to_numpy(bool)
    told = lines[[c.DESCRIPTION, c.SUPPLIER]].notna().any(axis=1).to_numpy(bool)
    by_rule = excepted | (lines[c.DECIDED_BY] == c.BY_RULE).to_numpy(bool)
    verdict, earlier = (rule.keeps(lines) & ~(excepted & ~told) for rule in (after, before))
    may_change = by_rule & np.where(counted, change.narrower, change.wider)
    untold = (
        ~verdict & change.keeps_other_texts
        | excepted & change.fewer_exceptions
        | verdict & change.more_exceptions
    )
    known = np.where(told, earlier == counted, ~untold)
    changes = may_change & known & (verdict != counted)
    unsure = may_change & ~known & (~told | (verdict != counted))
    return JudgedAnew(lines[c.CONCERNS].mask(changes, pd.Series(verdict, lines.index)), unsure)


class _Change:
    """What one rule asks more, or less, than another."""

    def __init__(self, before: Rule, after: Rule) -> None:
        added = {x.field for x in set(after.conditions) - set(before.conditions)}
        dropped = {x.field for x in set(before.conditions) - set(after.conditions)}
        exceptions = {f"{NOT}{name}" for name in _TEXTS}
        self.wider = bool(added & {*KEEPING} or dropped & {*LEAVING_OUT})
        self.narrower = bool(dropped & {*KEEPING} or added & {*LEAVING_OUT})
        self.keeps_other_texts = bool(added & {*_TEXTS, c.COST_CENTRE})
        self.fewer_exceptions = bool(dropped & exceptions)
        self.more_exceptions = bool(added & exceptions)
