"""What is still open before the dossier is established, each with a link to where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from analysis.findings.meeting.facts import Meeting
from analysis.findings.sentences import listed
from data.columns import PROPOSED, STATUS, TO_DO, WAITING
from reports.dossier.money import YearMoney
from texts import Text, ngettext
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import filters, formats, loaders
from ui.shared.registry import page_of
from ui.shared.safe import escape_markdown

AGREEMENTS_PART = "afspraken"  # the tab of the page


@dataclass(frozen=True)
class OpenPoint:
    """Something that is open: what, and the page on which it is settled."""

    text: str
    page: str
    link: Text
    query: Mapping[str, str] = field(default_factory=dict)


def show_open_points(year: int) -> None:
    """The list, or the sentence that nothing is open."""
    found = open_points(
        meeting_data.meeting(year),
        meeting_data.money(year),
        loaders.proposals(),
        loaders.reports(),
    )
    if not found:
        st.success(_("Nothing is open: the dossier can be established."))
        return
    n = len(found)
    st.markdown(
        ngettext(
            "{n} point is still open. The dossier can be established all the same.",
            "{n} points are still open. The dossier can be established all the same.",
            n,
        ).format(n=formats.number(n))
    )
    for point in found:
        with st.container(border=True):
            st.markdown(escape_markdown(point.text))
            target = page_of(point.page)
            st.page_link(
                target.as_streamlit(),
                label=str(point.link),
                icon=target.icon,
                query_params={**filters.go_along(), **point.query},
            )


def open_points(
    meeting: Meeting, money: YearMoney, proposals: pd.DataFrame, reports: pd.DataFrame
) -> list[OpenPoint]:
    """Everything that is open, in the order in which it is best done."""
    return [
        *_of_organisation(meeting),
        *_of_reports(meeting),
        *_of_departments(proposals, reports),
        *_of_money(money),
        *_of_meeting(meeting),
    ]


def _of_organisation(meeting: Meeting) -> list[OpenPoint]:
    organisation, found = meeting.found.organisation, []
    if not organisation.confirmed:
        text = _("Nobody said yet that these are all departments.")
        found.append(_managed(text, "organisation", Text("Say so, on Manage")))
    if organisation.unplaced:
        text = _("The domain is not confirmed of: {names}.")
        names = listed(organisation.unplaced)
        point = _managed(text.format(names=names), "organisation", Text("Confirm, on Manage"))
        found.append(point)
    n = organisation.unconfirmed_relevance
    if n:
        text = ngettext(
            "What is relevant is still a proposal for {n} department.",
            "What is relevant is still a proposal for {n} departments.",
            n,
        ).format(n=formats.number(n))
        found.append(_managed(text, "relevance", Text("Confirm what is relevant, on Manage")))
    return found


def _of_reports(meeting: Meeting) -> list[OpenPoint]:
    found, link = [], Text("Reports, on Manage")
    if meeting.found.unknown:
        text = _("Nothing reported by: {names}.").format(names=listed(meeting.found.unknown))
        found.append(_managed(text, "reports", link))
    if meeting.found.partial:
        text = _("Part of the year is reported by: {names}.")
        names = listed(list(meeting.found.partial))
        found.append(_managed(text.format(names=names), "reports", link))
    return found


def _of_departments(proposals: pd.DataFrame, reports: pd.DataFrame) -> list[OpenPoint]:
    found, link = [], Text("To Actions")
    waiting = int((proposals[STATUS] == PROPOSED).sum())
    if waiting:
        text = ngettext(
            "{n} proposal of a department waits for an answer.",
            "{n} proposals of departments wait for an answer.",
            waiting,
        ).format(n=formats.number(waiting))
        found.append(OpenPoint(text, "actions", link))
    lists = int((reports["state"] == PROPOSED).sum())
    if lists:
        text = ngettext(
            "{n} list of a department is not accepted yet.",
            "{n} lists of departments are not accepted yet.",
            lists,
        ).format(n=formats.number(lists))
        found.append(OpenPoint(text, "actions", link))
    return found


def _of_money(money: YearMoney) -> list[OpenPoint]:
    unknown = [
        str(label)
        for label, value in (
            (Text("the budget"), money.result.budget),
            (Text("what was booked"), money.result.actual),
            (Text("the rate per inhabitant"), money.check and money.check.rate),
            (Text("the number of inhabitants"), money.check and money.check.inhabitants),
            (Text("the contribution"), money.check and money.check.budgeted),
        )
        if value is None
    ]
    if not unknown:
        return []
    text = _("Unknown of {year}: {names}.").format(
        year=money.year, names=formats.enumerated(unknown)
    )
    return [OpenPoint(text, "budget", Text("To Budget"), {"jaar": str(money.year)})]


def _of_meeting(meeting: Meeting) -> list[OpenPoint]:
    found = []
    waiting = meeting.by_outcome[WAITING]
    if waiting:
        text = ngettext(
            "Of {n} request it is open what became of it.",
            "Of {n} requests it is open what became of them.",
            waiting,
        ).format(n=formats.number(waiting))
        found.append(_here(text))
    to_do = int((meeting.agreements[STATUS] == TO_DO).sum())
    if to_do:
        text = ngettext(
            "{n} agreement of the last meeting is still to do.",
            "{n} agreements of the last meeting are still to do.",
            to_do,
        ).format(n=formats.number(to_do))
        found.append(_here(text))
    return found


def _here(text: str) -> OpenPoint:
    return OpenPoint(
        text, "meeting", Text("To the agreements and requests"),
        {filters.PART: AGREEMENTS_PART},
    )  # fmt: skip


def _managed(text: str, section: str, link: Text) -> OpenPoint:
    return OpenPoint(text, "management", link, {filters.PART_OF_MANAGEMENT: section})
