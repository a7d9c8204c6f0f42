"""What the page of the yearly meeting rests on: the facts of a year, its dossier, its edits."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.findings.meeting.facts import Meeting, agreements_before, meeting_of
from analysis.period import Period
from data import columns as c
from data.storing import dossiers
from data.storing.dossiers import Draft
from data.storing.versions import DOSSIERS
from data.values.meeting import HouseStyle
from reports.dossier.content import compose
from reports.dossier.money import YearMoney, money_of
from reports.dossier.parts import Dossier
from texts import clock, current_language
from texts import translate as _
from ui.budget.budget_data import agreements as money_agreements
from ui.shared import computed, loaders
from ui.shared.caching import cached, cached_as_shown

YEAR = "dossierjaar"  # in the address


def year_choice() -> int:
    """Let the visitor choose the year that the meeting is about."""
    span, default = computed.span(), computed.default_period()
    years = sorted(span.years, reverse=True) if span else [clock.today().year]
    first = default.last if default and default.last in years else years[0]
    chosen: int | None = st.selectbox(
        _("Year"), years, index=years.index(first), key=YEAR, bind="query-params", width=140
    )
    return first if chosen is None else chosen


def meeting_agreements() -> pd.DataFrame:
    """Everything that was agreed at a meeting."""
    return loaders.frame("meeting_agreements")


def established() -> pd.DataFrame:
    """Every established dossier, the newest first."""
    return loaders.frame("dossiers")


@cached
def meeting(year: int) -> Meeting:
    """The facts of a year for the meeting."""
    since = loaders.loaded(
        ("last meeting", year), (DOSSIERS,), lambda store: dossiers.last_meeting(store, year)
    )
    return meeting_of(
        computed.register(),
        computed.findings(Period(year, year)),
        requests=loaders.requests(),
        agreements=agreements_before(meeting_agreements(), year),
        since=since,
        today=clock.today(),
    )


@cached
def money(year: int) -> YearMoney:
    """The money of a year."""
    return money_of(money_agreements(), loaders.budget(), loaders.usage(), year)


def draft(year: int) -> Draft:
    """What was made of the proposal, in the language in force."""
    language = current_language()
    return loaders.loaded(
        ("draft of a dossier", year, language),
        (DOSSIERS,),
        lambda store: dossiers.load_draft(store, year, language),
    )


def house_style() -> HouseStyle:
    """The colours and the logo of documents."""
    return loaders.loaded("house style", (DOSSIERS,), dossiers.load_house_style)


@cached_as_shown
def dossier(year: int) -> Dossier:
    """The dossier of a year as it was edited, in the language in force."""
    return compose(
        meeting(year),
        money(year),
        draft(year).content,
        style=house_style(),
        today=clock.today(),
    )


@cached_as_shown
def proposal(year: int) -> Dossier:
    """The dossier as the tool proposes it, before anybody edited it."""
    return compose(meeting(year), money(year), today=clock.today())


def departments_to_name() -> list[str]:
    """The departments that something can be said of."""
    return loaders.departments_now()[c.DEPARTMENT].tolist()


def themes_to_name() -> list[str]:
    """The themes that something can be said of."""
    return loaders.themes()[c.THEME].tolist()
