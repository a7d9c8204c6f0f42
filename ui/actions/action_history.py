"""What was changed before: who, when and what, for one conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.acts import ACTION, BEGIN, CONVERSATION, DONE
from texts import translate as _
from ui.actions.action_words import status_in_words
from ui.shared import formats, loaders
from ui.shared.labels import column_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_history(actions: pd.DataFrame) -> None:
    """Every change of a conversation and its themes, the newest first."""
    themes = dict(zip(actions["id"], actions[c.THEME], strict=True))
    number = int(actions["conversation_id"].iloc[0])
    lines = history(loaders.changes(), number, themes)
    with st.popover(_("History"), icon=":material/history:"):
        st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))


def history(changes: pd.DataFrame, number: int, themes: Mapping[int, str]) -> list[str]:
    """The changes in words; `changes` as `load_changes` gives them, `themes` action -> theme."""
    changes = changes[changes["result"] == DONE]
    of_conversation = (changes["subject"] == CONVERSATION.name) & (changes["subject_id"] == number)
    of_themes = (changes["subject"] == ACTION.name) & changes["subject_id"].isin(list(themes))
    found = _since_it_began(changes[(of_conversation | of_themes).fillna(False)])
    return [
        _("{date}, {user}: {what}").format(
            date=formats.date(line["at"]), user=line["user"], what=_what(line, themes)
        )
        for line in rows_of(found)
    ]


def _since_it_began(changes: pd.DataFrame) -> pd.DataFrame:
    """Without what is told of an earlier one that had the same number and is gone."""
    first = changes[changes["verb"] == BEGIN.name]
    return changes if first.empty else changes[changes["id"] >= first["id"].iloc[0]]


def _what(line: Mapping[str, Any], themes: Mapping[int, str]) -> str:
    if line["subject"] == CONVERSATION.name:
        if line["verb"] == BEGIN.name:
            return _("conversation started.")
        return "; ".join(_field(name, line["after"][name]) for name in line["after"]) + "."
    theme, after = themes[line["subject_id"]], line["after"]
    if c.STATUS not in after:
        return _("{theme}: another reason.").format(theme=theme)
    status = status_in_words(after[c.STATUS], after.get(c.REASON)).lower()
    return f"{theme}: {status}."


def _field(name: str, value: object) -> str:
    shown = "–" if value in (None, "") else value
    if name == "due_on" and value:
        shown = formats.date(pd.Timestamp(str(value)))
    return f"{column_label(name)}: {shown}"
