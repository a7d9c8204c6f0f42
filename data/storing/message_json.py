"""Messages in the store: kept as code and values, so that the reader's language makes the text."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import Any

from texts import Message, Money, Percent, declares_sentences

declares_sentences("data")  # what is read back may be of any room


def encode(message: Message) -> dict[str, Any]:
    """`message` as JSON can hold it."""
    return {
        "code": message.code,
        "values": {name: _encode_value(value) for name, value in message.values.items()},
    }


def decode(stored: dict[str, Any]) -> Message:
    """The message that `encode` was given."""
    values = {name: _decode_value(value) for name, value in stored["values"].items()}
    return Message(stored["code"], values)


def _encode_value(value: object) -> object:
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    match value:
        case None | bool() | str() | int():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Message():
            return {"message": encode(value)}
        case Money(cents):
            return {"cents": cents}
        case Percent(points):
            return {"percent": _encode_value(points)}
        case Decimal():
            return {"decimal": str(value)}
        case dt.datetime():
            return {"datetime": value.isoformat()}
        case dt.date():
            return {"date": value.isoformat()}
        case list() | tuple():
            return [_encode_value(part) for part in value]
    raise TypeError(f"a message cannot hold a {type(value).__name__}")


def _decode_value(value: Any) -> Any:  # noqa: ANN401  # as JSON has it
    if isinstance(value, list):
        return [_decode_value(part) for part in value]
    match value:
        case {"message": inner}:
            return decode(inner)
        case {"cents": cents}:
            return Money(cents)
        case {"percent": points}:
            return Percent(_decode_value(points))
        case {"decimal": digits}:
            return Decimal(digits)
        case {"datetime": text}:
            return dt.datetime.fromisoformat(text)
        case {"date": text}:
            return dt.date.fromisoformat(text)
    return value
