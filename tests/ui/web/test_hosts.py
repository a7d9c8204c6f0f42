"""By which names the tool may be reached, and from which pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.web.hosts import LOOPBACK, is_loopback, may_ask, name_of, names_in


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8501", None),
        ("localhost:8501", "http://localhost:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
        ("LOCALHOST", "http://localhost"),
    ],
)
def test_this_machine_may_ask(host: str, origin: str | None) -> None:
    assert may_ask(host, origin, LOOPBACK)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("elders.example", "http://elders.example"),  # a name that leads here (DNS rebinding)
        ("elders.example:8501", None),
        ("127.0.0.1:8501", "http://elders.example"),
        ("127.0.0.1:8501", "http://127.0.0.1:9999"),  # another program on this machine
        ("127.0.0.1:8501", "null"),  # a page in a sandbox, or a file
        ("127.0.0.1.elders.example", None),
        ("a@127.0.0.1", None),
        ("127.0.0.1:poort", None),
        ("", None),
        (None, None),
    ],
)
def test_another_site_may_not(host: str | None, origin: str | None) -> None:
    assert not may_ask(host, origin, LOOPBACK)


@given(st.text())
def test_whatever_the_host_says_only_a_known_name_is_answered(host: str) -> None:
    if may_ask(host, None, {"verbreding.example.nl"}):
        assert name_of(host) in ("verbreding.example.nl", "verbreding.example.nl.")


def test_the_setting_holds_names_with_commas() -> None:
    assert names_in(" a.example.nl, B.example.nl,,") == {"a.example.nl", "b.example.nl"}


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("127.8.0.1", True),
        (None, False),
        ("0.0.0.0", False),  # noqa: S104 (that is what must not pass)
        ("::", False),
        ("10.0.0.4", False),
        ("naam", False),
    ],
)
def test_only_a_loopback_address_is_for_this_machine_alone(address: str, here: bool) -> None:
    assert is_loopback(address) is here
