"""The choices of the visitor: period and filters, kept in the address so that a link restores them.

Every page declares a shared filter in the same way; only then does it go along to another page.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.period import Period
from data.columns import YEAR
from texts import translate as _

FIRST_YEAR = "van"
LAST_YEAR = "tot"
DOMAIN_CHOICE = "domein"
BOUND = (FIRST_YEAR, LAST_YEAR, DOMAIN_CHOICE)


def keep_choices() -> None:
    """Keep what was chosen while the labels of the choices change with the language."""
    for key in BOUND:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def period_filter(usage: pd.DataFrame) -> Period:
    """Let the visitor choose a period of years; the last year with use unless chosen otherwise."""
    span = Period.spanning(usage)
    if span is None:
        raise ValueError("a period can only be chosen when there is use")
    years = list(span.years)
    with st.container(horizontal=True):
        first = _year(_("From"), years, FIRST_YEAR)
        last = _year(_("Up to and including"), years, LAST_YEAR)
    return Period(min(first, last), max(first, last))


def _year(label: str, years: list[int], key: str) -> int:
    return int(
        st.selectbox(label, years, index=len(years) - 1, key=key, bind="query-params", width=180)
    )


def years_of(usage: pd.DataFrame) -> list[int]:
    """The years with use, in order."""
    return sorted(usage[YEAR].unique().tolist())
