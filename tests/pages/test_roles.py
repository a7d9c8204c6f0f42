"""What a visitor sees and may do, as coordinator and as manager of a department."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL
from ui.shared.registry import PAGES, page_of

MANAGER = {"als": "Vastgoed"}
CLOSED = [page for page in PAGES if page.right != "look"]


@pytest.mark.parametrize("page", CLOSED, ids=lambda page: page.key)
def test_a_page_of_the_coordinator_stays_shut_for_a_manager(open_page: Open, page) -> None:  # noqa: ANN001
    at = open_page(page.key, TYPICAL, address=MANAGER, sample=True)
    assert not at.exception
    assert at.info[0].value.startswith("Deze pagina is voor de coördinator.")
    assert not at.button


@pytest.mark.parametrize("key", ["overview", "themes", "broadening", "explanation"])
def test_a_manager_sees_the_figures_and_changes_nothing(open_page: Open, key: str) -> None:
    at = open_page(key, TYPICAL, address=MANAGER, sample=True)
    assert [title.value for title in at.title] == [str(page_of(key).title)]
    assert not [button for button in at.button if button.key == "remove_sample"]
    assert "Wat waar thuishoort" not in [header.value for header in at.header]


def test_the_switch_shows_each_role_and_keeps_it_in_the_address(keep_store) -> None:  # noqa: ANN001
    keep_store(TYPICAL)
    at = AppTest.from_string("from ui.shared import visitor\nvisitor.role_switch()").run()
    switch = at.selectbox(key="role_choice")
    assert switch.options[:2] == ["Coördinator", "Afdelingsmanager van Jeugd"]
    switch.select("Vastgoed").run()
    assert at.query_params["als"] == "Vastgoed"
    at.selectbox(key="role_choice").select("").run()
    assert "als" not in at.query_params


def test_an_unknown_department_gives_no_rights(open_page: Open) -> None:
    at = open_page("reading_in", TYPICAL, address={"als": "Bestaat niet"})
    assert not at.button


def test_who_becomes_a_manager_begins_with_the_own_department(keep_store) -> None:  # noqa: ANN001
    keep_store(TYPICAL)
    at = AppTest.from_string(
        "from ui.shared import filters, visitor\n"
        "visitor.role_switch()\n"
        "filters.name_filter('department', ['Jeugd', 'Vastgoed'], placeholder='Kies')"
    ).run()
    at.selectbox(key="role_choice").select("Vastgoed").run()
    assert at.selectbox(key="afdeling").value == "Vastgoed"
