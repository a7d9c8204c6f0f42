"""A store that cannot be used is told in one Dutch sentence, on every page; nothing in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.serving import Site, served

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The app on a file that is no store."""
    other = tmp_path / "brief.docx"
    other.write_bytes(b"wel tekst, geen opslag" * 100)
    with served(other) as found:
        yield found


@pytest.mark.parametrize("page", ["", "afdeling", "inlezen", "beheer"])
def test_every_page_says_what_to_do(site: Site, browser: Browser, page: str) -> None:
    tab = browser.new_page()
    tab.goto(site.address(page))
    alert = tab.get_by_role("alert").first
    expect(alert).to_contain_text("Wat daar staat is geen opslag van deze versie", timeout=30_000)
    expect(alert).to_contain_text("Nummer van deze fout in het logboek:")
    shown = tab.locator("body").inner_text()
    for english in ("Traceback", "Error:", "Oh no", "app has encountered"):
        assert english not in shown
    tab.close()
