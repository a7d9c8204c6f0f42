"""Who comes by way of a theme group, and asks nothing itself: per department and theme."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from texts import ngettext
from texts import translate as _
from ui.shared import computed, filters, formats
from ui.shared.caching import cached_as_shown
from ui.shared.chart import excel_button, source_line
from ui.shared.computed import Domains
from ui.shared.labels import column_label, domain_label
from ui.shared.safe import escape_markdown

_TABLE = "through_groups_table"


def show_through_groups(period: Period, domains: Domains) -> None:
    """The sentence, and a row per department and theme; a row that is chosen is the cell shown."""
    found = only_through_groups(computed.cells(period, domains))
    told = in_words(found, period)
    st.subheader(escape_markdown(told), anchor=False)
    if found.empty:
        return
    st.caption(_("Choose a row, and see on the first tab what can be done about it."))
    table = _table(period, domains)
    st.dataframe(
        table,
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _row_chosen(found),
        selection_mode="single-row",
        alt=told,
    )
    excel_button("through_groups", lambda: {told: table}, title=told, notes=[source_line()])


def only_through_groups(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of the map that were used through a theme group only, most first."""
    only = cells[cells[c.STATE] == c.NETWORK_ONLY]
    by = ["network_uses", c.DEPARTMENT, c.THEME]
    return only.sort_values(by, ascending=[False, True, True], ignore_index=True)


def in_words(found: pd.DataFrame, period: Period) -> str:
    """How many departments come to a theme group about a theme that they ask nothing about."""
    if found.empty:
        return _("In {period} nobody came through a theme group alone.").format(period=period.label)
    n = found[c.DEPARTMENT].nunique()
    return ngettext(
        "In {period} {n} department came to a theme group and asked nothing itself, about {k} "
        "combinations of department and theme.",
        "In {period} {n} departments came to a theme group and asked nothing themselves, about "
        "{k} combinations of department and theme.",
        n,
    ).format(period=period.label, n=formats.number(n), k=formats.number(len(found)))


@cached_as_shown
def _table(period: Period, domains: Domains) -> pd.DataFrame:
    found = only_through_groups(computed.cells(period, domains))
    last = found["last_used"]
    return pd.DataFrame(
        {
            column_label(c.DEPARTMENT): found[c.DEPARTMENT],
            column_label(c.DOMAIN): [domain_label(domain) for domain in found[c.DOMAIN]],
            column_label(c.THEME): found[c.THEME],
            column_label("network_uses"): found["network_uses"],
            _("Last time it asked itself"): [
                formats.month_label(day) if pd.notna(day) else _("never") for day in last
            ],
        }
    )


def _row_chosen(found: pd.DataFrame) -> None:
    for place in st.session_state[_TABLE]["selection"]["rows"][:1]:
        row = found.iloc[place]
        filters.choose(department=row[c.DEPARTMENT], theme=row[c.THEME])
