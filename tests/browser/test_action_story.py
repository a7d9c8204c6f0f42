"""From white spot to conversation, an answer on a phone, use, and the effect that is counted."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from playwright.sync_api import Locator, Page, expect

from analysis.effect import outcomes
from data.storing.frames import load_actions, load_changes, load_reported, load_usage
from data.storing.proposals import load_proposals
from data.storing.store import Store, open_store
from tests.browser.looking import Visit, go_to, grave_findings, hold_still, settle
from tests.browser.serving import Site
from texts import clock

DEPARTMENT, THEME = "Vastgoed", "Woningmarkt"
PHONE = 390


def test_from_white_spot_to_use_that_counts(own_site: Site, visit: Visit) -> None:
    year = clock.today().year
    desk = visit(own_site, "verbreding", afdeling=DEPARTMENT, thema=THEME)
    expect(desk.get_by_text("Witte vlek (2022)")).to_be_visible()
    desk.get_by_role("button", name="Actie starten").click()
    expect(desk.get_by_text("Actie loopt (2022)")).to_be_visible()

    desk.get_by_role("link", name="Naar de actie").click()
    settle(desk)
    desk.get_by_text("Bericht aan de manager").click()
    message = desk.get_by_test_id("stCode")
    expect(message).to_contain_text("Beste collega,")
    expect(message).to_contain_text(
        "In 2022 gebruikten andere afdelingen hiervoor: Advies (4 keer)"
    )
    expect(message).not_to_contain_text("niets extra")  # nobody stated the 60% of now
    assert grave_findings(desk) == []
    link = message.inner_text().split("nodig hebt: ")[1].split()[0]
    assert link.startswith(f"{own_site.origin}/afdeling?")

    query = dict(part.split("=") for part in link.split("?")[1].split("&"))
    phone = visit(own_site, "afdeling", width=PHONE, **query)
    expect(phone.get_by_role("heading", name=f"In 2022 gebruikte {DEPARTMENT}")).to_be_visible()
    confirm(phone, 2022)
    choose(phone, "Jaar van de lijst", str(year))
    add_use(phone)
    confirm(phone, year)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert grave_findings(phone) == []
    with stored(own_site) as store:
        assert load_usage(store)["year"].max() == 2023  # nothing counts before it is accepted
        assert len(load_proposals(store)) == 1  # however often the button was tapped

    go_to(desk, "Afdeling")
    go_to(desk, "Acties")
    desk.get_by_role("button", name="Overnemen", exact=True).click()
    expect(desk.get_by_text("Het voorstel is overgenomen")).to_be_visible()
    settle(desk)
    desk.get_by_role("tab", name="Werkte het?").click()
    expect(desk.get_by_role("heading", name="1 aangepakt, 1 in gebruik")).to_be_visible()

    used = visit(
        own_site, "verbreding", afdeling=DEPARTMENT, thema=THEME, van=str(year), tot=str(year)
    )
    expect(used.get_by_text(f"Gebruikt ({year})")).to_be_visible()
    with stored(own_site) as store:
        (cell,) = effect_of(store)
        assert (cell["theme"], cell["outcome"], cell["days"]) == (THEME, "once", 0)
        work = ("action", "conversation", "confirmation", "proposal")
        log = load_changes(store)  # without what reading in the sample left in it
        assert log[log["subject"].isin(work)]["verb"].tolist() == [
            "accepted", "confirmed", "proposed", "confirmed", "chose", "began",
        ]  # fmt: skip


def effect_of(store: Store) -> list[dict[str, Any]]:
    """What became of each cell acted upon, as the table of the page has it."""
    frames = load_actions(store), load_usage(store), load_reported(store)
    return outcomes(*frames, today=clock.today()).to_dict("records")


def confirm(phone: Page, year: int) -> None:
    """Say that the list of a year is complete."""
    phone.get_by_role("button", name=f"Ja, de lijst van {year} is volledig").click()
    expect(phone.get_by_text(f"De lijst van {year} geldt vanaf nu als volledig")).to_be_visible()
    settle(phone)


def add_use(phone: Page) -> None:
    """Propose a use of today that is missing."""
    phone.get_by_text("Er ontbreekt gebruik").click()
    expect(phone.get_by_role("button", name="Toevoeging voorstellen")).to_be_visible()
    settle(phone)
    form = phone.get_by_test_id("stExpander").filter(has_text="Er ontbreekt gebruik")
    choose(form, "Thema", THEME)
    form.get_by_label("Uren").fill("4")
    form.get_by_label("Uren").press("Tab")
    phone.get_by_role("button", name="Toevoeging voorstellen").click(click_count=3)
    expect(phone.get_by_text("De coördinator bekijkt het")).to_be_visible()
    settle(phone)


def choose(place, label: str, value: str) -> None:  # noqa: ANN001 (a page, or a part of one)
    """Choose from a list with the keyboard."""
    page = place.page if isinstance(place, Locator) else place
    hold_still(settle(page))  # what is drawn anew closes its list
    box = place.get_by_role("combobox", name=label, exact=True)
    box.focus()
    box.press_sequentially(value)
    option = page.get_by_role("option", name=value).first
    expect(option).to_have_attribute("data-focused", "true")  # what Enter takes
    box.press("Enter")
    expect(box).to_have_attribute("aria-expanded", "false")


def stored(site: Site) -> closing[Store]:
    """The store of the site, opened for a look."""
    return closing(open_store(f"sqlite:///{site.store}"))
