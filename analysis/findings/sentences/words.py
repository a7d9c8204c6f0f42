"""What sentences share: names in a row, days, shares, years, domains."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from analysis.findings.facts import Findings
from analysis.period import Period
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


def period_in_words(found: Findings) -> str:
    """The period, and how far it is reported when that is not all of it."""
    label = found.period.label
    state = found.state
    if state.complete or state.through is None or state.since is None:
        return label
    if state.since == dt.date(found.period.first, 1, 1):
        text = _("{period} (up to and including {last})")
    else:
        text = _("{period} ({first} up to and including {last})")
    last = day_in_words(state.through, found.period)
    return text.format(period=label, first=day_in_words(state.since, found.period), last=last)


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
