"""Did it work: what became of every cell acted upon, beside those that nobody worked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis import effect
from analysis.cells import cell_states
from analysis.effect import Comparison
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from analysis.shares import minimums
from data import columns as c
from texts import Text, clock, ngettext
from texts import translate as _
from ui.shared import formats, loaders, sentences, use_charts
from ui.shared.caching import cached
from ui.shared.chart import excel_button, show_chart, show_table, source_line
from ui.shared.labels import column_label

OUTCOMES: Mapping[str, Text] = {
    effect.TWICE: Text("Used, and again within twelve months"),
    effect.ONCE: Text("Used"),
    effect.NOT_YET: Text("Not used yet, twelve months are not over"),
    effect.NOT_USED: Text("Not used within twelve months"),
    effect.NOT_KNOWN: Text("Not known: nothing reported since"),
}


def show_effect() -> None:
    """The comparison in one sentence and two intervals, and the table of every cell."""
    today = clock.today()
    found = _outcomes(today)
    if found.empty:
        st.info(_("Nothing has been worked on yet, so there is no effect to see."))
        return
    comparison = _comparison(today)
    n = comparison.acted.n + comparison.others.n
    shares = {
        _("Worked on"): comparison.acted,
        _("Comparable, nobody worked on it"): comparison.others,
    }
    if n:
        title = comparison_sentence(comparison)
        units = _("portion of the cells used within twelve months")
        show_chart(use_charts.intervals_chart("effect", title, shares, units=units, n=n))
    else:
        st.info(comparison_sentence(comparison))
    st.caption(
        _(
            "Comparable: a white spot of the same domain or the same theme, in the same third of "
            "the ranking on the day of choosing, over the same twelve months. Only cells of which "
            "something was reported since are counted."
        )
    )
    table = outcome_table(found)
    title = _("What became of each cell")
    st.subheader(title, anchor=False)
    show_table(table, alt=title)
    excel_button("effect_table", lambda: {title: table}, title=title, notes=[source_line()])


def comparison_sentence(found: Comparison) -> str:
    """What the comparison says, or that there is too little to say it."""
    acted, others = found.acted, found.others
    if not found.enough or acted.share is None or others.share is None:
        return _(
            "Too little data to say whether it worked (worked on: n = {acted}; comparable: "
            "n = {others}; at least {least} of each are needed)."
        ).format(acted=formats.number(acted.n), others=formats.number(others.n), least=minimums().n)
    if not found.differs:
        text = _(
            "Of what was worked on {acted} came into use, of comparable white spots {others}. "
            "The difference can be chance."
        )
    elif acted.share > others.share:
        text = _(
            "It worked: of what was worked on {acted} came into use, of comparable white spots "
            "{others}."
        )
    else:
        text = _(
            "Of what was worked on {acted} came into use, less than of comparable white spots: "
            "{others}."
        )
    return text.format(
        acted=sentences.share_in_words(acted), others=sentences.share_in_words(others)
    )


def outcome_table(found: pd.DataFrame) -> pd.DataFrame:
    """What `analysis.effect.outcomes` gives, for a reader; the newest choice first."""
    newest = found.iloc[::-1]
    days = newest["days"].tolist()
    return pd.DataFrame(
        {
            column_label(c.DEPARTMENT): newest[c.DEPARTMENT],
            column_label(c.THEME): newest[c.THEME],
            _("Chosen on"): [formats.short_date(day) for day in newest[c.CHOSEN_ON]],
            _("First use"): [_day(day) for day in newest["first_use"]],
            _("After"): ["" if pd.isna(n) else _days(int(n)) for n in days],
            _("Second use"): [_day(day) for day in newest["second_use"]],
            _("Outcome"): [str(OUTCOMES[outcome]) for outcome in newest["outcome"]],
        }
    )


@cached
def _outcomes(today: dt.date) -> pd.DataFrame:
    return effect.outcomes(loaders.actions(), loaders.usage(), loaders.reported(), today=today)


@cached
def _comparison(today: dt.date) -> Comparison:
    return effect.compare(
        loaders.actions(), loaders.usage(), loaders.reported(), _ranked, today=today
    )


def _ranked(usage: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The ranking as it would stand on this use, whatever anybody decided."""
    frames = (loaders.departments(), loaders.themes(), loaders.relevance(), loaders.reported())
    return rank_opportunities(cell_states(usage, *frames, period), period)


def _day(day: pd.Timestamp) -> str:
    return "–" if pd.isna(day) else formats.short_date(day)


def _days(n: int) -> str:
    return ngettext("{n} day", "{n} days", n).format(n=formats.number(n))
