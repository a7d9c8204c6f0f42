from __future__ import annotations

from typing import ClassVar
from unittest.mock import Mock

import pytest
import streamlit as st

from tests.users import coordinator
from ui.reading_in import found_again
from ui.reading_in.found_again import Files, held, who_visits
from ui.web.own_files import VISIT


class Server:
    """A server with sessions, some of which somebody is at."""

    active: ClassVar[dict[str, str]] = {}  # session: visit

    def is_active_session(self, session: str) -> bool:
        return session in self.active


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> type[Server]:
    Server.active = {}
    monkeypatch.setattr(found_again.runtime, "exists", lambda: True)
    monkeypatch.setattr(found_again.runtime, "get_instance", Server)
    monkeypatch.setattr(
        found_again, "sessions", lambda: [(s, {VISIT: v}) for s, v in Server.active.items()]
    )
    return Server


def begin(
    patch: pytest.MonkeyPatch, session: str, *, visit: str | None = "v", user: str = "Noor"
) -> None:
    """A page that runs in a new session of this visit."""
    Server.active[session] = visit or ""
    patch.setattr(st, "session_state", {})
    patch.setattr(found_again, "get_script_run_ctx", lambda **_: Mock(session_id=session))
    patch.setattr(st, "context", Mock(cookies={VISIT: visit} if visit else {}))
    patch.setattr(found_again.visitor, "real_user", lambda: coordinator(user))


def test_what_waits_is_found_again_after_a_reload(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(monkeypatch, "one")
    before = held("files", Files)
    before[1] = "a.xlsx"
    del Server.active["one"]
    begin(monkeypatch, "two")
    assert held("files", Files) is before
    assert held("other", Files) == {}


@pytest.mark.parametrize(
    ("visit", "user", "leaves"), [("v", "Noor", False), ("w", "Noor", True), ("v", "Sam", True),
                                  (None, "Noor", True)]
)  # fmt: skip
def test_nobody_else_and_no_other_tab_finds_it(
    monkeypatch: pytest.MonkeyPatch, visit: str | None, user: str, leaves: bool
) -> None:
    begin(monkeypatch, "one")
    held("files", Files)[1] = "a.xlsx"
    kept = st.session_state
    if leaves:
        del Server.active["one"]
    begin(monkeypatch, "two", visit=visit, user=user)
    assert held("files", Files) == {}
    assert kept["files"] == {1: "a.xlsx"}


def test_what_the_server_let_go_of_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(monkeypatch, "one")
    held("files", Files)[1] = "a.xlsx"
    del Server.active["one"]
    st.session_state.clear()  # as when the server forgets the session
    begin(monkeypatch, "two")
    assert held("files", Files) == {}


def test_a_visitor_is_there_as_long_as_a_session_of_the_visit_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(monkeypatch, "one")
    is_here = who_visits()
    assert is_here()
    del Server.active["one"]
    assert not is_here()
    begin(monkeypatch, "two")
    assert is_here()
    monkeypatch.setattr(found_again.runtime, "get_instance", Mock(side_effect=RuntimeError))
    assert is_here()
