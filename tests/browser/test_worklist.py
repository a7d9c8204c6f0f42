"""From the overview to a message that is sent, in four clicks."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.looking import Visit, grave_findings, settle
from tests.browser.serving import Site


def test_a_message_is_two_clicks_away(own_site: Site, visit: Visit) -> None:
    tab = visit(own_site)
    tab.get_by_role("button", name="Bericht: Financiën").click()
    window = tab.get_by_role("dialog")
    expect(window.get_by_role("heading", name="Bericht aan Financiën")).to_be_visible()
    expect(window.get_by_test_id("stCode")).to_contain_text("Bestuur en samenspel")
    expect(window.get_by_role("link", name="Openen in het mailprogramma")).to_be_visible()
    assert grave_findings(tab) == []

    window.get_by_role("button", name="Verstuurd: zet op benaderd").click()
    expect(window).to_have_count(0)
    row = tab.locator("#worklist tr").filter(has_text="Financiën")
    expect(row).to_contain_text("Benaderd.")
    settle(tab)
    row.get_by_role("button", name="Naar de actie: Financiën").click()
    expect(tab.locator("h1")).to_have_text("Acties")
    expect(tab.get_by_text("1 gesprek")).to_be_visible()


def test_an_action_starts_where_it_is_asked_for(own_site: Site, visit: Visit) -> None:
    tab = visit(own_site)
    names = tab.locator("#worklist tbody th").all_inner_texts()
    tab.get_by_role("button", name="Actie starten: Vastgoed").click()
    row = tab.locator("#worklist tr").filter(has_text="Vastgoed")
    expect(row).to_contain_text("Te benaderen.")
    expect(tab.get_by_text("De actie met Vastgoed is gestart")).to_be_visible()
    assert tab.locator("#worklist tbody th").all_inner_texts() == names  # nothing moved


def test_the_rest_of_the_rows_is_one_click_away(own_site: Site, visit: Visit) -> None:
    tab = visit(own_site)
    rows = tab.locator("#worklist tbody tr")
    expect(rows.nth(8)).to_be_hidden()
    tab.get_by_role("button", name="Toon alle 16 rijen").click()
    expect(rows.nth(15)).to_be_visible()
    tab.get_by_role("button", name="Toon minder").click()
    expect(rows.nth(8)).to_be_hidden()
