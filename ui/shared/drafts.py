"""What a visitor is filling in, kept until it is stored or let go of.

A draft is found again by the cookie of the visit: after a reload, a lost connection, and whatever
anybody stores meanwhile. Once it is stored its fields are new and empty, and a second tap on the
button that stood there does nothing. The keys of its fields follow from what the store holds, so
that a browser that comes back after a restart of the server finds its own fields again.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
_TABLE = "table"


@dataclass
class Draft:
    """What was filled in so far, by field; `stored` is how often this was stored before."""

    name: str
    stored: int = 0
    filled: dict[str, Any] = field(default_factory=dict)
    used_at: float = field(default_factory=time.monotonic)

    def key(self, field_name: str) -> str:
        """The key of the widget for a field, which begins with what was filled in before.

        Without that the widget begins with its own value, or with what a browser that comes back
        after a restart of the server still holds.
        """
        key = f"{self.name}_{self.stored}_{field_name}"
        if field_name in self.filled and key not in st.session_state:
            st.session_state[key] = self.filled[field_name]
        return key

    def keep(self, field_name: str, value: T) -> T:
        """Remember what a field holds now."""
        self.filled[field_name] = value
        return value

    def finish(self) -> None:
        """What was filled in is stored, or let go of: begin anew."""
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


def draft(name: str, *, stored: int = 0) -> Draft:
    """The draft of this visit with this name, which says what it is about and whose.

    `stored` counts, by the store, how often the visitor stored this before.
    """
    if visit := st.context.cookies.get(VISIT):
        whose = f"{visit} {visitor.real_user().name}"  # another may sign in at the same browser
        return replace(_drafts().find((whose, default_url(), name), name), stored=stored)
    kept: dict[str, Draft] = st.session_state.setdefault("drafts", {})
    return replace(kept.setdefault(name, Draft(name)), stored=stored)


def edit_table(
    name: str, frame: pd.DataFrame, editor: Callable[[pd.DataFrame, str], pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame, Draft]:
    """A table to edit: as it was when the visitor began, as it is edited now, and its draft.

    `editor` shows a frame under a key and gives it back edited. Without an edit the table follows
    the store; with one it stays as the visitor has it, whatever anybody stores. Both tables have
    the same rows: what the editor began with is kept under a key that follows from the first.
    """
    one = draft(name)
    begun, now = one.filled.get(_TABLE, (None, None))
    if begun is None or (begun.equals(now) and not begun.equals(frame)):
        begun = now = frame
    key = f"{name}_{_print_of(begun)}_table"
    if key not in st.session_state:  # a new visit or another table: begin with the edits so far
        st.session_state[f"{key}_start"] = now
    after = editor(st.session_state[f"{key}_start"], key)
    one.keep(_TABLE, (begun, after))
    return begun, after, one


def _print_of(frame: pd.DataFrame) -> str:
    return hashlib.sha256(frame.to_csv().encode()).hexdigest()[:16]
