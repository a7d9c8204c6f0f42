"""What a column, a state, a domain is called for a reader, and the sign and colour it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from data import columns as c
from data import fields
from data.fields import choices
from data.fields.field import Choice
from data.states import STATES
from texts import Text

_OF_AMOUNTS = (c.BUDGET_KIND, *c.BUDGET_KINDS)  # words that stand for other things as well
COLUMNS: Mapping[str, Text] = {
    **{
        field.name: field.label
        for kind in c.KINDS
        for field in fields.read(kind)
        if field.name not in _OF_AMOUNTS
    },
    c.DOMAIN: Text("Domain"),
    c.PILLAR: Text("Pillar"),
    c.TASK: Text("Task"),
    c.MANAGER: Text("Function of the manager"),
    c.EMPLOYEES: Text("Employees"),
    c.VALID_FROM: Text("Exists from"),
    c.VALID_TO: Text("Exists up to and including"),
    c.BATCH_ID: Text("Upload"),
    c.FILE: Text("File"),
    c.SHEET: Text("Sheet"),
    c.ROW: Text("Row"),
    c.STATE: Text("State"),
    "uses": Text("Uses"),
    "network_uses": Text("Via theme group"),
    "last_used": Text("Last used"),
    "relevant": Text("Relevant"),
    "value": Text("Value"),
    "n": Text("Records"),
    "k": Text("Number"),
    "low": Text("At least"),
    "high": Text("At most"),
    "period_start": Text("Period"),
    "rank": Text("Rank"),
    "promise": Text("Assessment"),
    c.REASON: Text("Reason"),
    c.STATUS: Text("Status"),
    "owner": Text("Owner"),
    "next_step": Text("Next step"),
    "due_on": Text("Due"),
    "note": Text("Note"),
    "answer": Text("Answer"),
    "records": Text("Records"),
    "colleague": Text("Colleague department"),
}

PROMISES: Mapping[str, Text] = {
    "likely": Text("promising"),
    "possible": Text("possible"),
    "unsure": Text("uncertain"),
}

CERTAINTIES: Mapping[str, Text] = {
    "sure": Text("sure"),
    "likely": Text("likely"),
    "unsure": Text("unsure, ± 5"),
}
STATUSES: Mapping[str, Text] = {
    c.TO_APPROACH: Text("To approach"),
    c.APPROACHED: Text("Approached"),
    c.AGREED: Text("Agreed"),
    c.IN_USE: Text("In use"),
    c.DECLINED: Text("Deliberately not"),
}
REASONS: Mapping[str, Text] = {
    c.NOT_OUR_WORK: Text("Not our work"),
    c.OURSELVES: Text("We do it ourselves"),
    c.OTHER_SUPPLIER: Text("Another supplier"),
    c.NOT_NOW: Text("Not now"),
}
PROPOSAL_STATUSES: Mapping[str, Text] = {
    c.PROPOSED: Text("Waiting for the coordinator"),
    c.ACCEPTED: Text("Accepted"),
    c.REFUSED: Text("Not taken over"),
    c.WITHDRAWN: Text("Withdrawn"),
}


def _labels(answers: Sequence[Choice]) -> dict[str, Text]:
    return {choice.value: choice.label for choice in answers}


def _answers(field: fields.Field) -> dict[str, Text]:
    """The answers of a column, and what is said where a record gives none."""
    return {**_labels(field.choices), c.UNCLASSIFIED: Text("Not given")}


VALUES: Mapping[str, Mapping[str, Text]] = {
    c.DOMAIN: _labels(choices.DOMAINS),
    c.PILLAR: _labels(choices.PILLARS),
    c.TASK: _labels(choices.TASKS),
    **{field.name: _answers(field) for field in fields.of(c.USAGE) if field.choices},
    c.STATE: {state.name: state.label for state in STATES.values()},
    c.STATUS: {**STATUSES, **PROPOSAL_STATUSES},
    c.REASON: REASONS,
    "certainty": CERTAINTIES,
}


def column_label(column: str) -> str:
    """What a reader calls a column; a column nobody named keeps its own name."""
    return str(COLUMNS.get(column, column))


def value_label(column: str, value: object) -> str:
    """What a reader calls a value of a column; a name out of a file stays as it is."""
    if value is None or value != value:  # nothing but a missing number differs from itself
        value = c.UNCLASSIFIED
    return str(VALUES.get(column, {}).get(str(value), value))


def domain_label(domain: object) -> str:
    """What a reader calls a domain."""
    return value_label(c.DOMAIN, domain)


def pillar_label(pillar: object) -> str:
    """What a reader calls a pillar."""
    return value_label(c.PILLAR, pillar)


def state_label(state: str) -> str:
    """What a reader calls a cell state."""
    return value_label(c.STATE, state)


def state_with_sign(state: str) -> str:
    """The sign of a cell state and its name."""
    return f"{STATES[state].sign} {state_label(state)}"


def readable(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with readers' headings, and coded values (domain, form, state ...) in words."""
    shown = frame.copy(deep=False)
    for column in VALUES.keys() & set(frame.columns):
        codes, values = pd.factorize(frame[column])
        words = [*(value_label(column, value) for value in values), ""]  # code -1: not given
        shown[column] = pd.Series([words[code] for code in codes], frame.index, dtype="str")
    return shown.rename(columns={column: column_label(column) for column in frame.columns})
