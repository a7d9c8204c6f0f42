"""Two uploads about the same money: one counts until somebody says otherwise."""

from __future__ import annotations

import pytest

from data.storing.frames import load_budget, load_rivals
from data.storing.money_sources import choose_sources
from data.storing.store import Store
from data.users import NotAllowedError
from tests.pages.stores import add_budget
from tests.users import NOOR, manager

OVERVIEW = [(2022, "budget", "Platform31", 32_000.0, None),
            (2022, "actual", "Platform31", 24_000.0, None)]  # fmt: skip
LEDGER = [(2022, "actual", "Platform31", 38_789.76, "2022-02-01"),
          (2022, "actual", "Platform31", 20_000.0, "2022-07-01")]  # fmt: skip


def actual(store: Store) -> float:
    lines = load_budget(store)
    return round(lines.loc[lines["kind"] == "actual", "amount"].sum(), 2)


def test_the_same_year_twice_is_not_added_up(store: Store) -> None:
    add_budget(store, OVERVIEW)
    assert load_rivals(store) == []
    add_budget(store, LEDGER, file="exact.xlsx")
    (found,) = load_rivals(store)
    assert (found.year, found.kind, found.open, found.counted) == (2022, "actual", True, {1})
    assert [source.cents for source in found.sources] == [2_400_000, 5_878_976]
    assert actual(store) == 24_000


@pytest.mark.parametrize(
    ("counted", "expected"), [((1,), 24_000), ((2,), 58_789.76), ((1, 2), 82_789.76)]
)
def test_what_is_chosen_counts_and_is_remembered(
    counted: tuple[int, ...], expected: float, store: Store
) -> None:
    add_budget(store, OVERVIEW)
    add_budget(store, LEDGER, file="exact.xlsx")
    choose_sources(store, NOOR, load_rivals(store)[0], counted)
    assert actual(store) == expected
    (found,) = load_rivals(store)
    assert (found.open, found.counted) == (False, set(counted))
    assert load_budget(store, every=True)["amount"].sum() == 32_000 + 24_000 + 58_789.76


def test_a_later_upload_opens_the_question_again_and_does_not_count_yet(store: Store) -> None:
    add_budget(store, OVERVIEW)
    add_budget(store, LEDGER, file="exact.xlsx")
    choose_sources(store, NOOR, load_rivals(store)[0], (2,))
    add_budget(store, [(2022, "actual", "Platform31", 1.0, None)], file="nog een.xlsx")
    (found,) = load_rivals(store)
    assert (found.open, found.counted) == (True, {2})
    assert actual(store) == 58_789.76


def test_bookings_of_other_months_are_other_money(store: Store) -> None:
    add_budget(store, [LEDGER[0]])
    add_budget(store, [LEDGER[1]], file="tweede helft.xlsx")
    assert load_rivals(store) == []
    assert actual(store) == 58_789.76


def test_a_manager_does_not_decide(store: Store) -> None:
    add_budget(store, OVERVIEW)
    add_budget(store, LEDGER, file="exact.xlsx")
    with pytest.raises(NotAllowedError):
        choose_sources(store, manager("Jeugd", name="Ma"), load_rivals(store)[0], (2,))
    assert load_rivals(store)[0].open
