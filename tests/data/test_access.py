from __future__ import annotations

import pytest

from data.access import ACT, ANSWER, CLASSIFY, DECIDE, LOOK, READ_IN, NotAllowedError, User

COORDINATOR, MANAGER = User("Noor"), User("Sam", "Vastgoed")


@pytest.mark.parametrize("right", [LOOK, READ_IN, CLASSIFY, ACT, DECIDE, ANSWER])
def test_the_coordinator_may_everything(right: str) -> None:
    assert COORDINATOR.may(right, "Vastgoed")
    COORDINATOR.must(right)


@pytest.mark.parametrize("right", [READ_IN, CLASSIFY, ACT, DECIDE])
def test_a_manager_leaves_the_work_of_the_coordinator_alone(right: str) -> None:
    assert not MANAGER.may(right, "Vastgoed")
    with pytest.raises(NotAllowedError):
        MANAGER.must(right, "Vastgoed")


def test_a_manager_sees_everything_and_answers_for_one_department() -> None:
    assert MANAGER.may(LOOK, "Jeugd")
    assert MANAGER.may(ANSWER, "Vastgoed")
    assert not MANAGER.may(ANSWER, "Jeugd")
    assert not MANAGER.may(ANSWER)
