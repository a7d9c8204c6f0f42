"""What a browser is told it may do with what it gets from us."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection

from starlette.datastructures import MutableHeaders

_YEAR = 31_536_000
_NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_USELESS_HERE = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in _USELESS_HERE),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
}


def inline_hashes(document: bytes) -> tuple[str, ...]:
    """The scripts that stand in a document itself, as a policy names them."""
    digests = (hashlib.sha256(script).digest() for script in _INLINE.findall(document))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def page_policy(scripts: Collection[str] = ()) -> str:
    """The policy of a page: everything from here, no script from a string, in nobody's frame."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", *scripts)),
        "style-src": "'self' 'unsafe-inline'",  # Streamlit and Plotly set styles by script
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def protect(headers: MutableHeaders, path: str, *, secure: bool) -> None:
    """Add what every answer says; what was said already stays."""
    own_file = path.startswith("/media/")
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    headers.setdefault("content-security-policy", _NOTHING if own_file else page_policy())
    if own_file:
        headers["cache-control"] = "private, no-store"
    if secure:
        headers.setdefault("strict-transport-security", f"max-age={_YEAR}; includeSubDomains")
