"""Who comes by way of a theme group, and asks nothing itself: per department and theme."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from texts import ngettext
from texts import translate as _
from ui.shared import computed, formats
from ui.shared.caching import cached_as_shown
from ui.shared.chart import excel_button, source_line
from ui.shared.computed import Domains
from ui.shared.html_table import receiver, rows_table, sends, text
from ui.shared.labels import column_label, domain_label
from ui.shared.map import open_cell
from ui.shared.safe import escape_markdown

_TABLE = "through_groups"


def show_through_groups(period: Period, domains: Domains) -> None:
    """The sentence, and a row per department and theme; and from a row to its cell on the map."""
    found = only_through_groups(computed.cells(period, domains))
    told = in_words(found, period)
    st.subheader(escape_markdown(told), anchor=False)
    if found.empty:
        return
    receiver(_TABLE, lambda place: _row_chosen(int(place), found))
    st.html(_rows(period, domains))
    excel_button(
        "through_groups", lambda: {told: _table(period, domains)}, title=told, notes=[source_line()]
    )


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


@cached_as_shown
def _rows(period: Period, domains: Domains) -> str:
    table, see = _table(period, domains), _("See")
    rows = [
        [*map(text, cells), f'<button type="button" class="own-button" {sends(_TABLE, place)} '
         f'aria-label="{text(f"{see}: {cells[0]}, {cells[2]}")}">{text(see)}</button>']
        for place, cells in enumerate(table.itertuples(index=False))
    ]  # fmt: skip
    told = in_words(only_through_groups(computed.cells(period, domains)), period)
    return rows_table(_TABLE, [*table, _("Cell")], rows, caption=told, most=len(rows))


def _row_chosen(place: int, found: pd.DataFrame) -> None:
    row = found.iloc[place]
    open_cell(row[c.DEPARTMENT], row[c.THEME])
