"""Manage, Users: who may do what."""

from __future__ import annotations

import pytest

from data.storing.accounts import Account, load_accounts, put_accounts
from data.storing.store import Store
from data.users import DIRECTOR, MANAGER
from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL
from tests.users import BEHEERDER
from texts import use_language
from ui.management.people import _account, overview, roles

SAM = {"sam@example.nl": Account(MANAGER, ("Jeugd", "Vastgoed"))}


@pytest.mark.parametrize("accounts", [{}, {**SAM, "wit@example.nl": Account(DIRECTOR)}])
def test_the_page_shows_everybody_and_nobody(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, accounts: dict[str, Account]
) -> None:
    made = open_page("management", TYPICAL, address={"onderdeel": "people"})
    store = _store()
    put_accounts(store, BEHEERDER, accounts)
    at = made.run()
    assert not at.exception
    assert at.header[0].value == "Gebruikers"
    assert [button.disabled for button in at.button if button.key == "save_people"] == [True]
    assert load_accounts(store) == accounts
    store.close()


def _store() -> Store:
    from data.storing.store import open_store

    return open_store()


def test_a_line_of_the_table_is_an_account() -> None:
    line = {"name": " Sam@Example.nl ", "role": "manager", "departments": ["Vastgoed", "Jeugd"]}
    assert _account(line) == ("sam@example.nl", SAM["sam@example.nl"])
    assert _account({**line, "role": "director"}) == ("sam@example.nl", Account(DIRECTOR))
    assert _account({**line, "departments": None}) == ("sam@example.nl", Account(MANAGER))
    for nothing in ({"name": None}, {"name": " "}, {"role": None}):
        assert _account({**line, **nothing}) is None


def test_the_overview_can_be_checked_by_somebody_else() -> None:
    with use_language("nl"):
        (line,) = overview(SAM).to_dict("records")
        assert list(line.values()) == ["sam@example.nl", "Afdelingsmanager", "Jeugd, Vastgoed"]
        table = roles().set_index("Recht")
        assert table.loc["de cijfers zien"].tolist() == ["ja", "nee", "ja", "ja"]
        own = table.loc["bevestigen, voorstellen doen, een eigen lijst inlezen"]
        assert own["Afdelingsmanager"] == "eigen afdelingen"
