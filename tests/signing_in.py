"""Somebody who signs in without a browser: follows every redirect and fills in every form."""

from __future__ import annotations

import re
import time
from typing import Self
from urllib.parse import urljoin

import httpx
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.listening import NO_QUESTIONS, Listener

_FORM = re.compile(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
_HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')


class Browser:
    """Cookies, and a port of the tool."""

    def __init__(self, port: int, origin: str = "") -> None:
        self.port, self.origin = port, origin or f"http://127.0.0.1:{port}"
        self.client = httpx.Client(follow_redirects=True, timeout=60, verify=NO_QUESTIONS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def first_answer(self) -> httpx.Response:
        """The first page, as soon as somebody listens there."""
        give_up = time.monotonic() + 20
        while True:
            try:
                return self.client.get(self.origin)
            except httpx.ConnectError:
                if time.monotonic() > give_up:
                    raise
                time.sleep(0.2)

    def sign_in(self, login: str) -> httpx.Response:
        """By the button on the page, at the provider, and back; the last answer."""
        answer = self.client.get(self.where_to_sign_in())
        while found := _FORM.search(answer.text):
            action, inside = found.groups()
            filled = dict(_HIDDEN.findall(inside)) | {"login": login, "password": "x"}
            answer = self.client.post(urljoin(str(answer.url), action), data=filled)
        return answer

    def where_to_sign_in(self) -> str:
        """The address that the button on the page leads to."""
        self.client.get(self.origin)
        with self.listener().session() as session:
            seen = [ForwardMsg.FromString(part) for part in session.run("")]
            ids = [found.delta.new_element.button.id for found in seen]
            button = next(one for one in ids if one.endswith("sign_in"))
            told = [ForwardMsg.FromString(part) for part in session.run("", pressed=button)]
        return self.origin + next(m.auth_redirect.url for m in told if m.auth_redirect.url)

    def cookies(self) -> str:
        """Those for the tool, as they go with a request."""
        jar = self.client.cookies.jar
        return "; ".join(f"{c.name}={c.value}" for c in jar if not c.name.startswith("_inter"))

    def listener(self) -> Listener:
        """The same somebody at a websocket."""
        self.client.get(f"{self.origin}/_stcore/health")  # sets the token
        token = self.client.cookies.get("_streamlit_xsrf") or ""
        headers = {"Cookie": self.cookies(), "Origin": self.origin}
        return Listener(self.port, headers, self.origin, told=(token.strip('"'),))
