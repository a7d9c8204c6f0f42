"""Own lists of departments that wait: the coordinator accepts them, or does not take them over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from data.columns import PROPOSED
from data.storing.reports import accept_list, take_list_back
from data.storing.store import Store
from data.users import DECIDE, User
from texts import Text, formats
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.notices import attempt
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_waiting_lists(department: str | None = None) -> None:
    """Each list that waits; of one department, for who sent it, to take back."""
    reports = loaders.reports()
    waiting = reports[reports["state"] == PROPOSED].drop_duplicates("batch_id")
    if department is not None:
        own = [department in (names or ()) for names in waiting["departments"]]
        waiting = waiting[own]
    if waiting.empty:
        return
    if department is None:
        st.header(_("Lists of departments"), anchor=False)
    for report in rows_of(waiting):
        with st.container(border=True):
            _show(report)


def _show(report: dict[str, Any]) -> None:
    names = formats.enumerated(list(report["departments"] or ()))
    st.markdown(f"**{escape_markdown(names)}** · {escape_markdown(report['file'])}")
    said = _("From {first} up to and including {last}, sent by {user} on {date}. It does not count "
             "until the coordinator accepts it.")  # fmt: skip
    st.caption(
        escape_markdown(
            said.format(
                first=formats.date(report["first_day"]),
                last=formats.date(report["last_day"]),
                user=report["user"],
                date=formats.day(report["created_at"]),
            )
        )
    )
    number = int(report["batch_id"])
    decides = visitor.current_user().may(DECIDE)
    with st.container(horizontal=True):
        if decides:
            st.button(
                _("Accept"),
                type="primary",
                key=f"list_accept_{number}",
                on_click=_decide,
                args=(accept_list, number, Text("The list is accepted; the figures follow.")),
            )
        st.button(
            _("Do not take over") if decides else _("Take the list back"),
            key=f"list_back_{number}",
            on_click=_decide,
            args=(take_list_back, number, Text("The list is taken back.")),
        )


def _decide(act: Callable[[Store, User, int], None], number: int, done: Text) -> None:
    attempt(lambda: act(loaders.store(), visitor.current_user(), number), done)
