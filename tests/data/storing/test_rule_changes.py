"""Another rule, and what it makes of uploads that are stored already."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.finance import save_rule
from data.storing.frames import load_budget, load_changes
from data.storing.rule_changes import RuleEffect, effects_of
from data.storing.store import Store, open_store
from data.users import NotAllowedError
from data.values.corrections import Corrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from tests.users import coordinator, manager

COORDINATOR = coordinator("Co")
LEDGER = """Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag
05-02-2022;4431;1;Stichting Platform31;Bijdrage 2022;20.762,00
07-03-2022;4432;2;Stichting Platform31;Leerkring wonen;3.250,00
08-03-2022;4440;3;Bureau Delta;Advies P31;1.000,00
09-03-2022;4440;4;Bureau Delta;Advies wijken;250,00
10-03-2022;4120;5;ProRail BV;Perron platform 31 station;9.310,00
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")


def read_in(store: Store, text: str = LEDGER, **answers: str) -> int:
    preview = preview_file(
        text.encode(), "grootboek 2022.csv", store=store, settings=Settings(),
        corrections=Corrections(answers=answers),
    )  # fmt: skip
    return store_preview(preview, store=store, user=COORDINATOR)


def with_(*conditions: tuple[str, str]) -> Rule:
    return Rule.of([*((x.field, x.value) for x in DEFAULT_RULE.conditions), *conditions])


def counted(store: Store) -> list[float]:
    return sorted(load_budget(store)["amount"].tolist())


BEFORE = [3250.0, 20762.0]


def test_an_exception_leaves_lines_out_of_earlier_uploads_and_back_again(store: Store) -> None:
    read_in(store)
    rule = with_(("not:account", "4432"))
    assert effects_of(store, rule) == [
        RuleEffect(1, "grootboek 2022.csv", "actual", 2, 24_012_00, 1, 20_762_00, 0, 0)
    ]
    save_rule(store, COORDINATOR, rule, earlier=True)
    assert counted(store) == [20762.0]
    assert load_changes(store)["after"].iloc[0]["lines_left_out"] == 1
    save_rule(store, COORDINATOR, DEFAULT_RULE, earlier=True)
    assert counted(store) == BEFORE


def test_an_account_takes_its_lines_in_and_back_again(store: Store) -> None:
    read_in(store)
    rule = with_(("account", "4440"))
    (effect,) = effects_of(store, rule)
    # The two lines of 4440 are kept as one sum without texts: 1.000 + 250.
    assert (effect.lines_after, effect.cents_after, effect.unsure) == (3, 25_262_00, 0)
    save_rule(store, COORDINATOR, rule, earlier=True)
    assert counted(store) == [1250.0, *BEFORE]
    save_rule(store, COORDINATOR, DEFAULT_RULE, earlier=True)
    assert counted(store) == BEFORE


def test_an_exception_of_the_rule_holds_for_an_account_too(store: Store) -> None:
    read_in(store)
    save_rule(store, COORDINATOR, with_(("account", "4120")), earlier=True)
    assert counted(store) == BEFORE  # the line of the railway, by an exception


def test_without_earlier_nothing_stored_changes(store: Store) -> None:
    read_in(store)
    save_rule(store, COORDINATOR, with_(("not:account", "4432")))
    assert counted(store) == BEFORE


def test_words_cannot_be_looked_for_in_texts_that_were_not_kept(store: Store) -> None:
    read_in(store)
    rule = with_(("description", "P31"))
    (effect,) = effects_of(store, rule)
    # The sum of 4440 (€ 1.250) and that of the railway (€ 9.310) have no texts.
    assert (effect.changes, effect.unsure, effect.unsure_cents) == (False, 2, 10_560_00)
    save_rule(store, COORDINATOR, rule, earlier=True)
    assert counted(store) == BEFORE


def test_what_a_person_ticked_stays(store: Store) -> None:
    read_in(store, **{"line:3": "leave_out", "line:5": "count"})
    ticked = [250.0, 20762.0]
    assert counted(store) == ticked
    save_rule(store, COORDINATOR, with_(("account", "4431"), ("not:description", "wijken")),
              earlier=True)  # fmt: skip
    assert counted(store) == ticked


def test_lines_that_wait_for_an_answer_keep_waiting(store: Store) -> None:
    turned = LEDGER.replace(";20.762", ";-20.762").replace(";3.250", ";-3.250")
    read_in(store, turned)
    assert counted(store) == []
    save_rule(store, COORDINATOR, with_(("account", "4431"), ("account", "4440")), earlier=True)
    assert counted(store) == []


def test_a_rule_that_changes_nothing_has_no_effects(store: Store) -> None:
    read_in(store)
    assert effects_of(store, with_(("not:supplier", "Niemand"))) == []
    assert effects_of(store, with_(("account", "9999"))) == []


def test_a_manager_changes_no_earlier_upload(store: Store) -> None:
    read_in(store)
    with pytest.raises(NotAllowedError):
        save_rule(store, manager("Jeugd"), Rule(), earlier=True)
    assert counted(store) == BEFORE
