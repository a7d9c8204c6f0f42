"""A choice stands in the address under a name that no language changes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from ui.shared import address


def list_of_two() -> None:
    import streamlit as st

    from ui.shared.address import follow_address_of_many, keep_many_in_address

    named = {"a": "a", "b": "b"}
    follow_address_of_many("letters", named, in_words={"a": "Aap", "b": "Beer"}.__getitem__)
    chosen = st.multiselect("Letters", list(named), key="letters")
    keep_many_in_address("letters", chosen, named)


@pytest.mark.parametrize("asked", ["a,b", "b,a", ["Aap", "Beer"], ["a", "a", "b", "c"]])
def test_more_choices_stand_under_one_name(asked: str | list[str]) -> None:
    at = AppTest.from_function(list_of_two)
    at.query_params["letters"] = asked
    assert sorted(at.run().multiselect[0].value) == ["a", "b"]
    assert at.query_params["letters"] == "a,b"
    at.multiselect[0].set_value(["b"]).run()
    assert at.query_params["letters"] == "b"
    at.multiselect[0].set_value([]).run()
    assert "letters" not in at.query_params
    assert at.multiselect[0].value == []


def one_or_none() -> None:
    from ui.shared.address import select_one

    named: dict[str, str | None] = {"a": "a", "b": "b"}
    select_one("Letter", named, key="letter", default=None)


def test_a_choice_is_taken_back_and_the_address_with_it() -> None:
    at = AppTest.from_function(one_or_none)
    at.query_params["letter"] = "a"
    assert at.run().selectbox[0].value == "a"
    at.selectbox[0].set_value(None).run()
    assert at.selectbox[0].value is None
    assert "letter" not in at.query_params


def test_another_address_is_followed_and_a_choice_goes_before_it() -> None:
    at = AppTest.from_function(one_or_none)
    at.query_params["letter"] = "a"
    at.run()
    at.query_params["letter"] = "b"
    assert at.run().selectbox[0].value == "b"
    at.selectbox[0].set_value("a").run()
    assert at.query_params["letter"] == "a"


def elsewhere(keys: tuple[str, ...], named: tuple[str, ...]) -> None:
    import streamlit as st

    from ui.shared.address import select_one, take_along

    if st.query_params.pop("new", ""):
        for key in keys:
            if key in st.session_state:
                st.session_state[key] = st.session_state[key]
        take_along(keys, named=named)
    else:
        select_one("Letter", {"a": "a", "b": "b"}, key="letter", default="a")


@pytest.mark.parametrize(
    ("named", "there", "expected"),
    [((), {}, "b"), (("letter",), {}, "b"), ((), {"letter": "a"}, "a")],
)
def test_what_was_chosen_goes_along_unless_a_link_says_else(
    named: tuple[str, ...], there: dict[str, str], expected: str
) -> None:
    at = AppTest.from_function(elsewhere, args=(("letter",), named)).run()
    at.selectbox[0].set_value("b").run()
    del at.query_params["letter"]
    at.query_params["new"] = "1"
    for name, asked in there.items():
        at.query_params[name] = asked
    at.run()
    assert dict.fromkeys(at.query_params, True) == dict.fromkeys([*named, *there], True)
    assert at.run().selectbox[0].value == expected


def test_a_name_goes_before_the_words_of_another_choice() -> None:
    words = {"x": "y", "y": "z"}.__getitem__
    named = {"x": "x", "y": "y"}
    assert address.meant("y", named, "", words) == "y"
    assert address.meant("z", named, "", words) == "y"
    assert address.meant("q", named, "", words) == ""
