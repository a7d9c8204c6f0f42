"""The white spots in order of promise, each with its reason in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.opportunities import enough_to_rank
from analysis.period import Period
from data import columns as c
from texts import translate as _
from ui.shared import computed, filters, sentences
from ui.shared.caching import cached_as_shown
from ui.shared.chart import excel_button, source_line
from ui.shared.computed import Domains
from ui.shared.frame import link_to
from ui.shared.labels import COLUMNS, state_with_sign
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_TABLE = "ranking_table"
# What is on screen, in pixels; a longer reason would be cut off. The workbook has all columns.
_WIDTHS = {"rank": 50, c.DEPARTMENT: 200, c.THEME: 165, "reason": 665}


def show_strongest(ranking: pd.DataFrame, cells: pd.DataFrame, *, n: int) -> None:
    """The first `n` white spots as cards, or the sentence why there is no ranking."""
    if _nothing_to_rank(ranking, cells):
        return
    grid = st.grid(n, min_column_width=260)
    for row in rows_of(ranking.head(n)):
        with grid.cell(), st.container(border=True, height="stretch"):
            names = escape_markdown(f"{row[c.DEPARTMENT]} × {row[c.THEME]}")
            st.markdown(f"**{row['rank']}\\. {names}**")
            st.markdown(escape_markdown(sentences.opportunity_reason(row)))
            st.markdown(escape_markdown(sentences.colleague_in_words(row)))
            link_to(
                "broadening",
                _("See it on the map"),
                department=row[c.DEPARTMENT],
                theme=row[c.THEME],
            )


def show_ranking(period: Period, domains: Domains) -> None:
    """Every white spot in a table; the row that is chosen becomes the cell that is shown."""
    ranking = computed.ranking(period, domains)
    if _nothing_to_rank(ranking, computed.cells(period, domains)):
        return
    table = _table(period, domains)
    st.caption(_("Choose a row to see the cell above."))
    st.dataframe(
        table,
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _row_chosen(ranking),
        selection_mode="single-row",
        alt=_("White spots in order of promise, with their reason"),
        column_order=[str(COLUMNS[name]) for name in _WIDTHS],
        column_config={
            str(COLUMNS[name]): st.column_config.Column(width=width)
            for name, width in _WIDTHS.items()
        },
    )
    title = _("White spots in order of promise")
    excel_button("ranking", lambda: {title: table}, title=title, notes=[source_line()])


@cached_as_shown
def _table(period: Period, domains: Domains) -> pd.DataFrame:
    return ranking_table(computed.ranking(period, domains))


def ranking_table(ranking: pd.DataFrame) -> pd.DataFrame:
    """The ranking with readers' headings, the reason in words in every row."""
    rows = rows_of(ranking)
    return pd.DataFrame(
        {
            str(COLUMNS["rank"]): ranking["rank"],
            str(COLUMNS[c.DEPARTMENT]): ranking[c.DEPARTMENT],
            str(COLUMNS[c.THEME]): ranking[c.THEME],
            str(COLUMNS[c.STATE]): [state_with_sign(state) for state in ranking[c.STATE]],
            str(COLUMNS["reason"]): [sentences.opportunity_reason(row) for row in rows],
            str(COLUMNS["colleague"]): ranking["colleague"].fillna(""),
        }
    )


def _nothing_to_rank(ranking: pd.DataFrame, cells: pd.DataFrame) -> bool:
    if not enough_to_rank(cells):
        n = int(cells.loc[cells[c.STATE] == c.USED, "uses"].sum())
        st.info(sentences.too_little(n))
        return True
    if ranking.empty:
        st.info(_("No white spots: every relevant combination is used or not reported."))
    return ranking.empty


def _row_chosen(ranking: pd.DataFrame) -> None:
    for place in st.session_state[_TABLE]["selection"]["rows"][:1]:
        row = ranking.iloc[place]
        filters.choose(department=row[c.DEPARTMENT], theme=row[c.THEME])
