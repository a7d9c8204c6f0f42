"""The map on the page: cells that can be clicked, their legend, and two lists that choose too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from analysis.findings import facts
from analysis.findings.meeting.facts import with_requests
from analysis.findings.sentences import (
    apart_in_words,
    map_in_words,
    period_in_words,
    relevance_in_words,
)
from analysis.period import Period
from data import columns as c
from data.states import STATES
from texts import translate as _
from ui.figures.matrix import matrix
from ui.shared import computed, filters, formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, basis, show_taking_along
from ui.shared.computed import Domains
from ui.shared.html_table import receiver
from ui.shared.labels import readable, state_with_sign
from ui.shared.map_table import TO, chosen_mark, map_table
from ui.shared.safe import escape_markdown
from ui.shared.tabs import open_part

MAP_PART = "kaart"  # the tab of Broadening


def show_map(period: Period, domains: Domains) -> None:
    """The map with its legend; a click on a cell chooses its department and theme."""
    chart = _map(period, domains)
    st.subheader(escape_markdown(chart.title), anchor=False)
    receiver(TO, partial(_choose, period, domains))
    st.html(_table(period, domains))
    st.caption(escape_markdown(basis(chart)))
    with st.expander(_("What the signs mean")):
        st.markdown(legend(facts.count_map(computed.cells(period, domains))))
    show_taking_along(chart, drawn=False)


def open_cell(department: str, theme: str) -> None:
    """Show this cell beside the map; for use in callbacks."""
    filters.choose(department=department, theme=theme)
    open_part(MAP_PART)


def choose_cell(period: Period, domains: Domains) -> tuple[str, str] | None:
    """The two lists that choose a cell as well, and the cell that was chosen; it is ringed."""
    cells = computed.cells(period, domains)
    names = [cells[column].unique().tolist() for column in (c.DEPARTMENT, c.THEME)]
    st.markdown(_("Click a square, or choose here:"))
    department, theme = (
        filters.name_filter(column, known, placeholder=_("Choose"))
        for column, known in zip((c.DEPARTMENT, c.THEME), names, strict=True)
    )
    if not (department and theme):
        return None
    st.html(chosen_mark(names[0].index(department), names[1].index(theme)))
    return department, theme


@cached_as_shown
def _table(period: Period, domains: Domains) -> str:
    cells = with_requests(computed.cells(period, domains), loaders.requests(), period)
    return map_table(cells, facts.count_map(cells), caption=_map(period, domains).title)


@cached_as_shown
def _map(period: Period, domains: Domains) -> Chart:
    found = computed.findings(period)
    return map_chart(
        computed.cells(period, domains), period_in_words(found), domains,
        note=relevance_in_words(found),
    )  # fmt: skip


def keep_wide(width: int, *, key: str = "map_scroll") -> None:
    """Let the map keep its width on a narrow screen, where it scrolls, also with the arrow keys.

    `key` is that of the container around it, and begins with `map_scroll`.
    """
    # chrome.js lets the keyboard reach whatever has a key like this one
    st.html(f"<style>.st-key-{key} > * {{ min-width: {width}px; }}</style>")


def map_chart(
    cells: pd.DataFrame,
    when: str,
    domains: Domains = (),
    *,
    note: str = "",
) -> Chart:
    """The map of `analysis.cells.cell_states` in a period (in words); its table lists every cell.

    Title and alt text count the relevant cells, as legend and cards do.
    """
    counts = facts.count_map(cells)
    finding = map_in_words(counts, when, domains)
    apart = apart_in_words(counts, facts.used_apart(cells))
    shown = cells[
        [c.DOMAIN, c.DEPARTMENT, c.PILLAR, c.THEME, c.STATE, "uses", "network_uses", "last_used"]
    ]
    signed = shown.assign(**{c.STATE: [state_with_sign(state) for state in shown[c.STATE]]})
    return Chart(
        key="map",
        title=finding,
        figure=matrix(cells),
        table=readable(signed),
        units=_("number of uses"),
        n=int((cells["uses"] + cells["network_uses"]).sum()),
        alt=" ".join([_("Map of departments and themes."), finding, apart]).strip(),
        note=f"{apart} {note}".strip(),
    )


def legend(counts: Mapping[str, int] | None = None) -> str:
    """The states with their signs, as a list in Markdown; of a map with how many there are."""
    lines = []
    for state in STATES:
        line = f"- **{escape_markdown(state_with_sign(state))}**: "
        number = "" if counts is None else f"{formats.number(counts[state])}. "
        lines.append(line + number + str(STATES[state].meaning))
    return "\n".join(lines)


def _choose(period: Period, domains: Domains, place: str) -> None:
    cells = computed.cells(period, domains)
    row, column = (int(number) for number in place.split(","))
    filters.choose(
        department=cells[c.DEPARTMENT].unique()[row], theme=cells[c.THEME].unique()[column]
    )
