"""Whose file it is that is asked for: only who is at a session gets what that session holds.

A session and a request for a file belong together by the cookie of the visit, which no script can
read. Streamlit itself asks for no more than the address of the file.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from starlette.requests import HTTPConnection

from ui.web.streamlit_internals import file_number, is_picture, sessions

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
        return bool(visit) and (session, visit) in (
            (number, cookies.get(VISIT)) for number, cookies in sessions()
        )
    file = path.removeprefix(FILES).partition(".")[0]
    return is_picture(file) or (visit, file) in _made  # pictures are the same for everybody


def belongs_to(visit: str | None, content: bytes, mime: str, file_name: str) -> None:
    """Say that this file was made for this visit."""
    if visit is None:
        return
    file = file_number(content, mime, file_name)
    with _lock:
        _made[visit, file] = None
        _made.move_to_end((visit, file))
        while len(_made) > _MOST:
            _made.popitem(last=False)
