"""What is new for a department since a day; and no message when nothing changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.findings.meeting.digest import Changes, digests
from analysis.findings.meeting.facts import Meeting, agreements_before, with_requests
from analysis.period import Period
from data.storing import frames
from data.storing.meeting_agreements import make_agreement
from data.storing.requests import follow_request, note_request
from data.storing.store import Store
from data.values.meeting import MeetingAgreement, UnmetRequest
from reports.dossier.gather import load_meeting
from tests.pages.stores import make_store
from tests.users import NOOR
from texts import clock, use_language

JEUGD, ZORG, ARMOEDE, WONEN = "Jeugd", "Zorg", "Armoede", "Wonen"
USES = [("2024-03-04", JEUGD, ARMOEDE), ("2024-03-05", ZORG, WONEN), ("2024-04-05", ZORG, WONEN)]
LONG_AGO, TOMORROW = dt.date(2000, 1, 1), clock.today() + dt.timedelta(days=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path, USES)
    yield store
    store.close()


def changes_of(store: Store) -> Changes:
    return Changes(
        frames.load_usage(store), frames.load_batches(store), frames.load_actions(store),
        frames.load_proposals(store), frames.load_requests(store),
    )  # fmt: skip


def meeting_of(store: Store) -> Meeting:
    found = load_meeting(store, 2024, today=clock.today())
    assert found is not None
    return found


def test_nothing_new_is_no_message(store: Store) -> None:
    assert digests(meeting_of(store), changes_of(store), TOMORROW) == []


def test_what_is_new_is_told_to_the_department_it_concerns(store: Store) -> None:
    number = note_request(
        store, NOOR, UnmetRequest(dt.date(2024, 5, 6), ZORG, ARMOEDE, "Een leerkring", "waiting")
    )
    follow_request(store, NOOR, number, outcome="elsewhere")
    with use_language("nl"):
        found = {one.department: one for one in digests(meeting_of(store), changes_of(store),
                                                        LONG_AGO)}  # fmt: skip
    assert found[JEUGD].news == ("Wij hebben 1 keer gebruik van uw afdeling ingelezen.",)
    assert found[ZORG].news == (
        "Wij hebben 2 keer gebruik van uw afdeling ingelezen.",
        "Uw vraag “Een leerkring”: elders gevonden.",
    )
    assert found[ZORG].to_answer[0].startswith("Klopt de lijst van 2024")


def test_the_agreements_are_those_of_the_last_meeting_before(store: Store) -> None:
    for year in (2021, 2022, 2024):
        make_agreement(store, NOOR, MeetingAgreement(year, f"Over {year}", "Noor"))
    agreed = frames.load_meeting_agreements(store)
    assert agreements_before(agreed, 2024)["text"].tolist() == ["Over 2022"]
    assert agreements_before(agreed, 2021).empty


def test_a_request_counts_on_the_map_of_the_period_in_which_it_was_asked(store: Store) -> None:
    asked = UnmetRequest(dt.date(2024, 5, 6), ZORG, ARMOEDE, "Een leerkring", "waiting")
    note_request(store, NOOR, asked)
    cells, requests = meeting_of(store).found.cells, frames.load_requests(store)
    marked = with_requests(cells, requests, Period(2024, 2024))
    assert marked.loc[marked["asked"] > 0, ["department", "theme"]].to_numpy().tolist() == [
        [ZORG, ARMOEDE]
    ]
    assert with_requests(cells, requests, Period(2023, 2023))["asked"].sum() == 0
