"""Stores to make a dossier of: a town with everything in it, and one as large as a city gets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.storing.actions import ConversationPlan, Place, choose_cells, edit_conversation
from data.storing.meeting_agreements import make_agreement
from data.storing.requests import note_request
from data.storing.store import Store
from data.values.meeting import MeetingAgreement, UnmetRequest
from tests.pages.stores import Use, add_budget, make_store
from tests.users import NOOR

YEAR = 2021
PLAN = ConversationPlan("Noor", "Bellen", None)
BUDGET = [
    (YEAR, "budget", "Jaarlijkse bijdrage", 20_762.0, None),
    (YEAR, "actual", "Jaarlijkse bijdrage", 20_963.80, "2021-02-01"),
    (YEAR, "actual", "Onderzoek", 1_250.25, "2021-06-01"),
]


def uses_of(departments: int, themes: int) -> list[Use]:
    """Uses of both years, more of the first departments and themes than of the last."""
    names = [f"Afdeling van bestuur en beleid {d + 1}" for d in range(departments)]
    topics = [f"Thema van de stad {t + 1}" for t in range(themes)]
    found = []
    for year, step in ((YEAR - 1, 3), (YEAR, 2)):
        for place in range(departments * themes):
            d, t = place % departments, place // departments
            if (d * 7 + t * 11) % step == 0 and d != departments - 1:
                found.append((f"{year}-{1 + place % 12:02d}-{1 + place % 28:02d}", names[d],
                              topics[t]))  # fmt: skip
    # The last department appears in the list of the year before only.
    found.append((f"{YEAR - 1}-05-05", names[-1], topics[0]))
    return found


def town(folder: Path, *, departments: int = 9, themes: int = 6, busy: int = 3) -> Store:
    """A store with use, money, actions, requests and agreements; `busy` of each."""
    store = make_store(folder, uses_of(departments, themes))
    add_budget(store, BUDGET)
    day = dt.date(YEAR, 3, 1)
    for number in range(busy):
        name = f"Afdeling van bestuur en beleid {number % departments + 1}"
        topic = f"Thema van de stad {number % themes + 1}"
        choose_cells(store, NOOR, name, {topic: Place()}, PLAN, today=day)
        note_request(
            store,
            NOOR,
            UnmetRequest(day, name, topic, f"Hulp bij de aanpak van vraagstuk {number + 1}",
                         ("waiting", "elsewhere", "not_delivered")[number % 3]),
        )  # fmt: skip
        make_agreement(
            store,
            NOOR,
            MeetingAgreement(YEAR - 1, f"Punt {number + 1} van de lijst verder uitwerken",
                             "Directeuren", dt.date(YEAR, 10, 1)),
        )  # fmt: skip
    if busy:
        done = {"Thema van de stad 1": ("in_use", None)}
        edit_conversation(
            store, NOOR, 1, ConversationPlan("Noor", "Bellen", None, statuses=done), version=2
        )
    return store
