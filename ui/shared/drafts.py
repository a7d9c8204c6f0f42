"""What a visitor is filling in, kept until it is stored or let go of.

A draft is found again by the cookie of the visit: after a reload, a lost connection, and whatever
anybody stores meanwhile. Storing it begins a new round: its fields are new and empty then, and a
second tap on the button that stood there does nothing.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from data.storing.store import default_url
from ui.shared import visitor
from ui.web.own_files import VISIT

T = TypeVar("T")

_MOST = 2_000
_SECONDS = 24 * 3_600


@dataclass
class Draft:
    """What was filled in so far, by field, and how often what stood here was stored before."""

    name: str
    round: int = 0
    filled: dict[str, Any] = field(default_factory=dict)
    used_at: float = field(default_factory=time.monotonic)

    def key(self, field_name: str) -> str:
        """The key of the widget for a field, which begins with what was filled in before.

        Without that the widget begins with its own value, or with what a browser that comes back
        after a restart of the server still holds.
        """
        key = f"{self.name}_{self.round}_{field_name}"
        if field_name in self.filled and key not in st.session_state:
            st.session_state[key] = self.filled[field_name]
        return key

    def keep(self, field_name: str, value: T) -> T:
        """Remember what a field holds now."""
        self.filled[field_name] = value
        return value

    def finish(self) -> None:
        """What was filled in is stored, or let go of: begin anew."""
        self.round += 1
        self.filled.clear()


class _Drafts:
    """The drafts of every visit; the one used longest ago is let go of first."""

    def __init__(self) -> None:
        self._drafts: OrderedDict[tuple[str, str, str], Draft] = OrderedDict()
        self._lock = Lock()

    def find(self, place: tuple[str, str, str], name: str) -> Draft:
        with self._lock:
            found = self._drafts.pop(place, None)
            if found is None or time.monotonic() - found.used_at > _SECONDS:
                found = Draft(name)
            found.used_at = time.monotonic()
            self._drafts[place] = found
            while len(self._drafts) > _MOST:
                self._drafts.popitem(last=False)
            return found


@st.cache_resource(show_spinner=False)
def _drafts() -> _Drafts:
    return _Drafts()


def draft(name: str) -> Draft:
    """The draft of this visit with this name, which says what it is about and whose."""
    if visit := st.context.cookies.get(VISIT):
        whose = f"{visit} {visitor.real_user().name}"  # another may sign in at the same browser
        return _drafts().find((whose, default_url(), name), name)
    kept: dict[str, Draft] = st.session_state.setdefault("drafts", {})
    return kept.setdefault(name, Draft(name))


def edit_table(
    name: str, frame: pd.DataFrame, editor: Callable[[pd.DataFrame, str], pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame, Draft]:
    """A table to edit: as it was when the visitor began, as it is edited now, and its draft.

    `editor` shows a frame under a key and gives it back edited. Without an edit the table follows
    the store; with one it stays as the visitor has it, whatever anybody stores.
    """
    one = draft(name)
    begun, now = one.filled.get("begun"), one.filled.get("now")
    if begun is None or (begun.equals(now) and not begun.equals(frame)):
        one.finish()
        begun = now = one.keep("begun", frame)
    key = f"{name}_{one.round}_table"
    if key not in st.session_state:  # a new visit or a new round: begin with the edits so far
        st.session_state[f"{key}_start"] = now
    after = one.keep("now", editor(st.session_state[f"{key}_start"], key))
    return begun, after, one
