"""What a manager's browser is sent, listened to on the websocket itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import Site
from tests.listening import Listener
from tests.marked import MARK
from ui.shared.registry import PAGES


@pytest.fixture(scope="module")
def departments(own_site: Site) -> list[str]:
    """Two departments with use; every record bears a mark, but those of the first."""
    with closing(sqlite3.connect(own_site.store)) as store:
        names = store.execute(
            "SELECT name FROM department WHERE id IN (SELECT department_id FROM usage_record) "
            "ORDER BY name LIMIT 2"
        ).fetchall()
        own = "(SELECT id FROM department WHERE name = ?)"
        store.execute(
            f"UPDATE usage_record SET subject = ? WHERE department_id <> {own}",  # noqa: S608
            (f"{MARK}-onderwerp", names[0][0]),
        )
        store.execute("DELETE FROM usage_columns")
        store.execute("UPDATE meta SET value = value + 1")
        store.commit()
    return [name for (name,) in names]


@pytest.mark.parametrize("first", ["manager", "coordinator"])
def test_nothing_of_others_comes_over_the_line(
    own_site: Site, departments: list[str], first: str
) -> None:
    own, other = departments
    listener = Listener(urlsplit(own_site.origin).port or 0)
    seen = 0
    for page in PAGES:
        view = {"afdeling": other, "van": "2019", "blad": "", "onderdeel": ""}
        asked = [{**view, "als": own}, view]
        for address in asked if first == "manager" else reversed(asked):
            told = listener.sent(page.url_path, address)
            if "als" in address:
                assert MARK.encode() not in told, page.key
                assert len(told) > 1_000, page.key
            else:
                seen += MARK.encode() in told
    assert seen >= 1  # the marks are there for who may see them
