"""Opgaven: of which department which year is reported, and what each list tells about."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from analysis.reporting import COMPLETE, UNKNOWN_YEAR, State
from data.columns import ACCEPTED, DEPARTMENT, DIRECT, NETWORK, THEME
from data.storing.reports import add_report, edit_report, withdraw_report
from data.values.report import ALL, CONFIRMATION, Report
from texts import Text, clock, formats
from texts import translate as _
from ui.shared import computed, loaders, visitor
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_AT = "reports"
_CHANNELS = {
    ALL: Text("Directly and through theme groups"),
    DIRECT: Text("Directly only"),
    NETWORK: Text("Through theme groups only"),
}


def show_reports() -> None:
    """Departments by years with their three states, the lists behind it, and a way to correct."""
    show_notice(_AT)
    table = states_table()
    if table.empty:
        st.info(_("Nothing is reported yet."))
    else:
        st.markdown(_("Direct use: ✓ is reported as a whole, ? is not reported."))
        st.dataframe(table, hide_index=True, alt=_("Departments and how far each year is reported"))
    reports = loaders.reports()
    counted = reports[(reports["state"] == ACCEPTED) & (reports["source"] != CONFIRMATION)]
    for report in rows_of(counted):
        _show(report)
    with st.expander(_("State by hand what is known"), key="report_add", on_change="rerun") as part:
        if part.open:
            _form("new", None)


def states_table() -> pd.DataFrame:
    """A row per department, a column per year."""
    reports = computed.register().reports()
    rows = []
    for name in reports.departments:
        years = reports.years_of(name)
        cells = {str(year): state_in_words(years.get(year)) for year in reports.years}
        rows.append({_("Department"): name, **cells})
    return pd.DataFrame(rows)


def state_in_words(state: State | None) -> str:
    """How far a year is reported; empty when the department does not exist then."""
    if state is None:
        return ""
    if state.state == COMPLETE:
        return "✓"
    if state.state == UNKNOWN_YEAR or state.through is None:
        return "?"
    return _("up to and including {day}").format(day=formats.day_and_month(state.through))


def _show(report: dict[str, Any]) -> None:
    names = report["departments"]
    whom = _("all departments") if names is None else formats.enumerated(list(names[:5]))
    if names is not None and len(names) > 5:
        whom = _("{names} and {n} more").format(names=", ".join(names[:5]), n=len(names) - 5)
    file = report["file"] if isinstance(report["file"], str) else _("stated by hand")
    days = _("{first} up to and including {last}").format(
        first=formats.date(report["first_day"]), last=formats.date(report["last_day"])
    )
    what = formats.enumerated(list(report["themes"])) if report["themes"] else ""
    label = escape_markdown("; ".join(part for part in (f"{file}: {days}", whom, what) if part))
    number = int(report["id"])
    with st.expander(label, key=f"report_{number}", on_change="rerun") as part:
        if part.open:
            if not report["stated"]:
                st.caption(_("Nobody said so: this is read from the list itself."))
            _form(str(number), report)


def _form(key: str, report: dict[str, Any] | None) -> None:
    today = clock.today()
    first = report["first_day"].date() if report else dt.date(today.year - 1, 1, 1)
    last = report["last_day"].date() if report else dt.date(today.year - 1, 12, 31)
    every = loaders.all_departments()[DEPARTMENT].tolist()
    chosen = list(report["departments"] or ()) if report else []
    with st.form(f"report_form_{key}", border=False):
        with st.container(horizontal=True):
            st.date_input(_("From"), first, format="DD-MM-YYYY", key=f"report_first_{key}")
            st.date_input(_("Up to"), last, format="DD-MM-YYYY", key=f"report_last_{key}")
        st.multiselect(
            _("Departments (none chosen is all of them)"),
            every,
            default=[name for name in chosen if name in every],
            key=f"report_names_{key}",
        )
        themes = loaders.all_themes()[THEME].tolist()
        limited = list(report["themes"] or ()) if report else []
        st.multiselect(
            _("Themes (none chosen is all of them)"),
            themes,
            default=[name for name in limited if name in themes],
            key=f"report_themes_{key}",
        )
        st.selectbox(
            _("Channels"),
            list(_CHANNELS),
            index=list(_CHANNELS).index(report["channels"]) if report else 0,
            format_func=lambda channel: str(_CHANNELS[channel]),
            key=f"report_channel_{key}",
        )
        st.checkbox(
            _("It holds all use of that time"),
            value=bool(report["complete"]) if report else True,
            key=f"report_complete_{key}",
        )
        with st.container(horizontal=True):
            st.form_submit_button(_("Store"), type="primary", on_click=_store, args=(key, report))
            if report:
                st.form_submit_button(
                    _("Take this report back"), on_click=_withdraw, args=(int(report["id"]),)
                )


def _store(key: str, report: dict[str, Any] | None) -> None:
    state, store, user = st.session_state, loaders.store(), visitor.current_user()
    names = tuple(state[f"report_names_{key}"]) or None
    themes = tuple(state[f"report_themes_{key}"]) or None
    first, last = state[f"report_first_{key}"], state[f"report_last_{key}"]
    channels, complete = state[f"report_channel_{key}"], bool(state[f"report_complete_{key}"])
    if report is None:
        stated = Report(first, last, names, channels, themes, complete, stated=True)
        attempt(
            lambda: add_report(store, user, stated),
            Text("The report is stored; the figures follow."), at=_AT,
        )  # fmt: skip
        return
    changes = {
        "first_day": first, "last_day": last, "departments": names, "channels": channels,
        "complete": complete, "themes": themes,
    }  # fmt: skip
    attempt(
        lambda: edit_report(store, user, int(report["id"]), changes),
        Text("The report is corrected; the figures follow."), at=_AT,
    )  # fmt: skip


def _withdraw(number: int) -> None:
    attempt(
        lambda: withdraw_report(loaders.store(), visitor.current_user(), number),
        Text("The report is taken back; its records stay."), at=_AT,
    )  # fmt: skip
