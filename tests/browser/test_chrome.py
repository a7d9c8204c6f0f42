"""What stands around our pages: Streamlit's own words, and the Back button."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.looking import Visit, settle
from tests.browser.serving import Site
from tests.browser.test_action_story import choose


def test_streamlits_own_words_are_dutch(site: Site, visit: Visit) -> None:
    page = visit(site, "inlezen")
    expect(page.get_by_role("button", name="Bestand kiezen", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Uitleg bij Excel")).first).to_be_visible()
    page.get_by_test_id("stMainMenuButton").click()
    menu = page.get_by_test_id("stMainMenuPopover")
    expect(menu).to_be_visible()
    assert "Afdrukken" in menu.inner_text()
    for english in ("Rerun", "Print", "System", "Record"):
        assert english not in menu.inner_text()


def test_an_english_page_keeps_its_english_words(site: Site, visit: Visit) -> None:
    page = visit(site, taal="en")
    page.get_by_test_id("stMainMenuButton").click()
    assert "Print" in page.get_by_test_id("stMainMenuPopover").inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_numbers_go_by_the_language_of_the_page(site: Site, visit: Visit) -> None:
    written = "new Intl.NumberFormat(navigator.languages).format(22.5)"
    assert visit(site, "uitleg").evaluate(written) == "22,5"
    assert visit(site, "uitleg", taal="en").evaluate(written) == "22.5"


def test_back_takes_a_filter_back_on_every_page(site: Site, visit: Visit) -> None:
    for path, label, key in FILTERED:
        address = {key: "2021"} | ({"tot": "2021"} if key == "van" else {})
        page = visit(site, path, **address, **ABOUT.get(path, {}))
        choose(page, label, "2019")
        expect(page).to_have_url(re.compile(f"{key}=2019"))
        settle(page)
        page.go_back()
        expect(page).to_have_url(re.compile(f"{key}=2021"))
        settle(page)
        expect(page.get_by_role("combobox", name=label, exact=True)).to_have_value("2021")


FILTERED = (
    ("", "Van", "van"), ("themas", "Van", "van"), ("verbreding", "Van", "van"),
    ("afdeling", "Van", "van"), ("jaargesprek", "Jaar", "dossierjaar"),
)  # fmt: skip
ABOUT = {"afdeling": {"afdeling": "Vastgoed"}}
