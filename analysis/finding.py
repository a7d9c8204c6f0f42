"""The answer first: where the use comes from, and who does not use it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.grouping import is_direct
from analysis.period import Period
from analysis.reporting import reported_years
from analysis.shares import Share, minimums, share_of
from analysis.use import use_by
from data.columns import CHANNEL, DEPARTMENT, DOMAIN, HOURS, THEME, UNCLASSIFIED, YEAR


@dataclass(frozen=True)
class Headline:
    """What one sentence says of a period.

    `share`: uses in `domain` or on `theme`, of all uses. `not_using`: departments without direct
    use, of the departments that reported; `departments_not_using` names them, `unknown` names the
    departments that reported nothing. `domain` is None without any use in a known domain, `theme`
    when all use on a known theme lies in `domain`. `enough`: whether there is enough use to say it.
    """

    period: Period
    domain: str | None
    theme: str | None
    share: Share
    not_using: Share
    departments_not_using: tuple[str, ...]
    unknown: tuple[str, ...]
    enough: bool


def headline(
    usage: pd.DataFrame, departments: pd.DataFrame, reported: pd.DataFrame, period: Period
) -> Headline:
    """The domain with most uses, the theme outside it that adds most, and who is left out.

    Ties go to the name that comes first in the alphabet. `onbekend` counts in n but is never named.
    """
    used = period.select(usage)[[YEAR, DEPARTMENT, DOMAIN, THEME, CHANNEL, HOURS]]
    domain = _most_used(used, DOMAIN)
    outside = used if domain is None else used[used[DOMAIN] != domain]
    theme = _most_used(outside, THEME)
    rest = outside if theme is None else outside[outside[THEME] != theme]
    not_using, reporting, unknown = _left_out(used, departments, reported, period)
    return Headline(
        period=period,
        domain=domain,
        theme=theme,
        share=share_of(len(used) - len(rest), len(used)),
        not_using=share_of(len(not_using), reporting),
        departments_not_using=not_using,
        unknown=unknown,
        enough=domain is not None and len(used) >= minimums().uses,
    )


def _most_used(used: pd.DataFrame, by: str) -> str | None:
    names = use_by(used, by)[by]
    known = names[names != UNCLASSIFIED]
    return None if known.empty else str(known.iloc[0])


def _left_out(
    used: pd.DataFrame, departments: pd.DataFrame, reported: pd.DataFrame, period: Period
) -> tuple[tuple[str, ...], int, tuple[str, ...]]:
    every = set(departments[DEPARTMENT])
    using = _names(used.loc[is_direct(used), DEPARTMENT]) & every
    listed = _names(period.select(reported_years(reported))[DEPARTMENT])
    known = (listed | _names(used[DEPARTMENT])) & every
    return tuple(sorted(known - using)), len(known), tuple(sorted(every - known))


def _names(column: pd.Series) -> set[str]:
    return set(column.dropna().unique())
