"""“Is this right?”: a department confirms its list, or proposes what should be different."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.confirmations import confirm_year, withdraw_confirmation
from data.users import ANSWER
from texts import Text, ngettext
from texts import translate as _
from ui.actions.proposals import record_in_words
from ui.department import proposing
from ui.department.own_list import show_own_list
from ui.shared import computed, formats, loaders, visitor
from ui.shared.labels import readable
from ui.shared.notices import attempt
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_LIST = (c.DATE, c.THEME, c.FORM, c.CHANNEL, c.SUBJECT, c.HOURS)


def show_answering(department: str) -> None:
    """The list of a year to confirm, and four ways to say what should be different."""
    if not visitor.current_user().may(ANSWER, department):
        return
    st.header(_("Is this right?"), anchor=False)
    year = _choose_year(department)
    usage = loaders.frame("usage")  # as it was given, whatever was reorganised since
    records = usage[(usage[c.DEPARTMENT] == department) & (usage[c.YEAR] == year)]
    _show_list(records, year)
    _confirmation(department, year, len(records))
    with _block("add", _("A use is missing")) as opened:
        if opened:
            proposing.show_add_form(department, year)
    if len(records):
        with _block("correct", _("A record is not right")) as opened:
            if opened:
                proposing.show_correct_form(department, records)
    with _block("not_wanted", _("A theme is of no use to us")) as opened:
        if opened:
            proposing.show_not_wanted_form(department)
    with _block("own_list", _("We have a list of our own")) as opened:
        if opened:
            show_own_list(department)
    proposing.show_own_proposals(department)


@contextmanager
def _block(name: str, label: str) -> Iterator[bool]:
    """A part that is folded away until it is wanted; whether it is open."""
    box = st.expander(label, key=f"answer_{name}", on_change="rerun")
    with box:
        yield bool(box.open)


def _choose_year(department: str) -> int:
    span = computed.span()
    first = span.first if span else dt.date.today().year
    years = list(range(max(dt.date.today().year, span.last if span else 0), first - 1, -1))
    own = loaders.frame("usage")
    last = own.loc[own[c.DEPARTMENT] == department, c.YEAR].max()
    start = years.index(int(last)) if pd.notna(last) else 0
    return st.selectbox(
        _("Year"), years, index=start, key="answer_year", bind="query-params", width=160
    )


def _show_list(records: pd.DataFrame, year: int) -> None:
    n = len(records)
    if not n:
        st.markdown(_("Over {year} there is nothing on the list.").format(year=year))
        return
    count = ngettext(
        "Over {year} there is {n} record on the list:",
        "Over {year} there are {n} records on the list:",
        n,
    ).format(year=year, n=formats.number(n))
    st.markdown(count)
    lines = [f"- {escape_markdown(record_in_words(row))}" for row in rows_of(records)]
    if n <= 12:
        st.markdown("\n".join(lines))
    else:
        st.dataframe(readable(records[list(_LIST)]), hide_index=True, alt=count)


def _confirmation(department: str, year: int, n: int) -> None:
    confirmed = loaders.confirmations()
    at = (confirmed[c.DEPARTMENT] == department) & (confirmed[c.YEAR] == year)
    if at.any():
        line = rows_of(confirmed[at])[0]
        text = _("Confirmed by {user} on {date}, with {n} on the list.").format(
            user=line["user"],
            date=formats.date(line["confirmed_at"]),
            n=formats.number(line["records"]),
        )
        st.success(escape_markdown(text), icon=":material/check_circle:")
        if line["records"] != n:
            st.warning(_("The list has changed since. Is it still right?"))
    with st.container(horizontal=True):
        if not at.any() or line["records"] != n:
            st.button(
                _("Yes, the list of {year} is complete").format(year=year),
                type="primary",
                key="confirm",
                on_click=_confirm,
                args=(department, year, n),
            )
        if at.any():
            st.button(
                _("Take the confirmation back"),
                key="withdraw_confirmation",
                on_click=_withdraw_confirmation,
                args=(department, year),
            )


def _confirm(department: str, year: int, n: int) -> None:
    attempt(
        lambda: confirm_year(loaders.store(), visitor.current_user(), department, year, records=n),
        Text("Thank you. The list of {year} counts as complete from now on.", {"year": year}),
    )


def _withdraw_confirmation(department: str, year: int) -> None:
    attempt(
        lambda: withdraw_confirmation(loaders.store(), visitor.current_user(), department, year),
        Text("The confirmation of {year} is taken back.", {"year": year}),
    )
