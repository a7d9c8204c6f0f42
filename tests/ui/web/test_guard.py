"""Whose requests are answered at all, when a proxy names the user."""

from __future__ import annotations

import httpx
import pytest
from starlette.responses import PlainTextResponse
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.running import run_apart
from ui.web.asked import may_be_asked
from ui.web.guard import Guard
from ui.web.hosts import is_within, networks_in

HEADER = "X-Remote-User"
PROXIES = networks_in("10.0.0.5, 172.18.0.0/16, ::1")


@pytest.fixture(autouse=True)
def _a_proxy_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBREDINGSMONITOR_PROXY_USER_HEADER", HEADER)


def answer(address: str, headers: list[tuple[str, str]], path: str = "/") -> int:
    way = httpx.ASGITransport(
        Guard(PlainTextResponse("ok"), {"tool"}, PROXIES), client=(address, 50_000)
    )

    async def ask() -> int:
        async with httpx.AsyncClient(transport=way, base_url="http://tool") as client:
            return (await client.get(path, headers=headers)).status_code

    return run_apart(ask())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("10.0.0.5", 200),
        ("172.18.3.4", 200),
        ("::1", 200),
        ("::ffff:10.0.0.5", 200),
        ("10.0.0.6", 403),
        ("127.0.0.1", 403),  # not when the setting names another machine
        ("::ffff:10.0.0.6", 403),
        ("", 403),
        ("geen adres", 403),
    ],
)
def test_only_the_proxy_is_believed(address: str, status: int) -> None:
    assert answer(address, [(HEADER, "noor")]) == status
    assert answer(address, [(HEADER, "noor"), ("X-Forwarded-For", "10.0.0.5")]) == status
    assert answer(address, []) == status  # without a name the page itself says what to do
    assert answer(address, [], "/_stcore/health") == 200


def test_a_header_that_stands_there_twice_is_believed_of_nobody() -> None:
    assert answer("10.0.0.5", [(HEADER, "noor"), (HEADER.lower(), "sam")]) == 403


def test_the_setting_holds_addresses_and_networks() -> None:
    assert is_within("192.0.2.7", networks_in("192.0.2.0/24"))
    assert not is_within(None, networks_in("0.0.0.0/0"))
    assert networks_in("") == ()
    with pytest.raises(ValueError, match="10"):
        networks_in("10.0.0.5/8")


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("cross-site", 403), ("same-site", 403), (None, 200)],
)
def test_another_site_signs_nobody_out(site: str | None, status: int) -> None:
    headers = [("Sec-Fetch-Site", site)] if site else []
    assert answer("10.0.0.5", headers, "/auth/logout") == status


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (BackMsg(rerun_script={}), True),
        (BackMsg(stop_script=True), True),
        (BackMsg(app_heartbeat=True), True),
        (BackMsg(backend_operation_request={"deferred_file": {"file_id": "1"}}), True),
        (BackMsg(backend_operation_request={"install_skills": {}}), False),
        (BackMsg(backend_operation_request={"dataframe_chunk": {"source_id": "1"}}), False),
        (BackMsg(clear_cache=True), False),
        (BackMsg(load_git_info=True), False),
        (BackMsg(debug_shutdown_runtime=True), False),
        (BackMsg(set_run_on_save=True), False),
        (BackMsg(), False),
    ],
    ids=lambda value: str(value).strip().replace("\n", " ") or "nothing",
)
def test_a_page_asks_to_be_run_and_for_its_files(asked: BackMsg, answered: bool) -> None:
    assert may_be_asked(asked.SerializeToString()) is answered
