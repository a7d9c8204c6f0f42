"""Themes: what Platform31 is used for, through time, and from any bar to the rows behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.use import Measure, Step
from data import columns as c
from texts import translate as _
from ui.shared import computed, drill_down, filters, frame, records
from ui.shared.computed import Scope
from ui.shared.tabs import fold, show_tabs


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
    if not computed.number_of_records(scope):
        st.info(_("No use in this period and these domains. Choose another period."))
        return
    st.caption(_("Click a bar to see the records behind it."))
    theme, form = [c.THEME, c.PILLAR], [c.FORM, c.CHANNEL, c.SHARE]
    by = partial(drill_down.show_use_by, scope, measure=measure)
    show_tabs(
        [
            (
                "tijd",
                _("Through time"),
                partial(drill_down.show_through_time, scope, per=per, measure=measure),
            ),
            ("themas", _("Per theme and pillar"), partial(by, theme)),
            ("afdelingen", _("Per department"), partial(_departments, scope, measure)),
            ("vorm", _("Form, channel and part"), partial(by, form)),
        ],
    )
    _show_records(scope, per)


def _show_records(scope: Scope, per: Step) -> None:
    """The records, unfolded by who asks for them: by hand, with a click on a bar or by a link."""
    title, key = _("The records behind the figures"), drill_down.RECORDS
    with fold(title, key=key, opened=filters.chose_records()) as unfolded:
        if unfolded:
            records.show_chosen(records.choose_records(scope, per=per), key=key)


def _departments(scope: Scope, measure: Measure) -> None:
    theme = records.theme_filter(Scope())
    drill_down.show_departments(replace(scope, theme=theme), measure=measure)


main()
