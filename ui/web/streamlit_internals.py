"""What we use of Streamlit and its server beyond what they promise to keep, each with its reason.

`tests/ui/web/test_streamlit_internals.py` says clearly which one a newer version lacks.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

import uvicorn.config
from streamlit.runtime import Runtime, runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import _calculate_file_id
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette.starlette_server_config import (
    SESSION_COOKIE_NAME,
    USER_COOKIE_NAME,
)
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

KEPT_SECONDS = 120.0  # longer than a slow connection takes
USER_COOKIE = USER_COOKIE_NAME
SIGN_IN_COOKIES = (SESSION_COOKIE_NAME, USER_COOKIE_NAME)  # and what begins so: further parts


def prepare_server() -> None:
    """Before the first request: pages come from `app.py` alone, and a peer is who it really is.

    The server would believe the address in `X-Forwarded-For` of anybody on this machine, and then
    nobody could tell any more whether a request came through the proxy.
    What is taken away lasts, see `LastingFiles`.
    """
    PagesManager.uses_pages_directory = False
    runtime.MediaFileManager = LastingFiles  # type: ignore[misc]
    uvicorn.config.ProxyHeadersMiddleware = _as_it_is  # type: ignore[assignment, misc]


def _as_it_is(app: Any, trusted_hosts: object) -> Any:  # noqa: ANN401, ARG001 (the server's own)
    return app


class LastingFiles(MediaFileManager):
    """Keeps what a browser may still ask for, until nobody showed it for `KEPT_SECONDS`.

    Streamlit itself lets go of it when any visitor's page has run: of the way to make a file once
    its own page runs anew, and of a file that was made once two pages have run. A click during a
    run, or a file on a slow connection, would be lost.
    """

    _since: Mapping[object, float] = {}

    def remove_orphaned_files(self) -> None:
        """Let go of what nobody has shown for so long."""
        now = time.monotonic()
        with self._lock:
            shown = {
                file for of_session in self._files_by_session_and_coord.values()
                for file in of_session.values()
            }  # fmt: skip
            held = {file: file for file in self._deferred_callables} | self._file_metadata
            orphans = {file: held[file] for file in held.keys() - shown}
            # By what is held of a file, not by its number: one that is made again counts anew.
            self._since = {mark: self._since.get(mark, now) for mark in orphans.values()}
            for file, mark in orphans.items():
                if now - self._since[mark] < KEPT_SECONDS:
                    continue
                if file in self._file_metadata:
                    self._delete_file(file)
                else:
                    self._drop_deferred_id(file)


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
