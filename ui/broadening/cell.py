"""One cell of the map: its state in words, its history, the reason, the colleague, its records."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.opportunities import RETURN
from analysis.period import Period
from data import columns as c
from data.states import STATES
from texts import translate as _
from ui.actions.start_action import show_action
from ui.shared import computed, formats, loaders, sentences
from ui.shared.computed import Domains
from ui.shared.labels import state_with_sign
from ui.shared.records import show_records
from ui.shared.safe import escape_markdown

_RECORD_COLUMNS = (c.DATE, c.FORM, c.CHANNEL, c.SHARE, c.SUBJECT, c.HOURS, c.FILE, c.SHEET, c.ROW)


def show_cell(department: str, theme: str, period: Period, domains: Domains) -> None:
    """Everything about one department x theme in the period."""
    cells = computed.cells(period, domains)
    at = (cells[c.DEPARTMENT] == department) & (cells[c.THEME] == theme)
    if not at.any():
        st.info(_("This combination is outside the chosen domains."))
        return
    cell = cells[at].iloc[0]
    with st.container(border=True):
        st.subheader(escape_markdown(f"{department} × {theme}"), anchor=False)
        state = escape_markdown(state_with_sign(cell[c.STATE]))
        st.markdown(f"**{state}** ({period.label}). {STATES[cell[c.STATE]].meaning}")
        for sentence in reasons(cell, computed.ranking(period)):
            st.markdown(escape_markdown(sentence))
        show_action(cell, period)
        usage = loaders.usage()
        records = usage[(usage[c.DEPARTMENT] == department) & (usage[c.THEME] == theme)]
        _show_history(records)
        if len(records):
            title = _("All records of this cell, every year")
            show_records(records, key="cell_records", title=title, shown=_RECORD_COLUMNS)


def reasons(cell: pd.Series, ranking: pd.DataFrame) -> list[str]:
    """Why the cell deserves attention and whom to ask; nothing unless it is in the ranking."""
    at = (ranking[c.DEPARTMENT] == cell[c.DEPARTMENT]) & (ranking[c.THEME] == cell[c.THEME])
    if not at.any():
        return []
    row = ranking[at].iloc[0].to_dict()
    if row["list"] == RETURN:
        place = _("Number {rank} of {n} themes that were used before.")
    else:
        place = _("Number {rank} of {n} white spots to broaden to.")
    place = place.format(
        rank=formats.number(row["rank"]), n=formats.number((ranking["list"] == row["list"]).sum())
    )
    return [place, sentences.opportunity_reason(row), sentences.colleague_in_words(row)]


def _show_history(records: pd.DataFrame) -> None:
    """Direct and network use per year, over all years with any use."""
    years = sorted(loaders.usage()[c.YEAR].unique().tolist())
    network = records[c.CHANNEL] == c.NETWORK
    per_year = pd.DataFrame(
        {
            _("Year"): [str(year) for year in years],
            _("Directly"): [int(((records[c.YEAR] == y) & ~network).sum()) for y in years],
            _("Via theme group"): [int(((records[c.YEAR] == y) & network).sum()) for y in years],
        }
    )
    st.dataframe(per_year, hide_index=True, alt=_("Uses of this cell per year"), width=420)
