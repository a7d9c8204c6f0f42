from __future__ import annotations

import pytest

from data.columns import DEPARTMENT, THEME
from data.intake.store_upload import store_preview
from data.storing.change_log import load_changes
from data.storing.frames import load_batches, load_departments, load_relevance, load_themes
from data.storing.frames import load_usage as usage_of
from data.storing.organisation_facts import confirm_domains
from data.storing.reference import edit_names, remove_sample, set_relevance
from data.storing.store import Store, data_version
from data.users import NotAllowedError
from tests.data.storing.examples import ARMOEDE, DUURZAAMHEID, JOS, preview, usage_sheet, use
from tests.users import NOOR, coordinator, manager

COORDINATOR = coordinator("Noor")


@pytest.fixture
def filled(store: Store) -> Store:
    rows = [use("2019-01-01", JOS, ARMOEDE), use("2019-01-01", JOS, DUURZAAMHEID)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    return store


def test_a_department_moves_to_another_domain(filled: Store) -> None:
    before = data_version(filled)
    edit_names(filled, COORDINATOR, DEPARTMENT, {JOS: {"domain": "bestuur"}})
    assert load_departments(filled).to_numpy().tolist() == [[JOS, "bestuur"]]
    assert usage_of(filled)["domain"].unique().tolist() == ["bestuur"]
    assert data_version(filled) == before + 1


def test_a_theme_moves_to_another_pillar_and_task(filled: Store) -> None:
    classified = {"pillar": "overstijgend", "task": "governance-opgave"}
    edit_names(filled, COORDINATOR, THEME, {ARMOEDE: classified})
    assert load_themes(filled).to_numpy().tolist() == [
        [DUURZAAMHEID, "fysiek", "verduurzamingsopgave"],
        [ARMOEDE, "overstijgend", "governance-opgave"],
    ]


def test_relevance_is_overruled_and_changed_again(filled: Store) -> None:
    set_relevance(filled, COORDINATOR, {(JOS, ARMOEDE): False, (JOS, DUURZAAMHEID): True})
    assert load_relevance(filled).to_numpy().tolist() == [
        [JOS, ARMOEDE, False, True, False],
        [JOS, DUURZAAMHEID, True, True, False],
    ]
    set_relevance(filled, COORDINATOR, {(JOS, ARMOEDE): True})
    assert load_relevance(filled)["relevant"].tolist() == [True, True]


def test_names_that_do_not_exist(filled: Store) -> None:
    before = data_version(filled)
    with pytest.raises(KeyError):
        edit_names(
            filled, COORDINATOR, DEPARTMENT, {JOS: {"domain": "bestuur"}, "Onzin": {"domain": "a"}}
        )
    with pytest.raises(KeyError):
        edit_names(filled, COORDINATOR, THEME, {ARMOEDE: {"domain": "fysiek"}})
    with pytest.raises(KeyError):
        set_relevance(filled, COORDINATOR, {(JOS, ARMOEDE): False, ("Onzin", ARMOEDE): False})
    set_relevance(filled, COORDINATOR, {})
    edit_names(filled, COORDINATOR, THEME, {})
    assert not load_relevance(filled)["edited"].any()
    assert data_version(filled) == before


def test_what_was_changed_is_in_the_log_and_what_was_not_is_not(filled: Store) -> None:
    confirm_domains(filled, COORDINATOR)
    same = load_departments(filled)["domain"].iloc[0]
    values = {"domain": same, "manager": "afdelingsmanager", "employees": 40, "valid_from": 2018}
    edit_names(filled, COORDINATOR, DEPARTMENT, {JOS: values})
    set_relevance(filled, COORDINATOR, {(JOS, ARMOEDE): False})
    log = load_changes(filled).query("subject != 'upload' and verb == 'changed'")
    assert log["user"].tolist() == ["Noor", "Noor"]
    assert log["after"].tolist() == [
        {"department": JOS, "theme": ARMOEDE, "relevant": False},
        {"name": JOS, "manager": "afdelingsmanager", "employees": 40, "valid_from": 2018},
    ]
    assert log["before"].iloc[1] == {
        "name": JOS, "manager": None, "employees": None, "valid_from": None,
    }  # fmt: skip


def test_a_manager_changes_nothing_of_this(filled: Store) -> None:
    sam = manager(JOS)
    with pytest.raises(NotAllowedError):
        edit_names(filled, sam, DEPARTMENT, {JOS: {"domain": "bestuur"}})
    with pytest.raises(NotAllowedError):
        set_relevance(filled, sam, {(JOS, ARMOEDE): False})
    log = load_changes(filled).query("user == 'Sam'")
    assert log["subject"].tolist() == ["relevance", "department"]
    assert log["result"].tolist() == ["refused", "refused"]


def test_only_the_sample_is_removed(filled: Store) -> None:
    for year in ("2020", "2021"):
        sheet = usage_sheet([use(f"{year}-01-01", "Fictief", ARMOEDE)])
        store_preview(preview(sheet, content=year), store=filled, user=NOOR, sample=True)
    assert remove_sample(filled, COORDINATOR) == [2, 3]
    assert usage_of(filled)["batch_id"].unique().tolist() == [1]
    assert load_departments(filled)["department"].tolist() == [JOS]
    assert load_batches(filled)["undone_at"].notna().tolist() == [True, True, False]
    assert remove_sample(filled, COORDINATOR) == []
