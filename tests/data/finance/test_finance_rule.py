"""Which lines concern Platform31, and how that is remembered."""

from __future__ import annotations

import pandas as pd
import pytest

from data.storing.finance import load_rule, save_rule
from data.storing.frames import load_changes
from data.storing.store import Store
from data.users import NotAllowedError
from data.values.finance_rule import DEFAULT_RULE, Rule, hints_in
from tests.users import coordinator, manager

COORDINATOR, MANAGER = coordinator("Co"), manager("Jeugd", name="Ma")


def lines(**columns: list[str | None]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Stichting Platform31", True),
        ("PLATFORM 31 te Den Haag", True),
        ("contributie platform-31", True),
        ("Platform310", False),
        ("Perron Platform 3", False),
        ("P31 leerkring", False),  # proposed, never taken by itself
        (None, False),
    ],
)
def test_default_rule_looks_for_the_name(text: str | None, kept: bool) -> None:
    assert DEFAULT_RULE.keeps(lines(description=[text])).tolist() == [kept]
    assert DEFAULT_RULE.keeps(lines(supplier=[text])).tolist() == [kept]


@pytest.mark.parametrize(
    ("code", "kept"),
    [("0.1", True), ("0.1 Bestuur", True), ("0.10", False), ("0.1.2", False), ("10.1", False)],
)
def test_a_code_is_a_code_and_not_the_beginning_of_another(code: str, kept: bool) -> None:
    rule = Rule.of([("account", "0.1")])
    assert rule.keeps(lines(account=[code])).tolist() == [kept]


def test_any_condition_is_enough_and_an_empty_rule_keeps_nothing() -> None:
    rows = lines(account=["4431", "4432", "4433"], cost_centre=["1", "7", "1"])
    rule = Rule.of([("account", "4431"), ("cost_centre", "7")])
    assert rule.keeps(rows).tolist() == [True, True, False]
    assert Rule().keeps(rows).tolist() == [False] * 3


def test_does_not_change_the_lines() -> None:
    rows = lines(description=["Platform31"], supplier=[None])
    before = rows.copy()
    DEFAULT_RULE.keeps(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_empty_and_unknown_conditions_are_left_out() -> None:
    assert Rule.of([("account", "  "), ("supplier", "…"), ("iban", "NL91")]) == Rule()


def test_hints_are_counted_among_the_lines_that_are_left() -> None:
    rows = lines(description=["Platform31 P31", "P31 leerkring", "G40-netwerk", "Overig"])
    assert hints_in(rows, DEFAULT_RULE.keeps(rows)) == {"P31": 1, "G40": 1}


def test_rule_of_a_new_store_is_the_default(store: Store) -> None:
    with store.reading() as connection:
        assert load_rule(connection) == DEFAULT_RULE


def test_rule_is_remembered_and_the_change_is_noted(store: Store) -> None:
    rule = Rule.of([("account", "4431"), ("description", "leerkring <b>")])
    save_rule(store, COORDINATOR, rule)
    save_rule(store, COORDINATOR, rule)
    with store.reading() as connection:
        assert load_rule(connection) == rule
    (change,) = load_changes(store).to_dict("records")
    assert change["after"]["account"] == ["4431"]


def test_a_manager_may_not_change_the_rule(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        save_rule(store, MANAGER, Rule())
    with store.reading() as connection:
        assert load_rule(connection) == DEFAULT_RULE
