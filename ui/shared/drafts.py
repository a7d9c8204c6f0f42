"""What a visitor is filling in, kept until it is stored or let go of.

A draft is found again by the cookie of the visit: after a reload, a lost connection, and whatever
anybody stores meanwhile. Once it is stored its fields are new and empty, and a second tap on the
button that stood there does nothing. The keys of its fields follow from what the store holds, so
that a browser that comes back after a restart of the server finds its own fields again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from threading import Lock
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.storing.store import default_url
from ui.shared import visitor
from ui.web.own_files import VISIT

_MOST = 2_000
_SECONDS = 24 * 3_600
_MISSING = object()


@dataclasses.dataclass
class Draft:
    """What was filled in so far, by field: as it stood in the store, and as it is now.

    `stored` is how often the visitor stored this before, by the store, or else by this draft.
    """

    name: str
    stored: int = 0
    filled: dict[str, tuple[Any, Any]] = dataclasses.field(default_factory=dict)
    table: tuple[pd.DataFrame, pd.DataFrame] | None = None
    version: int = 0  # of what is changed, when the visitor began
    used_at: float = dataclasses.field(default_factory=time.monotonic)

    def field(
        self,
        name: str,
        stored: Any = None,  # noqa: ANN401 (of any field)
        *,
        among: Collection[Any] | None = None,
    ) -> str:
        """The key of the widget for a field; it follows what is stored until it is edited.

        The widget begins with that, or with what was filled in before. What is no longer `among`
        what may be chosen is let go of.
        """
        key, (was, now) = self.key(name), self.filled.get(name, (stored, stored))
        held = st.session_state.get(key, _MISSING)
        if held is _MISSING and _browser_holds(key):
            return key  # a browser that comes back knows what was filled in last
        now = now if held is _MISSING else held
        if now == was:
            was = now = stored
        if among is not None:
            now = _only(now, among)
        self.filled[name] = was, now
        if held is _MISSING or held != now:
            st.session_state[key] = now
        return key

    def key(self, name: str) -> str:
        """A key that is new once this was stored, so that a second tap finds nothing to do."""
        return f"{self.name}_{self.stored}_{name}"

    def said(self, name: str) -> Any:  # noqa: ANN401 (of any field)
        """What a field holds now."""
        return st.session_state.get(self.key(name), self.filled.get(name, (None, None))[1])

    def look_at(self, version: int) -> None:
        """Note the version that is shown; from the first edit on it stays the one noted."""
        if not self.version or all(was == now for was, now in self.filled.values()):
            self.version = version

    def begun_at(self) -> int:
        """The version at which the editing began.

        Who is told that somebody else changed it, and then saves again, means it.
        """
        begun, self.version = self.version, 0
        return begun

    def finish(self) -> None:
        """What was filled in is stored, or let go of: begin anew."""
        self.filled.clear()
        self.table, self.version = None, 0
        self.stored += 1


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


def _visit() -> str | None:
    return st.context.cookies.get(VISIT)


def draft(name: str, *, stored: int | None = None) -> Draft:
    """The draft of this visit with this name, which says what it is about and whose.

    `stored` counts, by the store, how often the visitor stored this before; it outlives a restart.
    The draft may count more: what says the same as before is not stored again.
    """
    if visit := _visit():
        whose = f"{visit} {visitor.real_user().name}"  # another may sign in at the same browser
        found = _drafts().find((whose, default_url(), name), name)
    else:
        kept: dict[str, Draft] = st.session_state.setdefault("drafts", {})
        found = kept.setdefault(name, Draft(name))
    if stored is not None:
        found.stored = max(found.stored, stored)
    return found


def edit_table(
    name: str, frame: pd.DataFrame, editor: Callable[[pd.DataFrame, str], pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A table to edit: as it was when the visitor began, and as it is edited now.

    `editor` shows a frame under a key and gives it back edited. Without an edit the table follows
    the store; with one it stays as the visitor has it, whatever anybody stores. Where no rows can
    be added both tables have the same: what the editor began with is kept under a key that follows
    from the first.
    """
    one = draft(name)
    begun, now = one.table or (frame, frame)
    if _print_of(begun) == _print_of(now):
        begun = now = frame
    key = f"{name}_{_print_of(begun)}_table"
    if key not in st.session_state:  # a new visit or another table: begin with the edits so far
        st.session_state[f"{key}_start"] = now
    after = editor(st.session_state[f"{key}_start"], key)
    one.table = begun, after
    return begun, after


def _browser_holds(key: str) -> bool:
    """Whether a browser that comes back brings a value for a widget that was not shown yet."""
    context = get_script_run_ctx(suppress_warning=True)
    brought = context.session_state._state._new_widget_state.states if context else ()
    return any(identity.endswith(f"-{key}") for identity in brought)


def _only(chosen: Any, among: Collection[Any]) -> Any:  # noqa: ANN401 (one, or a list)
    if isinstance(chosen, list):
        return [one for one in chosen if one in among]
    return chosen if chosen in among else None


def _print_of(frame: pd.DataFrame) -> str:
    return hashlib.sha256(frame.to_csv().encode()).hexdigest()[:16]
