"""The map: a click is answered where the eye is, heads stay in view, the keyboard reaches it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.looking import Visit, settle
from tests.browser.serving import Site

PHONE = 390


def cell(tab: Page, department: str, theme: str):  # noqa: ANN201 (a locator)
    """The cell of this combination on the wide map."""
    heads = tab.locator("table.map thead tr:last-child th").all_inner_texts()
    row = tab.locator("table.map tr[data-row]").filter(
        has=tab.get_by_role("rowheader", name=department, exact=True)
    )
    return row.locator(f":nth-child({heads.index(theme) + 1})")


def test_a_click_is_answered_beside_it(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding")
    cell(tab, "Vastgoed", "Woningmarkt").click()
    panel = tab.get_by_role("heading", name="Vastgoed × Woningmarkt")
    expect(panel).to_be_in_viewport()
    settle(tab)
    expect(cell(tab, "Vastgoed", "Woningmarkt")).to_have_css(
        "box-shadow", "rgb(11, 92, 138) 0px 0px 0px 3px"
    )


def test_the_arrows_walk_over_the_map(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding")
    cell(tab, "Vastgoed", "Woningmarkt").click()
    settle(tab)
    for key in ("ArrowUp", "ArrowLeft", "Enter"):
        tab.keyboard.press(key)
    expect(tab.get_by_role("heading", name="Omgevingsbeleid × Omgevingswet")).to_be_visible()
    expect(cell(tab, "Omgevingsbeleid", "Omgevingswet")).to_be_focused()


def test_heads_stay_in_view(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding")
    tab.set_viewport_size({"width": 900, "height": 500})
    scrolls = "e => { e.scrollIntoView(); e.scrollTo(0, e.scrollHeight); }"
    tab.locator(".map-scroller").evaluate(scrolls)
    expect(tab.locator("table.map thead").get_by_text("Woningmarkt")).to_be_in_viewport()
    expect(tab.get_by_role("rowheader", name="Informatievoorziening")).to_be_in_viewport()


def test_on_a_phone_it_is_a_list_of_departments(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding", width=PHONE)
    expect(tab.locator("table.map")).to_be_hidden()
    department = tab.locator(".map-list details").filter(has_text="Vastgoed")
    department.locator("summary").click()
    department.get_by_role("button", name="Woningmarkt").click()
    expect(tab.get_by_role("heading", name="Vastgoed × Woningmarkt")).to_be_in_viewport(
        timeout=10_000
    )
