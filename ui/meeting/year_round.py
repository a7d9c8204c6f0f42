"""The year in between: the days for the calendar, and what is new for each department."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from analysis.findings.meeting.digest import Changes, Digest, digests
from analysis.period import Period
from data.users import ACT
from reports.dossier.calendar import Day, calendar_file
from reports.letter import Letter
from texts import clock, ngettext
from texts import translate as _
from ui.actions.message import department_address, mail_address
from ui.meeting import meeting_data
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import draft
from ui.shared.offering import offer
from ui.shared.safe import escape_markdown

_MOST_ROUNDS = 4


def show_year_round(year: int) -> None:
    """The calendar, and the messages to departments for which something is new."""
    st.subheader(_("Days for the calendar"), anchor=False)
    _show_calendar(year)
    if visitor.current_user().may(ACT):
        st.subheader(_("What is new for each department"), anchor=False)
        _show_digests(year)


def _show_calendar(year: int) -> None:
    today, one = clock.today(), draft("year_round")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        meeting: dt.date | None = st.date_input(
            _("Day of the meeting"),
            key=one.field("meeting_day", today + dt.timedelta(days=60)),
            format="DD-MM-YYYY",
            width=200,
        )
        rounds: int = st.selectbox(
            _("Rounds of reporting in a year"),
            [1, 2, _MOST_ROUNDS],
            key=one.field("rounds", _MOST_ROUNDS),
            width=240,
        )
    days = calendar_days(year, meeting or today, rounds, today=today)
    st.markdown("\n".join(f"- {escape_markdown(f'{formats.date(d.on)}: {d.title}')}" for d in days))
    offer(
        _("Put in the calendar (.ics)"),
        partial(calendar_file, days, made_at=dt.datetime.now(dt.UTC)),
        f"platform31-{year}.ics",
        mime="text/calendar",
        key="calendar",
        icon=":material/event:",
    )


def calendar_days(year: int, meeting: dt.date, rounds: int, *, today: dt.date) -> list[Day]:
    """The meeting about a year, and as many rounds of reporting as there are in a year to come.

    A round is four weeks after a part of a year has ended, so that lists can be complete.
    """
    months = 12 // rounds
    ends = [
        (reported, month)
        for reported in (today.year - 1, today.year, today.year + 1)
        for month in range(months, 13, months)
    ]
    found = [_round(reported, month) for reported, month in ends]
    coming = [day for day in found if day.on >= today][:rounds]
    said = _("With the dossier of {year}.").format(year=year)
    held = Day(meeting, _("Meeting of the directors about Platform31"), said)
    return sorted([held, *coming], key=lambda day: day.on)


def _round(reported: int, month: int) -> Day:
    over = dt.date(reported, month + 1, 1) if month < 12 else dt.date(reported + 1, 1, 1)
    part = _("up to and including {month}").format(month=formats.month_name(month))
    title = _("Report the use of Platform31 in {year}, {part}").format(year=reported, part=part)
    return Day(over + dt.timedelta(days=27), title)


def _show_digests(year: int) -> None:
    today, one = clock.today(), draft("year_round")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        since: dt.date | None = st.date_input(
            _("New since"),
            key=one.field("new_since", today - dt.timedelta(days=90)),
            format="DD-MM-YYYY",
            width=200,
        )
        before: dt.date | None = st.date_input(
            _("To be answered before"),
            key=one.field("answer_before", today + dt.timedelta(days=21)),
            format="DD-MM-YYYY",
            width=200,
        )
    changes = Changes(
        loaders.usage(),
        loaders.active_batches(),
        loaders.actions(),
        loaders.proposals(),
        loaders.requests(),
    )
    found = digests(meeting_data.meeting(year), changes, since or today)
    st.markdown(_count(len(found), len(meeting_data.meeting(year).departments)))
    if not found:
        return
    by_name = {digest.department: digest for digest in found}
    key = one.field("digest", among=by_name)
    chosen: str | None = st.selectbox(
        _("Message to"), list(by_name), index=None, placeholder=_("Choose"), key=key, width=400
    )
    if chosen in by_name:
        _show_message(by_name[chosen], before or today, year)


def _count(n: int, departments: int) -> str:
    if not n:
        return _("Nothing is new for any department, so there is no message to send.")
    if n == departments:
        return _("For every department something is new.")
    return ngettext(
        "For {n} of the {all} departments something is new; the others get no message.",
        "For {n} of the {all} departments something is new; the others get no message.",
        n,
    ).format(n=formats.number(n), all=formats.number(departments))


def _show_message(digest: Digest, before: dt.date, year: int) -> None:
    letter = message_of(digest, before, year=year, sender=visitor.current_user().name)
    st.caption(_("Subject: {subject}").format(subject=escape_markdown(letter.subject)))
    st.code(letter.text, language=None, wrap_lines=True)
    st.link_button(_("Open in the mail program"), mail_address(letter))


def message_of(digest: Digest, before: dt.date, *, year: int, sender: str) -> Letter:
    """The digest of a department as a message to send."""
    from texts import current_language

    link = department_address(digest.department, current_language(), Period(year, year))
    asked = _("To answer before {date}: {what}").format(
        date=formats.date(before), what=" ".join(digest.to_answer)
    )
    return Letter(
        subject=_("Platform31: new for {department}, to answer before {date}").format(
            department=digest.department, date=formats.date(before)
        ),
        date=formats.date(clock.today()),
        addressee=_("To the manager of {department}").format(department=digest.department),
        greeting=_("Dear colleague,"),
        opening=_("This is new for your department:"),
        points=list(digest.news),
        paragraphs=[asked, _("Your page: {link}").format(link=link)],
        closing=[_("Kind regards,"), sender, _("G40 coordinator")],
    )
