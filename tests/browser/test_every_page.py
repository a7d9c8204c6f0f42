"""What holds for every page: accessible, readable on a phone, in the language asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.looking import Visit, grave_findings, title
from tests.browser.serving import Site
from texts import use_language
from ui.shared.registry import PAGES, Page

SMALLEST = 320

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


# Every page, width, language and theme once; all of them together: `benchmarks.accessibility`.
@every_page
def test_page_is_accessible(site: Site, visit: Visit, page: Page) -> None:
    tab = visit(site, page.url_path, scheme="light", taal="nl")
    with use_language("nl"):
        expect(title(tab)).to_have_text(str(page.title))
    assert tab.evaluate("document.documentElement.lang") == "nl"
    assert grave_findings(tab) == []


@every_page
def test_page_fits_a_phone(site: Site, visit: Visit, page: Page) -> None:
    tab = visit(site, page.url_path, width=SMALLEST, scheme="dark", taal="en")
    main = tab.get_by_test_id("stMain")
    assert tab.evaluate("document.documentElement.lang") == "en"
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= SMALLEST
    assert grave_findings(tab) == []


@every_page
def test_page_stands_on_an_empty_store(empty_site: Site, visit: Visit, page: Page) -> None:
    tab = visit(empty_site, page.url_path)
    expect(title(tab)).to_have_text(str(page.title))
    expect(tab.get_by_test_id("stException")).to_have_count(0)
    assert grave_findings(tab) == []


def test_what_was_just_chosen_reads_well_in_dark(site: Site, visit: Visit) -> None:
    tab = visit(site, "beheer", scheme="dark")
    tab.get_by_text("Reorganisaties", exact=True).click()
    expect(tab.get_by_role("heading", name="Nieuwe reorganisatie")).to_be_visible()
    assert grave_findings(tab) == []
