"""Themes: what Platform31 is used for, through time, and from any bar to the rows behind it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from data import columns as c
from texts import translate as _
from ui.shared import drill_down, filters, frame, loaders, records
from ui.shared.computed import Scope


def main() -> None:
    """Show the page."""
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

    st.header(_("Through time"), anchor=False)
    st.caption(_("Click a bar to see the records behind it, at the bottom of the page."))
    drill_down.show_through_time(scope, per=per, measure=measure)

    st.header(_("Per theme and pillar"), anchor=False)
    drill_down.show_use_by(scope, [c.THEME, c.PILLAR], measure=measure)

    st.header(_("Per department"), anchor=False)
    theme = records.theme_filter(loaders.usage())
    drill_down.show_departments(replace(scope, theme=theme), measure=measure)

    st.header(_("Form, channel and part"), anchor=False)
    drill_down.show_use_by(scope, [c.FORM, c.CHANNEL, c.SHARE], measure=measure)

    st.header(_("The records behind the figures"), anchor=False)
    chosen, words = records.choose_records(usage, per=per)
    records.show_records(chosen, key="records", title=words)


main()
