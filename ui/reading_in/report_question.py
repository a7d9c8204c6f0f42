"""What a list tells about: asked in one sentence, with the evidence, and without a harmful default.

Who chooses nothing gets the narrow reading: the departments in it, from the first to the last date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import streamlit as st

from analysis.grouping import names_in
from data.columns import DEPARTMENT, DIRECT, NETWORK, THEME, USAGE
from data.intake.report_taken import reports_of, themes_in
from data.values.report import ALL, LISTED, LISTED_THEMES, NOTHING_STATED, Report, Statement
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in.pending_files import Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown

FEW_THEMES, FEW_OF = 3, 3  # at most three, and a third of the themes there are
_CHANNELS = {
    ALL: Text("Directly and through theme groups"),
    DIRECT: Text("Directly only"),
    NETWORK: Text("Through theme groups only"),
}


def ask_report(item: Pending) -> Statement:
    """What the visitor says that the use in a file tells about; nothing for one without use."""
    found = reports_of(item.preview)
    if not found:
        return NOTHING_STATED
    st.markdown(escape_markdown(evidence(found)))
    first, last = min(r.first for r in found), max(r.last for r in found)
    labels = {
        ALL: _("all departments"),
        LISTED: _("only the departments in it"),
    }
    departments = st.radio(
        _("This list is about"),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        captions=[
            _("A department that is not in it did not use Platform31 in those days."),
            _("Of the other departments nothing is known; they stay “not reported”."),
        ],
        key=f"report_departments_{item.number}",
        persist_state="session",
    )
    with st.container():  # comes and goes; what follows keeps its place, and so the focus
        if departments is None:
            st.caption(
                _(
                    "As long as you do not choose, only the departments in it count, from its "
                    "first to its last date. You can correct this later, on Manage."
                )
            )
    folded = st.expander(
        _("Other days or channels"), icon=":material/date_range:", key=f"report_days_{item.number}"
    )
    with folded, st.container(horizontal=True):
        days = [
            st.date_input(
                label,
                day,
                min_value=dt.date(first.year - 1, 1, 1),
                max_value=dt.date(last.year + 1, 12, 31),
                format="DD-MM-YYYY",
                key=f"report_{name}_{item.number}",
                persist_state="session",
                width=160,
            )
            for name, label, day in (("first", _("From"), first), ("last", _("Up to"), last))
        ]
        channels = st.selectbox(
            _("Channels"),
            list(_CHANNELS),
            index=list(_CHANNELS).index(_channels(found)),
            format_func=lambda channel: str(_CHANNELS[channel]),
            key=f"report_channels_{item.number}",
            persist_state="session",
            width=280,
        )
    themes, asked = _ask_themes(item)
    as_found = (*days, channels, asked) == (first, last, _channels(found), False)
    if departments is None and as_found:
        return NOTHING_STATED if themes is None else LISTED_THEMES
    if days[0] > days[1]:
        st.warning(_("The list cannot end before it begins. Its own dates count."))
        days = [first, last]
    return Statement(days[0], days[1], departments, channels, themes=themes)


def _ask_themes(item: Pending) -> tuple[str | None, bool]:
    """Which themes a list is about, and whether somebody said so; asked only when it names few.

    Without an answer it is about those in it: of the others nothing is known then.
    """
    uses = [sheet.records for sheet in item.preview.sheets if sheet.kind == USAGE]
    named = sorted({name for records in uses for name in themes_in(records)})
    if not are_few(named, names_in(loaders.themes()[THEME])):
        return None, False
    labels = {ALL: _("all themes"), LISTED: _("only the themes in it")}
    chosen = st.radio(
        _("This list names only {names}. It is about").format(
            names=escape_markdown(formats.enumerated(named))
        ),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        captions=[
            _("A theme that is not in it was not used in those days."),
            _("Of the other themes nothing is known. This holds until you choose."),
        ],
        key=f"report_themes_{item.number}",
        persist_state="session",
    )
    return (None if chosen == ALL else LISTED), chosen is not None


def are_few(named: Sequence[str], known: Iterable[str]) -> bool:
    """Whether a list names so few of the themes there are that it may be about these alone."""
    every = {*known, *named}
    return 0 < len(named) <= FEW_THEMES and FEW_OF * len(named) <= len(every)


def evidence(found: list[Report]) -> str:
    """How many departments a list names, and over which days it runs."""
    named = sorted({name for report in found for name in report.departments or ()})
    known = names_in(loaders.departments()[DEPARTMENT])
    first, last = min(r.first for r in found), max(r.last for r in found)
    days = _("It runs from {first} up to and including {last}.")
    if first == last:
        days = _("It is about {first}.")
    days = days.format(first=formats.date(first), last=formats.date(last))
    if loaders.organisation().confirmed and set(named) <= known:
        text = ngettext(
            "This list names {k} of your {n} departments.",
            "This list names {k} of your {n} departments.",
            len(named),
        )
        names = text.format(k=formats.number(len(named)), n=formats.number(len(known)))
    else:
        names = ngettext(
            "This list names {k} department.", "This list names {k} departments.", len(named)
        ).format(k=formats.number(len(named)))
    return f"{names} {days}"


def _channels(found: list[Report]) -> str:
    channels = {report.channels for report in found}
    return channels.pop() if len(channels) == 1 else ALL
