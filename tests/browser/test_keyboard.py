"""Both users do their work with the keyboard alone, and see at every step where they are."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import Visit, settle
from tests.browser.serving import Site

MOST_STEPS = 150
PHONE_HEIGHT = 844
BOTTOM = "e => e.getBoundingClientRect().bottom"
LEAST_CONTRAST = 3.0  # WCAG 2.1, 1.4.11
# How well what marks the focus stands out from the ground of the page: an outline, the ring around
# it, or the border of the box in which a field stands.
CONTRAST = """() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const app = document.querySelector('[data-testid=stApp]');
  const ground = light(rgb(getComputedStyle(app).backgroundColor));
  const against = (colour) => {
    const [high, low] = [light(rgb(colour)), ground].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [0];
  let part = document.activeElement;
  for (let level = 0; part && level < 4; level += 1, part = part.parentElement) {
    const style = getComputedStyle(part);
    if (level === 0 && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      found.push(against(style.outlineColor));
    if (level === 0 && style.boxShadow !== "none") found.push(against(style.boxShadow));
    if (document.activeElement.matches("input, textarea") && parseFloat(style.borderTopWidth))
      found.push(against(style.borderTopColor));
  }
  return Math.max(...found);
}"""


def tab_to(page: Page, goal: Locator) -> None:
    """Go on with Tab until there; what has the focus is seen at every step."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(CONTRAST) >= LEAST_CONTRAST, page.evaluate(
            "document.activeElement.outerHTML.slice(0, 300)"
        )
        if goal.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"not reached in {MOST_STEPS} steps: {goal}")


def test_the_coordinator_goes_from_worklist_to_message_to_action(
    own_site: Site, visit: Visit
) -> None:
    page = visit(own_site)
    tab_to(page, page.get_by_role("link", name="Naar de inhoud"))
    tab_to(page, page.get_by_role("button", name="Bericht: Financiën"))
    page.keyboard.press("Enter")
    window = page.get_by_role("dialog")
    expect(window.get_by_role("heading", name="Bericht aan Financiën")).to_be_visible()
    settle(page)
    tab_to(page, window.get_by_role("button", name="Verstuurd: zet op benaderd"))
    page.keyboard.press("Enter")
    expect(window).to_have_count(0)
    settle(page)
    tab_to(page, page.get_by_role("button", name="Naar de actie: Financiën"))
    page.keyboard.press("Space")
    expect(page.locator("h1")).to_have_text("Acties")


def test_the_manager_sees_confirms_and_proposes(own_site: Site, visit: Visit) -> None:
    page = visit(
        own_site, "afdeling", width=390, scheme="dark", afdeling="Vastgoed", als="Vastgoed"
    )
    for shown in ("In 2022 gebruikte Vastgoed", "Klopt dit?"):
        expect(page.get_by_role("heading", name=shown)).to_be_in_viewport()
    assert page.get_by_role("button", name="Ja, de lijst").evaluate(BOTTOM) <= PHONE_HEIGHT
    tab_to(page, page.get_by_role("button", name="Ja, de lijst van 2022 is volledig"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("De lijst van 2022 geldt vanaf nu als volledig")).to_be_visible()
    settle(page)
    tab_to(page, page.locator("summary", has_text="Er ontbreekt gebruik"))
    page.keyboard.press("Enter")
    form = page.get_by_test_id("stExpander").filter(has_text="Er ontbreekt gebruik")
    theme = form.get_by_role("combobox", name="Thema")
    expect(theme).to_be_visible()
    settle(page)
    tab_to(page, theme)
    page.keyboard.type("Woningmarkt")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, form.get_by_label("Uren"))
    page.keyboard.type("7,5")
    tab_to(page, page.get_by_role("button", name="Toevoeging voorstellen"))
    settle(page)
    page.keyboard.press("Space")
    expect(page.get_by_text("De coördinator bekijkt het")).to_be_visible()
    settle(page)
    expect(page.get_by_text("Uren: 7,5")).to_be_visible()
