"""Themes: what Platform31 is used for, through time, and from any bar to the rows behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.use import Measure
from data import columns as c
from texts import translate as _
from ui.shared import drill_down, filters, frame, loaders, records
from ui.shared.computed import Scope
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page: a tab for each way to look at the use, and the records below."""
    frame.page("themes")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
        domains = filters.domain_filter()
        measure = filters.measure_filter()
        per = filters.step_filter()
    scope = Scope(period, domains)
    usage = scope.records()
    if usage.empty:
        st.info(_("No use in this period and these domains. Choose another period."))
        return
    st.caption(_("Click a bar to see the records behind it, at the bottom of the page."))
    theme, form = [c.THEME, c.PILLAR], [c.FORM, c.CHANNEL, c.SHARE]
    by = partial(drill_down.show_use_by, scope, measure=measure)
    show_tabs(
        "blad",
        [
            (
                _("Through time"),
                partial(drill_down.show_through_time, scope, per=per, measure=measure),
            ),
            (_("Per theme and pillar"), partial(by, theme)),
            (_("Per department"), partial(_departments, scope, measure)),
            (_("Form, channel and part"), partial(by, form)),
        ],
    )
    st.header(_("The records behind the figures"), anchor=False)
    chosen, words = records.choose_records(usage, per=per)
    records.show_records(chosen, key="records", title=words)


def _departments(scope: Scope, measure: Measure) -> None:
    theme = records.theme_filter(loaders.usage())
    drill_down.show_departments(replace(scope, theme=theme), measure=measure)


main()
