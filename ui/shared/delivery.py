"""What is done with the page on its way out: its language, a cookie for drafts, fewer bytes.

Streamlit's bundle stays as it is. Beside it `chrome.js` is handed out, which puts Streamlit's own
words into Dutch, and `page.js`, which is what our own tables and buttons do.
"""

from __future__ import annotations

import gzip
import re
import secrets
from collections.abc import Callable
from functools import lru_cache
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs

import anyio.to_thread
import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.headers import inline_hashes, page_policy
from ui.web.hosts import is_secure
from ui.web.own_files import VISIT

_DAYS = 30
_SCRIPTS = tuple(Path(__file__).with_name(name) for name in ("chrome.js", "page.js"))
_SCRIPT_PATH = "/eigen/chrome.js"
_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
_LEAST_BYTES = 600
_WAYS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=9),
    "gzip": lambda body: gzip.compress(body, 7),
}
_MOST_KEPT = 400  # compressed files of Streamlit's bundle; it has some three hundred


class OnTheWayOut:
    """Middleware: see the top of this module. Only documents and static files are touched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept = lru_cache(_MOST_KEPT)(_compressed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything through, and answer a document or static file in our own way."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _concerns(scope["path"]):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []
        chunks: list[bytes] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                if not _whole_and_readable(message):
                    await send(message)
            elif not _whole_and_readable(held[0]):
                await send(message)
            else:
                chunks.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._answer(scope, held[0], b"".join(chunks), send)

        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, hold)

    async def _answer(self, scope: Scope, start: Message, body: bytes, send: Send) -> None:
        asked, headers = Headers(scope=scope), MutableHeaders(raw=list(start["headers"]))
        if headers.get("content-type", "").startswith("text/html"):
            body = document(body, chosen_language(scope["query_string"]))
            headers["cache-control"] = "no-cache"
            headers["content-security-policy"] = page_policy(inline_hashes(body))
            for name in ("etag", "last-modified"):  # those of Streamlit's document, not of ours
                if name in headers:
                    del headers[name]
            if VISIT not in SimpleCookie(asked.get("cookie", "")):
                headers.append("set-cookie", _new_visit(secure=is_secure(HTTPConnection(scope))))
        way = next((way for way in _WAYS if way in asked.get("accept-encoding", "")), None)
        if way and len(body) >= _LEAST_BYTES:
            immutable = "immutable" in headers.get("cache-control", "")
            compress = self._kept if immutable else _compressed
            body = await anyio.to_thread.run_sync(compress, body, way)
            headers["content-encoding"] = way
            headers.add_vary_header("Accept-Encoding")
        headers["content-length"] = str(len(body))
        await send({**start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": body})


def document(body: bytes, language: str) -> bytes:
    """Streamlit's document in the language of the page, with our script before anything else."""
    text = body.decode()
    text = re.sub(r'<html lang="[^"]*">', f'<html lang="{language}">', text, count=1)
    text = text.replace("<title>Streamlit</title>", "<title>Verbredingsmonitor</title>", 1)
    return text.replace("<head>", f'<head><script src=".{_SCRIPT_PATH}"></script>', 1).encode()


def chosen_language(query: bytes) -> str:
    """The language that the address asks for; Dutch when it asks for none."""
    return "en" if parse_qs(query.decode("latin-1")).get("taal") == ["en"] else "nl"


def script(_request: Request) -> Response:
    """Our scripts in one, asked for again when the tool is a newer one."""
    headers = {"cache-control": "no-cache"}
    body = "\n".join(path.read_text() for path in _SCRIPTS)
    return Response(body, media_type="text/javascript", headers=headers)


ROUTES = [Route(_SCRIPT_PATH, script)]


def _concerns(path: str) -> bool:
    return not path.startswith(("/_stcore/", "/media/", "/component/"))


def _whole_and_readable(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    readable = headers.get("content-type", "").startswith(_COMPRESSIBLE)
    ours = "content-language" in headers  # a document that is whole as it is
    encoded = "content-encoding" in headers
    return start["status"] == 200 and readable and not ours and not encoded


def _compressed(body: bytes, way: str) -> bytes:
    return _WAYS[way](body)


def _new_visit(*, secure: bool) -> str:
    parts = [f"{VISIT}={secrets.token_urlsafe(16)}", "Path=/", f"Max-Age={_DAYS * 86_400}",
             "HttpOnly", "SameSite=Lax", *(["Secure"] if secure else [])]  # fmt: skip
    return "; ".join(parts)
