"""What the values under a heading say about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit, is_dated, is_numeric, is_year
from data.cells.keys import plain_words
from data.cells.months import LIKE_A_MONTH
from data.cells.personal import looks_like_iban

_QUARTER = re.compile(r"^(q|k|kw|kwartaal|quarter)\W*[1-4]\b|^[1-4]\W*(e|ste|de)?\W*(kw|q|k)", re.I)
_MONTH = re.compile(rf"^({LIKE_A_MONTH}|0?[1-9](\.0)?|1[0-2](\.0)?)\.?$", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*(-|–|tot)\s*\d{1,2}[:.]\d\d")
_MOMENT = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)(?::00)?(?:\s*(?:uur|u|h))?\.?$", re.I)
_CODE = re.compile(r"^0\d[\d.]*$")
_FEW = 8
_WORK_STARTS = dt.time(8)

_FORM_STEMS = (
    "advi", "leer", "kring", "bijeenkomst", "confer", "congres", "netwerk", "onderzoek", "studie",
    "trend", "experiment", "pilot", "publica", "kennis", "dossier", "workshop", "masterclass",
    "webinar", "lezing", "training", "cursus", "scan", "verkenning", "begeleid", "ondersteun",
    "overig", "learn", "meeting", "event", "research", "other", "course", "support", "consult",
    "lab", "atelier", "expert", "intervisie", "presentatie", "sessie", "symposium", "debat",
    "podcast", "helpdesk", "vraagbaak", "project", "rapport", "report", "community",
)  # fmt: skip
_CHANNEL_STEMS = (
    "direct", "rechtstreeks", "netwerk", "network", "themagroep", "pijler", "g40", "g32", "groep",
    "stedennetwerk", "working group",
)  # fmt: skip
_SHARE_STEMS = ("algemeen", "alg", "maatwerk", "general", "tailor", "40", "60", "0.4", "0.6", "mw")
_KIND_STEMS = (
    "begro", "budget", "raming", "geraamd", "realis", "werkelijk", "actual", "verplicht", "commit",
    "besteed", "uitgave", "spent", "primitief", "jaarrekening",
)  # fmt: skip


def supports(column: str, tier: int, under: Callable[[], Sequence[Cell]]) -> bool:
    """Whether the values `under` the heading may be `column`; an empty column always may.

    The less a heading can be trusted (`tier` 0 strong, 1 fair, 2 weak), the more is asked.
    """
    if tier == 0 and column not in _ALWAYS_TESTED:
        return True
    values = under()
    if not values:
        return True
    if column in _ALWAYS_TESTED and not _ALWAYS_TESTED[column](values):
        return False
    if tier == 0:
        return True
    if tier == 1 and column in (c.DEPARTMENT, c.THEME):
        return _are_words(values)
    return column not in _TESTS or _TESTS[column](values)


def are_dated(values: Sequence[Cell]) -> bool:
    """Whether most values tell a year and more."""
    return bool(values) and _share_of(values, is_dated) >= 0.5


def are_forms(names: Sequence[str]) -> bool:
    """Whether most names are forms of support, such as `advies` and `leerkring`."""
    told = [any(stem in plain_words(name) for stem in _FORM_STEMS) for name in names]
    return 2 * sum(told) > len(told)


def _share_of(values: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, values)) / len(values)


def _have_stem(values: Sequence[Cell], stems: tuple[str, ...]) -> bool:
    texts = {plain_words(str(value)) for value in values}
    return sum(any(stem in text for stem in stems) for text in texts) >= max(1, len(texts) / 3)


def _are_words(values: Sequence[Cell]) -> bool:
    texts = [value for value in values if isinstance(value, str) and not has_digit(value[:3])]
    return len(texts) >= 0.6 * len(values) and not any("@" in text for text in texts)


def _are_names(values: Sequence[Cell]) -> bool:
    """Names of departments and themes are short and come back."""
    texts = [value for value in values if isinstance(value, str)]
    if not _are_words(values) or sum(map(len, texts)) > 45 * len(texts):
        return False
    if len(texts) < _FEW:
        return all(len(text.split()) <= 4 for text in texts)
    return len({plain_words(text) for text in texts}) <= 0.7 * len(texts)


def _are_shares(values: Sequence[Cell]) -> bool:
    numbers = {float(v) for v in values if is_numeric(v)}  # type: ignore[arg-type]
    return bool(numbers & {40.0, 60.0, 0.4, 0.6}) or _have_stem(
        [value for value in values if isinstance(value, str)] or ["-"], _SHARE_STEMS
    )


def _are_counts(values: Sequence[Cell]) -> bool:
    """A list of people's names is no count; it must not be stored either."""
    return len(values) < 2 or _share_of(values, has_digit) > 0.3


def _are_amounts(values: Sequence[Cell]) -> bool:
    return _share_of(values, has_digit) >= 0.5 and _may_be_amounts(values)


def _may_be_amounts(values: Sequence[Cell]) -> bool:
    """Whether values may be euros: names, dates, years, codes and a row's own number are none."""
    if not any(map(has_digit, values)) or _share_of(values, is_dated) >= 0.5:
        return False
    return not (_are_years(values) or _are_codes(values) or _number_the_rows(values))


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
    return isinstance(value, (dt.date, dt.datetime)) or (isinstance(value, str) and is_dated(value))


def _time_of_day(value: Cell) -> dt.time | None:
    """The moment of the day that a cell may be, as in `09:00` and `13.30 uur`."""
    if isinstance(value, dt.time):
        return value
    found = _MOMENT.match(value.strip()) if isinstance(value, str) else None
    return dt.time(int(found[1]), int(found[2])) if found else None


def _hold_no_bank_account(values: Sequence[Cell]) -> bool:
    return not any(isinstance(value, str) and looks_like_iban(value) for value in values)


_TESTS: dict[str, Callable[[Sequence[Cell]], bool]] = {
    c.DATE: are_dated,
    c.YEAR: lambda values: _share_of(values, is_year) >= 0.5,
    c.QUARTER: lambda values: _share_of(values, lambda v: bool(_QUARTER.match(str(v)))) >= 0.5,
    c.MONTH: lambda values: _share_of(values, lambda v: bool(_MONTH.match(str(v)))) >= 0.5,
    c.DEPARTMENT: _are_names,
    c.THEME: _are_names,
    c.FORM: lambda values: _have_stem(values, _FORM_STEMS),
    c.CHANNEL: lambda values: _have_stem(values, _CHANNEL_STEMS),
    c.SHARE: _are_shares,
    c.BUDGET_KIND: lambda values: _have_stem(values, _KIND_STEMS),
    c.HOURS: _are_durations,
    c.AMOUNT: _are_amounts,
}
_ALWAYS_TESTED: dict[str, Callable[[Sequence[Cell]], bool]] = {
    c.PARTICIPANTS: _are_counts,
    c.HOURS: _may_be_durations,
    c.AMOUNT: _may_be_amounts,
    c.BUDGETED: _may_be_amounts,
    c.ACTUAL: _may_be_amounts,
    c.COMMITMENT: _may_be_amounts,
    c.ACCOUNT: _hold_no_bank_account,
}
