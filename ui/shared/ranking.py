"""The white spots in two lists, each in order of promise and with its reason in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.findings.sentences import relevance_in_words
from analysis.opportunities import BROADEN, RETURN, enough_to_rank, rests_on
from analysis.period import Period
from analysis.promise import BANDS, LEAST_USED, TrackRecord, band_of
from analysis.shares import minimums
from data import columns as c
from texts import Text
from texts import translate as _
from ui.shared import computed, formats, sentences
from ui.shared.caching import cached_as_shown
from ui.shared.chart import excel_button, source_line
from ui.shared.computed import Domains
from ui.shared.html_table import receiver, rows_table, sends, text
from ui.shared.labels import COLUMNS, PROMISES, state_with_sign
from ui.shared.map import open_cell
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

LIST_TITLES: Mapping[str, Text] = {
    BROADEN: Text("To broaden: never used by this department"),
    RETURN: Text("To win back: used before, not in this period"),
}
LIST_RULES: Mapping[str, Text] = {
    BROADEN: Text(
        "First the themes that many other departments use, at departments that use more themes "
        "themselves or know the theme from a theme group."
    ),
    RETURN: Text("First the themes that the department used most often before."),
}
_TABLE = "ranking"
_ON_SCREEN = (c.DEPARTMENT, c.THEME, "promise", "reason")
MOST_ROWS, MOST_ON_SCREEN = 8, 100  # at first, and when all are asked for; the workbook has more


def show_ranking(period: Period, domains: Domains) -> None:
    """Two lists, each in a table; from a row to its cell on the map."""
    ranking, cells = computed.ranking(period, domains), computed.cells(period)
    if _nothing_to_rank(ranking, cells):
        return
    st.caption(
        " ".join((
            sentences.rests_on(*rests_on(cells), period),
            _("It is an order, not a chance."),
        ))
    )  # fmt: skip
    if proposal := relevance_in_words(computed.findings(period, domains)):
        st.caption(escape_markdown(proposal))
    for name, title in LIST_TITLES.items():
        if (ranking["list"] == name).any():
            _show_list(name, str(title), period, domains)
    excel_button(
        "ranking",
        lambda: {str(title): _table(name, period, domains) for name, title in LIST_TITLES.items()},
        title=_("White spots in order of promise"),
        notes=[source_line()],
    )


def _show_list(name: str, title: str, period: Period, domains: Domains) -> None:
    st.subheader(title, anchor=False)
    said = promises_in_words(computed.track_records(period)[name])
    st.caption(escape_markdown(f"{LIST_RULES[name]} {said}"))
    receiver(f"{_TABLE}_{name}", lambda rank: _row_chosen(rank, _list(name, period, domains)))
    st.html(_rows(name, title, period, domains))
    left = len(_list(name, period, domains)) - MOST_ON_SCREEN
    if left > 0:
        told = _("The first {n} are shown; the Excel file has them all.")
        st.caption(told.format(n=formats.number(MOST_ON_SCREEN)))


@cached_as_shown
def _rows(name: str, title: str, period: Period, domains: Domains) -> str:
    """The list as it stands on the page, the reason in full."""
    shown = _table(name, period, domains)[[str(COLUMNS[column]) for column in _ON_SCREEN]]
    to = f"{_TABLE}_{name}"
    ranks = _list(name, period, domains)["rank"]
    rows = [
        _row(to, rank, *cells)
        for rank, cells in zip(
            ranks, shown.head(MOST_ON_SCREEN).itertuples(index=False), strict=False
        )
    ]
    return rows_table(to, [*shown, _("Cell")], rows, caption=title, most=MOST_ROWS)


def _row(to: str, rank: int, department: str, theme: str, *more: str) -> list[str]:
    see = _("See")
    button = (
        f'<button type="button" class="own-button" {sends(to, rank)} '
        f'aria-label="{text(f"{see}: {department}, {theme}")}">{text(see)}</button>'
    )
    return [*map(text, (f"{rank}. {department}", theme, *more)), button]


def _list(name: str, period: Period, domains: Domains) -> pd.DataFrame:
    ranking = computed.ranking(period, domains)
    return ranking[ranking["list"] == name]


@cached_as_shown
def _table(name: str, period: Period, domains: Domains) -> pd.DataFrame:
    whole = int((computed.ranking(period)["list"] == name).sum())
    record = computed.track_records(period)[name]
    return ranking_table(_list(name, period, domains), record, whole)


def ranking_table(ranking: pd.DataFrame, record: TrackRecord, whole: int) -> pd.DataFrame:
    """A list with readers' headings, the reason in words in every row; `whole` is how long the list
    is before domains are chosen."""
    rows = rows_of(ranking)
    return pd.DataFrame(
        {
            str(COLUMNS["rank"]): ranking["rank"],
            str(COLUMNS["promise"]): [
                str(PROMISES[record.word(band_of(rank, whole))]) for rank in ranking["rank"]
            ],
            str(COLUMNS[c.DEPARTMENT]): ranking[c.DEPARTMENT],
            str(COLUMNS[c.THEME]): ranking[c.THEME],
            str(COLUMNS[c.STATE]): [state_with_sign(state) for state in ranking[c.STATE]],
            str(COLUMNS["reason"]): [sentences.opportunity_reason(row) for row in rows],
            str(COLUMNS["colleague"]): ranking["colleague"].fillna(""),
        }
    )


def promises_in_words(record: TrackRecord) -> str:
    """What the words rest on: how often such places came into use in the years before."""
    if not record.whole.enough or record.whole.k < LEAST_USED:
        return _("How promising a place is, is uncertain: there is too little to look back on.")
    words = dict.fromkeys(record.word(band) for band in range(BANDS))
    said = "; ".join(
        _("{word} {share}").format(word=PROMISES[word], share=sentences.share_in_words(share))
        for word in words
        for share in dict.fromkeys(
            record.bands[band] for band in range(BANDS) if record.word(band) == word
        )
    )
    return _(
        "Of such places in earlier years this part came into use in the year after: {said}; of "
        "all places {whole}."
    ).format(said=said, whole=sentences.share_in_words(record.whole))


def _nothing_to_rank(ranking: pd.DataFrame, cells: pd.DataFrame) -> bool:
    if not enough_to_rank(cells):
        st.info(sentences.too_little(rests_on(cells)[0], minimums().ranking))
        return True
    if ranking.empty:
        st.info(_("No white spots: every relevant combination is used or not reported."))
    return ranking.empty


def _row_chosen(rank: str, ranking: pd.DataFrame) -> None:
    for row in rows_of(ranking[ranking["rank"].astype(str) == rank]):
        open_cell(row[c.DEPARTMENT], row[c.THEME])
