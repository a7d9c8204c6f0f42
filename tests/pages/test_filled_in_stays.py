"""What somebody fills in stays until it is stored: after a reload, and whatever others store."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.actions import ConversationPlan, edit_conversation, load_actions
from data.storing.chosen_settings import choose_settings
from data.storing.meeting_agreements import make_agreement
from data.storing.money import state_figures
from data.storing.organisation import set_forms
from data.storing.proposals import Proposal, propose
from data.storing.requests import note_request
from data.storing.store import Store
from data.values.meeting import MeetingAgreement, UnmetRequest
from tests.pages.stores import add_uses
from tests.pages.test_actions import begun
from tests.pages.uses import TYPICAL
from tests.users import coordinator, manager
from ui.shared.filters import IN_ADDRESS
from ui.shared.registry import ROOT, page_of

Keep = Callable[..., Store]
NOOR = coordinator("Noor")


@pytest.fixture(autouse=True)
def _one_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shared.drafts._visit", lambda: "one browser")


KINDS = ("text_input", "text_area", "number_input", "date_input", "selectbox", "multiselect",
         "checkbox", "toggle", "radio", "color_picker")  # fmt: skip
VASTGOED = {"afdeling": "Vastgoed", "als": "Vastgoed", "answer_year": "2021"}
DOSSIER = {"dossierjaar": "2021"}
# Page, address, parts that are unfolded, and how many fields are filled in at least.
PLACES = [
    ("department", VASTGOED, ("answer_add", "answer_correct", "answer_not_wanted"), 9),
    ("actions", {}, ("conversation_1",), 6),
    ("meeting", DOSSIER, ("edit_2021_nl_agreed_0_box",), 15),
    ("budget", {}, (), 8),
    ("management", {"onderdeel": "organisation"}, (), 8),
    ("management", {"onderdeel": "reports"}, ("report_add",), 6),
    ("management", {"onderdeel": "reorganisations"}, (), 5),
    ("management", {"onderdeel": "themes"}, (), 3),
    ("management", {"onderdeel": "departments"}, (), 3),
    ("management", {"onderdeel": "forms"}, (), 1),
    ("management", {"onderdeel": "relevance"}, (), 1),
    ("management", {"onderdeel": "settings"}, (), 9),
]


@pytest.mark.parametrize(
    ("key", "address", "unfolded", "least"), PLACES, ids=lambda value: str(value)[:40]
)
def test_what_is_filled_in_stays(
    keep_store: Keep, key: str, address: dict[str, str], unfolded: tuple[str, ...], least: int
) -> None:
    store = keep_store(TYPICAL)
    begun(store)
    note_request(
        store, NOOR, UnmetRequest(dt.date(2021, 3, 4), "Jeugd", "Woningmarkt", "Wat?", "waiting")
    )
    make_agreement(store, NOOR, MeetingAgreement(2021, "Bellen", "Noor"))
    at = opened(key, address, unfolded)
    for element in fields_of(at):
        fill_in(element)
    at.run()
    said = {element.key: element.value for element in fields_of(at)}
    assert len(said) >= least

    others_store(store)
    assert held(at.run(), said) == said
    again = opened(key, dict(at.query_params), unfolded)
    assert held(again, said) == said


def held(at: AppTest, among: Collection[str]) -> dict[str, Any]:
    """What these fields hold, by key."""
    return {element.key: element.value for element in fields_of(at) if element.key in among}


def opened(key: str, address: dict[str, Any], unfolded: tuple[str, ...]) -> AppTest:
    """The page as the browser of the visit gets it, with these parts unfolded."""
    at = AppTest.from_file(str(page_of(key).path), default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    for name in unfolded:
        at.session_state[name] = True
    at.run()
    assert not at.exception
    return at


def fields_of(at: AppTest) -> Iterator[Any]:
    """Every field that can be filled in, without the filters that the address keeps."""
    for kind in KINDS:
        for element in at.get(kind):
            in_address = element.key in IN_ADDRESS or getattr(element.proto, "query_param_key", "")
            if not (element.disabled or in_address):
                yield element


def fill_in(element: Any) -> None:
    """Put something else in it than there is."""
    now, kind = element.value, element.type
    if kind in ("text_input", "text_area"):
        element.set_value(f"{now} 7")
    elif kind == "number_input":
        up = (element.min or 0) if now is None else now + element.step
        element.set_value(up if element.max is None or up <= element.max else now - element.step)
    elif kind == "date_input":
        element.set_value(dt.date(2021, 5, 9) if now is None else now - dt.timedelta(1))
    elif kind == "selectbox" and element.options:
        element.select_index((-1 if now is None else element.index) - len(element.options) + 1)
    elif kind == "multiselect" and element.options:
        element.set_value([] if now else [element.options[0]])
    elif kind in ("checkbox", "toggle"):
        element.set_value(not now)
    elif kind == "radio":
        element.set_value("ourselves")
    elif kind == "color_picker":
        element.set_value("#123456")


def others_store(store: Store) -> None:
    """What others do meanwhile, of every kind that these pages show."""
    add_uses(store, [("2021-06-07", "Griffie", "Kunst")], file="later.xlsx")
    (one,) = load_actions(store).head(1).to_dict("records")
    plan = ConversationPlan("Sam", "Mailen", None, "", {})
    edit_conversation(store, NOOR, one["conversation_id"], plan, version=int(one["version"]))
    proposal = Proposal("not_wanted", "Woningmarkt", None, {"reason": "not_now"})
    propose(store, manager("Vastgoed", name="Kim"), "Vastgoed", proposal)
    make_agreement(store, NOOR, MeetingAgreement(2021, "Schrijven", "Noor"))
    note_request(
        store, NOOR, UnmetRequest(dt.date(2021, 4, 5), "Jeugd", "Woningmarkt", "Meer?", "waiting")
    )
    set_forms(store, NOOR, ["advies", "werkbezoek", *_forms(store)[1:]])
    choose_settings(store, NOOR, {"minimum_n": "7"})
    state_figures(store, NOOR, 2018, {"rate": ("0.15", "bron")})


def _forms(store: Store) -> list[str]:
    from data.storing.names import load_forms

    with store.reading() as connection:
        return list(load_forms(connection))


def test_every_table_that_is_edited_keeps_its_edits() -> None:
    """Outside reading in, which keeps its own, a table is edited through a draft only."""
    elsewhere = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text())))
        names = {node.id for node in nodes if isinstance(node, ast.Name)} & {"edit_table"} | {
            node.attr
            for node in nodes
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "st"
        }
        if names & {"data_editor", "form"} and "edit_table" not in names:
            elsewhere[str(path.relative_to(ROOT))] = sorted(names & {"data_editor", "form"})
    assert [path for path in elsewhere if not Path(path).is_relative_to("ui/reading_in")] == []
