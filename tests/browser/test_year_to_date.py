"""A list that comes again every month, with the keyboard alone: it replaces the last one."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import Visit, grave_findings, hold_still, settle
from tests.browser.serving import Site

MOST_OPENINGS = 3
MOST_TABS = 200
HEADINGS = "Datum;Afdeling;Thema;Onderwerp;Uren"
FEBRUARY = [
    "09-01-2023;Jeugd;Armoede en schulden;Geldzorgen;4",
    "16-01-2023;Jeugd;Armoede en schulden;Vroegsignalering;2",
    "13-02-2023;Vastgoed;Woningmarkt;Huurbeleid;6",
    "20-02-2023;Vastgoed;Woningmarkt;Huurcontracten;3",
    "27-02-2023;Vastgoed;Woningmarkt;Doorstroming;1",
]
# In March the hours of a use are mended, another turns out not to have been, and two are new.
MARCH = [
    *FEBRUARY[:2],
    "13-02-2023;Vastgoed;Woningmarkt;Huurbeleid;8",
    FEBRUARY[3],
    "06-03-2023;Zorg;Langer thuis;Hulp aan huis;2",
    "20-03-2023;Zorg;Langer thuis;Dagopvang;2",
]
WORDS = {
    "nl": {
        "store": "Opslaan",
        "finding": "Van de 6 gelezen rijen staan er 3 al in upload 1.",
        "differences": "Wat er gewijzigd of verdwenen is sinds upload 1",
        "changed": "Uren: was 6, wordt 8",
        "gone": "verdwenen",
        "replace": "Upload 1 vervangen door dit bestand (aanbevolen)",
        "replacing": "Upload 1 telt niet meer mee",
        "replaced": "Dit bestand vervangt upload 1.",
        "moment": "Terug naar een eerder moment",
        "after": "Zoals het was na",
        "plan": "Telt niet meer mee: upload 2.",
        "yes": "Ja, dit moment herstellen",
        "restored": "Telt weer mee: upload 1.",
    },
    "en": {
        "store": "Store",
        "finding": "Of the 6 rows that were read 3 are stored already, in upload 1.",
        "differences": "What changed or is gone since upload 1",
        "changed": "Hours: was 6, becomes 8",
        "gone": "gone",
        "replace": "Replace upload 1 by this file (recommended)",
        "replacing": "Upload 1 no longer counts",
        "replaced": "It replaces upload 1.",
        "moment": "Back to an earlier moment",
        "after": "As it was after",
        "plan": "No longer counts: upload 2.",
        "yes": "Yes, restore this moment",
        "restored": "Counts again: upload 1.",
    },
}


STANDS_STILL = """async () => {
  const main = document.querySelector("[data-testid=stMain]");
  for (let still = 0, last = -1; still < 10; last = main.scrollTop) {
    await new Promise(done => setTimeout(done, 20));
    still = main.scrollTop === last ? still + 1 : 0;
  }
}"""


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("nl", "light", 390), ("en", "dark", 1280)]
)
def test_a_list_that_grows_every_month(
    fresh_site: Site, visit: Visit, language: str, scheme: str, width: int
) -> None:
    says = WORDS[language]
    tab = visit(fresh_site, "inlezen", taal=language, scheme=scheme, width=width)
    upload(tab, "februari.csv", FEBRUARY)
    press(tab, button(tab, says["store"]))
    expect(tab.get_by_test_id("stAlert").filter(has_text="februari.csv")).to_be_visible()

    upload(tab, "maart.csv", MARCH)
    expect(tab.get_by_text(says["finding"])).to_be_visible()
    expect(tab.get_by_role("radio", name=says["replace"])).to_be_checked()
    expect(tab.get_by_text(says["replacing"])).to_be_visible()
    press(tab, tab.locator("summary").filter(has_text=says["differences"]))
    expect(tab.get_by_text(says["changed"])).to_be_visible()
    expect(tab.get_by_role("cell", name=says["gone"], exact=True)).to_be_visible()
    assert grave_findings(tab) == []

    press(tab, button(tab, says["store"]))
    expect(tab.get_by_text(says["replaced"])).to_be_visible()
    press(tab, tab.locator("summary").filter(has_text=says["moment"]))
    choose_first(tab, tab.get_by_role("combobox", name=says["after"]))
    expect(tab.get_by_text(says["plan"])).to_be_visible()
    assert grave_findings(tab) == []
    press(tab, button(tab, says["yes"]))
    expect(tab.get_by_text(says["restored"]).first).to_be_visible()
    assert grave_findings(tab) == []


def upload(tab: Page, name: str, lines: list[str]) -> None:
    """Choose a file; the browser's own window for that is no part of the page."""
    content = "\n".join([HEADINGS, *lines]).encode()
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    tab.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(tab.get_by_role("heading", name=name)).to_be_visible(timeout=20_000)
    settle(tab)


def button(tab: Page, name: str) -> Locator:
    """The button with exactly this text."""
    return tab.get_by_role("button", name=name, exact=True)


def press(tab: Page, target: Locator) -> None:
    """Go to something with the Tab key, and press Enter."""
    tab_to(tab, target)
    tab.keyboard.press("Enter")
    hold_still(tab)  # while something unfolds, what opens above it is closed again
    settle(tab)


def tab_to(tab: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; past the last element it begins at the top."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        tab.keyboard.press("Tab")
    expect(target).to_be_focused()


def choose_first(tab: Page, box: Locator) -> None:
    """Open a list, take its first choice, all with keys; a list that closed is opened again."""
    tab_to(tab, box)
    first = tab.get_by_role("option").first
    for _ in range(MOST_OPENINGS):
        tab.evaluate(STANDS_STILL)  # a list closes while the page scrolls to what has the focus
        tab.keyboard.press("ArrowDown")
        with suppress(AssertionError):
            expect(first).to_have_attribute("data-focused", "true", timeout=5_000)
            break
    expect(first).to_have_attribute("data-focused", "true")
    tab.keyboard.press("Enter")
    settle(tab)
