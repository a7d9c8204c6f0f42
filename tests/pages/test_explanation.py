from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.settings import Settings
from data.storing.chosen_settings import choose_settings
from data.storing.store import Store
from tests.pages.conftest import Open
from tests.users import coordinator
from ui.explanation.measures import measures
from ui.shared.registry import page_of

KeepStore = Callable[..., Store]


def test_every_measure_is_explained(open_page: Open) -> None:
    at = open_page("explanation", [])
    titles = [expander.label for expander in at.expander]
    explained = measures(Settings())
    assert titles[: len(explained)] == [str(measure.name) for measure in explained]
    examples = [m.value for m in at.markdown if "\n\n*Voorbeeld" in m.value]
    assert len(examples) == len(explained)


def test_the_explanation_goes_by_the_settings_that_were_chosen(keep_store: KeepStore) -> None:
    store = keep_store([])
    choices = {"explain_from_percent": "20", "explain_from_euros": "2500"}
    choose_settings(store, coordinator("Noor"), choices)
    at = AppTest.from_file(str(page_of("explanation").path), default_timeout=30).run()
    told = [m.value for m in at.markdown if "vanaf 20" in m.value]
    assert len(told) == 1
    assert "2\\.500" in told[0]


def test_the_facts_of_the_decision_stand_with_their_source(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not open_page("explanation", []).table  # it is the decision of one municipality
    monkeypatch.setenv("VERBREDINGSMONITOR_MUNICIPALITY", "Haarlem")
    at = open_page("explanation", [])
    facts, check = (table.value.iloc[:, 0].to_dict() for table in at.table)
    assert facts["Bijdrage van Haarlem in de begroting"] == "€\u00a020.762 per jaar"
    assert facts["Tarief per inwoner"] == "€\u00a00,13"
    assert facts["Inwoners op 1 januari 2019"] == "161.260"
    assert facts["Algemene ondersteuning, via het G40-netwerk"] == "40\u00a0%"
    assert facts["Budget van alle gemeenten samen, afgerond"] == "€\u00a0540.000"
    assert check["161.260 inwoners × €\u00a00,13"] == "€\u00a020.963,80"
    assert check["Verschil"] == "€\u00a0201,80"
    assert check["Inwoners die bij het begrote bedrag horen"] == "159.704 tot en met 159.711"
    assert any("Collegebesluit Platform31" in caption.value for caption in at.caption)


@pytest.mark.parametrize("sign", ["✓", "≈", "↓", "→", "○", "×", "·", "?"])
def test_the_legend_has_every_sign(open_page: Open, sign: str) -> None:
    at = open_page("explanation", [])
    assert any(f"**{sign}" in m.value or f"**\\{sign}" in m.value for m in at.markdown)


def test_the_test_of_the_draws_is_tried_where_nothing_was_done(open_page: Open) -> None:
    pairs = [("Jeugd", "A"), ("Werk en Inkomen", "B"), ("Vastgoed", "C"), ("Vastgoed", "D")]
    uses = [
        (f"{year}-0{month}-10", name, f"Vraag {x}")
        for year in (2021, 2022) for name, x in pairs for month in range(1, 7)
    ]  # fmt: skip
    # Of the two white spots of Vastgoed one comes into use by itself.
    at = open_page("explanation", [*uses, ("2022-08-10", "Vastgoed", "Vraag A")])
    told = " ".join(m.value for m in at.markdown).replace("\\", "").replace("\u00a0", " ")
    assert "1.000 keer geloot onder die van 2021, met het gebruik van 2022. Bij 0 %" in told


def test_without_use_the_test_of_the_draws_cannot_be_tried(open_page: Open) -> None:
    at = open_page("explanation", [])
    assert any("te weinig witte vlekken vanzelf" in m.value for m in at.markdown)


def test_the_statements_say_whom_to_ask_and_how_long_things_are_kept(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBREDINGSMONITOR_PRIVACY_CONTACT", "privacy@example.nl")
    monkeypatch.setenv("VERBREDINGSMONITOR_CHANGE_LOG_DAYS", "1096")
    monkeypatch.setenv("VERBREDINGSMONITOR_NAME_DAYS", "0")
    shown = " ".join(element.value for element in open_page("explanation", []).markdown)
    shown = shown.replace("\\", "").replace("\u2060", "")
    for told in (
        "Vragen? privacy@example.nl.",
        "Vragen? Vraag het aan wie u deze tool gaf",
        "Wie wat deed, blijft bewaard: 1.096 dagen.",
        "Namen bij uploads, voorstellen en afspraken blijven bewaard: zolang de tool in gebruik",
        "Rijen die bij het inlezen zijn afgekeurd, blijven bewaard: 1 jaar.",
    ):
        assert told in shown
    assert "Kopieën" not in shown  # none are made
