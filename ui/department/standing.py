"""Where the department stands: a sentence, and its use beside that of its domain."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import department as beside
from analysis.findings.sentences import (
    own_relevance_in_words,
    period_in_words,
    standing_in_words,
)
from analysis.period import Period
from analysis.reporting import State
from analysis.use import use_over_time
from data import columns as c
from texts import translate as _
from ui.figures.lines import lines
from ui.shared import computed, formats, loaders, use_charts
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, show_chart, show_table
from ui.shared.labels import column_label, value_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_years(department: str, period: Period) -> None:
    """Use through the years, by channel, and beside the mean of the domain."""
    usage = loaders.usage()
    own = usage[usage[c.DEPARTMENT] == department]
    grid = st.grid(2, min_column_width=330, gap="large")
    if len(own):
        with grid.cell():
            show_chart(_own_chart(department, period))
    with grid.cell():
        show_chart(_beside_chart(department))


def show_values(department: str, period: Period) -> None:
    """Themes and forms of the period: own uses beside the mean of the domain."""
    grid = st.grid(2, min_column_width=330, gap="large")
    for column in (c.THEME, c.FORM):
        with grid.cell():
            st.markdown(f"**{_per(column)}**")
            show_table(_table(department, column, period), alt=_per(column))
    if not computed.standing(department, period).state.complete:
        st.caption(
            escape_markdown(
                _("Of {department} not all of {period} is reported, so that there is no mean "
                  "beside it.").format(department=department, period=period.label)
            )
        )  # fmt: skip


def _per(column: str) -> str:
    if column == c.THEME:
        return _("Per theme: uses of the department and the mean of its domain")
    return _("Per form: uses of the department and the mean of its domain")


@cached_as_shown
def _own_chart(department: str, period: Period) -> Chart:
    usage = loaders.usage()
    frame = use_over_time(usage[usage[c.DEPARTMENT] == department], by=c.CHANNEL)
    return use_charts.use_over_time_chart(
        frame,
        c.CHANNEL,
        period_in_words(computed.standing(department, period)),
        highlighted=period,
        states=_states(department),
    )


def _states(department: str) -> dict[int, State]:
    """How much of each year the department reported."""
    return computed.register().reports().years_of(department)


@cached_as_shown
def _beside_chart(department: str) -> Chart:
    frame = beside.years_beside_peers(
        loaders.usage(), loaders.departments(), loaders.reported(), department
    )
    names = {"own": department, "peers": _("Mean of the other departments in the domain")}
    told = [
        f"{row[c.YEAR]}: {_shown(row['own'])} / {_shown(row['peers'])}" for row in rows_of(frame)
    ]
    title = _("Direct use per year, beside the mean of the domain.")
    table = pd.DataFrame(
        {
            column_label(c.YEAR): frame[c.YEAR].astype(str),
            names["own"]: [_shown(value) for value in frame["own"]],
            names["peers"]: [_shown(value) for value in frame["peers"]],
            _("Departments in the mean"): frame["peers_n"],
        }
    )
    return Chart(
        key="beside_domain",
        title=title,
        figure=lines(frame, measures=names, shown=_shown),
        table=table,
        units=_("number of uses"),
        n=int(frame["own"].sum()),
        alt=" ".join([_("Line chart."), title, "; ".join(told)]),
        note=_("Only years of which all direct use is reported have a point."),
    )


@cached_as_shown
def _table(department: str, column: str, period: Period) -> pd.DataFrame:
    frame = beside.values_beside_peers(
        loaders.usage(), loaders.departments(), loaders.reported(), department, column, period
    )
    return pd.DataFrame(
        {
            column_label(column): [value_label(column, value) for value in frame[column]],
            column_label(c.DEPARTMENT): frame["own"],
            column_label(c.DOMAIN): frame["peers"].round(1),
        }
    )


def _shown(value: float) -> str:
    whole = value == value and value == round(value)  # what is missing differs from itself
    return formats.number(value, 0 if whole else 1)


def show_sentence(department: str, period: Period) -> None:
    """The sentence on top of the page."""
    found = computed.standing(department, period)
    st.header(escape_markdown(standing_in_words(found)), anchor=False)
    if proposal := own_relevance_in_words(found):
        st.caption(escape_markdown(proposal))
