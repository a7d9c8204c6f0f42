"""Visitors without a browser: they speak the protocol of Streamlit, or that of Dash.

What a browser does: open a websocket, ask for a run of the page, take in messages until the run is
finished, tell which messages are kept so that they need not be sent again. Only pages of this
machine are visited, by a bounded number of visitors during a bounded time.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

from benchmarks._serving import HOST

MOST_VISITORS, MOST_SECONDS, PATIENCE = 200, 900, 120
THINKING = (1.0, 5.0)  # seconds between two questions of one visitor
YEARS = (2018, 2019, 2020, 2021, 2022)
OPEN, CLICK = "open", "click"
_MOST_BYTES = 256 * 1024**2
_FIRST_YEAR = "van"
_CHOICES = (_FIRST_YEAR, "jaar")  # a year: every page with charts has one of these


@dataclass(frozen=True)
class Answer:
    """One question of a visitor and how long the whole answer took."""

    page: str
    what: str
    seconds: float
    bytes: int


@dataclass
class Visitor:
    """One visitor of a Streamlit app: a session with the choices made and the messages kept."""

    socket: Any
    choices: dict[str, list[str]] = field(default_factory=dict)  # of a year, on this page
    kept: set[str] = field(default_factory=set)
    scripts: dict[str, str] = field(default_factory=dict)
    received: int = 0
    texts: list[str] = field(default_factory=list)  # of the last answer: headings, lines, titles

    @classmethod
    async def arrive(cls, port: int) -> Visitor:
        """Connect as a browser does."""
        address = f"ws://{HOST}:{port}/_stcore/stream"
        return cls(
            await websockets.connect(address, subprotocols=["streamlit"], max_size=_MOST_BYTES)
        )

    async def ask(
        self, url_path: str, query: dict[str, str], chosen: tuple[str, str] | None = None
    ) -> None:
        """Ask for a page, or for the same page with another choice; until the run is finished."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = urlencode(query)
        state.page_script_hash = self.scripts.get(url_path, "")
        if not state.page_script_hash:
            state.page_name = url_path
        state.cached_message_hashes.extend(self.kept)
        state.context_info.timezone = "Europe/Amsterdam"
        state.context_info.locale = "nl-NL"
        if chosen:
            state.widget_states.widgets.add(id=chosen[0], string_value=chosen[1])
        self.received = 0
        await self.socket.send(message.SerializeToString())
        await asyncio.wait_for(self._until_finished(), PATIENCE)

    async def _until_finished(self) -> None:
        while True:
            packet = await self.socket.recv()
            self.received += len(packet)
            message = ForwardMsg.FromString(packet)
            kind = message.WhichOneof("type")
            if message.metadata.cacheable and message.hash:
                self.kept.add(message.hash)
            if kind == "new_session":
                self._remember(message.new_session)
            elif kind == "navigation":
                pages = message.navigation.app_pages
                self.scripts |= {page.url_pathname: page.page_script_hash for page in pages}
            elif kind == "delta":
                _check(message)
                self._note(message)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the page does not compile")
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return

    def _remember(self, session: NewSession) -> None:
        self.choices.clear()
        self.texts.clear()
        self.scripts |= {page.url_pathname: page.page_script_hash for page in session.app_pages}

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("markdown", "heading"):
            self.texts.append(getattr(element, kind).body)
        elif kind == "selectbox":
            box = element.selectbox
            if box.id.rpartition("-")[2] in _CHOICES:
                self.choices[box.id] = list(box.options)

    async def leave(self) -> None:
        """Close the session."""
        await self.socket.close()


def _check(message: ForwardMsg) -> None:
    element = message.delta.new_element
    if element.WhichOneof("type") == "exception":
        raise RuntimeError(element.exception.message)
    if element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR:
        raise RuntimeError(element.alert.body)


async def visit_streamlit(
    port: int, pages: Sequence[str], until: float, rng: random.Random, think: tuple[float, float]
) -> list[Answer]:
    """Go from page to page and choose a year on it, until the clock says so."""
    visitor = await Visitor.arrive(port)
    answers: list[Answer] = []
    try:
        await asyncio.sleep(rng.uniform(0, think[1]))
        while time.monotonic() < until:
            page, query = rng.choice(pages), {_FIRST_YEAR: str(rng.choice(YEARS))}
            answers.append(await _timed(visitor, page, OPEN, query, None))
            await asyncio.sleep(rng.uniform(*think))
            if visitor.choices and time.monotonic() < until:
                widget, options = next(iter(visitor.choices.items()))
                chosen = (widget, rng.choice(options))
                answers.append(await _timed(visitor, page, CLICK, query, chosen))
                await asyncio.sleep(rng.uniform(*think))
    finally:
        await visitor.leave()
    return answers


async def _timed(
    visitor: Visitor,
    page: str,
    what: str,
    query: dict[str, str],
    chosen: tuple[str, str] | None,
) -> Answer:
    start = time.perf_counter()
    try:
        await visitor.ask(page, query, chosen)
    except TimeoutError:  # that long counts as its time; a visitor would have left by then
        return Answer(page, what, PATIENCE, visitor.received)
    return Answer(page, what, time.perf_counter() - start, visitor.received)


async def visit_dash(
    port: int, pages: Sequence[str], until: float, rng: random.Random, think: tuple[float, float]
) -> list[Answer]:
    """Choose a year on the page, again and again."""
    answers: list[Answer] = []
    await asyncio.sleep(rng.uniform(0, think[1]))
    while time.monotonic() < until:
        start = time.perf_counter()
        size = await asyncio.to_thread(_choose_in_dash, port, rng.choice(YEARS))
        answers.append(Answer(pages[0], CLICK, time.perf_counter() - start, size))
        await asyncio.sleep(rng.uniform(*think))
    return answers


def _choose_in_dash(port: int, year: int) -> int:
    body = {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [{"id": "year", "property": "value", "value": year}],
        "changedPropIds": ["year.value"],
        "parsedChangedPropsIds": ["year.value"],
    }
    with closing(http.client.HTTPConnection(HOST, port, timeout=PATIENCE)) as connection:
        headers = {"Content-Type": "application/json"}
        connection.request("POST", "/_dash-update-component", json.dumps(body), headers)
        response = connection.getresponse()
        content = response.read()
    if response.status != 200:
        raise RuntimeError(f"Dash answered {response.status}")
    return len(content)


Visit = Callable[
    [int, Sequence[str], float, random.Random, tuple[float, float]], Awaitable[list[Answer]]
]


def visit_together(
    visit: Visit,
    port: int,
    pages: Sequence[str],
    *,
    visitors: int,
    seconds: float,
    think: tuple[float, float] = THINKING,
) -> list[Answer]:
    """What so many visitors got answered in so much time."""
    if visitors > MOST_VISITORS or seconds > MOST_SECONDS:
        raise ValueError(f"at most {MOST_VISITORS} visitors during {MOST_SECONDS} seconds")

    async def everybody() -> list[Answer]:
        until = time.monotonic() + seconds
        found = await asyncio.gather(
            *(visit(port, pages, until, random.Random(n), think) for n in range(visitors))  # noqa: S311
        )
        return [answer for answers in found for answer in answers]

    return asyncio.run(everybody())
