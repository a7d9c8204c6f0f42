"""The connection goes in the middle of a form and comes back: nothing is lost or sent twice."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from data.storing.proposals import load_proposals
from data.storing.store import open_store
from tests.browser.looking import settle
from tests.browser.serving import free_port, served
from tests.browser.test_action_story import choose

VASTGOED = {"afdeling": "Vastgoed", "als": "Vastgoed"}


def test_a_form_survives_a_lost_connection_and_a_restart(
    browser: Browser, sample_store: Path, tmp_path: Path
) -> None:
    store, port = Path(shutil.copy(sample_store, tmp_path / "store.sqlite3")), free_port()
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE")
    page = context.new_page()
    with served(store, port=port) as site:
        page.goto(site.address("afdeling", **VASTGOED))
        settle(page).get_by_text("Er ontbreekt gebruik").click()
        settle(page)
        form = page.get_by_test_id("stExpander").filter(has_text="Er ontbreekt gebruik")
        choose(form, "Thema", "Woningmarkt")
        settle(page)
        form.get_by_label("Uren").fill("7,5")
        form.get_by_label("Uren").press("Tab")
        settle(page)
        expect(form.get_by_role("combobox", name="Thema", exact=True)).to_have_value("Woningmarkt")
        form.get_by_label("Onderwerp").fill("Half af")  # and not left yet
    expect(page.get_by_text("Wat u invulde blijft staan")).to_be_visible(timeout=40_000)
    assert "streamlit" not in page.locator("body").inner_text().lower()
    with served(store, port=port):
        expect(page.get_by_text("Wat u invulde blijft staan")).to_have_count(0, timeout=30_000)
        expect(form.get_by_label("Onderwerp")).to_be_focused()
        expect(form.get_by_label("Uren")).to_have_value("7,5")
        settle(page)
        send(page)
        page.reload()
        expect(settle(page).get_by_text("Wat is doorgegeven")).to_be_visible()
        expect(page.get_by_text("Uren: 7,5")).to_be_visible()
    context.close()
    with closing(open_store(f"sqlite:///{store}")) as opened:
        (line,) = load_proposals(opened).to_dict("records")
    assert (line["content"]["hours"], line["content"]["subject"]) == (7.5, "Half af")


def send(page: Page) -> None:
    """Propose what stands in the form, with an impatient finger."""
    page.get_by_role("button", name="Toevoeging voorstellen").click(click_count=3)
    expect(page.get_by_text("De coördinator bekijkt het")).to_be_visible(timeout=40_000)
    settle(page)
