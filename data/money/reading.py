"""Figures as a coordinator types them, to the texts that the store keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from data.cells.counts import parse_counts
from data.cells.dates import parse_dates, parse_years
from data.cells.money import parse_amounts
from data.cells.numbers import digits_of, read_digits, shape_of, style_of
from data.columns import DAY_PRECISION
from data.money import messages
from texts import Message

MAX_TEXT = 200
_NO_NUMBER = "no number"


def read_figure(figure: str, text: str) -> str | Message:
    """The text of a figure of an agreement as the store keeps it, or why it cannot be read.

    An empty text is the unknown value.
    """
    text = " ".join(text.split())
    return _READERS[figure](text) if text else ""


def read_inhabitants(text: str) -> str | Message:
    """A number of inhabitants: whole, and more than none."""
    (count,) = parse_counts([text])
    if isinstance(count, Message):
        return count
    return str(int(count)) if count >= 1 else _outside(text)


def _read_rate(text: str) -> str | Message:
    return _read_decimal(text.replace("€", " "), most=Decimal(100))


def _read_percent(text: str) -> str | Message:
    return _read_decimal(text.replace("%", " "), most=Decimal(100))


def _read_decimal(text: str, *, most: Decimal) -> str | Message:
    digits = digits_of(text.strip())
    if shape_of(digits).value == _NO_NUMBER:
        return messages.FIGURE_UNREADABLE(value=text.strip())  # fmt: skip
    value = read_digits(digits, style_of([digits]), None)
    if isinstance(value, Message):
        return value
    return _plain(value) if 0 <= value <= most else _outside(text)


def _read_amount(text: str) -> str | Message:
    (amount,) = parse_amounts([text])
    if isinstance(amount, Message):
        return amount
    return _plain(Decimal(amount.cents) / 100) if amount.cents >= 0 else _outside(text)


def _read_date(text: str) -> str | Message:
    (day,) = parse_dates([text])
    if isinstance(day, Message):
        return day
    if day.precision != DAY_PRECISION:
        return messages.FIGURE_DATE_NOT_FULL(value=text)
    return day.date.isoformat()


def _read_year(text: str) -> str | Message:
    (year,) = parse_years([text])
    return year if isinstance(year, Message) else str(year)


def _read_text(text: str) -> str | Message:
    if len(text) > MAX_TEXT:
        return messages.TEXT_TOO_LONG(n=MAX_TEXT)
    return text


def _outside(text: str) -> Message:
    return messages.FIGURE_OUT_OF_RANGE(value=text.strip())


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


_READERS: Mapping[str, Callable[[str], str | Message]] = {
    "title": _read_text,
    "last_year": _read_year,
    "rate": _read_rate,
    "inhabitants": read_inhabitants,
    "reference_date": _read_date,
    "contribution": _read_amount,
    "general_percent": _read_percent,
    "tailored_percent": _read_percent,
    "total": _read_amount,
    "signer": _read_text,
    "renewal": _read_date,
}
