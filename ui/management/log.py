"""Who changed what, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from texts import Text
from texts import translate as _
from ui.shared import formats, loaders
from ui.shared.chart import excel_button
from ui.shared.labels import column_label, value_label

SHOWN = 200
SUBJECTS = {
    "department": Text("department"),
    "theme": Text("theme"),
    "form": Text("forms"),
    "relevance": Text("relevant combination"),
    "reorganisation": Text("reorganisation"),
    "name_variant": Text("spelling"),
    "heading_memory": Text("heading"),
    "setting": Text("setting"),
    "action": Text("action"),
    "conversation": Text("conversation"),
    "confirmation": Text("confirmation"),
    "proposal": Text("proposal"),
    "sample": Text("sample data"),
    "finance_rule": Text("rule of finance exports"),
}
_VERBS = {
    "accepted": Text("accepted"),
    "added": Text("added"),
    "began": Text("began"),
    "changed": Text("changed"),
    "chose": Text("chose"),
    "confirmed": Text("confirmed"),
    "refused": Text("declined"),
    "withdrawn": Text("withdrew"),
    "edited": Text("edited"),
    "moved": Text("gave another status"),
    "proposed": Text("proposed"),
    "removed": Text("removed"),
    "undone": Text("undone"),
    "withdrew": Text("withdrew"),
}


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
    moments = changes["at"].dt.tz_convert("Europe/Amsterdam")
    return pd.DataFrame(
        {
            _("When"): [f"{formats.short_date(at)} {at:%H:%M}" for at in moments],
            _("Who"): changes["user"],
            _("What"): [_named(SUBJECTS, subject) for subject in changes["subject"]],
            _("Done"): [_named(_VERBS, verb) for verb in changes["verb"]],
            _("Before"): [in_words(values) for values in changes["before"]],
            _("After"): [in_words(values) for values in changes["after"]],
        },
        dtype="str",
    )


def _named(names: Mapping[str, Text], key: str) -> str:
    return str(names.get(key, key))


def in_words(values: Mapping[str, Any]) -> str:
    """`Domain: bestuur; ...`; what was empty reads as a dash."""
    return "; ".join(
        f"{column_label(key)}: {value_in_words(value, key)}" for key, value in values.items()
    )


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
    return value_label(column, value)
