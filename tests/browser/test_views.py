"""What only a browser shows: links that restore a view, the keyboard, the language switch."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.looking import Visit, go_to, settle, title
from tests.browser.serving import Site, served


def test_a_link_restores_the_view(site: Site, visit: Visit) -> None:
    tab = visit(site, van="2018", tot="2018")
    finding = "74 % (53 van 72) van het gebruik in 2018 kwam uit het sociaal domein of ging over"
    expect(tab.get_by_role("heading", name=finding)).to_be_visible()
    expect(tab.get_by_role("heading", name="7 van de 16 afdelingen")).to_be_visible()


def test_a_link_restores_a_cell(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding", afdeling="Vastgoed", thema="Woningmarkt")
    expect(tab.get_by_role("heading", name="Vastgoed × Woningmarkt")).to_be_visible()


def test_an_unfinished_year_is_marked_on_the_page_and_plain_in_the_address(
    site: Site, visit: Visit
) -> None:
    tab = visit(site, "afdeling", afdeling="Vastgoed", van="2023", tot="2023")
    expect(tab.get_by_role("heading", name="In 2023 (t/m 30 juni) gebruikte")).to_be_visible()
    assert query(tab) == {"afdeling": ["Vastgoed"], "van": ["2023"], "tot": ["2023"]}


def test_the_period_goes_along_to_another_page(site: Site, visit: Visit) -> None:
    tab = visit(site, van="2019", tot="2020")
    go_to(tab, "Verbreding")
    assert query(tab) == {"van": ["2019"], "tot": ["2020"]}
    expect(tab.get_by_role("heading", name="relevante combinaties in 2019–2020")).to_be_visible()


def test_a_cell_of_the_map_is_no_hidden_filter_elsewhere(site: Site, visit: Visit) -> None:
    tab = visit(
        site, "verbreding", afdeling="Vastgoed", thema="Woningmarkt", van="2019", tot="2020"
    )
    go_to(tab, "Thema’s")
    assert query(tab) == {"van": ["2019"], "tot": ["2020"]}
    tab.get_by_text("De regels achter de cijfers").click()
    expect(tab.get_by_text("Alle regels van de periode").first).to_be_visible()


def test_a_cell_is_reached_with_the_keyboard(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding")
    for label, name in (("Afdeling", "Vastgoed"), ("Thema", "Woningmarkt")):
        tab.get_by_role("combobox", name=label).first.focus()
        tab.keyboard.type(name)
        tab.keyboard.press("Enter")
        settle(tab)
    expect(tab.get_by_role("heading", name="Vastgoed × Woningmarkt")).to_be_visible()
    assert query(tab)["afdeling"] == ["Vastgoed"]


def test_the_language_is_one_click_away(site: Site, visit: Visit) -> None:
    tab = visit(site)
    tab.get_by_text("EN", exact=True).click()
    expect(title(tab)).to_have_text("Overview")
    settle(tab)
    assert query(tab)["taal"] == ["en"]
    assert tab.evaluate("document.documentElement.lang") == "en"
    go_to(tab, "Broadening")


def test_the_first_visitor_may_come_by_a_link(tmp_path: Path, visit: Visit) -> None:
    with served(tmp_path / "store.sqlite3") as fresh:
        tab = visit(fresh, "verbreding")
        expect(title(tab)).to_have_text("Verbreding")
        expect(tab.get_by_role("dialog")).to_have_count(0)
        tab.close()


def query(tab: Page) -> dict[str, list[str]]:
    """The choices in the address."""
    return parse_qs(urlsplit(tab.url).query)
