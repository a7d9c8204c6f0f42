"""One cell of the map: its state in words, its history, the reason, the colleague, its records."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.findings.meeting.sentences import request_in_words
from analysis.findings.sentences import year_in_words
from analysis.opportunities import RETURN
from analysis.period import Period
from analysis.reporting import COMPLETE, UNKNOWN_YEAR, State
from data import columns as c
from data.states import STATES
from texts import translate as _
from ui.actions.start_action import show_action
from ui.shared import computed, formats, loaders, sentences
from ui.shared.computed import Domains
from ui.shared.labels import state_with_sign
from ui.shared.records import show_records
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of, show_wrapped
from ui.shared.tabs import fold

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
        for sentence in requests_of(department, theme):
            st.markdown(escape_markdown(sentence))
        show_action(cell, period)
        usage = loaders.usage()
        records = usage[(usage[c.DEPARTMENT] == department) & (usage[c.THEME] == theme)]
        _show_history(department, records)
        if len(records):
            _show_records(records)


def _show_records(records: pd.DataFrame) -> None:
    title, key = _("All records of this cell, every year"), "cell_records"
    with fold(title, key=f"{key}_fold") as unfolded:
        if unfolded:
            show_records(records, key=key, title=title, shown=_RECORD_COLUMNS)


def requests_of(department: str, theme: str) -> list[str]:
    """What the department asked about the theme and did not get, and what became of it."""
    asked = loaders.requests()
    asked = asked[(asked[c.DEPARTMENT] == department) & (asked[c.THEME] == theme)]
    return [
        _("Asked and not delivered: {request}").format(request=request_in_words(row))
        for row in rows_of(asked)
    ]


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


def _show_history(department: str, records: pd.DataFrame) -> None:
    """Direct and network use per year, as far as the department reported it."""
    direct, network = (_per_year(department, records, channel) for channel in c.CHANNELS)
    years = computed.register().reports().years_of(department)
    named = [year_in_words(year, years.get(year, State(COMPLETE))) for year in direct]
    per_year = pd.DataFrame(
        {
            _("Year"): named,
            _("Directly"): [_shown(uses) for uses in direct.values()],
            _("Via theme group"): [_shown(uses) for uses in network.values()],
        }
    )
    show_wrapped(per_year, alt=_("Uses of this cell per year"))


def _shown(uses: int | None) -> str:
    return "–" if uses is None else formats.number(uses)


def _per_year(department: str, records: pd.DataFrame, channel: str) -> dict[int, int | None]:
    """The uses of each year through a channel; None where nothing of it is reported."""
    through_network = (records[c.CHANNEL] == c.NETWORK) == (channel == c.NETWORK)
    uses = records.loc[through_network, c.YEAR].value_counts()
    states = computed.register().reports().years_of(department, channel)
    known = {year for year, state in states.items() if state.state != UNKNOWN_YEAR}
    span = computed.span()
    return {
        year: int(uses.get(year, 0)) if year in known or year in uses else None
        for year in (span.years if span else ())
    }
