"""The real app in a real browser: who comes, and what is served to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from data.sample import read_in
from data.storing import acts
from data.storing.store import open_store
from tests.browser.chromium import LOCALE, launched
from tests.browser.looking import SETTLE_MS, Heard, Visit, settle
from tests.browser.serving import Site, served
from tests.users import NOOR

WIDTH, HEIGHT = 1280, 900


# A busy machine takes its time; what never comes still fails.
expect.set_options(timeout=SETTLE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with nothing but the sample in it; copy it, do not change it."""
    path = tmp_path_factory.mktemp("sample") / "store.sqlite3"
    store = open_store(f"sqlite:///{path}")
    read_in(store, NOOR)
    store.close()
    return path


@pytest.fixture(scope="session")
def site(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app with the sample, for all tests that only look; who stores something takes `own_site`.

    At the end the store must be as it was: else a test saw what another had left.
    """
    with _serving_copy(sample_store, tmp_path_factory) as site:
        before = _changes(site.store)
        yield site
        assert _changes(site.store) == before, "a test that stores takes `own_site`"


@pytest.fixture(scope="module")
def own_site(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app with the sample, one for each file of tests."""
    with _serving_copy(sample_store, tmp_path_factory) as site:
        yield site


@contextmanager
def _serving_copy(store: Path, folders: pytest.TempPathFactory) -> Iterator[Site]:
    copy = folders.mktemp("served") / "store.sqlite3"
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with served(copy) as site:
        yield site


def _changes(store: Path) -> int:
    """How many acts the log holds, but for taking a file along."""
    asked = "SELECT count(*) FROM change_log WHERE verb <> ?"
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute(asked, [acts.TAKE.name]).fetchone()[0])


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app with a store in which nothing was ever read in."""
    with served(tmp_path_factory.mktemp("empty") / "store.sqlite3") as site:
        yield site


@pytest.fixture
def fresh_site(tmp_path: Path) -> Iterator[Site]:
    """The same, for one test alone."""
    with served(tmp_path / "store.sqlite3") as site:
        yield site


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Started once."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def warm_context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor's browser that has been here before: it holds the files of the app already."""
    context = browser.new_context(locale=LOCALE)
    yield context
    context.close()


@pytest.fixture
def visit(browser: Browser, warm_context: BrowserContext) -> Iterator[Visit]:
    """Open a page as a new visitor; in the end nothing left the origin and nothing complained.

    `visit(site, url_path, width=…, scheme="light"|"dark", **query)` gives the page, settled.
    """
    contexts: list[BrowserContext] = []
    heard: list[Heard] = []

    def open_page(
        site: Site, url_path: str = "", *, width: int = WIDTH, scheme: Any = "light", **query: str
    ) -> Page:
        # Who comes second in a test is somebody else.
        context = browser.new_context(locale=LOCALE) if contexts else warm_context
        contexts.append(context)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        heard.append(Heard(site.origin))
        heard[-1].listen(page)
        page.goto(site.address(url_path, **query))
        return settle(page)

    yield open_page
    for context in contexts:
        _forget(context)
        if context is not warm_context:
            context.close()
    assert [url for one in heard for url in one.elsewhere] == []
    assert [complaint for one in heard for complaint in one.complaints] == []


def _forget(context: BrowserContext) -> None:
    """All that a visit left behind, but the files of the app."""
    for page in context.pages:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.close()
    context.clear_cookies()
    context.clear_permissions()
