"""What we use of Streamlit and its server beyond what they promise to keep, each with its reason.

`tests/ui/web/test_streamlit_internals.py` says clearly which one a newer version lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import uvicorn.config
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import _calculate_file_id
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette.starlette_server_config import (
    SESSION_COOKIE_NAME,
    USER_COOKIE_NAME,
)
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

USER_COOKIE = USER_COOKIE_NAME
SIGN_IN_COOKIES = (SESSION_COOKIE_NAME, USER_COOKIE_NAME)  # and what begins so: further parts


def prepare_server() -> None:
    """Before the first request: pages come from `app.py` alone, and a peer is who it really is.

    The server would believe the address in `X-Forwarded-For` of anybody on this machine, and then
    nobody could tell any more whether a request came through the proxy.
    """
    PagesManager.uses_pages_directory = False
    uvicorn.config.ProxyHeadersMiddleware = _as_it_is  # type: ignore[assignment, misc]


def _as_it_is(app: Any, trusted_hosts: object) -> Any:  # noqa: ANN401, ARG001 (the server's own)
    return app


def signed_cookie(cookies: Mapping[str, str], name: str) -> bytes | None:
    """A cookie that may have been cut into parts; None when it is not signed by us."""
    return _get_signed_cookie_with_chunks(dict(cookies), name)


def file_number(content: bytes, mime: str, file_name: str) -> str:
    """The number in the address of a file to take away: it has to be known before it is asked."""
    return str(_calculate_file_id(content, mime, file_name))


def is_picture(file: str) -> bool:
    """Whether this is a picture, such as the icon of the page, and no file to take away."""
    found = Runtime.instance().media_file_mgr.read_file(file)
    return found is not None and found.kind is MediaFileKind.MEDIA


def sessions() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every session of a visitor who is connected: its number, and the cookies it came with."""
    for info in Runtime.instance()._session_mgr.list_active_sessions():
        context = info.client.client_context
        if context is not None:
            yield info.session.id, context.cookies
