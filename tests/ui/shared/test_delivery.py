"""What leaves the server: the document in its language, and fewer bytes."""

from __future__ import annotations

import gzip
from typing import Any

import brotli
import pytest

from tests.running import run_apart
from ui.shared.delivery import OnTheWayOut, chosen_language, document
from ui.web.own_files import VISIT

PAGE = b'<html lang="en">\n  <head>\n    <title>Streamlit</title>\n  </head>' + b" " * 900
SCRIPT = b"let a = 1;" * 200


async def served(scope: Any, _receive: Any, send: Any) -> None:
    """Streamlit, as far as it matters here."""
    assert b"accept-encoding" not in dict(scope["headers"])
    kind, body, cache = b"text/html; charset=utf-8", PAGE, b"no-cache"
    if scope["path"].endswith(".js"):
        kind, body = b"application/javascript", SCRIPT
        cache = b"public, immutable, max-age=31536000"
    headers = [(b"content-type", kind), (b"cache-control", cache), (b"etag", b'"1"')]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body[:50], "more_body": True})
    await send({"type": "http.response.body", "body": body[50:]})


def ask(path: str, query: bytes = b"", **headers: str) -> tuple[dict[str, str], bytes]:
    """What comes back for a request."""
    sent: list[Any] = []
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query,
             "headers": raw, "scheme": "http"}  # fmt: skip

    async def keep(message: Any) -> None:
        sent.append(message)

    run_apart(OnTheWayOut(served)(scope, None, keep))  # type: ignore[arg-type]
    start, *bodies = sent
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return found, b"".join(body["body"] for body in bodies)


@pytest.mark.parametrize(("query", "language"), [(b"", "nl"), (b"taal=en", "en"), (b"x=1", "nl")])
def test_the_document_says_its_language_before_anything_runs(query: bytes, language: str) -> None:
    headers, body = ask("/verbreding", query)
    assert f'<html lang="{language}">'.encode() in body
    assert b"<head><script src=" in body
    assert b"<title>Streamlit" not in body
    assert int(headers["content-length"]) == len(body)
    assert "etag" not in headers


def test_a_visit_gets_one_cookie_that_scripts_cannot_read() -> None:
    headers, _ = ask("/")
    assert headers["set-cookie"].startswith(f"{VISIT}=")
    assert "HttpOnly; SameSite=Lax" in headers["set-cookie"]
    assert "set-cookie" not in ask("/", cookie=f"{VISIT}=a")[0]


@pytest.mark.parametrize(
    ("accepted", "way", "open_up"),
    [("gzip, deflate, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)],
)
def test_files_go_out_compressed_and_may_be_kept(accepted: str, way: str, open_up: Any) -> None:
    headers, body = ask("/static/js/a.js", accept_encoding=accepted)
    assert headers["content-encoding"] == way
    assert "immutable" in headers["cache-control"]
    assert open_up(body) == SCRIPT
    assert len(body) < len(SCRIPT) / 5


def test_who_takes_no_compression_gets_it_as_it_is() -> None:
    headers, body = ask("/static/js/a.js")
    assert (body, "content-encoding" in headers) == (SCRIPT, False)


def test_a_document_that_looks_otherwise_is_left_as_it_is() -> None:
    assert document(b"<p>anders</p>", "nl") == b"<p>anders</p>"
    assert chosen_language(b"taal=fr") == "nl"
