from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.actions import ConversationPlan, Place, choose_cells, load_actions
from data.storing.change_log import load_changes
from data.storing.draws import load_draws
from data.storing.frames import load_usage
from data.storing.proposals import Proposal, load_proposals, propose
from data.storing.store import Store
from data.values.report import ALL, Statement
from tests.analysis.frames import actions_frame
from tests.pages.conftest import Open
from tests.pages.uses import NASTY, ONE, TYPICAL
from tests.users import coordinator, manager
from texts import clock
from ui.actions.board import in_order, is_overdue
from ui.shared.registry import page_of

USER = coordinator("Noor")
DAY = dt.date(2022, 5, 2)
CELL = {"afdeling": "Werk en Inkomen", "thema": "Jeugd en onderwijs"}
Keep = Callable[..., Store]


def visit(key: str, **address: str) -> AppTest:
    at = AppTest.from_file(str(page_of(key).path), default_timeout=30)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def begun(store: Store, department: str = "Vastgoed", theme: str = "Woningmarkt", **plan) -> int:  # noqa: ANN003
    given = {"owner": "Noor", "next_step": "Bellen", "due_on": dt.date(2022, 5, 9)} | plan
    return choose_cells(
        store, USER, department, {theme: Place()}, ConversationPlan(**given), today=DAY
    )


def said(at: AppTest) -> str:
    return " ".join(element.value for element in (*at.markdown, *at.success, *at.warning, *at.info))


def field(at: AppTest, kind: str, name: str):  # noqa: ANN201
    (found,) = [element for element in at.get(kind) if str(element.key).endswith(name)]
    return found


def save(at: AppTest) -> None:
    """Press the button of the form of the conversation that is open."""
    (button,) = [button for button in at.button if button.label == "Opslaan"]
    button.click().run()


def test_without_actions_the_page_says_how_to_begin(open_page: Open) -> None:
    at = open_page("actions", TYPICAL)
    assert at.info[0].value.startswith("Er loopt nog geen actie.")


