"""The log of the program itself, for who keeps it running; who changed what is in the store.

Configured once, by whatever is started: the app or a command. A line says when (UTC), how serious,
who, about which upload, and what. It holds no names out of files and nothing of their content.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from data.settings import Settings

# The packages of this project; what libraries say goes where they want it.
OURS = ("analysis", "data", "pages", "reports", "ui")
_KNOWN = ("user", "upload")


def configure_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Send what the program has to say to `stream` (default: standard error), once."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_AsJson() if settings.log_as_json else _AsText())
    for name in OURS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(settings.log_level.upper())


def note(
    log: logging.Logger,
    what: str,
    details: Mapping[str, Any] | None = None,
    *,
    user: str | None = None,
    upload: int | None = None,
    level: int = logging.INFO,
) -> None:
    """Log that something happened; `details` are the numbers that tell more."""
    log.log(level, what, extra={"user": user, "upload": upload, "details": details})


class _AsText(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = _told(record)
        known = " ".join(f"{name}={_quoted(told[name])}" for name in _KNOWN if name in told)
        more = " ".join(f"{name}={value}" for name, value in (told.get("details") or {}).items())
        parts = (told["time"], f"{told['level']:<7}", known, told["what"], more)
        return _on_one_line(" ".join(part for part in parts if part))


class _AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = _told(record)
        known = getattr(record, "known", {})  # stands in the text of a line as well
        details = told.pop("details", {})
        return _on_one_line(json.dumps(known | details | told, ensure_ascii=False, default=str))


def _told(record: logging.LogRecord) -> dict[str, Any]:
    """What a line says; what is not known is left out."""
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    told: Mapping[str, Any] = {
        "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname,
        "user": getattr(record, "user", None),
        "upload": getattr(record, "upload", None),
        "what": record.getMessage(),
        "details": getattr(record, "details", None),
    }
    return {name: value for name, value in told.items() if value}


def _on_one_line(text: str) -> str:
    """Nothing in it begins a line of its own, or orders something of a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _quoted(value: object) -> object:
    """A name cannot begin a line of its own, or look like two things."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value
