from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from ui.shared import drafts

Kept = dict[str, drafts.Draft]


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The drafts of the visit, as the server remembers them."""
    found: Kept = {}
    monkeypatch.setattr(drafts, "draft", lambda name: found.setdefault(name, drafts.Draft(name)))
    return found


def table_of_names() -> None:
    import pandas as pd
    import streamlit as st

    from ui.shared.drafts import edit_table

    def editor(start: pd.DataFrame, key: str) -> pd.DataFrame:
        st.session_state["seen"] = key
        st.session_state[key] = "edited"  # as a widget does
        return start.assign(note=st.session_state.get("typed", ""))

    frame = pd.DataFrame({"name": st.session_state["names"], "note": ""})
    begun, after = edit_table("names", frame, editor)
    st.session_state["shown"] = (begun["name"].tolist(), after["name"].tolist())


def shown(*names: str, at: AppTest | None = None) -> AppTest:
    at = at or AppTest.from_function(table_of_names, default_timeout=30)
    at.session_state["names"] = list(names)
    at.run()
    assert not at.exception
    return at


def test_a_table_that_gets_more_rows_is_the_same_before_and_after(kept: Kept) -> None:
    at = shown("Jeugd", "Zorg")
    kept.clear()  # as after a day, or when there are too many
    at = shown("Jeugd", "Zorg", "Wonen", at=at)
    assert at.session_state["shown"] == (["Jeugd", "Zorg", "Wonen"],) * 2


def test_an_edited_table_stays_while_the_store_gets_more_rows() -> None:
    at = shown("Jeugd", "Zorg")
    at.session_state["typed"] = "bellen"
    at = shown("Jeugd", "Zorg", at=at)
    at = shown("Jeugd", "Zorg", "Wonen", at=at)
    assert at.session_state["shown"] == (["Jeugd", "Zorg"],) * 2


def test_the_key_of_a_table_survives_a_restart_and_follows_what_is_stored(
    kept: Kept,
) -> None:
    before = shown("Jeugd", "Zorg")
    first = before.session_state["seen"]
    kept.clear()
    assert shown("Jeugd", "Zorg").session_state["seen"] == first
    assert shown("Jeugd", "Wonen", at=before).session_state["seen"] != first


def one_field() -> None:
    import streamlit as st

    from ui.shared import drafts

    one = drafts.draft("use")
    st.text_input("Uren", key=one.field("hours", ""))


def test_a_browser_that_comes_back_brings_what_was_filled_in_last(kept: Kept) -> None:
    at = AppTest.from_function(one_field).run()
    at.text_input[0].set_value("7,5").run()
    assert kept["use"].said("hours") == "7,5"
    at.text_input[0].set_value("8")  # while the line was down
    again = AppTest.from_function(one_field)._run(at._tree.get_widget_states())
    assert again.text_input[0].value == "8"
    again.run()
    assert kept["use"].filled["hours"] == ("", "8")
    another = AppTest.from_function(one_field).run()  # after a reload the browser brings nothing
    assert another.text_input[0].value == "8"
