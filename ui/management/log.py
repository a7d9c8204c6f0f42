"""Who did what, when, where from, and how that ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing import acts
from data.users import ORIGINS, ROLES
from texts import Message, Text
from texts import translate as _
from ui.actions.action_words import PROPOSAL_KINDS
from ui.management.settings import LABELS
from ui.shared import formats, loaders
from ui.shared.chart import excel_button
from ui.shared.labels import column_label, value_label

SHOWN = 200
# What stands in lines of the log beside the columns of records.
_KEYS: Mapping[str, Text] = {
    "accepted": Text("Rows read"),
    "all_departments": Text("All departments"),
    "asked_on": Text("Asked on"),
    "cbs_code": Text("Number of the municipality (CBS)"),
    "channels": Text("Channels"),
    "complete": Text("All use is in it"),
    "departments": Text("Departments"),
    "first": Text("First colour"),
    "first_day": Text("From"),
    "hash": Text("Hash of the last"),
    "kind": Text("Sort"),
    "language": Text("Language"),
    "last_day": Text("Up to and including"),
    "last_year": Text("Last year"),
    "later": Text("Later"),
    "left_out": Text("Left out"),
    "lines": Text("Lines"),
    "lines_of_contribution": Text("Lines of the contribution"),
    "logo": Text("Logo"),
    "now": Text("Now"),
    "other_lines": Text("Other lines"),
    "outcome": Text("Outcome"),
    "role": Text("Role"),
    "brought_back": Text("Uploads brought back"),
    "differences": Text("Differences"),
    "first_year": Text("First year"),
    "inhabitants": Text("Inhabitants"),
    "lost": Text("Uploads that are deleted"),
    "name": Text("Name"),
    "rejected": Text("Rows rejected"),
    "replaced": Text("Uploads replaced"),
    "rows": Text("Rows"),
    "second": Text("Second colour"),
    "skipped": Text("Rows skipped"),
    "spelling": Text("Spelling"),
    "successors": Text("Followed by"),
    "taken_back": Text("Uploads taken back"),
    "text": Text("Text"),
    "themes": Text("Themes"),
    "uploads": Text("Uploads"),
    "version": Text("Version"),
    **{name: label for name, (label, _meaning) in LABELS.items()},
}
_KINDS: Mapping[str, Text] = {
    c.USAGE: Text("Use"),
    c.BUDGET: Text("Budget"),
    c.ACTUAL: Text("Actual"),
    c.COMMITMENT: Text("Commitment"),
    **PROPOSAL_KINDS,
}
_NOT = "not"  # before the name of a column: what excludes a line


def show_log() -> None:
    """The newest changes on screen, all of them as Excel."""
    changes = loaders.changes()
    if changes.empty:
        st.info(_("Nothing was changed yet. Uploads are listed on Read in."))
        return
    table = log_table(changes)
    if len(table) > SHOWN:
        text = _("The newest {n} are shown; the Excel file has them all.")
        st.caption(text.format(n=formats.number(SHOWN)))
    title = _("Who changed what")
    st.dataframe(table.head(SHOWN), hide_index=True, alt=title)
    excel_button("log", lambda: {title: table}, title=title)


def log_table(changes: pd.DataFrame) -> pd.DataFrame:
    """`load_changes` with readers' headings, and moments as the clock in the Netherlands."""
    moments = formats.local_time(changes["at"])
    return pd.DataFrame(
        {
            _("When"): [f"{formats.short_date(at)} {at:%H:%M}" for at in moments],
            _("Who"): changes["user"],
            _("Role"): [str(ROLES[role].label) for role in changes["role"]],
            _("Where from"): [str(ORIGINS[origin]) for origin in changes["origin"]],
            _("What"): [str(acts.SUBJECTS[subject].label) for subject in changes["subject"]],
            _("Number"): changes["subject_id"].astype("str").fillna(""),
            _("Done"): [str(acts.VERBS[verb].label) for verb in changes["verb"]],
            _("Result"): list(map(_result, changes["result"], changes["reason"])),
            _("Before"): [in_words(values) for values in changes["before"]],
            _("After"): [in_words(values) for values in changes["after"]],
        },
        dtype="str",
    )


def _result(result: str, reason: Message | None) -> str:
    """How it ended, and why it was not done."""
    label = str(acts.RESULTS[result])
    return f"{label}: {reason}" if reason else label


def in_words(values: Mapping[str, Any]) -> str:
    """`Domain: bestuur; ...`; what was empty reads as a dash."""
    return "; ".join(
        f"{_key_in_words(key)}: {value_in_words(value, key)}" for key, value in values.items()
    )


def _key_in_words(key: str) -> str:
    excluded, colon, column = key.partition(":")
    if colon and excluded == _NOT:
        return _("{column}, left out").format(column=column_label(column))
    return str(_KEYS.get(key) or column_label(key))


def value_in_words(value: Any, column: str = "") -> str:  # noqa: ANN401 (whatever JSON holds)
    """A value of `column` for a reader; nothing is a dash, and a list is listed."""
    if value is None or value == "" or value == {}:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        return in_words(value)
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(part) for part in value)
    if column == "kind":
        return str(_KINDS.get(str(value), value))
    return value_label(column, value)
