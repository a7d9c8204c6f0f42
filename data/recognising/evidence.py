"""What the values under a heading say about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.figures import has_digit, is_dated, is_numeric, is_year
from data.cells.keys import plain_words, word_set
from data.cells.months import LIKE_A_MONTH
from data.cells.personal import looks_like_iban
from data.cells.predicates import is_number
from data.cells.serial_numbers import are_serial_numbers
from data.fields import Choice, Field, Sort
from data.fields.choices import FORMS

_QUARTER = re.compile(r"^(q|k|kw|kwartaal|quarter)\W*[1-4]\b|^[1-4]\W*(e|ste|de)?\W*(kw|q|k)", re.I)
_MONTH = re.compile(rf"^({LIKE_A_MONTH}|0?[1-9](\.0)?|1[0-2](\.0)?)\.?$", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*(-|–|tot)\s*\d{1,2}[:.]\d\d")
_MOMENT = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)(?::00)?(?:\s*(?:uur|u|h))?\.?$", re.I)
_CODE = re.compile(r"^0\d[\d.]*$")
_FEW = 8
_WORK_STARTS = dt.time(8)


def supports(kind: str, column: str, tier: int, under: Callable[[], Sequence[Cell]]) -> bool:
    """Whether the values `under` the heading may be `column`; an empty column always may.

    The less a heading can be trusted (`tier` 0 strong, 1 fair, 2 weak), the more is asked.
    """
    field = _field(kind, column)
    if tier == 0 and field.sort not in _ALWAYS_TESTED:
        return True
    values = under()
    if not values:
        return True
    if field.sort in _ALWAYS_TESTED and not _ALWAYS_TESTED[field.sort](values):
        return False
    if tier == 0:
        return True
    if tier == 1 and field.sort is Sort.NAME:
        return _are_words(values) and not _are_units(values)
    return _speak_for(field, values)


def are_dated(values: Sequence[Cell]) -> bool:
    """Whether most values tell a year and more."""
    return bool(values) and _share_of(values, is_dated) >= 0.5


def are_forms(names: Sequence[str]) -> bool:
    """Whether most names are forms of support, such as `advies` and `leerkring`."""
    told = [any(stem in plain_words(name) for stem in _stems(FORMS)) for name in names]
    return 2 * sum(told) > len(told)


def _share_of(values: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, values)) / len(values)


def _stems(choices: Sequence[Choice]) -> tuple[str, ...]:
    """The parts of words that speak for one of the answers."""
    return _parted(",".join(choice.stems for choice in choices))


@cache
def _parted(listed: str) -> tuple[str, ...]:
    return tuple(stem.strip() for stem in listed.split(",") if stem.strip())


def _have_stem(values: Sequence[Cell], stems: tuple[str, ...]) -> bool:
    texts = {plain_words(str(value)) for value in values}
    return sum(any(stem in text for stem in stems) for text in texts) >= max(1, len(texts) / 3)


def _are_words(values: Sequence[Cell]) -> bool:
    texts = [value for value in values if isinstance(value, str) and not has_digit(value[:3])]
    return len(texts) >= 0.6 * len(values) and not any("@" in text for text in texts)


def _are_units(values: Sequence[Cell]) -> bool:
    """Whether most values say what is counted beside them: `uur`, `€`, `x 1.000 euro`."""
    texts = [plain_words(value) for value in values if isinstance(value, str)]
    return 2 * sum(set(text.split()) <= _UNITS for text in texts) > len(values)


_UNITS = word_set(
    "euro euros eur keur k x 1 1000 000 duizend dzd mln miljoen uur uren dag dagen dagdeel "
    "dagdelen minuten stuks stuk fte keer hours days percent procent aantal"
)


def _are_names(values: Sequence[Cell]) -> bool:
    """Names of departments and themes are short and come back."""
    texts = [value for value in values if isinstance(value, str)]
    if _are_units(values) or not _are_words(values) or sum(map(len, texts)) > 45 * len(texts):
        return False
    if len(texts) < _FEW:
        return all(len(text.split()) <= 4 for text in texts)
    return len({plain_words(text) for text in texts}) <= 0.7 * len(texts)


def _are_answers(values: Sequence[Cell], choices: Sequence[Choice]) -> bool:
    """Whether there are answers among the values, in words or as the numbers for them."""
    told = {choice.percent for choice in choices if choice.percent}
    numbers = {float(v) for v in values if is_numeric(v)}  # type: ignore[arg-type]
    if told and numbers & (told | {percent / 100 for percent in told}):
        return True
    texts = [value for value in values if isinstance(value, str) or not told]
    return _have_stem(texts or ["-"], _stems(choices))


def _are_counts(values: Sequence[Cell]) -> bool:
    """A list of people's names is no count; it must not be stored either."""
    return not _are_years(values) and (len(values) < 2 or _share_of(values, has_digit) > 0.3)


