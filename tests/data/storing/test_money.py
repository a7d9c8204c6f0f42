from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from data.money.population import reference_population
from data.storing.frames import load_population
from data.storing.money import (
    load_agreements,
    load_population_history,
    load_statements,
    state_figures,
    state_inhabitants,
)
from data.storing.store import Store, data_version
from data.users import NotAllowedError
from tests.users import coordinator, manager

JANSEN, MANAGER = coordinator("Jansen"), manager("Vastgoed", name="Smit")
HAARLEM, ALMERE = "GM0392", "GM0034"


def test_a_new_store_knows_what_comes_with_the_product(store: Store) -> None:
    assert [a.term for a in load_agreements(store, HAARLEM)] == [
        "2015–2018", "2019–2022", "2023–2027",
    ]  # fmt: skip
    pd.testing.assert_frame_equal(load_population(store), reference_population())
    assert load_statements(store) == []
    assert load_population_history(store).empty


def test_what_is_stated_overrules_and_keeps_its_history(store: Store) -> None:
    before = data_version(store)
    state_figures(store, JANSEN, 2023, {"rate": ("0.15", "brief van 3 maart")})
    state_figures(store, JANSEN, 2023, {"rate": ("0.16", "besluit")})
    assert data_version(store) == before + 2
    agreement = load_agreements(store, HAARLEM)[2]
    assert (agreement.rate, agreement.stated["rate"].source) == (Decimal("0.16"), "besluit")
    assert [(s.value, s.source, s.user) for s in load_statements(store)] == [
        ("0.15", "brief van 3 maart", "Jansen"), ("0.16", "besluit", "Jansen"),
    ]  # fmt: skip


def test_a_figure_can_become_unknown_again(store: Store) -> None:
    state_figures(store, JANSEN, 2019, {"contribution": ("", "vervallen")})
    assert load_agreements(store, HAARLEM)[1].contribution is None


def test_another_agreement_can_be_added(store: Store) -> None:
    state_figures(store, JANSEN, 2028, {"last_year": ("2031", "convenant")})
    assert load_agreements(store, HAARLEM)[-1].term == "2028–2031"


@pytest.mark.parametrize(
    ("figures", "error"),
    [
        ({"rate": ("0.15", "x"), "salary": ("1", "x")}, KeyError),
        ({"signer": ("x", "x"), "inhabitants": ("veel", "x")}, ValueError),
        ({"last_year": ("2018", "x")}, ValueError),
        ({"last_year": ("", "x")}, ValueError),
    ],
)
def test_what_cannot_be_stores_nothing(
    store: Store, figures: dict[str, tuple[str, str]], error: type[Exception]
) -> None:
    with pytest.raises(error):
        state_figures(store, JANSEN, 2019, figures)
    assert load_statements(store) == []


def test_inhabitants_can_be_filled_in_changed_and_taken_back(store: Store) -> None:
    state_inhabitants(
        store, JANSEN, [(HAARLEM, 2018, 159_709, "StatLine"), (ALMERE, 2025, 230_000, "CBS")]
    )
    state_inhabitants(store, JANSEN, [(HAARLEM, 2018, 159_717, "gemeente")])
    frame = load_population(store)
    assert len(frame) == 241
    assert frame["municipality"].drop_duplicates().tolist() == (
        reference_population()["municipality"].drop_duplicates().tolist()
    )
    row = frame[(frame["cbs_code"] == HAARLEM) & (frame["year"] == 2018)].iloc[0]
    assert (row["inhabitants"], row["source"], row["edited"]) == (159_717, "gemeente", True)
    assert frame[frame["cbs_code"] == ALMERE]["year"].tolist() == [*range(2018, 2024), 2025]
    history = load_population_history(store)
    assert history["inhabitants"].tolist() == [159_717, 230_000, 159_709]
    state_inhabitants(store, JANSEN, [(HAARLEM, 2018, None, "toch onbekend")])
    frame = load_population(store)
    row = frame[(frame["cbs_code"] == HAARLEM) & (frame["year"] == 2018)].iloc[0]
    assert pd.isna(row["inhabitants"])
    assert row["certainty"] == ""


@pytest.mark.parametrize("figure", [("GM0453", 2019, 5, "x"), (HAARLEM, 2019, 0, "x")])
def test_no_other_city_and_no_number_below_one(store: Store, figure: tuple) -> None:
    with pytest.raises(ValueError, match="inhabitants"):
        state_inhabitants(store, JANSEN, [(HAARLEM, 2018, 5, "x"), figure])
    assert load_population_history(store).empty


def test_a_manager_states_nothing(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        state_figures(store, MANAGER, 2019, {"rate": ("0.15", "x")})
    with pytest.raises(NotAllowedError):
        state_inhabitants(store, MANAGER, [(HAARLEM, 2018, 5, "x")])
    assert load_statements(store) == []
    assert load_population_history(store).empty
