"""The statements that everybody may read, also who is not signed in and has no scripts."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import streamlit as st
from starlette.applications import Starlette

from tests.running import run_apart
from ui.explanation.public import ROUTES


def got(path: str) -> httpx.Response:
    way = httpx.ASGITransport(Starlette(routes=ROUTES))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=way, base_url="http://tool") as client:
            return await client.get(path)

    return run_apart(ask())


@pytest.fixture(autouse=True)
def _a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_resource.clear()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    monkeypatch.setenv("VERBREDINGSMONITOR_ACCESSIBILITY_STATEMENT", "https://a.nl/<1>?b=1&c=2")


@pytest.mark.parametrize(
    ("path", "language", "told"),
    [
        ("/privacy", "nl", "Wie wat deed, blijft bewaard: 5 jaar."),
        ("/privacy?taal=en", "en", "Who did what is kept: 5 years."),
        ("/toegankelijkheid", "nl", "De officiële verklaring staat op https://a.nl/&lt;1&gt;"),
        ("/toegankelijkheid?taal=%00", "nl", "WCAG 2.1"),
    ],
)
def test_a_statement_stands_at_its_own_address(path: str, language: str, told: str) -> None:
    answer = got(path)
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert told in answer.text
    assert "<script" not in answer.text


def test_a_store_that_cannot_be_reached_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/nergens/store.sqlite3")
    answer = got("/privacy")
    assert answer.status_code == 503
    assert answer.text.endswith(".")
