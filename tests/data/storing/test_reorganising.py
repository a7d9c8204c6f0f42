"""Reorganisations in the store: nothing is lost, and each can be undone."""

from __future__ import annotations

import pandas as pd
import pytest

from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.storing.change_log import load_changes
from data.storing.frames import load_departments, load_relevance, load_usage
from data.storing.reference import set_relevance
from data.storing.reorganising import (
    ImpossibleReorganisationError,
    Reorganisation,
    load_reorganisations,
    load_successions,
    reorganise,
    undo_reorganisation,
)
from data.storing.store import Store
from data.users import NotAllowedError
from tests.data.storing.examples import ARMOEDE, JOS, VASTGOED, preview, usage_sheet, use
from tests.users import NOOR, coordinator, manager

COORDINATOR = coordinator("Noor")


@pytest.fixture
def filled(store: Store) -> Store:
    rows = [use("2019-01-01", JOS, ARMOEDE), use("2019-02-01", VASTGOED, ARMOEDE)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    return store


def merged(year: int = 2020, into: str = "Stad") -> Reorganisation:
    return Reorganisation(year, {JOS: {into: 100}, VASTGOED: {into: 100}}, {into: "fysiek"})


def everything(store: Store) -> list[pd.DataFrame]:
    return [load_departments(store), load_usage(store), load_relevance(store)]


def test_the_records_stay_as_they_were_read_in(filled: Store) -> None:
    before = load_usage(filled)
    number = reorganise(filled, COORDINATOR, merged())
    assert load_usage(filled).equals(before)
    assert load_successions(filled).to_numpy().tolist() == [
        [number, 2020, JOS, "Stad", 100],
        [number, 2020, VASTGOED, "Stad", 100],
    ]
    (line,) = load_reorganisations(filled).itertuples()
    assert (line.kind, line.user) == ("merged", "Noor")
    made = load_departments(filled).set_index("department")["domain"]
    assert made["Stad"] == "fysiek"


def test_undone_everything_is_as_before(filled: Store) -> None:
    before = everything(filled)
    number = reorganise(filled, COORDINATOR, merged())
    undo_reorganisation(filled, COORDINATOR, number)
    for was, now in zip(before, everything(filled), strict=True):
        pd.testing.assert_frame_equal(was, now)
    assert load_changes(filled)["verb"].tolist() == ["undone", "added", "stored"]
    with pytest.raises(ImpossibleReorganisationError):
        undo_reorganisation(filled, COORDINATOR, number)


def test_undone_a_department_stays_that_has_records_by_now(filled: Store) -> None:
    number = reorganise(filled, COORDINATOR, merged())
    later = usage_sheet([use("2021-01-01", "Stad", ARMOEDE)])
    store_preview(preview(later, content="later"), store=filled, user=NOOR)
    undo_reorganisation(filled, COORDINATOR, number)
    assert "Stad" in load_departments(filled)["department"].tolist()


@pytest.mark.parametrize(
    ("year", "successors", "kind"),
    [
        (2020, {JOS: {"Jeugd": 100}}, "renamed"),
        (2020, {JOS: {"Jeugd": 60, "Sport": 40}}, "split"),
        (2020, {JOS: {VASTGOED: 100}, VASTGOED: {VASTGOED: 100}}, "merged"),
    ],
)
def test_kinds(filled: Store, year: int, successors: dict, kind: str) -> None:
    reorganise(filled, COORDINATOR, Reorganisation(year, successors))
    assert load_reorganisations(filled)["kind"].tolist() == [kind]


@pytest.mark.parametrize(
    ("year", "successors"),
    [
        (20, {JOS: {"Jeugd": 100}}),
        (2020, {}),
        (2020, {JOS: {" ": 100}}),
        (2020, {JOS: {"Jeugd": 60, "Sport": 41}}),
        (2020, {JOS: {"Jeugd": 100, "Sport": 0}}),
        (2020, {JOS: {JOS: 100}}),
        (2020, {"Onzin": {"Jeugd": 100}}),
    ],
)
def test_what_cannot_be_is_refused_whole(filled: Store, year: int, successors: dict) -> None:
    before = everything(filled)
    with pytest.raises(ImpossibleReorganisationError) as caught:
        reorganise(filled, COORDINATOR, Reorganisation(year, successors))
    assert str(caught.value.message).endswith(".")
    assert load_successions(filled).empty
    for was, now in zip(before, everything(filled), strict=True):
        pd.testing.assert_frame_equal(was, now)


def test_only_what_still_exists_changes_and_the_last_is_undone_first(filled: Store) -> None:
    first = reorganise(filled, COORDINATOR, Reorganisation(2020, {JOS: {"Jeugd": 100}}))
    with pytest.raises(ImpossibleReorganisationError):
        reorganise(filled, COORDINATOR, Reorganisation(2021, {JOS: {"Sport": 100}}))
    with pytest.raises(ImpossibleReorganisationError):
        reorganise(filled, COORDINATOR, Reorganisation(2021, {VASTGOED: {JOS: 100}}))
    last = reorganise(filled, COORDINATOR, Reorganisation(2021, {"Jeugd": {"Gezin": 100}}))
    with pytest.raises(ImpossibleReorganisationError):
        undo_reorganisation(filled, COORDINATOR, first)
    undo_reorganisation(filled, COORDINATOR, last)
    undo_reorganisation(filled, COORDINATOR, first)
    assert load_departments(filled)["department"].tolist() == [JOS, VASTGOED]


def test_what_was_relevant_stays_relevant(filled: Store) -> None:
    set_relevance(filled, COORDINATOR, {(JOS, ARMOEDE): False, (VASTGOED, ARMOEDE): True})
    reorganise(filled, COORDINATOR, merged())
    cells = load_relevance(filled).set_index(["department", "theme"])
    assert cells.loc[("Stad", ARMOEDE), ["relevant", "edited"]].tolist() == [True, True]


def test_an_upload_can_be_taken_back_after_a_reorganisation(filled: Store) -> None:
    reorganise(filled, COORDINATOR, merged())
    undo_batch(1, store=filled, user=NOOR)
    assert load_usage(filled).empty
    assert set(load_departments(filled)["department"]) == {JOS, VASTGOED, "Stad"}


def test_a_manager_may_not(filled: Store) -> None:
    with pytest.raises(NotAllowedError):
        reorganise(filled, manager(JOS, name="Sam"), merged())
    with pytest.raises(NotAllowedError):
        undo_reorganisation(filled, manager(JOS, name="Sam"), 1)
