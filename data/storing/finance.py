"""The rule of finance exports in the store, and which of their amounts count."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sqlalchemy import Connection, delete, insert, select, update

from data import columns as c
from data.storing import acts
from data.storing import tables as t
from data.storing.arrays import fetch_by_id
from data.storing.store import Store
from data.users import User
from data.values.finance_rule import FIELDS, Rule
from data.values.rule_change import judge_anew

_LINE = [c.YEAR, c.BUDGET_KIND, c.ACCOUNT, c.COST_CENTRE, c.TASK_FIELD]
_JUDGED_BY = (
    c.DESCRIPTION, c.SUPPLIER, c.ACCOUNT, c.COST_CENTRE, c.CONCERNS, c.DECIDED_BY,
)  # fmt: skip
_AT_ONCE = 500  # ids that a statement may name


def load_rule(connection: Connection) -> Rule:
    """Which lines concern Platform31, as it was last decided."""
    r = t.finance_rule.c
    found = connection.execute(select(r.field, r.value).order_by(r.id))
    return Rule.of((line.field, line.value) for line in found)


def save_rule(store: Store, user: User, rule: Rule, *, earlier: bool = False) -> None:
    """Remember which lines concern Platform31; with `earlier` also of what was read in before.

    What a person decided of a line stays. Raises `NotAllowedError`.
    """
    lines = [{"field": each.field, "value": each.value} for each in rule.conditions]
    with store.writing(user, acts.CHANGE, acts.FINANCE_RULE) as change:
        known = load_rule(change.connection)
        before, after = _in_fields(known), _in_fields(rule)
        if before == after:
            change.allow_nothing()
            return
        told = _judge_stored(change.connection, known, rule) if earlier else {}
        change.connection.execute(delete(t.finance_rule))
        if lines:
            change.connection.execute(insert(t.finance_rule), lines)
        change.note(before=before, after=after | told)


def _judge_stored(connection: Connection, before: Rule, after: Rule) -> dict[str, int]:
    """Let the rule decide anew of the stored lines; how many count now, and how many no longer."""
    b = t.budget_line.c
    frame = fetch_by_id(connection, select(b.id, *(b[name] for name in _JUDGED_BY)))
    frame = frame.astype({c.CONCERNS: "boolean"})
    anew = judge_anew(frame, before, after).concerns
    told = {}
    for answer, name in ((True, "lines_counting"), (False, "lines_left_out")):
        ids = frame.index[(anew == answer).fillna(False) & (frame[c.CONCERNS] != answer)].tolist()
        for start in range(0, len(ids), _AT_ONCE):
            chosen = b.id.in_(ids[start : start + _AT_ONCE])
            connection.execute(update(t.budget_line).where(chosen).values(concerns=answer))
        told[name] = len(ids)
    return told


def _in_fields(rule: Rule) -> dict[str, list[str]]:
    return {field: rule.values(field) for field in FIELDS}


def latest_amounts(budget: pd.DataFrame, sheet_ids: np.ndarray) -> np.ndarray:
    """Which budget lines count, when those that count from the first of January are not added up.

    Of one account in one year, only the sheet that goes furthest into the year counts; of two that
    go as far, the one that was read in last.
    """
    cumulative = budget[c.CUMULATIVE].fillna(False).astype(bool)
    if not cumulative.any():
        return np.ones(len(budget), bool)
    lines = budget.loc[cumulative, [*_LINE, c.DATE]].assign(sheet=sheet_ids[cumulative])
    lines[_LINE] = lines[_LINE].astype(object).where(lines[_LINE].notna(), "")
    through = lines.groupby([*_LINE, "sheet"], sort=False)[c.DATE].transform("max")
    ranked = lines.assign(through=through).sort_values(["through", "sheet"], na_position="first")
    newest = ranked.groupby(_LINE, sort=False)["sheet"].transform("last")
    counts = np.ones(len(budget), bool)
    counts[cumulative.to_numpy()] = (lines["sheet"] == newest.reindex(lines.index)).to_numpy()
    return counts
