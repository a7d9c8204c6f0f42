from __future__ import annotations

from data import columns as c
from data.states import STATES, WHITE


def test_the_states_stand_in_the_order_of_the_legend() -> None:
    assert list(STATES) == [
        c.USED, c.NETWORK_ONLY, c.LAPSED, c.PLANNED, c.OPEN, c.DECLINED, c.NOT_APPLICABLE,
        c.UNKNOWN,
    ]  # fmt: skip


def test_no_two_states_share_a_sign_a_label_or_a_fill() -> None:
    for told in (
        [state.sign for state in STATES.values()],
        [str(state.label) for state in STATES.values()],
        [(state.colour, state.strength) for state in STATES.values()],
    ):
        assert len(set(told)) == len(STATES)


def test_what_was_never_used_and_what_lapsed_is_white() -> None:
    assert set(WHITE) == {c.OPEN, c.LAPSED}
