"""Who may come in, and who is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from data.storing import sign_ins
from data.storing.accounts import Account, load_accounts, put_accounts
from data.storing.change_log import load_changes
from data.storing.store import Store, open_store
from data.users import DIRECTOR, MANAGER
from tests.pages.stores import add_uses
from tests.users import BEHEERDER, NOOR

TWO = [("2022-01-01", "Jeugd", "Wonen"), ("2022-02-01", "Vastgoed", "Wonen")]
SAM = Account(MANAGER, ("Jeugd", "Vastgoed"))


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    add_uses(opened, TWO)
    yield opened
    opened.close()


def test_accounts_are_kept_as_they_are_given_and_each_change_leaves_a_line(store: Store) -> None:
    put_accounts(store, BEHEERDER, {" Sam@Example.nl": SAM, "wit@example.nl": Account(DIRECTOR)})
    assert load_accounts(store) == {"sam@example.nl": SAM, "wit@example.nl": Account(DIRECTOR)}
    put_accounts(store, BEHEERDER, {"sam@example.nl": Account(MANAGER, ("Vastgoed",))})
    log = load_changes(store)
    lines = log[log["subject"] == "account"]
    assert lines["verb"].tolist() == ["changed", "removed", "added", "added"]
    assert lines.iloc[0]["before"]["departments"] == ["Jeugd", "Vastgoed"]
    assert lines.iloc[0]["after"]["departments"] == ["Vastgoed"]
    put_accounts(store, BEHEERDER, {"sam@example.nl": Account(MANAGER, ("Vastgoed",))})
    assert len(load_changes(store)) == len(log)  # nothing differs, nothing is said


def test_a_department_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        put_accounts(store, BEHEERDER, {"sam@example.nl": Account(MANAGER, ("Weg",))})
    assert load_accounts(store) == {}


def test_a_visit_holds_until_it_is_ended_or_its_time_is_over(store: Store) -> None:
    put_accounts(store, BEHEERDER, {"noor@example.nl": Account(DIRECTOR)})
    sign_ins.begin(store, NOOR, "k", name="Noor@example.nl", hours=9)
    found = sign_ins.find(store, "k")
    assert found == sign_ins.SignedIn("noor@example.nl", Account(DIRECTOR))
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    assert sign_ins.find(store, "k", now=now + dt.timedelta(hours=8, minutes=59))
    assert sign_ins.find(store, "k", now=now + dt.timedelta(hours=9, minutes=1)) is None
    assert sign_ins.find(store, "een ander") is None
    sign_ins.end(store, NOOR, "k")
    assert sign_ins.find(store, "k") is None


def test_who_is_signed_out_by_the_administrator_is_out_everywhere(store: Store) -> None:
    for key in ("thuis", "werk"):
        sign_ins.begin(store, NOOR, key, name="noor@example.nl", hours=9)
    assert sign_ins.revoke(store, BEHEERDER, "Noor@example.nl") == 2
    assert sign_ins.find(store, "thuis") is sign_ins.find(store, "werk") is None
    assert sign_ins.revoke(store, BEHEERDER, "noor@example.nl") == 0
