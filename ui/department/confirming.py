"""“Is this right?”: a department confirms its list, or proposes what should be different."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.confirmations import confirm_year, withdraw_confirmation
from data.users import ANSWER
from texts import Text, clock, ngettext
from texts import translate as _
from ui.actions.proposals import record_in_words
from ui.department import proposing
from ui.department.own_list import OWN_LIST, show_own_list
from ui.shared import computed, formats, loaders, visitor
from ui.shared.labels import readable
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_CONFIRMING = "confirming"
SHOWN = 3  # more records are folded: the button stands on the first screen of a phone
_LIST = (c.DATE, c.THEME, c.FORM, c.CHANNEL, c.SUBJECT, c.HOURS)


def show_answering(department: str, year: int) -> None:
    """The list of a year to confirm, and four ways to say what should be different."""
    if not visitor.current_user().may(ANSWER, department):
        return
    st.header(_("Is this right?"), anchor=False)
    place = st.container()  # the year is chosen below the button, and counts above it
    with st.container(horizontal=True, vertical_alignment="bottom"):
        actions = st.container(horizontal=True, width="content", vertical_alignment="bottom")
        year = _choose_year(year)
    records = _of(loaders.usage(), department, year)  # those that the sentence on top counts
    given = _of(loaders.frame("usage"), department, year)  # whatever was reorganised since
    own = records[records[c.RECORD_ID].isin(given[c.RECORD_ID])]
    with place:
        _show_list(records, year)
        _tell_before_reorganising(len(records) - len(own))
        _show_confirmation(department, year, len(records))
    with actions:
        _confirmation_buttons(department, year, len(records))
    show_notice(_CONFIRMING)
    with _block("add", _("A use is missing")) as opened:
        if opened:
            proposing.show_add_form(department, year)
    if len(own):
        with _block("correct", _("A record is not right")) as opened:
            if opened:
                proposing.show_correct_form(department, own)
    with _block("not_wanted", _("A theme is of no use to us")) as opened:
        if opened:
            proposing.show_not_wanted_form(department)
    with _block("own_list", _("We have a list of our own")) as opened:
        show_notice(OWN_LIST)
        if opened:
            show_own_list(department)
    proposing.show_own_proposals(department)


def _of(usage: pd.DataFrame, department: str, year: int) -> pd.DataFrame:
    return usage[(usage[c.DEPARTMENT] == department) & (usage[c.YEAR] == year)]


def _tell_before_reorganising(n: int) -> None:
    """Say of records of before a reorganisation why they cannot be corrected here."""
    if n:
        told = ngettext(
            "{n} of these was stored under the name of before the reorganisation. Is it not "
            "right? Tell the coordinator.",
            "{n} of these were stored under the name of before the reorganisation. Are they not "
            "right? Tell the coordinator.",
            n,
        )
        st.caption(told.format(n=formats.number(n)))


@contextmanager
def _block(name: str, label: str) -> Iterator[bool]:
    """A part that is folded away until it is wanted; whether it is open."""
    box = st.expander(label, key=f"answer_{name}", on_change="rerun")
    with box:
        yield bool(box.open)


def _choose_year(wanted: int) -> int:
    """The year of the list; it begins with that of the page."""
    span = computed.span()
    first = min(span.first if span else wanted, wanted)
    last = max(clock.today().year, span.last if span else wanted, wanted)
    years = list(range(last, first - 1, -1))
    return st.selectbox(
        _("Year of the list"),
        years,
        index=years.index(wanted),
        key="answer_year",
        bind="query-params",
        width=160,
    )


def _show_list(records: pd.DataFrame, year: int) -> None:
    n = len(records)
    if not n:
        st.markdown(_("Over {year} there is nothing on the list.").format(year=year))
        return
    network = int((records[c.CHANNEL] == c.NETWORK).sum())
    count = ngettext(
        "Over {year} there is {n} record on the list",
        "Over {year} there are {n} records on the list",
        n,
    ).format(year=year, n=formats.number(n))
    if network:
        parts = _("{direct} of the department itself, {network} through a theme group")
        told = parts.format(direct=formats.number(n - network), network=formats.number(network))
        count = f"{count}: {told}"
    if n > SHOWN:
        st.markdown(f"{count}.")
        with st.expander(_("See the list")):
            table = readable(records[list(_LIST)])
            st.dataframe(table, hide_index=True, alt=f"{count}.")
        return
    st.markdown(f"{count}:")
    lines = [f"- {escape_markdown(record_in_words(row))}" for row in rows_of(records)]
    st.markdown("\n".join(lines))


def _confirmed(department: str, year: int) -> dict[str, Any] | None:
    confirmed = loaders.confirmations()
    at = (confirmed[c.DEPARTMENT] == department) & (confirmed[c.YEAR] == year)
    return rows_of(confirmed[at])[0] if at.any() else None


def _show_confirmation(department: str, year: int, n: int) -> None:
    line = _confirmed(department, year)
    if line is None:
        return
    text = _("Confirmed by {user} on {date}, with {n} on the list.").format(
        user=line["user"],
        date=formats.day(line["confirmed_at"]),
        n=formats.number(line["records"]),
    )
    st.success(escape_markdown(text), icon=":material/check_circle:")
    if line["records"] != n:
        st.warning(_("The list has changed since. Is it still right?"))


def _confirmation_buttons(department: str, year: int, n: int) -> None:
    line = _confirmed(department, year)
    if line is None or line["records"] != n:
        st.button(
            _("Yes, the list of {year} is complete").format(year=year),
            type="primary",
            key="confirm",
            on_click=_confirm,
            args=(department, year, n),
        )
    if line is not None:
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
        at=_CONFIRMING,
    )


def _withdraw_confirmation(department: str, year: int) -> None:
    attempt(
        lambda: withdraw_confirmation(loaders.store(), visitor.current_user(), department, year),
        Text("The confirmation of {year} is taken back.", {"year": year}),
        at=_CONFIRMING,
    )
