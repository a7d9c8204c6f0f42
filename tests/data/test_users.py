from __future__ import annotations

import pytest

from data.users import (
    ACT,
    ADMINISTER,
    ANSWER,
    CLASSIFY,
    CONFIGURE,
    DECIDE,
    LOOK,
    READ_IN,
    ROLES,
    STATE,
    NotAllowedError,
)
from tests.users import BEHEERDER, DIRECTOR_DE_WIT, coordinator, manager

COORDINATOR, MANAGER = coordinator("Noor"), manager("Vastgoed")
OF_THE_COORDINATOR = [READ_IN, CLASSIFY, STATE, ACT, DECIDE, CONFIGURE, ADMINISTER]


@pytest.mark.parametrize("right", [LOOK, ANSWER, *OF_THE_COORDINATOR])
def test_the_coordinator_may_everything(right: str) -> None:
    assert COORDINATOR.may(right, "Vastgoed")
    COORDINATOR.must(right)


@pytest.mark.parametrize("right", OF_THE_COORDINATOR)
def test_a_manager_leaves_the_work_of_the_coordinator_alone(right: str) -> None:
    assert not MANAGER.may(right, "Vastgoed")
    with pytest.raises(NotAllowedError):
        MANAGER.must(right, "Vastgoed")


def test_a_manager_sees_everything_and_answers_for_one_department() -> None:
    assert MANAGER.may(LOOK, "Jeugd")
    assert MANAGER.may(ANSWER, "Vastgoed")
    assert not MANAGER.may(ANSWER, "Jeugd")
    assert not MANAGER.may(ANSWER)


def test_a_manager_of_several_departments_answers_for_each_of_them_and_no_other() -> None:
    several = manager("Vastgoed", "Jeugd")
    assert several.may(ANSWER, "Jeugd")
    assert several.may(ANSWER, ("Vastgoed", "Jeugd"))
    assert not several.may(ANSWER, ("Vastgoed", "Griffie"))
    assert not several.may(ANSWER, ())


def test_a_manager_without_a_department_answers_for_none() -> None:
    assert not manager().may(ANSWER, "Vastgoed")


def test_a_director_reads_all_and_changes_nothing() -> None:
    assert DIRECTOR_DE_WIT.may(LOOK)
    for right in [ANSWER, *OF_THE_COORDINATOR]:
        assert not DIRECTOR_DE_WIT.may(right, "Vastgoed")


def test_an_administrator_keeps_users_and_settings_and_no_records() -> None:
    assert BEHEERDER.may(CONFIGURE)
    assert BEHEERDER.may(ADMINISTER)
    for right in [LOOK, ANSWER, READ_IN, CLASSIFY, STATE, ACT, DECIDE]:
        assert not BEHEERDER.may(right, "Vastgoed")


def test_each_role_is_declared_once_and_has_a_name_of_its_own() -> None:
    assert list(ROLES) == ["coordinator", "manager", "director", "administrator", "nobody"]
    assert len({str(role.label) for role in ROLES.values()}) == len(ROLES)
