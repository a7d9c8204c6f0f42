from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis.findings.standing import Standing
from analysis.period import Period
from analysis.reporting import State
from data.columns import LAPSED, OPEN
from reports.letter import Letter
from tests.analysis.frames import actions_frame
from texts import use_language
from ui.actions.message import draft, mail_address, period_looked_at

SPOT = {
    "department": "Vastgoed", "theme": "Woningmarkt", "domain": "fysiek", "state": OPEN, "uses": 0,
    "network_uses": 0, "reported": True, "peers": 4, "peers_using": 1, "others": 15,
    "departments_using": 2, "colleague": "Wonen", "colleague_uses": 5,
}  # fmt: skip
STANDING = Standing("Vastgoed", Period(2025, 2025), State("complete"), 3, 0, 2, 5, 2, True)
SUPPORT = ("Onze stad heeft een overeenkomst.", "Het kost niets extra.")
LINK = "https://stad.example/afdeling?afdeling=Vastgoed"


def message(language: str = "nl", spots: int = 1, **options: object) -> Letter:
    given = {"sender": "Noor", "link": LINK, "support": SUPPORT} | options
    with use_language(language):
        return draft(STANDING, [SPOT] * spots, **given)  # type: ignore[arg-type]


def test_it_says_why_what_who_knows_and_where() -> None:
    letter = message()
    assert letter.subject == "Platform31: wat heeft Vastgoed eraan?"
    assert letter.points == [
        "Woningmarkt. Niet gebruikt in 2025. 1 van de 4 andere afdelingen in het fysiek domein "
        "waarvan het gebruik bekend is, gebruikt dit thema. De afdeling Wonen kan u er meer over "
        "vertellen."
    ]
    assert letter.opening.endswith(
        "In 2025 gebruikte Vastgoed Platform31 3 keer; 2 van de 5 thema’s die bij het werk passen "
        "worden gebruikt. Het gaat om een thema dat bij uw werk lijkt te passen:"
    )
    assert LINK in letter.text
    assert letter.closing == ["Met vriendelijke groet,", "Noor", "G40-coördinator"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"uses": 2}, "2 keer gebruikt in 2025."),
        ({"network_uses": 1}, "In 2025 alleen via een themagroep, 1 keer."),
        ({"reported": False}, "Over 2025 is uw gebruik hiervan niet opgegeven."),
        ({"state": LAPSED}, "Eerder gebruikt, in 2025 niet."),
    ],
)
def test_a_theme_is_said_to_be_unused_only_when_that_is_reported(row: dict, said: str) -> None:
    with use_language("nl"):
        letter = draft(STANDING, [SPOT | row], sender="Noor", link=LINK, support=SUPPORT)
    assert letter.points[0].startswith(f"Woningmarkt. {said}")


def test_it_speaks_of_several_themes_and_in_english() -> None:
    assert "Het gaat om thema’s" in message(spots=2).opening
    english = message("en", 2)
    assert english.greeting == "Dear colleague,"
    assert "1 of the 4 other departments" in english.points[0]


def test_what_it_costs_is_said_only_when_it_is_known() -> None:
    assert "Onze stad heeft een overeenkomst. In 2025 gebruikte" in message().text
    assert "\n\nHet kost niets extra.\n\n" in message().text
    assert "\n\n\n" not in message(support=("Onze stad.", "")).text


def test_a_point_says_what_there_is_to_offer_before_whom_to_ask() -> None:
    with use_language("nl"):
        spot = SPOT | {"offer": "Anderen kregen advies."}
        letter = draft(STANDING, [spot], sender="Noor", link=LINK, support=SUPPORT)
    assert letter.points[0].endswith(
        "gebruikt dit thema. Anderen kregen advies. De afdeling Wonen kan u er meer over vertellen."
    )


def test_a_theme_nobody_uses_is_still_told() -> None:
    with use_language("nl"):
        letter = draft(STANDING, [{"theme": "X"}], sender="Noor", link=LINK, support=SUPPORT)
    assert letter.points == ["X."]


def test_the_mail_program_gets_subject_and_text_and_not_too_much() -> None:
    letter = message()
    query = parse_qs(urlsplit(mail_address(letter)).query)
    assert (query["subject"], query["body"]) == ([letter.subject], [letter.text])
    long = mail_address(message(spots=40))
    assert len(long) < 2_000
    assert parse_qs(urlsplit(long).query)["body"][0].endswith("…")


def test_what_is_in_a_name_does_not_leave_its_place_in_the_address() -> None:
    with use_language("nl"):
        letter = draft(
            replace(STANDING, department="A&cc=x@y.nl"),
            [SPOT],
            sender="Noor",
            link=LINK,
            support=SUPPORT,
        )
    assert set(parse_qs(urlsplit(mail_address(letter)).query)) == {"subject", "body"}


def test_the_message_counts_over_the_period_that_the_coordinator_looked_at() -> None:
    rows = [{"first_year": 2018, "last_year": 2019}, {"first_year": 2021, "last_year": 2021}, {}]
    assert period_looked_at(actions_frame(rows)) == Period(2021, 2021)
