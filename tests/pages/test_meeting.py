"""The page of the yearly meeting: propose, edit, establish, agree, and look back a year later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.storing import frames
from data.storing.dossiers import load_dossier_files, load_dossiers, load_draft
from data.storing.meeting_agreements import make_agreement
from data.storing.requests import note_request
from data.storing.store import Store
from data.values.meeting import Edits, MeetingAgreement, UnmetRequest
from tests.pages.uses import TYPICAL
from tests.users import NOOR
from ui.meeting.proposal import edited
from ui.meeting.year_round import calendar_days
from ui.shared.registry import page_of

YEAR = 2021


@pytest.fixture
def store(keep_store: Callable[..., Store]) -> Store:
    return keep_store(TYPICAL)


def opened(year: int = YEAR, **address: str) -> AppTest:
    at = AppTest.from_file(str(page_of("meeting").path), default_timeout=60)
    at.query_params["dossierjaar"] = str(year)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def text_of(at: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*at.markdown, *at.caption, *at.success, *at.info))


def pressed(at: AppTest, label: str) -> AppTest:
    next(button for button in at.button if button.label == label).click()
    at.run()
    assert not at.exception
    return at


def test_the_dossier_says_what_the_findings_say(store: Store) -> None:
    from reports.dossier.gather import dossier_of
    from ui.shared.safe import escape_markdown

    at, dossier = opened(), dossier_of(store, YEAR)
    assert dossier is not None
    shown = text_of(at)
    for part in dossier.parts:
        assert [h.value for h in at.subheader if h.value == escape_markdown(part.heading)]
        for sentence in part.sentences:
            assert escape_markdown(sentence.text) in shown


def test_what_is_typed_is_in_the_dossier_and_can_be_taken_out_again() -> None:
    proposed = {"used.headline": "Zo is het.", "used.movers": "Het steeg."}
    typed = {"used.headline": "Anders gezegd.", "used.movers": ""}
    first = edited(Edits(), "used", proposed, typed, ("Eigen.",), leave_out=False)
    assert first == Edits(
        {"used.headline": "Anders gezegd."}, frozenset({"used.movers"}), {"used": ("Eigen.",)}
    )
    again = edited(first, "used", proposed, proposed, (), leave_out=True)
    assert again == Edits({}, frozenset({"used"}), {})


def test_a_sentence_is_edited_on_the_page(store: Store) -> None:
    at = opened()
    box = f"edit_{YEAR}_nl_agreed_0"
    at.session_state[f"{box}_box"] = True
    at.run()
    at.text_area(key=f"{box}_agreed.agreement").set_value("Zo spraken wij het af.")
    at.text_area(key=f"{box}_added").set_value("Eerste punt.\n\nTweede punt.")
    next(b for b in at.button if b.label == "Opslaan").click()
    at.run()
    assert not at.exception
    kept = load_draft(store, YEAR, "nl").content
    assert kept.texts == {"agreed.agreement": "Zo spraken wij het af."}
    assert kept.added == {"agreed": ("Eerste punt.", "Tweede punt.")}
    assert "Zo spraken wij het af" in text_of(at)


def test_an_established_dossier_is_kept_and_replaced_with_a_reason_only(store: Store) -> None:
    at = pressed(opened(), "Vaststellen")
    kept = load_dossiers(store)
    assert kept["version"].tolist() == [1]
    names = {file.format for file in load_dossier_files(store, int(kept["id"].iloc[0]))}
    assert names == {"docx", "pdf", "pptx", "xlsx", "odt", "ods", "json", "xml"}
    at = pressed(at, "Vaststellen")
    assert any("Schrijf op waarom" in one.value for one in at.warning)
    assert len(load_dossiers(store)) == 1
    at.text_input(key="establish_2021_1_reason").set_value("Een opgave kwam later.")
    at = pressed(at, "Vaststellen")
    assert load_dossiers(store)["reason"].tolist() == ["Een opgave kwam later.", ""]


def test_an_agreement_becomes_an_action_and_stands_in_the_dossier_of_next_year(
    store: Store,
) -> None:
    department, theme = TYPICAL[0][1], TYPICAL[0][2]
    at = opened()
    at.text_input(key="new_agreement_2021_0_text").set_value("Samen langsgaan")
    at.text_input(key="new_agreement_2021_0_owner").set_value("Sam")
    at.date_input(key="new_agreement_2021_0_due").set_value(dt.date(2022, 9, 1))
    at.selectbox(key="new_agreement_2021_0_department").set_value(department)
    at.selectbox(key="new_agreement_2021_0_theme").set_value(theme)
    at = pressed(at, "Afspraak noteren")
    (action,) = frames.load_actions(store).to_dict("records")
    assert (action["owner"], action["next_step"]) == ("Sam", "Samen langsgaan")
    next_year = text_of(opened(YEAR + 1))
    assert "Het gesprek over 2021 leverde 1 afspraak op" in next_year
    assert "Samen langsgaan" in next_year


def test_what_is_open_has_a_link(store: Store) -> None:
    department, theme = TYPICAL[0][1], TYPICAL[0][2]
    asked = UnmetRequest(dt.date(YEAR, 5, 6), department, theme, "Een leerkring", "waiting")
    note_request(store, NOOR, asked)
    make_agreement(store, NOOR, MeetingAgreement(YEAR - 1, "Vaker overleg", "Directeuren"))
    shown = text_of(opened())
    assert "Van 1 vraag is nog open" in shown
    assert "1 afspraak van het vorige gesprek is nog te doen" in shown
    assert "Een leerkring" in shown


def test_who_may_only_look_sees_no_forms(store: Store) -> None:
    at = opened(als=TYPICAL[0][1])
    labels = {button.label for button in at.button}
    assert not labels & {"Vaststellen", "Afspraak noteren", "Vraag noteren", "Opslaan"}


def test_the_calendar_holds_the_meeting_and_the_rounds_to_come() -> None:
    days = calendar_days(2025, dt.date(2026, 5, 12), 2, today=dt.date(2026, 3, 1))
    assert [day.on for day in days] == [
        dt.date(2026, 5, 12), dt.date(2026, 7, 28), dt.date(2027, 1, 28),
    ]  # fmt: skip


def test_an_empty_store_says_what_to_do(open_page: Any) -> None:
    at = open_page("meeting", [])
    assert not at.exception
    assert any("Er is nog geen gebruik" in one.value for one in at.info)
