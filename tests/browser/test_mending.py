"""Rejected rows mended in a spreadsheet program, and read in again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from data.sample import USAGE_FILE
from tests.browser.looking import Visit, downloaded, go_to, settle
from tests.browser.serving import Site
from tests.browser.test_story import USES_IN_SAMPLE, stored_uses, upload
from tests.data.mending.workbooks import edited, sheet_of


def test_the_rejected_rows_of_the_sample_are_mended_and_read_in_again(
    own_site: Site, visit: Visit
) -> None:
    tab = visit(own_site)
    go_to(tab, "Inlezen")
    earlier = tab.get_by_test_id("stExpander").filter(has_text=USAGE_FILE)
    earlier.locator("summary").click()
    button = earlier.get_by_text("Afgekeurde rijen downloaden")
    expect(button).to_be_visible()
    settle(tab)
    rejected = Path(downloaded(tab, button).path()).read_bytes()
    assert sheet_of(rejected, "2020")["G2"].value == "31-02-2020"
    assert sheet_of(rejected, "2021 en 2022")["H2"].value == "-4"
    mended = edited(edited(rejected, "2020", {"G2": "29-02-2020"}), "2021 en 2022", {"H2": 4})
    upload(tab, "verbeterd.xlsx", mended)
    expect(tab.get_by_text("2 rijen zijn nieuw; de rijen die al zijn opgeslagen")).to_be_visible()
    tab.get_by_role("button", name="Opslaan", exact=True).click()
    expect(tab.get_by_text("verbeterd.xlsx is opgeslagen: 2 rijen.")).to_be_visible()
    assert stored_uses(own_site) == USES_IN_SAMPLE + 2
