"""Whom a file is about: every department, or only those that it names."""

from __future__ import annotations

import streamlit as st

from data.intake.preview import ALL_DEPARTMENTS, LISTED_DEPARTMENTS, scope_of
from texts import translate as _
from ui.reading_in.pending import Pending


def choose_scope(item: Pending) -> str | None:
    """Ask whether departments that the file does not name used nothing, or are simply not in it."""
    if not item.holds_usage:
        return None
    labels = {
        ALL_DEPARTMENTS: _("all departments"),
        LISTED_DEPARTMENTS: _("only the departments in it"),
    }
    scopes = list(labels)
    return st.radio(
        _("This file is about"),
        scopes,
        index=scopes.index(scope_of(item.preview)),
        format_func=labels.__getitem__,
        captions=[
            _("A department that is not in it did not use Platform31 in those years."),
            _("Of the other departments nothing is known; they stay “not reported”."),
        ],
        key=f"upload_scope_{item.number}",
        persist_state="session",
    )
