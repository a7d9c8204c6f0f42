"""What is kept, and what makes it be computed again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data.storing import reference
from data.storing.store import Store
from tests.pages.conftest import keep_store  # noqa: F401 (a fixture)
from tests.pages.uses import ONE
from tests.users import coordinator
from texts import use_language
from ui.figures.template import draw_on
from ui.shared import loaders
from ui.shared.caching import cached, cached_as_shown


@pytest.fixture
def asked() -> list[str]:
    return []


def test_is_computed_once_per_argument_until_the_data_change(
    keep_store: Callable[..., Store],  # noqa: F811
    asked: list[str],
) -> None:
    @cached
    def double(text: str) -> str:
        asked.append(text)
        assert len(loaders.departments())
        return 2 * text

    store = keep_store(ONE)
    assert [double("a"), double("a"), double("b")] == ["aa", "aa", "bb"]
    assert asked == ["a", "b"]
    reference.edit_names(store, coordinator("Noor"), "department", {"Jeugd": {"domain": "fysiek"}})
    assert double("a") == "aa"
    assert asked.count("a") == 2


def test_what_is_shown_is_made_once_per_language_and_ground(
    keep_store: Callable[..., Store],  # noqa: F811
    asked: list[str],
) -> None:
    @cached_as_shown
    def note(text: str) -> str:
        asked.append(text)
        return text

    keep_store(ONE)
    for language in ("nl", "en", "nl"):
        with use_language(language):
            note(language)
    assert asked == ["nl", "en"]
    draw_on(dark=True)
    try:
        with use_language("nl"):
            note("nl")
    finally:
        draw_on(dark=False)
    assert asked == ["nl", "en", "nl"]
