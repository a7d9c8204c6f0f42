"""Settings that are chosen in the tool, and which of default, choice and environment counts."""

from __future__ import annotations

import pytest

from analysis import shares
from data.settings import Settings
from data.storing.change_log import load_changes
from data.storing.chosen_settings import choose_settings, load_settings
from data.storing.store import Store
from tests.users import coordinator

COORDINATOR = coordinator("Noor")


def test_a_choice_overrules_the_default_and_the_environment_the_choice(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings(store) == Settings()
    choose_settings(store, COORDINATOR, {"hours_per_day": "7.5", "minimum_n": "10"})
    assert (load_settings(store).hours_per_day, load_settings(store).minimum_n) == (7.5, 10)
    monkeypatch.setenv("VERBREDINGSMONITOR_MINIMUM_N", "30")
    assert load_settings(store).minimum_n == 30
    choose_settings(store, COORDINATOR, {"hours_per_day": None})
    assert load_settings(store).hours_per_day == 8.0
    assert load_changes(store)["after"].tolist()[0] == {"hours_per_day": None}


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("minimum_n", "1", ValueError),
        ("minimum_n", "veel", ValueError),
        ("hours_per_day", "25", ValueError),
        ("max_file_bytes", "1", KeyError),
        ("onzin", "1", KeyError),
    ],
)
def test_what_cannot_be_chosen(store: Store, name: str, text: str, error: type) -> None:
    with pytest.raises(error):
        choose_settings(store, COORDINATOR, {"minimum_uses_to_rank": "30", name: text})
    assert load_settings(store) == Settings()


def test_the_defaults_are_those_with_a_reason() -> None:
    assert Settings().minimum_n == shares.MINIMUM_N
    assert Settings().minimum_uses_to_rank == shares.MINIMUM_USES_TO_RANK
