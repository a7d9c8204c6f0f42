"""Whose file it is that is asked for: only who is at a session gets what that session holds.

A session and a request for a file belong together by the cookie of the visit, which no script can
read. Streamlit itself asks for no more than the address of the file.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from starlette.requests import HTTPConnection
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import _calculate_file_id

VISIT = "bezoek"  # the cookie: a number without meaning, of one browser
UPLOADS, FILES = "/_stcore/upload_file/", "/media/"
_MOST = 5_000

_made: OrderedDict[tuple[str | None, str], None] = OrderedDict()  # visit and file
_lock = Lock()


def may_have(request: HTTPConnection) -> bool:
    """Whether this request may have, put or remove the file that it names."""
    visit, path = request.cookies.get(VISIT), request.url.path
    if path.startswith(UPLOADS):
        session = path.removeprefix(UPLOADS).partition("/")[0]
        return bool(visit) and session in _sessions_of(visit)
    file = path.removeprefix(FILES).partition(".")[0]
    found = Runtime.instance().media_file_mgr.read_file(file)
    # Pictures, such as the icon of the page, are the same for everybody.
    shared = found is not None and found.kind is MediaFileKind.MEDIA
    return shared or (visit, file) in _made


def belongs_to(visit: str | None, content: bytes, mime: str, file_name: str) -> None:
    """Say that this file was made for this visit."""
    if visit is None:
        return
    file = _calculate_file_id(content, mime, file_name)
    with _lock:
        _made[visit, file] = None
        _made.move_to_end((visit, file))
        while len(_made) > _MOST:
            _made.popitem(last=False)


def _sessions_of(visit: str | None) -> Iterator[str]:
    for info in Runtime.instance()._session_mgr.list_active_sessions():
        context = info.client.client_context
        if context is not None and context.cookies.get(VISIT) == visit:
            yield info.session.id
