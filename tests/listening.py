"""A visitor without a browser, who hears everything that comes over the line."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60
# A certificate that a proxy of the tests made for itself.
NO_QUESTIONS = ssl.create_default_context()
NO_QUESTIONS.check_hostname, NO_QUESTIONS.verify_mode = False, ssl.CERT_NONE
_ENDS = ("script_finished", "backend_operation_response")


@dataclass
class Session:
    """A websocket to the tool, and the number of its session once a page was asked for."""

    line: ClientConnection
    # Everything on the line happens in one thread: OpenSSL's objects are not safe to send and
    # receive with at once (https://github.com/python/cpython/issues/151508).
    thread: BlockingPortal
    number: str = ""

    def send(self, message: bytes) -> None:
        """Say it as it is."""
        self.thread.call(self.line.send, message)

    def receive(self) -> bytes:
        """The next that comes."""

        async def within_patience() -> str | bytes:
            return await asyncio.wait_for(self.line.recv(), PATIENCE)

        part = self.thread.call(within_patience)
        assert isinstance(part, bytes)
        return part

    def run(
        self, page: str, address: dict[str, str] | None = None, *, pressed: str = ""
    ) -> list[bytes]:
        """Every message of one run of a page, after a button was pressed if one was."""
        asked = BackMsg()
        if pressed:
            asked.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
        asked.rerun_script.query_string = urlencode(address or {})
        asked.rerun_script.page_name = page
        self.send(asked.SerializeToString())
        return self._until_end()

    def address_of(self, file: str) -> str:
        """Have a file made that a page offers; where it can be had, empty when it is refused."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = "1"
        asked.backend_operation_request.session_id = self.number
        asked.backend_operation_request.deferred_file.file_id = file
        self.send(asked.SerializeToString())
        told = ForwardMsg.FromString(self._until_end()[-1])
        return told.backend_operation_response.deferred_file.url

    def _until_end(self) -> list[bytes]:
        parts: list[bytes] = []
        kind = None
        while kind not in _ENDS:
            part = self.receive()
            parts.append(part)
            told = ForwardMsg.FromString(part)
            kind = told.WhichOneof("type")
            if kind == "new_session":
                self.number = told.new_session.initialize.session_id
        return parts


@dataclass
class Listener:
    """Somebody at a port of this machine; `headers` go with every request, cookies included."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    origin: str = ""  # where they find the tool, if not at its own port
    told: tuple[str, ...] = ()  # beside the protocol: the token against requests from elsewhere
    source: str = "127.0.0.1"  # where they are; all of 127.0.0.0/8 is this machine

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session of its own, as a browser begins one."""
        address = (self.origin or f"http://127.0.0.1:{self.port}").replace("http", "ws", 1)
        tls = {"ssl": NO_QUESTIONS} if address.startswith("wss") else {}
        connection = connect(
            f"{address}/_stcore/stream", subprotocols=["streamlit", *self.told],
            additional_headers=self.headers, max_size=None, compression=None, open_timeout=PATIENCE,
            local_addr=(self.source, 0), proxy=None, **tls,
        )  # fmt: skip
        with (
            start_blocking_portal() as thread,
            thread.wrap_async_context_manager(connection) as line,
        ):
            yield Session(line, thread)

    def sent(self, page: str, address: dict[str, str] | None = None) -> bytes:
        """All that comes over the line for one run of a page, in a session of its own."""
        with self.session() as session:
            return b"".join(session.run(page, address))

    def taken(self, page: str, address: dict[str, str] | None = None) -> list[bytes]:
        """Every file that a page offers, taken as a browser takes it."""
        with self.session() as session:
            offered = files_in(session.run(page, address))
            return [self.got(session.address_of(file)).content for file in offered]

    def got(self, path: str) -> httpx.Response:
        """What a path answers."""
        way = httpx.HTTPTransport(local_address=self.source)
        with httpx.Client(transport=way, headers=self.headers, timeout=PATIENCE) as client:
            return client.get(f"http://127.0.0.1:{self.port}{path}")


def files_in(messages: list[bytes]) -> list[str]:
    """The numbers of the files that a page offers."""
    elements = (ForwardMsg.FromString(part).delta.new_element for part in messages)
    return [file for one in elements if (file := one.download_button.deferred_file_id)]
