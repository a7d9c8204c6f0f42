"""Middleware around signing in: a session that others can end, in a cookie that stays at home."""

from __future__ import annotations

import json
import logging
from http.cookies import SimpleCookie
from typing import Any

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.errors import NotDoneError
from data.failures import log_failure
from data.logging_setup import note
from data.settings import Settings
from data.storing import sign_ins
from data.users import User
from ui.shared import loaders
from ui.web import sign_in
from ui.web.people import user_of
from ui.web.streamlit_internals import SIGN_IN_COOKIES, USER_COOKIE, signed_cookie

log = logging.getLogger(__name__)


class Visits:
    """Middleware: note who signs in and out, and bound the cookies that Streamlit sets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._secure = sign_in.public_url().startswith("https:")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass through, but for the answers that sign in or out."""
        if scope["type"] != "http" or not sign_in.is_configured():
            await self.app(scope, receive, send)
            return
        if scope["path"] == sign_in.LOGOUT:
            await anyio.to_thread.run_sync(_sign_out, HTTPConnection(scope).cookies)
        refused = False

        async def bounded(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start":
                headers = self._bounded(message["headers"])
                if scope["path"] == sign_in.CALLBACK:
                    cookies = _set_in(headers)
                    came_in = await anyio.to_thread.run_sync(_sign_in, cookies)
                    refused = bool(cookies) and not came_in
                if refused:
                    await _refuse(scope, receive, send)
                    return
                message = {**message, "headers": headers.raw}
            if not refused:
                await send(message)

        await self.app(scope, receive, bounded)

    def _bounded(self, raw: list[tuple[bytes, bytes]]) -> MutableHeaders:
        """The same headers, with cookies of sign-in that end with the working day."""
        seconds = str(int(Settings.in_force({}).session_hours * 3600))
        told = []
        for name, value in raw:
            if name.lower() == b"set-cookie" and value.decode("latin-1").startswith(
                SIGN_IN_COOKIES
            ):
                value = _bounded_cookie(value.decode("latin-1"), seconds, self._secure)
            told.append((name, value))
        return MutableHeaders(raw=told)


def _bounded_cookie(text: str, seconds: str, secure: bool) -> bytes:
    """`Max-Age` of a working day at most, sent over TLS only, out of reach of scripts."""
    value, *attributes = [part.strip() for part in text.split(";")]
    kept = {part.partition("=")[0].casefold(): part for part in attributes}
    age = kept.get("max-age", "").partition("=")[2]
    if age != "0":
        kept["max-age"] = f"Max-Age={seconds}"
        kept.pop("expires", None)
    kept |= {"httponly": "HttpOnly", "samesite": "SameSite=Lax"}
    if secure:
        kept["secure"] = "Secure"
    return "; ".join([value, *kept.values()]).encode("latin-1")


def _set_in(headers: Headers) -> dict[str, str]:
    """The cookies of the user that an answer sets, not those that it removes."""
    found: dict[str, str] = {}
    for text in headers.getlist("set-cookie"):
        for name, morsel in SimpleCookie(text).items():
            if name.startswith(USER_COOKIE) and morsel["max-age"] != "0":
                found[name] = morsel.value
    return found


def claims_of(cookies: dict[str, str]) -> dict[str, Any]:
    """What the provider said, out of signed cookies; empty when they are not signed by us."""
    raw = signed_cookie(cookies, USER_COOKIE)
    return dict(json.loads(raw)) if raw else {}


def _sign_in(cookies: dict[str, str]) -> bool:
    """Note that somebody came in; whether they may."""
    claims = claims_of(cookies)
    if not claims:
        return False
    name = sign_in.name_in(claims)
    if not sign_in.are_for_us(claims):
        note(log, "sign-in refused", {"cause": "audience or name"}, level=logging.WARNING)
        return False
    store = loaders.store()
    user = user_of(store, claims)
    hours = Settings.in_force({}).session_hours
    try:
        sign_ins.begin(store, user, sign_in.key_of(claims), name=name, hours=hours)
    except NotDoneError as error:
        log_failure(log, "sign-in", error)
        return False
    return True


def _sign_out(cookies: dict[str, str]) -> None:
    claims = claims_of(cookies)
    if claims:
        store = loaders.store()
        user: User = user_of(store, claims)
        try:
            sign_ins.end(store, user, sign_in.key_of(claims))
        except NotDoneError as error:
            log_failure(log, "sign-out", error)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Back to the first page, without any cookie of the user."""
    answer = RedirectResponse("/?aanmelden=geweigerd", 302)
    for name in HTTPConnection(scope).cookies:
        if name.startswith(USER_COOKIE):
            answer.delete_cookie(name)
    await answer(scope, receive, send)
