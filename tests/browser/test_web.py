"""What reaches the served app from outside, and what an answer says: with a plain client."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from functools import partial
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import httpx
import pytest
import websockets
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.looking import Visit
from tests.browser.serving import Site
from tests.listening import Listener, files_in
from tests.running import run_apart
from ui.web.own_files import VISIT


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.origin) as client:
        yield client


def test_every_answer_protects_who_asks(client: httpx.Client) -> None:
    for path in ("/", "/verbreding", "/_stcore/health", "/eigen/chrome.js", "/media/a.xlsx"):
        headers = client.get(path).headers
        assert headers["x-frame-options"] == "DENY", path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "same-origin", path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
        assert "unsafe-eval" not in headers["content-security-policy"], path
        assert "camera=()" in headers["permissions-policy"], path
        assert "strict-transport-security" not in headers, path
    behind_tls = client.get("/", headers={"x-forwarded-proto": "https"})
    assert behind_tls.headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"host": "elders.example"}, 421), ({"origin": "http://elders.example"}, 403)],
)
def test_another_site_gets_nothing(client: httpx.Client, headers: dict, status: int) -> None:
    answer = client.get("/", headers=headers)
    assert (answer.status_code, answer.text) == (status, "")


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check",
     "/themas/_stcore/metrics"],
)  # fmt: skip
def test_what_the_page_does_not_need_is_closed(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def head_of(site: Site, request: str) -> tuple[int, bytes]:
    """The status and the whole answer to a request as it is written here."""
    port = urlsplit(site.origin).port
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        line.sendall(request.replace("\n", "\r\n").encode())
        answer = b"".join(iter(partial(line.recv, 65_536), b""))
    return int(answer.split()[1]), answer


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/media/../../etc/passwd", "/static/..%2f..%2f..%2fetc/passwd",
     "/media/%2e%2e/%2e%2e/etc/passwd", "/component/x/../../etc/passwd", "//etc/passwd",
     "/eigen/../serve.py", "/.streamlit/config.toml", "/store/verbredingsmonitor.sqlite3",
     "/static/%00", "/_stcore/upload_file/../metrics", "/_stcore/streamer"],
)  # fmt: skip
def test_no_path_leads_to_a_file_of_the_machine(site: Site, path: str) -> None:
    status, answer = head_of(site, f"GET {path} HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n")
    page = status == 200 and b"<title>Verbredingsmonitor</title>" in answer
    assert page or status in (400, 403, 404)


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "POST"])
def test_a_page_is_only_asked_for(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_a_request_for_two_hosts_is_refused(site: Site) -> None:
    request = "GET / HTTP/1.1\nHost: 127.0.0.1\nHost: elders.example\nConnection: close\n\n"
    assert head_of(site, request)[0] == 400


def test_a_message_that_is_too_large_ends_the_session_and_nothing_else(site: Site) -> None:
    listener = Listener(urlsplit(site.origin).port or 0)
    with listener.session() as session:
        session.send(b"\0" * 30_000_000)
        with pytest.raises(websockets.ConnectionClosedError, match="too big"):
            session.receive()
    assert listener.got("/_stcore/health").status_code == 200


@pytest.mark.parametrize("host", ["elders.example", "127.0.0.1"])  # the first: DNS rebinding
def test_a_websocket_of_another_site_is_refused(site: Site, host: str) -> None:
    port = urlsplit(site.origin).port

    async def knock() -> int:
        try:
            async with websockets.connect(
                f"ws://{host}:{port}/_stcore/stream", host="127.0.0.1", port=port,
                origin=websockets.Origin(f"http://elders.example:{port}"),
            ):  # fmt: skip
                return 101
        except websockets.InvalidStatus as refused:
            return refused.response.status_code

    assert run_apart(knock()) == 403


def test_a_file_is_taken_only_from_who_is_at_the_session(site: Site, client: httpx.Client) -> None:
    client.get("/")
    mine = client.cookies[VISIT]
    client.get("/_stcore/health")  # sets the token against requests from elsewhere
    token = client.cookies["_streamlit_xsrf"]

    async def session_and_answers() -> list[int]:
        address = f"ws://{urlsplit(site.origin).netloc}/_stcore/stream"
        async with websockets.connect(
            address, additional_headers={"Cookie": f"{VISIT}={mine}"}, subprotocols=["streamlit"],
            max_size=None,
        ) as socket:  # fmt: skip
            await socket.send(BackMsg(rerun_script={}).SerializeToString())
            told = ForwardMsg()
            while told.WhichOneof("type") != "new_session":
                told.ParseFromString(await socket.recv())
            path = f"/_stcore/upload_file/{told.new_session.initialize.session_id}/1"
            return [
                await asyncio.to_thread(put, path, visit) for visit in (None, "een-ander", mine)
            ]

    def put(path: str, visit: str | None) -> int:
        cookies = {"_streamlit_xsrf": token, **({VISIT: visit} if visit else {})}
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return httpx.put(
            site.origin + path, files={"a.csv": b"a;b"},
            headers={"Cookie": cookie, "X-Xsrftoken": token.strip('"')},
        ).status_code  # fmt: skip

    assert run_apart(session_and_answers()) == [403, 403, 204]


def test_a_download_is_for_the_visit_that_asked_for_it(site: Site) -> None:
    port = urlsplit(site.origin).port or 0
    own, other, nobody = (
        Listener(port, {"Cookie": f"{VISIT}={n}"} if n else {}) for n in ("a", "b", "")
    )
    with own.session() as session:
        file = session.address_of(files_in(session.run("budget"))[0])
        assert [listener.got(file).status_code for listener in (other, nobody)] == [403, 403]
        answer = own.got(file)
        assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_the_cookie_of_the_visit_is_only_sent_over_tls_behind_tls(client: httpx.Client) -> None:
    told = client.get("/", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    morsel = SimpleCookie(told)[VISIT]
    assert (morsel["secure"], morsel["httponly"], morsel["samesite"]) == (True, True, "Lax")


def test_no_page_may_show_us_in_its_frame(site: Site, visit: Visit, tmp_path: object) -> None:
    page: Page = visit(site)
    refused: list[str] = []
    page.context.new_page()
    other = page.context.pages[-1]
    other.on("console", lambda message: refused.append(message.text))
    other.set_content(f'<iframe src="{site.origin}/"></iframe>')
    expect(other.locator("iframe")).to_be_visible()
    other.wait_for_timeout(500)
    assert any("frame" in text.casefold() for text in refused)
