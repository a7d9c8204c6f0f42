"""What a column, a state, a domain is called for a reader, and the sign and colour it carries."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data import columns as c
from data.states import STATES
from texts import Message

COLUMNS: Mapping[str, Message] = {
    c.DATE: Message("Date"),
    c.DATE_PRECISION: Message("Date exact to"),
    c.DEPARTMENT: Message("Department"),
    c.THEME: Message("Theme"),
    c.FORM: Message("Form"),
    c.CHANNEL: Message("Channel"),
    c.SHARE: Message("Part (40/60)"),
    c.SUBJECT: Message("Subject"),
    c.HOURS: Message("Hours"),
    c.PARTICIPANTS: Message("Participants"),
    c.AMOUNT: Message("Amount"),
    c.YEAR: Message("Year"),
    c.QUARTER: Message("Quarter"),
    c.MONTH: Message("Month"),
    c.DESCRIPTION: Message("Description"),
    c.ACCOUNT: Message("Account"),
    c.SUPPLIER: Message("Supplier"),
    c.COST_CENTRE: Message("Cost centre"),
    c.TASK_FIELD: Message("Task field"),
    c.DEBIT: Message("Debit"),
    c.CREDIT: Message("Credit"),
    c.PERIOD: Message("Period"),
    c.BOOKING: Message("Text of the booking"),
    c.CATEGORY: Message("Economic category"),
    c.MUNICIPALITY: Message("Municipality"),
    c.REPORT: Message("Report"),
    c.DOMAIN: Message("Domain"),
    c.PILLAR: Message("Pillar"),
    c.TASK: Message("Task"),
    c.MANAGER: Message("Function of the manager"),
    c.EMPLOYEES: Message("Employees"),
    c.VALID_FROM: Message("Exists from"),
    c.VALID_TO: Message("Exists up to and including"),
    c.BATCH_ID: Message("Upload"),
    c.FILE: Message("File"),
    c.SHEET: Message("Sheet"),
    c.ROW: Message("Row"),
    c.STATE: Message("State"),
    "uses": Message("Uses"),
    "network_uses": Message("Via theme group"),
    "last_used": Message("Last used"),
    "relevant": Message("Relevant"),
    "value": Message("Value"),
    "n": Message("Records"),
    "k": Message("Number"),
    "low": Message("At least"),
    "high": Message("At most"),
    "period_start": Message("Period"),
    "rank": Message("Rank"),
    c.REASON: Message("Reason"),
    c.STATUS: Message("Status"),
    "owner": Message("Owner"),
    "next_step": Message("Next step"),
    "due_on": Message("Due"),
    "note": Message("Note"),
    "answer": Message("Answer"),
    "records": Message("Records"),
    "colleague": Message("Colleague department"),
}

DOMAINS: Mapping[str, Message] = {
    "sociaal": Message("Social domain"),
    "fysiek": Message("Physical domain"),
    "economie": Message("Economy"),
    "bestuur": Message("Governance"),
    "bedrijfsvoering": Message("Internal services"),
    c.UNCLASSIFIED: Message("Not classified"),
}
PILLARS: Mapping[str, Message] = {
    "sociaal": Message("Social pillar"),
    "fysiek": Message("Physical pillar"),
    "economie en werk": Message("Economy and work"),
    "overstijgend": Message("Across pillars"),
    c.UNCLASSIFIED: Message("Not classified"),
}
TASKS: Mapping[str, Message] = {
    "woonopgave": Message("Housing"),
    "zorg- en welzijnsopgave": Message("Care and welfare"),
    "verduurzamingsopgave": Message("Sustainability"),
    "economische opgave": Message("Economic task"),
    "governance-opgave": Message("Governance task"),
    c.UNCLASSIFIED: Message("Not classified"),
}
FORMS: Mapping[str, Message] = {
    c.ADVICE: Message("Advice"),
    c.LEARNING: Message("Learning course"),
    c.EXTERNAL_MEETING: Message("External meeting"),
    c.RESEARCH: Message("Research"),
    c.EXPERIMENT: Message("Experiment"),
    c.MEETING: Message("Meeting"),
    c.PUBLICATION: Message("Publication"),
    c.OTHER_FORM: Message("Other form"),
    c.UNCLASSIFIED: Message("Not given"),
}
CHANNELS: Mapping[str, Message] = {
    c.DIRECT: Message("Directly by the department"),
    c.NETWORK: Message("Through a G40 theme group"),
    c.UNCLASSIFIED: Message("Not given"),
}
SHARES: Mapping[str, Message] = {
    c.GENERAL: Message("General (the 40%)"),
    c.TAILORED: Message("Tailor-made (the 60%)"),
    c.UNCLASSIFIED: Message("Not given"),
}
PRECISIONS: Mapping[str, Message] = {
    c.DAY_PRECISION: Message("day"),
    c.MONTH_PRECISION: Message("month"),
    c.QUARTER_PRECISION: Message("quarter"),
    c.YEAR_PRECISION: Message("year"),
}
CERTAINTIES: Mapping[str, Message] = {
    "sure": Message("sure"),
    "likely": Message("likely"),
    "unsure": Message("unsure, ± 5"),
}
STATUSES: Mapping[str, Message] = {
    c.TO_APPROACH: Message("To approach"),
    c.APPROACHED: Message("Approached"),
    c.AGREED: Message("Agreed"),
    c.IN_USE: Message("In use"),
    c.DECLINED: Message("Deliberately not"),
}
REASONS: Mapping[str, Message] = {
    c.NOT_OUR_WORK: Message("Not our work"),
    c.OURSELVES: Message("We do it ourselves"),
    c.OTHER_SUPPLIER: Message("Another supplier"),
    c.NOT_NOW: Message("Not now"),
}
PROPOSAL_STATUSES: Mapping[str, Message] = {
    c.PROPOSED: Message("Waiting for the coordinator"),
    c.ACCEPTED: Message("Accepted"),
    c.REFUSED: Message("Not taken over"),
    c.WITHDRAWN: Message("Withdrawn"),
}
VALUES: Mapping[str, Mapping[str, Message]] = {
    c.DOMAIN: DOMAINS,
    c.PILLAR: PILLARS,
    c.TASK: TASKS,
    c.FORM: FORMS,
    c.CHANNEL: CHANNELS,
    c.SHARE: SHARES,
    c.DATE_PRECISION: PRECISIONS,
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
