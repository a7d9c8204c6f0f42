"""What the department uses, what reaches it through a theme group only, and what else there is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.findings.standing import unused_themes
from analysis.period import Period
from data import columns as c
from data.states import STATES, WHITE
from texts import ngettext
from texts import translate as _
from ui.actions.action_words import reason_label
from ui.actions.start_action import last_action
from ui.shared import computed, formats, on_offer, sentences
from ui.shared.labels import state_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_themes(department: str, period: Period) -> None:
    """Three lists; of every theme without use the reason and the department that can tell."""
    cells = computed.neighbours(period)
    own = cells[cells[c.DEPARTMENT] == department]
    grid = st.grid(2, min_column_width=330, gap="large")
    with grid.cell():
        st.subheader(_("What it uses"), anchor=False)
        _list("used", own[own[c.STATE] == c.USED].sort_values("uses", ascending=False), _used)
        network = own[own[c.STATE] == c.NETWORK_ONLY]
        if len(network):
            st.subheader(_("Only through a G40 theme group"), anchor=False)
            _list("network", network, partial(_through_network, period))
    with grid.cell():
        st.subheader(_("Relevant, and not used"), anchor=False)
        _list("unused", unused_themes(cells, department), partial(_unused, period))
        unknown = own[own["relevant"] & (own[c.STATE] == c.UNKNOWN)]
        if len(unknown):
            st.subheader(_("Relevant, and not reported"), anchor=False)
            _list("unknown", unknown, partial(_unused, period))


def show_proposed(department: str, period: Period) -> None:
    """The two themes that are worth a look first, in short: more about them stands under Themes."""
    unused = unused_themes(computed.neighbours(period), department)
    best = unused[unused[c.STATE].isin(WHITE)].head(2)
    if best.empty:
        return
    st.markdown("**" + _("Worth a look for this department") + "**")
    st.markdown("\n".join(f"- {_proposed(row)}" for row in rows_of(best)))


def show_support() -> None:
    """What the city has of Platform31, and what it costs a department, as the message says it."""
    told = (on_offer.support_in_words(), on_offer.costs_in_words())
    st.caption(escape_markdown(" ".join(part for part in told if part)))


def _list(name: str, cells: pd.DataFrame, in_words: Any) -> None:  # noqa: ANN401 (row -> Markdown)
    if cells.empty:
        st.markdown(_("None."))
        return
    with st.container(key=f"signed_{name}"):  # the sign of its state stands before each
        st.markdown("\n".join(f"- {in_words(row)}" for row in rows_of(cells)))


def _proposed(row: Mapping[str, Any]) -> str:
    """The theme, and what speaks for it: that it was used before, who else does, whom to ask."""
    parts = [
        "" if row[c.STATE] in (c.OPEN, c.LAPSED) else f"{state_label(row[c.STATE])}.",
        sentences.what_speaks_for(row),
        sentences.colleague_in_words(row),
    ]
    text = " ".join(part for part in parts if part)
    return f"**{escape_markdown(row[c.THEME])}**: {escape_markdown(text)}"


def _used(row: Mapping[str, Any]) -> str:
    times = ngettext("{n} use", "{n} uses", row["uses"]).format(n=formats.number(row["uses"]))
    return _named(row, times)


def _through_network(period: Period, row: Mapping[str, Any]) -> str:
    n = row["network_uses"]
    times = ngettext("{n} use", "{n} uses", n).format(n=formats.number(n))
    return _named(row, f"{times}. {_around(period, row)}")


def _around(period: Period, row: Mapping[str, Any]) -> str:
    """Who else uses the theme, for what, and the colleague to ask: as the message says it."""
    offer = on_offer.theme_in_words(row[c.DEPARTMENT], row[c.THEME], period)
    parts = [sentences.who_uses(row), offer, sentences.colleague_in_words(row)]
    return " ".join(part for part in parts if part)


def _unused(period: Period, row: Mapping[str, Any]) -> str:
    """The theme with its sign; why, who else uses it, and the colleague to ask."""
    parts = [state_label(row[c.STATE]) + "."]
    if row[c.STATE] == c.DECLINED:
        action = last_action(row[c.DEPARTMENT], row[c.THEME])
        if action:
            parts.append(reason_label(action[c.REASON]) + ".")
    return _named(row, " ".join([*parts, _around(period, row)]))


def _named(row: Mapping[str, Any], text: str) -> str:
    sign = escape_markdown(STATES[row[c.STATE]].sign)
    return f"{sign} **{escape_markdown(row[c.THEME])}**: {escape_markdown(text)}"
