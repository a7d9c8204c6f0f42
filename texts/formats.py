"""Numbers, money and dates as the language in force writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal as _format_decimal
from babel.numbers import format_percent

from texts.catalogue import current_language
from texts.catalogue import translate as _
from texts.clock import here

Number = int | float | Decimal
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
# The plain space of these patterns would let a line break between sign and number.
_PERCENT = {"nl": "#,##0{digits}\u00a0%", "en": "#,##0{digits}%"}
_EURO = {"nl": "€\u00a0#,##0{digits};€\u00a0-#,##0{digits}", "en": "€#,##0{digits};-€#,##0{digits}"}
# A page writes the same few numbers hundreds of times.
format_decimal = lru_cache(maxsize=4096)(_format_decimal)


def locale() -> str:
    """The locale of the language in force."""
    return LOCALES[current_language()]


def not_applicable() -> str:
    """What stands where a number cannot be given."""
    return _("n/a")


class Figure(str):
    """The text of a number that stood in a cell, with a decimal point; see `cell`."""

    __slots__ = ()


def cell(text: str) -> str:
    """What stood in a cell: a number with the decimal mark of the language, a text as it is."""
    if isinstance(text, Figure) and current_language() == "nl":
        return text.replace(".", ",")
    return str(text)


def number(value: Number | None, digits: int = 0) -> str:
    """`value` with `digits` decimals; a value that is missing reads as not applicable."""
    if is_missing(value):
        return not_applicable()
    return str(format_decimal(value, format="#,##0" + _decimals(digits), locale=locale()))


def decimal(value: Number | None, most: int = 4) -> str:
    """`value` with at most `most` decimals, and no more than it has."""
    if is_missing(value):
        return not_applicable()
    return str(format_decimal(value, format="#,##0." + "#" * most, locale=locale()))


def hours(value: Number | None) -> str:
    """`value` hours, with at most two decimals and no more than it has."""
    return decimal(value, 2)


def percent(share: Number | None, digits: int = 0) -> str:
    """A share between 0 and 1 as a percentage."""
    if share is None or is_missing(share):
        return not_applicable()
    pattern = _PERCENT[current_language()].format(digits=_decimals(digits))
    return str(format_percent(share, format=pattern, locale=locale()))


def points(percent: Number | None) -> str:
    """A percentage that is given as 40 and not as 0.4; decimals only when it has them."""
    if percent is None or is_missing(percent):
        return not_applicable()
    pattern = _PERCENT[current_language()].format(digits=".##")
    return str(format_percent(percent / 100, format=pattern, locale=locale()))


def money(value: Number | None, *, cents: bool = True) -> str:
    """An amount in euro."""
    if is_missing(value):
        return not_applicable()
    pattern = _EURO[current_language()].format(digits=_decimals(2 if cents else 0))
    return str(format_decimal(value, format=pattern, locale=locale()))


def rate(value: Number | None) -> str:
    """An amount in euro per unit: with two decimals, or with more when it has them."""
    if is_missing(value):
        return not_applicable()
    pattern = _EURO[current_language()].format(digits=".00####")
    return str(format_decimal(value, format=pattern, locale=locale()))


def signed(value: Number | None, digits: int = 0) -> str:
    """A change: `number` with its sign, a real minus sign included."""
    if value is None or is_missing(value):
        return not_applicable()
    sign = "+" if value > 0 else "\u2212" if value < 0 else "\u00b1"
    return sign + number(-value if value < 0 else value, digits)


def date(value: dt.date | None) -> str:
    """A date in words: 3 april 2019."""
    if is_missing(value):
        return not_applicable()
    return str(format_date(value, "d MMMM y", locale=locale()))


def day_and_month(value: dt.date) -> str:
    """A day of a year that is known: 3 april."""
    return str(format_date(value, "d MMMM", locale=locale()))


def moment(value: dt.datetime | None) -> str:
    """A moment of the store (UTC) as date and time here: 3 april 2019, 14:05."""
    if value is None:
        return not_applicable()
    return f"{day(value)}, {here(value):%H:%M}"


def day(moment: dt.datetime | None) -> str:
    """The date that it was here at a moment of the store (UTC): 3 april 2019."""
    if moment is None or is_missing(moment):
        return not_applicable()
    return date(here(moment))


def month_name(month: int, *, short: bool = False) -> str:
    """The name of a month by its number: april, or apr."""
    pattern = "LLL" if short else "LLLL"
    return str(format_date(dt.date(2000, month, 1), pattern, locale=locale()))


def enumerated(parts: Iterable[str]) -> str:
    """Several things in one sentence: a, b en c."""
    return str(format_list(list(parts), style="standard", locale=locale()))


def is_missing(value: Any) -> bool:  # noqa: ANN401  # a number or a date of whatever library
    """Whether there is no value: None, not a number or not a time."""
    return value is None or value != value  # nothing else differs from itself


def _decimals(digits: int) -> str:
    return "." + "0" * digits if digits else ""
