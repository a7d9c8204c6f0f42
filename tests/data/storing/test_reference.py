from __future__ import annotations

import pytest

from data.importing import store_preview
from data.storing.frames import load_batches, load_departments, load_relevance, load_themes
from data.storing.frames import load_usage as usage_of
from data.storing.reference import remove_sample, set_classification, set_domain, set_relevance
from data.storing.store import Store, data_version
from tests.data.storing.examples import ARMOEDE, DUURZAAMHEID, JOS, preview, usage_sheet, use


@pytest.fixture
def filled(store: Store) -> Store:
    rows = [use("2019-01-01", JOS, ARMOEDE), use("2019-01-01", JOS, DUURZAAMHEID)]
    store_preview(preview(usage_sheet(rows)), store=store)
    return store


def test_a_department_moves_to_another_domain(filled: Store) -> None:
    before = data_version(filled)
    set_domain(filled, JOS, "bestuur")
    assert load_departments(filled).to_numpy().tolist() == [[JOS, "bestuur"]]
    assert usage_of(filled)["domain"].unique().tolist() == ["bestuur"]
    assert data_version(filled) == before + 1


def test_a_theme_moves_to_another_pillar_and_task(filled: Store) -> None:
    set_classification(filled, ARMOEDE, "overstijgend", "governance-opgave")
    assert load_themes(filled).to_numpy().tolist() == [
        [DUURZAAMHEID, "fysiek", "verduurzamingsopgave"],
        [ARMOEDE, "overstijgend", "governance-opgave"],
    ]


def test_relevance_is_overruled_and_changed_again(filled: Store) -> None:
    set_relevance(filled, {(JOS, ARMOEDE): False, (JOS, DUURZAAMHEID): True})
    assert load_relevance(filled).to_numpy().tolist() == [
        [JOS, ARMOEDE, False, True],
        [JOS, DUURZAAMHEID, True, True],
    ]
    set_relevance(filled, {(JOS, ARMOEDE): True})
    assert load_relevance(filled)["relevant"].tolist() == [True, True]


def test_names_that_do_not_exist(filled: Store) -> None:
    before = data_version(filled)
    with pytest.raises(KeyError):
        set_domain(filled, "Onzin", "fysiek")
    with pytest.raises(KeyError):
        set_classification(filled, "Onzin", "fysiek", "woonopgave")
    with pytest.raises(KeyError):
        set_relevance(filled, {(JOS, ARMOEDE): False, ("Onzin", ARMOEDE): False})
    set_relevance(filled, {})
    assert not load_relevance(filled)["edited"].any()
    assert data_version(filled) == before


def test_only_the_sample_is_removed(filled: Store) -> None:
    for year in ("2020", "2021"):
        sheet = usage_sheet([use(f"{year}-01-01", "Fictief", ARMOEDE)])
        store_preview(preview(sheet, content=year), store=filled, sample=True)
    assert remove_sample(filled) == [2, 3]
    assert usage_of(filled)["batch_id"].unique().tolist() == [1]
    assert load_departments(filled)["department"].tolist() == [JOS]
    assert load_batches(filled)["undone_at"].notna().tolist() == [True, True, False]
    assert remove_sample(filled) == []
