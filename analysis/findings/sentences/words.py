"""What sentences share: names in a row, days, shares, years, domains."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from analysis.period import Period
from analysis.reporting import UNKNOWN_YEAR, State
from data.columns import UNCLASSIFIED
from texts import Text, formats
from texts import translate as _

_DOMAINS: Mapping[str, Text] = {
    "sociaal": Text("the social domain"),
    "fysiek": Text("the physical domain"),
    "economie": Text("the domain economy"),
    "bestuur": Text("the domain governance"),
    "bedrijfsvoering": Text("the internal services"),
    UNCLASSIFIED: Text("the departments that are not classified"),
}
_NAMED = 12  # names in a sentence before it becomes a number


def domain_in_a_sentence(domain: str) -> str:
    """A domain as it stands in the middle of a sentence."""
    return str(_DOMAINS.get(domain, domain))


def listed(names: Sequence[str], most: int = _NAMED) -> str:
    """Names as they stand in a sentence: a, b and c; beyond `most`: a, b, c and 4 more."""
    if len(names) > most + 1:
        more = formats.number(len(names) - most)
        return _("{names} and {n} more").format(names=", ".join(names[:most]), n=more)
    return formats.enumerated(list(names)) if names else ""


class OfPeriod(Protocol):
    """What is said of a period, and how much of it is reported."""

    @property
    def period(self) -> Period:
        """The years."""

    @property
    def state(self) -> State:
        """How much of them is reported."""


def period_in_words(found: OfPeriod) -> str:
    """The period, and how far it is reported when that is not all of it."""
    return reported_in_words(found.period, found.state)


def reported_in_words(period: Period, state: State) -> str:
    """A period, and how far it is reported when that is not all of it."""
    if state.complete or state.through is None or state.since is None:
        return period.label
    if state.since == dt.date(period.first, 1, 1):
        text = _("{period} (up to and including {last})")
    else:
        text = _("{period} ({first} up to and including {last})")
    last = day_in_words(state.through, period)
    return text.format(period=period.label, first=day_in_words(state.since, period), last=last)


def year_in_words(year: int, state: State) -> str:
    """A year to choose: as `reported_in_words`, or that nothing is reported of it."""
    if state.state == UNKNOWN_YEAR:
        return _("{year} (not reported)").format(year=year)
    return reported_in_words(Period(year, year), state)


def place_in_words(period: str, domains: Sequence[str]) -> str:
    """A period (in words) and the domains that were chosen, as they stand after "in"."""
    if not domains:
        return period
    return _("{period} in {domains}").format(
        period=period, domains=listed([domain_in_a_sentence(domain) for domain in domains])
    )


def share_in_words(k: int, n: int, *, whole_is_known: bool = True) -> str:
    """A share with its counts; no percentage where that would suggest a whole nobody knows."""
    if not n:
        return _("not known, there is nothing to count")
    counts = {"k": formats.number(k), "n": formats.number(n)}
    if not whole_is_known and round(k / n * 100) == 100:
        return _("{k} of {n}").format(**counts)
    return _("{percent} ({k} of {n})").format(percent=percent_of(k, n), **counts)


def years_in_words(years: Sequence[int]) -> str:
    """Years as they stand in a sentence, those in a row together: 2015–2017 en 2019."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return listed([Period(run[0], run[-1]).label for run in runs])


def day_in_words(day: dt.date, period: Period) -> str:
    """A day in words, without its year when that is the year of the period."""
    if period.first == period.last == day.year:
        return formats.day_and_month(day)
    return formats.date(day)


def percent_of(k: int, n: int) -> str:
    """A percentage that is 0 or 100 only when it is nothing or all."""
    share = k / n
    if 0 < k < n:
        share = min(max(share, 0.01), 0.99)
    return formats.percent(share)
