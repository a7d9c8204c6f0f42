from __future__ import annotations

import datetime as dt

import pytest

from data.intake.restoring import undo_batch
from data.storing.actions import (
    ConversationPlan,
    Place,
    choose_cells,
    edit_conversation,
    load_actions,
)
from data.storing.change_log import load_changes
from data.storing.errors import ChangedMeanwhileError
from data.storing.frames import load_departments
from data.storing.store import Store, data_version
from data.users import NotAllowedError
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
)
from tests.users import NOOR, coordinator, manager

COORDINATOR = coordinator("Noor")
MANAGER = manager(VASTGOED, name="Sam")
DAY = dt.date(2024, 3, 4)
PLAN = ConversationPlan("Noor", "Mailen", dt.date(2024, 3, 18))


def choose(store: Store, department: str, *themes: str) -> int:
    places = dict.fromkeys(themes, Place(2, 9, 2022, 2023))
    return choose_cells(store, COORDINATOR, department, places, PLAN, today=DAY)


def edit(store: Store, number: int, version: int, **statuses: tuple[str, str | None]) -> None:
    plan = ConversationPlan("Sam", "Bellen", None, "Over\0leg ", {ARMOEDE: statuses["armoede"]})
    edit_conversation(store, COORDINATOR, number, plan, version=version)


def test_a_chosen_cell_keeps_who_what_when_and_its_place(store_with_use: Store) -> None:
    choose(store_with_use, VASTGOED, ARMOEDE)
    (row,) = load_actions(store_with_use).to_dict("records")
    kept = {key: row[key] for key in ("department", "theme", "status", "owner", "next_step")}
    assert kept == {
        "department": VASTGOED, "theme": ARMOEDE, "status": "to_approach", "owner": "Noor",
        "next_step": "Mailen",
    }  # fmt: skip
    assert (row["chosen_on"].date(), row["due_on"].date()) == (DAY, dt.date(2024, 3, 18))
    assert [row[key] for key in ("rank", "ranked", "first_year", "last_year")] == [2, 9, 2022, 2023]


def test_several_white_spots_of_one_department_are_one_conversation(store_with_use: Store) -> None:
    first = choose(store_with_use, VASTGOED, ARMOEDE)
    assert choose(store_with_use, VASTGOED, DUURZAAMHEID, ARMOEDE) == first
    assert choose(store_with_use, JOS, DUURZAAMHEID) != first
    actions = load_actions(store_with_use)
    assert actions["theme"].tolist() == [ARMOEDE, DUURZAAMHEID, DUURZAAMHEID]


def test_a_closed_theme_that_is_chosen_again_is_opened(store_with_use: Store) -> None:
    number = choose(store_with_use, VASTGOED, ARMOEDE, DUURZAAMHEID)
    version = int(load_actions(store_with_use)["version"].iloc[0])
    edit(store_with_use, number, version, armoede=("declined", "not_now"))
    assert load_actions(store_with_use)["status"].tolist() == ["declined", "to_approach"]
    assert choose(store_with_use, VASTGOED, ARMOEDE) == number
    assert load_actions(store_with_use)["status"].tolist() == ["to_approach"] * 2
    assert load_actions(store_with_use)["reason"].isna().all()


def test_once_every_theme_is_closed_a_new_conversation_begins(store_with_use: Store) -> None:
    number = choose(store_with_use, VASTGOED, ARMOEDE)
    version = int(load_actions(store_with_use)["version"].iloc[0])
    edit(store_with_use, number, version, armoede=("in_use", None))
    assert choose(store_with_use, VASTGOED, DUURZAAMHEID) != number


def test_the_second_of_two_is_told_and_nothing_is_lost(store_with_use: Store) -> None:
    number = choose(store_with_use, VASTGOED, ARMOEDE)
    version = int(load_actions(store_with_use)["version"].iloc[0])
    edit(store_with_use, number, version, armoede=("approached", None))
    before = data_version(store_with_use)
    with pytest.raises(ChangedMeanwhileError):
        edit(store_with_use, number, version, armoede=("declined", "not_now"))
    assert data_version(store_with_use) == before
    (row,) = load_actions(store_with_use).to_dict("records")
    assert (row["status"], row["owner"], row["note"]) == ("approached", "Sam", "Overleg")


def test_every_change_is_in_the_log(store_with_use: Store) -> None:
    number = choose(store_with_use, VASTGOED, ARMOEDE)
    version = int(load_actions(store_with_use)["version"].iloc[0])
    edit(store_with_use, number, version, armoede=("declined", "ourselves"))
    log = load_changes(store_with_use)
    assert log["verb"].tolist() == ["moved", "changed", "chose", "began", "stored"]
    assert set(log["user"]) == {"Noor"}
    assert set(log["role"]) == {"coordinator"}
    moved = log.iloc[0]
    assert moved["before"] == {"status": "to_approach", "reason": None}
    assert moved["after"] == {"status": "declined", "reason": "ourselves"}
    assert log.iloc[1]["before"]["due_on"] == "2024-03-18"


def test_an_edit_without_a_change_is_not_in_the_log(store_with_use: Store) -> None:
    number = choose(store_with_use, VASTGOED, ARMOEDE)
    version = int(load_actions(store_with_use)["version"].iloc[0])
    before = len(load_changes(store_with_use))
    edit_conversation(store_with_use, COORDINATOR, number, PLAN, version=version)
    assert len(load_changes(store_with_use)) == before


def test_a_manager_keeps_no_actions(store_with_use: Store) -> None:
    with pytest.raises(NotAllowedError):
        choose_cells(store_with_use, MANAGER, VASTGOED, {ARMOEDE: Place()}, PLAN)
    assert load_actions(store_with_use).empty


def test_an_unknown_name_changes_nothing(store_with_use: Store) -> None:
    with pytest.raises(KeyError):
        choose(store_with_use, VASTGOED, "Bestaat niet")
    assert load_actions(store_with_use).empty
    assert load_changes(store_with_use)["result"].tolist() == ["failed", "done"]


def test_a_department_that_is_worked_on_stays_when_its_upload_goes(store_with_use: Store) -> None:
    choose(store_with_use, VASTGOED, ARMOEDE)
    undo_batch(1, store=store_with_use, user=NOOR)
    assert load_departments(store_with_use)["department"].tolist() == [VASTGOED]
    assert load_actions(store_with_use)["theme"].tolist() == [ARMOEDE]
