"""The first to see every request: whom we answer, what stays closed, and what each answer says."""

from __future__ import annotations

import logging
from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.logging_setup import note
from data.settings import Settings
from ui.web.asked import only_asked
from ui.web.headers import protect
from ui.web.hosts import Network, is_secure, is_within, may_ask
from ui.web.own_files import FILES, UPLOADS, may_have
from ui.web.sign_in import LOGOUT

log = logging.getLogger(__name__)

_HEALTH = "/_stcore/health"
# All that the page itself asks for. What else Streamlit has there stays closed: measurements of the
# server, and the interface for programs.
_OPEN = (_HEALTH, "/_stcore/host-config", "/_stcore/stream")
_NOT_THERE, _NOT_ALLOWED, _OTHER_HOST = 404, 403, 421
_ELSEWHERE = ("cross-site", "same-site")
_REFUSED = 1008  # websocket: against our policy


class Guard:
    """Middleware: refuse hosts and sites that are not ours, keep closed what nobody needs."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str],
        proxies: Collection[Network] | None = None,
    ) -> None:
        """`proxies`: where a proxy that signs people in stands; None when there is none."""
        self.app = app
        self._hosts, self._proxies = hosts, proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse, always with the headers that protect who asks."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        secure = is_secure(request)

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                protect(headers, request.url.path, secure=secure)
                message = {**message, "headers": headers.raw}
            await send(message)

        status = self._refusal(request)
        if status is None:
            asked = only_asked(receive) if scope["type"] == "websocket" else receive
            await self.app(scope, asked, protected)
            return
        if status != _NOT_THERE:  # the page itself feels its way to paths that are not there
            note(log, "refused", {"status": status, "kind": scope["type"]}, level=logging.WARNING)
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _REFUSED})
        else:
            await PlainTextResponse("", status)(scope, receive, protected)

    def _refusal(self, request: HTTPConnection) -> int | None:
        """The status with which a request is refused; None for one that is ours to answer."""
        path = request.url.path
        known_host = path == _HEALTH or may_ask(
            request.headers.get("host"), request.headers.get("origin"), self._hosts
        )
        if not known_host:
            return _OTHER_HOST if request.headers.get("origin") is None else _NOT_ALLOWED
        if path != _HEALTH and not self._came_through_proxy(request):
            return _NOT_ALLOWED
        if path.startswith((UPLOADS, FILES)):
            preflight = request.scope.get("method") == "OPTIONS"
            return None if preflight or may_have(request) else _NOT_ALLOWED
        if path == LOGOUT and request.headers.get("sec-fetch-site", "none") in _ELSEWHERE:
            return _NOT_ALLOWED  # a link or a picture on another site would sign people out
        closed = "/_stcore/" in path and path not in _OPEN
        return _NOT_THERE if closed else None

    def _came_through_proxy(self, request: HTTPConnection) -> bool:
        """Whether the header that names the user can be believed: from the proxy, and once."""
        if self._proxies is None:
            return True
        name = Settings.in_force({}).proxy_user_header
        once = len(request.headers.getlist(name)) <= 1
        return once and is_within(request.client and request.client.host, self._proxies)
