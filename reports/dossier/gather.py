"""What a dossier is made of, out of the store."""

from __future__ import annotations

import datetime as dt

from analysis import structure
from analysis.findings.facts import find
from analysis.findings.meeting.facts import Meeting, agreements_before, meeting_of
from analysis.period import Period
from data.money.population import municipalities, municipality_code
from data.storing import dossiers, frames
from data.storing import money as stored_money
from data.storing.chosen_settings import load_settings
from data.storing.organisation_facts import load_organisation_facts
from data.storing.store import Store
from reports.dossier.content import compose
from reports.dossier.money import YearMoney, money_of
from reports.dossier.parts import Dossier
from reports.findings import load_register, use_chosen_minimums
from texts import clock, current_language


def dossier_of(store: Store, year: int, *, today: dt.date | None = None) -> Dossier | None:
    """The dossier of a year in the language in force, as it was edited; None without any use."""
    today = today or clock.today()
    meeting = load_meeting(store, year, today=today)
    if meeting is None:
        return None
    return compose(
        meeting,
        load_money(store, year),
        dossiers.load_draft(store, year, current_language()).content,
        style=dossiers.load_house_style(store),
        today=today,
    )


def load_meeting(store: Store, year: int, *, today: dt.date) -> Meeting | None:
    """The facts of a year for the meeting; None without any use."""
    successions = frames.load_successions(store)
    use_chosen_minimums(load_settings(store))
    register = load_register(store)
    found = find(register, Period(year, year))
    if found is None:
        return None
    return meeting_of(
        register,
        found,
        requests=structure.followed(frames.load_requests(store), successions, None),
        agreements=agreements_before(frames.load_meeting_agreements(store), year),
        since=dossiers.last_meeting(store, year),
        today=today,
    )


def load_money(store: Store, year: int) -> YearMoney:
    """The money of a year of this municipality."""
    return money_of(
        stored_money.load_agreements(store, municipality_of(store)),
        frames.load_budget(store),
        frames.load_usage(store),
        year,
    )


def municipality_of(store: Store) -> str:
    """The CBS code of the municipality: the one that was said, or else that of the settings."""
    said = load_organisation_facts(store).municipality
    codes = {name: code for code, name in municipalities().items()}
    return codes.get(said or "") or municipality_code(load_settings(store).municipality)
