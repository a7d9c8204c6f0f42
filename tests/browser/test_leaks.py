"""What a manager's browser is sent, listened to on the websocket itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.serving import Site
from tests.running import run_apart
from ui.shared.registry import PAGES

MARK = "GEHEIM"


@pytest.fixture(scope="module")
def departments(site: Site) -> list[str]:
    """Two departments with use; every record bears a mark, but those of the first."""
    with closing(sqlite3.connect(site.store)) as store:
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


def sent(site: Site, page: str, **address: str) -> bytes:
    """All that comes over the websocket for one run of a page."""

    async def listen() -> bytes:
        parts: list[bytes] = []
        async with websockets.connect(
            f"ws://{urlsplit(site.origin).netloc}/_stcore/stream", subprotocols=["streamlit"],
            max_size=None, compression=None,
        ) as socket:  # fmt: skip
            asked = BackMsg()
            asked.rerun_script.query_string = urlencode(address)
            asked.rerun_script.page_name = page
            await socket.send(asked.SerializeToString())
            while True:
                part = await socket.recv()
                assert isinstance(part, bytes)
                parts.append(part)
                told = ForwardMsg.FromString(part)
                if told.WhichOneof("type") == "script_finished":
                    return b"".join(parts)

    return run_apart(listen())


@pytest.mark.parametrize("first", ["manager", "coordinator"])
def test_nothing_of_others_comes_over_the_line(
    site: Site, departments: list[str], first: str
) -> None:
    own, other = departments
    seen = 0
    for page in PAGES:
        view = {"afdeling": other, "van": "2019", "blad": "", "onderdeel": ""}
        asked = [{**view, "als": own}, view]
        for address in asked if first == "manager" else reversed(asked):
            told = sent(site, page.url_path, **address)
            if "als" in address:
                assert MARK.encode() not in told, page.key
                assert len(told) > 1_000, page.key
            else:
                seen += MARK.encode() in told
    assert seen >= 1  # the marks are there for who may see them
