"""A manager receives nothing of the records of others, whichever process was asked what by whom.

Two processes serve one PostgreSQL behind a proxy that names the user. Whatever comes over the
websocket or is taken away is listened to as it comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from websockets import InvalidStatus

from benchmarks._serving import streamlit_served
from data.storing.accounts import Account, put_accounts
from data.storing.store import Store, open_store
from data.users import ADMINISTRATOR, COORDINATOR, DIRECTOR, MANAGER
from tests.listening import Listener, files_in
from tests.marked import MARK, OTHER, OWN, content_of, marks_in, propose_marked, put_marks
from tests.pages.stores import add_uses
from tests.users import BEHEERDER
from ui.shared.registry import PAGES
from ui.web.own_files import VISIT

HEADER = "X-Remote-User"
COORDINATES, MANAGES, DIRECTS, ADMINISTERS = "noor", "sam", "dewit", "bea"
VIEWS = (
    {"afdeling": OTHER, "van": "2021", "tot": "2022"},
    {"afdeling": OTHER, "als": OTHER, "thema": "Wonen", "maat": "Uren", "per": "Maand"},
)
Servers = tuple[int, int]


@pytest.fixture(scope="module")
def store(postgresql_url: str) -> Iterator[Store]:
    opened = open_store(postgresql_url)
    put_marks(opened)
    accounts = {
        COORDINATES: Account(COORDINATOR),
        MANAGES: Account(MANAGER, (OWN,)),
        DIRECTS: Account(DIRECTOR),
        ADMINISTERS: Account(ADMINISTRATOR),
    }
    put_accounts(opened, BEHEERDER, accounts)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def servers(postgresql_url: str, store: Store) -> Iterator[Servers]:
    there = {
        "DATABASE_URL": postgresql_url, "PYTHONPATH": ".",
        "VERBREDINGSMONITOR_PROXY_USER_HEADER": HEADER,
    }  # fmt: skip
    with streamlit_served("serve.py", there) as one, streamlit_served("serve.py", there) as two:
        yield one.port, two.port


def at(port: int, name: str | None, visit: str = "") -> Listener:
    """Somebody at a process, as the proxy names them."""
    named = {HEADER: name} if name else {}
    return Listener(port, named | {"Cookie": f"{VISIT}={visit or name}"})


def said(parts: bytes) -> str:
    return parts.decode("utf-8", "ignore")


def all_that_comes(listener: Listener) -> dict[str, str]:
    """What every page says, by page and view; who manages tries every view."""
    views = VIEWS if listener.headers.get(HEADER) == MANAGES else VIEWS[:1]
    return {
        f"{page.key} {n}": said(listener.sent(page.url_path, view))
        for page, (n, view) in product(PAGES, enumerate(views))
    }


def leaks(heard: dict[str, str]) -> dict[str, list[str]]:
    return {where: found for where, text in heard.items() if (found := marks_in(text))}


def test_whoever_comes_first_at_whichever_process(servers: Servers, store: Store) -> None:
    one, two = servers
    coordinator = all_that_comes(at(one, COORDINATES))
    first = all_that_comes(at(two, MANAGES))  # the coordinator was at the other process
    assert len(leaks(coordinator)) >= 4  # the marks are there for who may see them
    assert leaks(first) == {}
    propose_marked(store, "later")  # both have to load anew
    add_uses(store, [("2022-05-05", OTHER, "Wonen")], file=f"{MARK}-later.xlsx")
    # The other way round: the manager comes first, then the coordinator, then the manager.
    orders = [(one, MANAGES), (two, COORDINATES), (two, MANAGES)]
    heard = [(name, all_that_comes(at(port, name))) for port, name in orders]
    assert len(leaks(heard[1][1])) >= 4
    assert "later" in "".join(heard[1][1].values())
    for name, told in heard:
        assert min(map(len, told.values())) > 1_000
        if name == MANAGES:
            assert leaks(told) == {}


def test_the_other_roles_hear_what_is_theirs(servers: Servers) -> None:
    one, two = servers
    assert leaks(all_that_comes(at(two, DIRECTS)))
    assert leaks(all_that_comes(at(one, ADMINISTERS))) == {}
    for name in (None, "vreemd"):
        heard = all_that_comes(at(one, name))
        assert leaks(heard) == {}
        assert not any(OTHER in text.replace(f"afdeling={OTHER}", "") for text in heard.values())


def test_what_a_manager_takes_away_holds_nothing_of_others(servers: Servers) -> None:
    control = at(servers[0], COORDINATES).taken("themas", VIEWS[0])
    assert any(marks_in(content_of(file)) for file in control)
    for port in servers:
        pages = {page.key: at(port, MANAGES).taken(page.url_path, VIEWS[0]) for page in PAGES}
        files = [content_of(file) for found in pages.values() for file in found]
        assert files
        assert not any(map(marks_in, files))
        assert pages["meeting"] == pages["budget"] == pages["management"] == []


def test_a_file_of_another_session_is_not_to_be_had(servers: Servers) -> None:
    one, two = servers
    coordinator, manager = at(one, COORDINATES), at(one, MANAGES)
    with coordinator.session() as session, manager.session() as other:
        other.run("themas", VIEWS[0])
        file = files_in(session.run("themas", VIEWS[0]))[0]
        address = session.address_of(file)
        assert marks_in(content_of(coordinator.got(address).content))
        for somebody in (manager, at(one, None, "x"), at(two, MANAGES), at(one, COORDINATES, "x")):
            answer = somebody.got(address)
            assert (answer.status_code, answer.content) == (403, b"")
        # Nor by who knows the number under which it can be asked for.
        asked = other.address_of(file)
        assert not asked or manager.got(asked).status_code == 403


def test_a_right_that_was_taken_away_makes_no_more_files(servers: Servers, store: Store) -> None:
    with at(servers[0], DIRECTS).session() as session:
        file = files_in(session.run("themas", VIEWS[0]))[0]
        assert session.address_of(file)
        put_accounts(store, BEHEERDER, {DIRECTS: Account(MANAGER, (OWN,))})
        assert not session.address_of(file)


def test_a_failure_tells_a_manager_nothing_of_others(servers: Servers, store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE usage_record RENAME TO elders")
        connection.exec_driver_sql("UPDATE meta SET value = value + 1")  # load anew, and fail
    try:
        told = all_that_comes(at(servers[0], MANAGES))
    finally:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE elders RENAME TO usage_record")
    assert leaks(told) == {}


def test_a_role_counts_at_the_next_run_of_a_page_that_is_open(
    servers: Servers, store: Store
) -> None:
    own_page = {"afdeling": OWN, "van": "2021"}
    with at(servers[1], "jos").session() as session:
        nobody = said(b"".join(session.run("themas", own_page)))
        put_accounts(store, BEHEERDER, {"jos": Account(MANAGER, (OWN,))})
        manages = said(b"".join(session.run("themas", own_page)))
        put_accounts(store, BEHEERDER, {})
        gone = said(b"".join(session.run("themas", own_page)))
    assert OWN in manages
    assert not any("Vraag 1" in text for text in (nobody, gone))
    assert "nog geen rol" in nobody
    assert "nog geen rol" in gone


def test_nobody_names_a_user_beside_the_proxy(servers: Servers) -> None:
    port = servers[0]
    for beside in (
        replace(at(port, COORDINATES), source="127.0.0.5"),
        replace(
            at(port, COORDINATES), source="127.0.0.5",
            headers={HEADER: COORDINATES, "X-Forwarded-For": "127.0.0.1"},
        ),
    ):  # fmt: skip
        assert beside.got("/").status_code == 403
        with pytest.raises(InvalidStatus, match="403"):
            beside.sent("themas")
        assert beside.got("/_stcore/health").status_code == 200
    through = at(port, COORDINATES)
    through.headers["X-Forwarded-For"] = "192.0.2.7"  # as every proxy says of its visitors
    assert through.got("/").status_code == 200
