"""Sentences in the store: kept as msgid and values, so that they can be shown in any language."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from texts import Message


def encode(message: Message) -> dict[str, Any]:
    """`message` as JSON can hold it."""
    return {
        "msgid": message.msgid,
        "values": {name: _encode_value(value) for name, value in message.values.items()},
    }


def decode(stored: dict[str, Any]) -> Message:
    """The message that `encode` was given."""
    values = {name: _decode_value(value) for name, value in stored["values"].items()}
    return Message(stored["msgid"], values)


def _encode_value(value: object) -> object:
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if isinstance(value, Message):
        return {"message": encode(value)}
    if isinstance(value, dt.datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, (list, tuple)):
        return [_encode_value(part) for part in value]
    is_number = isinstance(value, (bool, int)) or (
        isinstance(value, float) and math.isfinite(value)
    )
    return value if value is None or is_number else str(value)


def _decode_value(value: object) -> object:
    if isinstance(value, list):
        return [_decode_value(part) for part in value]
    match value:
        case {"message": inner}:
            return decode(inner)
        case {"datetime": text}:
            return dt.datetime.fromisoformat(text)
        case {"date": text}:
            return dt.date.fromisoformat(text)
    return value
