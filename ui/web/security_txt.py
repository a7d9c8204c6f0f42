"""`/.well-known/security.txt` (RFC 9116): where a weakness is reported."""

from __future__ import annotations

import datetime as dt

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data.settings import Settings

PATH = "/.well-known/security.txt"
_VALID_DAYS = 180  # RFC 9116 advises less than a year


def security_txt(contact: str, today: dt.date) -> str:
    """The text for this contact: an address of a page, or of a mailbox (`mailto:`)."""
    where = contact if ":" in contact else f"mailto:{contact}"
    expires = dt.datetime.combine(today + dt.timedelta(days=_VALID_DAYS), dt.time())
    lines = (
        f"Contact: {where}",
        f"Expires: {expires.isoformat()}Z",
        "Preferred-Languages: nl, en",
    )
    return "\n".join(lines) + "\n"


def answer(_request: Request) -> Response:
    """The file; nothing is there as long as the setting `security_contact` is empty."""
    contact = Settings.in_force({}).security_contact
    if not contact:
        return PlainTextResponse("", 404)
    return PlainTextResponse(security_txt(contact, dt.datetime.now(dt.UTC).date()))


ROUTES = [Route(PATH, answer)]