def _are_amounts(values: Sequence[Cell]) -> bool:
    return _share_of(values, has_digit) >= 0.5 and _may_be_amounts(values)


def _may_be_amounts(values: Sequence[Cell]) -> bool:
    """Whether values may be euros: names, dates, years, codes and numbers in a row are none."""
    if not any(map(has_digit, values)) or _share_of(values, _is_date) >= 0.5:
        return False
    as_numbers = _are_codes(values) or _number_the_rows(values) or are_serial_numbers(values)
    return not (_are_years(values) or as_numbers)


def _are_years(values: Sequence[Cell]) -> bool:
    return len(values) > 1 and all(map(is_year, values))


def _are_codes(values: Sequence[Cell]) -> bool:
    """Codes keep their zeros in front: `0142`, `07`."""
    return any(isinstance(v, str) and _CODE.match(v.strip()) for v in values) and (
        _share_of(values, lambda v: isinstance(v, str) and bool(_CODE.match(v.strip()))) >= 0.2
    )


def _number_the_rows(values: Sequence[Cell]) -> bool:
    numbers = [float(v) for v in values if is_numeric(v)]  # type: ignore[arg-type]
    return len(numbers) == len(values) > 3 and numbers == [
        float(n + 1) for n in range(len(numbers))
    ]


def _are_durations(values: Sequence[Cell]) -> bool:
    return _share_of(values, has_digit) >= 0.5 and _may_be_durations(values)


def _may_be_durations(values: Sequence[Cell]) -> bool:
    """Whether values may be hours: names, dates, years, shares and times of the day are none."""
    if not any(map(has_digit, values)) or _share_of(values, _is_date) >= 0.5:
        return False
    ranges = [v for v in values if isinstance(v, str) and _CLOCK.search(v)]
    percents = [v for v in values if isinstance(v, str) and v.rstrip().endswith("%")]
    if ranges or 2 * len(percents) > len(values) or _are_years(values):
        return False
    times = sorted(time for value in values if (time := _time_of_day(value)))
    return not (len(times) > len(values) / 2 and times[len(times) // 2] >= _WORK_STARTS)


def _is_date(value: Cell) -> bool:
    """Whether a cell is a date and no number: `1234.50` and 43,500 may be either."""
    if isinstance(value, (dt.date, dt.datetime)):
        return True
    return isinstance(value, str) and is_dated(value) and not is_number(value)


def _time_of_day(value: Cell) -> dt.time | None:
    """The moment of the day that a cell may be, as in `09:00` and `13.30 uur`."""
    if isinstance(value, dt.time):
        return value
    found = _MOMENT.match(value.strip()) if isinstance(value, str) else None
    return dt.time(int(found[1]), int(found[2])) if found else None


def _hold_no_bank_account(values: Sequence[Cell]) -> bool:
    return not any(isinstance(value, str) and looks_like_iban(value) for value in values)


_OF_CALENDAR: Mapping[str, Callable[[Cell], bool]] = {
    c.YEAR: is_year,
    c.QUARTER: lambda value: bool(_QUARTER.match(str(value))),
    c.MONTH: lambda value: bool(_MONTH.match(str(value))),
}
_BY_SORT: Mapping[Sort, Callable[[Sequence[Cell]], bool]] = {
    Sort.DAY: are_dated,
    Sort.NAME: _are_names,
    Sort.HOURS: _are_durations,
    Sort.AMOUNT: _are_amounts,
}
_ALWAYS_TESTED: Mapping[Sort, Callable[[Sequence[Cell]], bool]] = {
    Sort.COUNT: _are_counts,
    Sort.HOURS: _may_be_durations,
    Sort.AMOUNT: _may_be_amounts,
    Sort.CODE: _hold_no_bank_account,
}


@cache
def _field(kind: str, column: str) -> Field:
    return next(field for field in fields.read(kind) if field.name == column)


def _speak_for(field: Field, values: Sequence[Cell]) -> bool:
    """Whether the values may be of this column."""
    if field.sort is Sort.CHOICE:
        return _are_answers(values, field.choices)
    if field.name in _OF_CALENDAR:
        return _share_of(values, _OF_CALENDAR[field.name]) >= 0.5
    if field.sort is Sort.AMOUNT and not field.stored:
        return True  # the words of a kind of amount are enough
    return field.sort not in _BY_SORT or _BY_SORT[field.sort](values)
