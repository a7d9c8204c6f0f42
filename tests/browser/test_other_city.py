"""Another city than the one of the sample, from an empty store to its first finding."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from io import BytesIO

import openpyxl
from playwright.sync_api import Page, expect

from data.storing.store import open_store
from reports.findings import findings_of
from tests.browser.looking import Visit, go_to, grave_findings, settle
from tests.browser.serving import Site
from tests.browser.test_story import main_text, upload

CITY = "Zwolle"
NEVER_USED = ("Griffie", "Inkoop", "Sportbedrijf")
USED = ("Jeugd", "Vastgoed", "Werk en Inkomen", "Wonen")


def own_list() -> bytes:
    """Use of four departments: one in each month of 2025, the last on 15 December."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Datum", "Afdeling", "Thema", "Uren"))
    for month in range(1, 13):
        theme = ("Duurzaamheid", "Woningmarkt", "Jeugd en onderwijs")[month % 3]
        sheet.append((dt.date(2025, month, 15), USED[month % 4], theme, 4))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_from_an_empty_store_to_the_first_finding(fresh_site: Site, visit: Visit) -> None:
    tab = visit(fresh_site)
    tab.get_by_role("link", name="Uw gemeente instellen, in vijf minuten").click()
    expect(tab.get_by_role("heading", name="Uw gemeente", exact=True)).to_be_visible()
    settle(tab)
    set_up(tab)
    assert grave_findings(tab) == []

    go_to(tab, "Inlezen")
    upload(tab, "gebruik 2025.xlsx", own_list())
    expect(tab.get_by_text("noemt 4 van uw 7 afdelingen")).to_be_visible()
    tab.get_by_text("alle afdelingen", exact=True).click()
    settle(tab)
    tell_days(tab)
    tab.get_by_role("button", name="Opslaan", exact=True).click()
    expect(tab.get_by_text("gebruik 2025.xlsx is opgeslagen: 12 rijen.")).to_be_visible()

    go_to(tab, "Overzicht")
    expect(tab.get_by_role("heading", name="3 van de 7 afdelingen")).to_be_visible()
    shown = main_text(tab)
    assert [name for name in NEVER_USED if name not in shown] == []
    assert "Haarlem" not in shown
    with closing(open_store(f"sqlite:///{fresh_site.store}")) as store:
        found = findings_of(store)
    assert found is not None
    assert (found.municipality, found.period.label) == (CITY, "2025")
    assert found.not_using == NEVER_USED
    go_to(tab, "Budget")
    assert "20.762" not in main_text(tab)


def set_up(tab: Page) -> None:
    """Name the city, paste its departments, and say that these are all of them."""
    city = tab.get_by_role("combobox", name="Een stad van de G40, of typ een andere naam")
    city.fill(CITY)
    city.press("Enter")
    settle(tab)
    area = tab.get_by_label("Eén afdeling per regel")
    area.fill("\n".join([*USED, *NEVER_USED[:2], "Sportbedrijf; Directeur sport; sociaal"]))
    area.blur()
    settle(tab)
    tab.get_by_text("Dit zijn al onze afdelingen").click()
    settle(tab)
    tab.get_by_role("button", name="Bekijken wat dit verandert").click()
    expect(tab.get_by_text("7 afdelingen: 7 nieuw, 0 al bekend.")).to_be_visible()
    tab.get_by_role("button", name="Opslaan", exact=True).click()
    expect(tab.get_by_text("De organisatie is opgeslagen")).to_be_visible()
    tab.get_by_role("button", name="Deze domeinen bevestigen").click()
    expect(tab.get_by_text("De domeinen zijn bevestigd.")).to_be_visible()
    settle(tab)


def tell_days(tab: Page) -> None:
    """Say that the list is about the whole of 2025."""
    tab.get_by_text("Andere dagen of kanalen").click()
    for label, day in (("Van", "01-01-2025"), ("Tot en met", "31-12-2025")):
        box = tab.get_by_test_id("stDateInput").filter(has_text=label).locator("input")
        box.fill(day)
        box.press("Enter")
        settle(tab)
