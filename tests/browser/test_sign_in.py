"""Signing in with a provider on this machine, as a visitor meets it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.columns import DEPARTMENT
from data.storing import sign_ins
from data.storing.accounts import Account, put_accounts
from data.storing.change_log import load_changes
from data.storing.frames import load_usage
from data.storing.store import Store, open_store
from data.users import COORDINATOR, DIRECTOR, MANAGER
from tests.browser.looking import settle
from tests.browser.providing import SignInSite, served_with_sign_in
from tests.users import BEHEERDER


@pytest.fixture(scope="module")
def site(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignInSite]:
    copy = tmp_path_factory.mktemp("signing_in") / "store.sqlite3"
    with closing(sqlite3.connect(sample_store)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with served_with_sign_in(copy) as site:
        yield site


@pytest.fixture(scope="module")
def store(site: SignInSite) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{site.store}")
    departments = load_usage(opened)[DEPARTMENT].value_counts().index
    put_accounts(
        opened,
        BEHEERDER,
        {
            "noor@example.nl": Account(COORDINATOR),
            "sam@example.nl": Account(MANAGER, (str(departments[0]),)),
            "dewit@example.nl": Account(DIRECTOR),
        },
    )
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser, store: Store) -> Iterator[BrowserContext]:
    with closing(browser.new_context(locale="nl-NL")) as context:
        yield context


def sign_in(context: BrowserContext, site: SignInSite, login: str) -> Page:
    """A page of somebody who signed in at the provider."""
    page = context.new_page()
    page.goto(site.address())
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url(f"{site.provider}/interaction/**")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill("maakt niet uit")
    page.locator("button[type=submit]").click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(f"{site.origin}/**")
    return page


def signed_out(page: Page) -> None:
    expect(page.get_by_role("button", name="Aanmelden")).to_be_visible(timeout=15_000)


def results(store: Store, verb: str) -> list[tuple[str, str]]:
    changes = load_changes(store)
    found = changes[changes["verb"] == verb]
    return list(zip(found["user"], found["result"], strict=True))


def test_who_signs_in_sees_the_tool_and_signs_out_everywhere(
    site: SignInSite, store: Store, context: BrowserContext
) -> None:
    page = settle(sign_in(context, site, "noor"))
    kept = {one["name"]: one for one in context.cookies(site.origin)}
    cookie = kept["_streamlit_user"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    lasts = cookie["expires"] - page.evaluate("Date.now() / 1000")
    assert 8.9 * 3600 < lasts <= 9 * 3600
    assert ("noor@example.nl", "done") in results(store, "signed_in")

    other = context.new_page()
    other.goto(site.address("themas"))
    settle(other)
    other.get_by_role("button", name="Afmelden").click()
    other.wait_for_url(f"{site.provider}/**")
    assert ("noor@example.nl", "done") in results(store, "signed_out")

    page.get_by_text("EN", exact=True).click()  # the next run of the tab that stayed open
    expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=15_000)
    # Who kept the cookie keeps nothing.
    context.add_cookies([{k: cookie[k] for k in ("name", "value", "domain", "path")}])  # type: ignore[list-item]
    page.goto(site.address("verbreding"))
    signed_out(page)
    expect(page.get_by_role("dialog")).to_have_count(0)  # the page exists, also for a stranger


def test_a_visit_ends_by_the_clock_and_by_the_administrator(
    site: SignInSite, store: Store, context: BrowserContext
) -> None:
    page = settle(sign_in(context, site, "dewit"))
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Inlezen")).to_have_count(0)
    assert sign_ins.revoke(store, BEHEERDER, "dewit@example.nl") == 1
    page.reload()
    signed_out(page)

    context.clear_cookies()
    page = settle(sign_in(context, site, "dewit"))
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sign_in SET ends_at = began_at")
    page.reload()
    signed_out(page)


def test_a_role_counts_at_the_next_run(
    site: SignInSite, store: Store, context: BrowserContext
) -> None:
    page = settle(sign_in(context, site, "sam"))
    menu = page.get_by_test_id("stTopNavLink")
    expect(menu.filter(has_text="Inlezen")).to_have_count(0)
    page.goto(site.address("inlezen", als=""))  # dropping `als` gives no rights
    expect(page.get_by_text("Deze pagina is voor de coördinator")).to_be_visible(timeout=15_000)
    put_accounts(store, BEHEERDER, {"sam@example.nl": Account(COORDINATOR)})
    page.get_by_text("EN", exact=True).click()
    expect(menu.filter(has_text="Read in")).to_have_count(1, timeout=15_000)
    put_accounts(store, BEHEERDER, {})
    page.get_by_text("NL", exact=True).click()
    expect(page.get_by_role("heading", name="U hebt nog geen rol")).to_be_visible(timeout=15_000)


@pytest.mark.parametrize("login", ["vreemd", "onbekend"])
def test_who_has_no_role_or_no_verified_address_does_not_come_in(
    site: SignInSite, store: Store, context: BrowserContext, login: str
) -> None:
    page = sign_in(context, site, login)
    told = page.get_by_text("Met dit account komt u hier niet binnen")
    expect(told).to_be_visible(timeout=15_000)
    assert "_streamlit_user" not in {one["name"] for one in context.cookies(site.origin)}
    if login == "vreemd":
        assert ("vreemd@example.nl", "refused") in results(store, "signed_in")
