"""The answer first: where the use comes from, and who does not use it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.period import Period
from analysis.shares import Share


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
    raise NotImplementedError