def test_a_white_spot_becomes_an_action_with_one_click_in_its_panel(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = visit("broadening", **CELL)
    assert "Nummer 1 van" in said(at)
    at.button(key="start_action").click().run()
    assert not at.exception
    assert "**→ Actie loopt** (2022)" in said(at)
    assert [success.value for success in at.success] == [
        "De actie met Werk en Inkomen is gestart\\."
    ]
    assert not [button for button in at.button if button.key == "start_action"]
    (row,) = load_actions(store).to_dict("records")
    assert row["due_on"].date() == clock.today() + dt.timedelta(days=14)
    assert (row["rank"], row["first_year"], row["last_year"]) == (1, 2022, 2022)


def test_what_is_changed_in_place_is_stored_and_logged(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    at = visit("actions")
    field(at, "text_input", "owner").input("Sam")
    field(at, "selectbox", "status_1").select("agreed")
    save(at)
    assert not at.exception
    assert "De actie is opgeslagen" in said(at)
    (row,) = load_actions(store).to_dict("records")
    assert (row["owner"], row["status"]) == ("Sam", "agreed")
    assert load_changes(store)["verb"].tolist()[:2] == ["moved", "changed"]


def test_deliberately_not_asks_for_a_reason(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    at = visit("actions")
    field(at, "selectbox", "status_1").select("declined")
    save(at)
    assert "Kies ook de reden" in said(at)
    assert load_actions(store)["status"].tolist() == ["to_approach"]


def test_of_two_visitors_who_change_the_same_the_second_is_told(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    first, second = visit("actions"), visit("actions")
    field(first, "text_input", "owner").input("Sam")
    save(first)
    field(second, "text_input", "owner").input("Kim")
    save(second)
    assert "Iemand anders heeft dit gewijzigd" in said(second)
    assert field(second, "text_input", "owner").value == "Kim"
    assert load_actions(store)["owner"].tolist() == ["Sam"]
    save(second)
    assert load_actions(store)["owner"].tolist() == ["Kim"]


def test_one_year_has_nothing_to_stand_beside(open_page: Open) -> None:
    at = open_page("actions", ONE)
    assert any("Er is pas gebruik van één jaar" in info.value for info in at.info)
    assert not at.get("plotly_chart")


def test_filters_in_the_address_choose_the_conversations(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    begun(store, "Jeugd", "Woningmarkt")
    assert "2 gesprekken" in said(visit("actions"))
    at = visit("actions", afdeling="Jeugd")
    assert [expander.label for expander in at.expander if "Jeugd" in expander.label]
    assert not [expander.label for expander in at.expander if "Vastgoed" in expander.label]


def test_a_manager_does_not_see_the_actions(keep_store: Keep) -> None:
    begun(keep_store(TYPICAL))
    at = visit("actions", als="Vastgoed")
    assert not at.expander
    at = visit("broadening", als="Vastgoed", **CELL)
    assert not [button for button in at.button if button.key == "start_action"]


def test_nasty_names_are_no_markup_here_either(keep_store: Keep) -> None:
    store = keep_store(NASTY)
    begun(store, "*x*", "$a$ en $b$", next_step="<b>", note="=1+1")
    at = visit("actions")
    assert not at.exception
    assert "\\*x\\*" in at.expander[0].label


def test_a_proposal_is_accepted_with_one_click(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    content = {"date": "2022-09-01", "date_precision": "day", "theme": "Woningmarkt", "hours": 4.0}
    propose(store, manager("Vastgoed", name="Sam"), "Vastgoed", Proposal("add", "Woningmarkt",
            content=content, note="Vergeten"))  # fmt: skip
    at = visit("actions")
    assert "Datum\\: 01\\-09\\-2022" in said(at)
    assert "Vergeten" in said(at)
    at.button(key="proposal_accept_1").click().run()
    assert not at.exception
    assert load_proposals(store)["status"].tolist() == ["accepted"]
    assert len(load_usage(store)) == len(TYPICAL) + 1


def test_a_declined_proposal_goes_with_an_answer(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    not_wanted = Proposal("not_wanted", "Woningmarkt", content={"reason": "not_now"})
    propose(store, manager("Vastgoed", name="Sam"), "Vastgoed", not_wanted)
    at = visit("actions")
    at.text_input(key="proposal_answer_1_0_answer").input("Eerst bellen")
    at.button(key="proposal_refuse_1").click().run()
    (row,) = load_proposals(store).to_dict("records")
    assert (row["status"], row["answer"]) == ("refused", "Eerst bellen")
    assert load_actions(store).empty


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        ("to_approach", "2024-03-03", True),
        ("to_approach", "2024-03-04", False),
        ("in_use", "2024-03-03", False),
        ("declined", "2024-03-03", False),
        ("agreed", None, False),
    ],
)
def test_overdue_is_open_and_past_its_day(status: str, due: str | None, late: bool) -> None:
    frame = actions_frame([{"status": status, "due_on": due}])
    assert is_overdue(frame, dt.date(2024, 3, 4)).tolist() == [late]


def test_open_comes_first_then_the_earliest_day_and_none_last() -> None:
    frame = actions_frame([
        {"conversation_id": 1, "status": "in_use", "due_on": "2020-01-01"},
        {"conversation_id": 2, "due_on": None},
        {"conversation_id": 3, "due_on": "2024-02-01"},
        {"conversation_id": 4, "due_on": "2024-01-01"},
        {"conversation_id": 4, "status": "declined", "due_on": "2024-01-01"},
    ])  # fmt: skip
    assert in_order(frame) == [4, 3, 2, 1]


def test_of_what_was_worked_on_is_told_what_is_known_and_no_more(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    at = visit("actions")
    text = " ".join(element.value for element in (*at.subheader, *at.markdown)).replace("\\", "")
    assert "1 aangepakt, 0 in gebruik" in text
    assert "Dit is bekend, niet bewezen" in text
    (table,) = [frame.value for frame in at.dataframe if "Uitkomst" in frame.value.columns]
    assert table["Thema"].tolist() == ["Woningmarkt"]


def test_the_lot_divides_the_white_spots_of_a_department(keep_store: Keep) -> None:
    pairs = [("Jeugd", "A"), ("Werk en Inkomen", "B"), ("Vastgoed", "C"), ("Vastgoed", "D")]
    uses = [(f"2022-0{month}-10", name, f"Vraag {x}") for name, x in pairs for month in range(1, 7)]
    store = keep_store(uses)
    at = visit("actions")
    at.selectbox(key="draw_department").select("Vastgoed").run()
    assert "Het lot verdeelt deze" in said(at)
    at.button(key="draw_now").click().run()
    assert not at.exception
    draws, actions = load_draws(store), load_actions(store)
    assert len(draws) >= 2
    assert draws["now"].sum() * 2 == len(draws)
    assert set(actions["theme"]) == set(draws.loc[draws["now"], "theme"])
    assert any("Geloot" in element.value for element in at.markdown)
    waiting = [frame.value for frame in at.dataframe if "Wacht tot" in frame.value.columns]
    assert set(waiting[0]["Thema"]) == set(draws.loc[~draws["now"], "theme"])


def test_two_periods_stand_side_by_side_and_in_the_address(open_page: Open) -> None:
    at = open_page("actions", TYPICAL, address={"voor_van": "2021", "na_van": "2022"})
    charts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert len([alt for alt in charts if alt.startswith("Kaart van afdelingen")]) == 2
    assert [at.selectbox(key=key).value for key in ("voor_van", "na_tot")] == [2021, 2022]
    (moved,) = [f.value for f in at.dataframe if list(f.value.columns[-2:]) == ["Voor", "Na"]]
    gone = moved.set_index(["Afdeling", "Thema"]).loc[("Vastgoed", "Woningmarkt")]
    assert gone.tolist() == ["✓ Gebruikt", "↓ Eerder wel, nu niet"]


def test_the_map_after_is_that_of_the_last_year_that_is_reported_whole(keep_store: Keep) -> None:
    half = Statement(dt.date(2021, 1, 1), dt.date(2023, 6, 30), ALL, ALL)
    keep_store([*TYPICAL, ("2023-02-01", "Jeugd", "Armoede en schulden")], statement=half)
    at = visit("actions")
    assert [at.selectbox(key=key).value for key in ("voor_tot", "na_van", "na_tot")] == [
        2021, 2022, 2022,
    ]  # fmt: skip


def test_several_white_spots_come_into_one_conversation(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store, "Werk en Inkomen", "Jeugd en onderwijs")
    at = visit("actions")
    more = at.multiselect(key="more_themes_Werk en Inkomen_0_themes")
    assert "Jeugd en onderwijs" not in more.options
    assert "Vitale binnensteden" in more.options
    more.select("Vitale binnensteden").run()
    at.button(key="add_themes_Werk en Inkomen").click().run()
    assert not at.exception
    actions = load_actions(store)
    assert actions["conversation_id"].nunique() == 1
    assert actions["theme"].tolist() == ["Jeugd en onderwijs", "Vitale binnensteden"]


def test_of_many_conversations_only_the_opened_one_is_made(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    for department in ("Vastgoed", "Jeugd", "Economische Zaken"):
        begun(store, department, "Duurzaamheid")
    at = visit("actions")
    assert not at.text_input
    at.session_state["conversation_2"] = True
    assert len(at.run().text_input) == 2  # owner and next step


def test_a_sent_message_sets_the_themes_to_approached(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    begun(store, note="Eerst mailen")
    begun(store, "Vastgoed", "Duurzaamheid")
    at = visit("actions")
    at.session_state["message_1"] = True
    at.run()
    assert "Beste collega," in at.code[0].value
    assert "/afdeling?afdeling=Vastgoed&als=Vastgoed&van=2022&tot=2022" in at.code[0].value
    at.button(key="sent_1").click().run()
    assert not at.exception
    actions = load_actions(store)
    assert actions["status"].tolist() == ["approached", "approached"]
    assert (actions["owner"].iloc[0], actions["note"].iloc[0]) == ("Noor", "Eerst mailen")
    assert not [button for button in at.button if button.key == "sent_1"]


def test_an_english_message_leads_to_the_page_in_english(keep_store: Keep) -> None:
    begun(keep_store(TYPICAL))
    at = visit("actions")
    at.session_state["message_1"] = True
    at.session_state["message_language_1"] = "en"
    assert "als=Vastgoed&van=2022&tot=2022&taal=en" in at.run().code[0].value
