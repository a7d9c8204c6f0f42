"""What a theme brought others, and where a department met it already: something concrete to offer.

Frames of usage in; the own department is left out of what others used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.grouping import is_direct
from analysis.period import Period
from data.columns import (
    DATE,
    DATE_PRECISION,
    DEPARTMENT,
    FORM,
    SUBJECT,
    THEME,
    YEAR,
)

_MOST_FORMS = 3


@dataclass(frozen=True)
class Meeting:
    """A meeting of a theme group: its day as exact as it is known, and what it was about."""

    date: pd.Timestamp
    precision: str
    subject: str


def forms_used(usage: pd.DataFrame, period: Period) -> pd.DataFrame:
    """How often each department used each theme in each form itself: theme, department, form, n."""
    used = period.select(usage)
    direct = used.loc[is_direct(used), [THEME, DEPARTMENT, FORM]].astype("str")
    return direct.value_counts().rename("n").reset_index()


def forms_of_others(forms: pd.DataFrame, department: str, theme: str) -> Mapping[str, int]:
    """In which forms (of `forms_used`) other departments used the theme, most often first."""
    others = forms[(forms[THEME] == theme) & (forms[DEPARTMENT] != department)]
    counts = others.groupby(FORM)["n"].sum().reset_index()
    ordered = counts.sort_values(["n", FORM], ascending=[False, True]).head(_MOST_FORMS)
    return dict(zip(ordered[FORM], ordered["n"].astype(int), strict=True))


def last_meetings(usage: pd.DataFrame, department: str, period: Period) -> Mapping[str, Meeting]:
    """Per theme the last meeting of a theme group that the department came to, up to the end of
    the period."""
    mine = (usage[DEPARTMENT] == department) & ~is_direct(usage) & (usage[YEAR] <= period.last)
    met = usage.loc[mine, [THEME, DATE, DATE_PRECISION, SUBJECT]].sort_values(DATE)
    return {
        str(theme): Meeting(date, str(precision), "" if pd.isna(subject) else str(subject))
        for theme, date, precision, subject in met.itertuples(index=False)
    }
