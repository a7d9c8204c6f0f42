"""Which part of a page is open stands in the address, under a name that no language changes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

PARTS = {"nl": ["Vooraan", "Achteraan"], "en": ["Front", "Back"]}


def page(labels: list[str]) -> None:
    import streamlit as st

    from ui.shared import tabs

    first, second = labels
    st.button("open", on_click=tabs.open_part, args=("achter",))
    tabs.show_tabs(
        [
            ("voor", first, lambda: st.markdown("the first")),
            ("achter", second, lambda: st.markdown("the second")),
        ]
    )


def shown(at: AppTest) -> list[str]:
    return [markdown.value for markdown in at.markdown]


@pytest.mark.parametrize("language", PARTS)
def test_a_link_opens_the_part_in_every_language(language: str) -> None:
    at = AppTest.from_function(page, args=(PARTS[language],))
    at.query_params["blad"] = "achter"
    assert shown(at.run()) == ["the second"]


def test_another_link_on_the_same_page_is_followed() -> None:
    at = AppTest.from_function(page, args=(PARTS["nl"],))
    at.query_params["blad"] = "achter"
    at.run()
    del at.query_params["blad"]
    assert shown(at.run()) == ["the first"]


def test_a_callback_opens_a_part_and_the_address_follows() -> None:
    at = AppTest.from_function(page, args=(PARTS["nl"],)).run()
    assert shown(at) == ["the first"]
    at.button[0].click().run()
    assert shown(at) == ["the second"]
    assert at.query_params["blad"] == "achter"


def test_a_name_that_is_no_part_is_the_first() -> None:
    at = AppTest.from_function(page, args=(PARTS["nl"],))
    at.query_params["blad"] = "Achteraan"
    assert shown(at.run()) == ["the first"]
    assert "blad" not in at.query_params
