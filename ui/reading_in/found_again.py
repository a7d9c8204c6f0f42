"""What waits in a session, found again by the same visitor after a reload of the page.

A reload begins a new session. Streamlit keeps the one before for two minutes after its browser
left; until then what it holds goes to the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from weakref import WeakValueDictionary

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.storing.store import default_url
from ui.shared import visitor
from ui.web.own_files import VISIT
from ui.web.streamlit_internals import sessions


class _Place(NamedTuple):
    """Whose something is (another may sign in at the same browser), and what."""

    visit: str
    user: str
    store: str
    key: str


class Files(dict[int, Any]):
    """The files that wait, by their number."""


class Tasks(list[Any]):
    """The work that waits, in its order."""


T = TypeVar("T", Files, Tasks)
_held: WeakValueDictionary[tuple[_Place, str], Any] = WeakValueDictionary()


def held(key: str, make: type[T]) -> T:
    """What this session holds under a key; at first what a session that was left held there."""
    if key not in st.session_state:
        place, session = _place(key), _session()
        st.session_state[key] = (_left(place) if place else None) or make()
        if place:
            _held[place, session] = st.session_state[key]
    of_session: T = st.session_state[key]
    return of_session


def _place(key: str) -> _Place | None:
    visit = _visit()
    return _Place(visit, visitor.real_user().name, default_url(), key) if visit else None


def _left(place: _Place) -> Any:  # noqa: ANN401 (files or work)
    """What the last session that nobody is at any more held in this place."""
    held = [(session, found) for (at, session), found in _held.items() if at == place and found]
    return next((found for session, found in reversed(held) if not _is_at(session)), None)


def _session() -> str:
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


def _visit() -> str | None:
    """The number of this visit; it is the same in each tab of a browser."""
    return st.context.cookies.get(VISIT) if _session() else None


def who_visits() -> Callable[[], bool]:
    """What tells, in any thread, whether the visitor of this run of the page is still there.

    Who reloads the page is there in another session.
    """
    session, visit = _session(), _visit()
    if not session or not runtime.exists():
        return lambda: True
    return lambda: _is_at(session) or (visit is not None and _is_anywhere(visit))


def _is_anywhere(visit: str) -> bool:
    return any(cookies.get(VISIT) == visit for _number, cookies in sessions())


def _is_at(session: str) -> bool:
    try:
        return runtime.get_instance().is_active_session(session)
    except RuntimeError:  # no server any more: nobody knows
        return True
