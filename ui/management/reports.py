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
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_CHANNELS = {
    ALL: Text("Directly and through theme groups"),
    DIRECT: Text("Directly only"),
    NETWORK: Text("Through theme groups only"),
}


def show_reports() -> None:
    """Departments by years with their three states, the lists behind it, and a way to correct."""
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
    one = draft(f"report_{key}")
    with st.container(horizontal=True):
        st.date_input(_("From"), key=one.field("first", first), format="DD-MM-YYYY")
        st.date_input(_("Up to"), key=one.field("last", last), format="DD-MM-YYYY")
    st.multiselect(
        _("Departments (none chosen is all of them)"),
        every,
        key=one.field("names", [name for name in chosen if name in every], among=every),
    )
    themes = loaders.all_themes()[THEME].tolist()
    limited = list(report["themes"] or ()) if report else []
    st.multiselect(
        _("Themes (none chosen is all of them)"),
        themes,
        key=one.field("themes", [name for name in limited if name in themes], among=themes),
    )
    st.selectbox(
        _("Channels"),
        list(_CHANNELS),
        format_func=lambda channel: str(_CHANNELS[channel]),
        key=one.field("channels", report["channels"] if report else ALL),
    )
    st.checkbox(
        _("It holds all use of that time"),
        key=one.field("complete", stored=bool(report["complete"]) if report else True),
    )
    with st.container(horizontal=True):
        st.button(
            _("Store"), type="primary", key=one.key("store"), on_click=_store, args=(one, report)
        )
        if report:
            st.button(
                _("Take this report back"), key=one.key("withdraw"),
                on_click=_withdraw, args=(one, int(report["id"])),
            )  # fmt: skip
    show_notice(one.name)


def _store(one: Draft, report: dict[str, Any] | None) -> None:
    store, user = loaders.store(), visitor.current_user()
    names, themes = tuple(one.said("names")) or None, tuple(one.said("themes")) or None
    first, last = one.said("first"), one.said("last")
    channels, complete = one.said("channels"), bool(one.said("complete"))
    if report is None:
        stated = Report(first, last, names, channels, themes, complete, stated=True)
        if attempt(
            lambda: add_report(store, user, stated),
            Text("The report is stored; the figures follow."), at=one.name,
        ):  # fmt: skip
            one.finish()
        return
    changes = {
        "first_day": first, "last_day": last, "departments": names, "channels": channels,
        "complete": complete, "themes": themes,
    }  # fmt: skip
    if attempt(
        lambda: edit_report(store, user, int(report["id"]), changes),
        Text("The report is corrected; the figures follow."), at=one.name,
    ):  # fmt: skip
        one.finish()


def _withdraw(one: Draft, number: int) -> None:
    attempt(
        lambda: withdraw_report(loaders.store(), visitor.current_user(), number),
        Text("The report is taken back; its records stay."), at=one.name,
    )  # fmt: skip
