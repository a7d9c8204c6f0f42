"""The whole story: read a file in, see the figures change, look at a white spot, take it back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from io import BytesIO

import openpyxl
from playwright.sync_api import Locator, Page, expect

from data.storing.frames import load_usage
from data.storing.store import open_store
from tests.browser.looking import Visit, go_to, hold_still, settle
from tests.browser.serving import Site
from tests.browser.test_map import cell

FILE = "opgave-najaar.xlsx"
WHITE_SPOT = ("Vastgoed", "Woningmarkt")
USES_IN_SAMPLE = 373 + 43


def own_list() -> bytes:
    """Two uses of 2022, a day that does not exist, and a total."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Opgave najaar",),
        (),
        ("Datum", "Afdeling", "Thema", "Uren"),
        (dt.date(2022, 9, 5), "Omgevingsbeleid", "Woningmarkt", 8),
        (dt.date(2022, 10, 3), "Omgevingsbeleid", "Woningmarkt", 4),
        ("31-02-2022", "Vastgoed", "Woningmarkt", 4),
        ("Totaal", None, None, 12),
    ):
        sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_from_upload_to_white_spot_and_back(own_site: Site, visit: Visit) -> None:
    tab = visit(own_site)
    expect(uses(tab)).to_contain_text(" 84 keer,")
    overview = main_text(tab)
    go_to(tab, "Verbreding")
    click_cell(tab, *WHITE_SPOT)
    expect(tab.get_by_text("Witte vlek (2022)")).to_be_visible()
    expect(reason(tab)).to_contain_text("1 van de 4 andere afdelingen in het fysiek domein")

    go_to(tab, "Inlezen")
    upload(tab, FILE, own_list())
    equation = "4 rijen = 2 gelezen + 1 afgekeurd + 1 overgeslagen (1 totaalregel)"
    expect(tab.get_by_text(equation)).to_be_visible()
    tab.get_by_text("1 afgekeurde rij: verbeteren").click()
    reasons = tab.get_by_test_id("stTableStyledTable")
    expect(reasons.get_by_text("31-02-2022 bestaat niet.")).to_be_visible()
    assert stored_uses(own_site) == USES_IN_SAMPLE

    tab.get_by_role("button", name="Opslaan", exact=True).click()
    expect(tab.get_by_text(f"{FILE} is opgeslagen: 2 rijen.")).to_be_visible()
    assert stored_uses(own_site) == USES_IN_SAMPLE + 2
    tab.get_by_role("link", name="Naar het overzicht").click()
    expect(uses(tab)).to_contain_text(" 86 keer,")
    go_to(tab, "Verbreding")
    click_cell(tab, *WHITE_SPOT)
    expect(reason(tab)).to_contain_text("2 van de 4 andere afdelingen in het fysiek domein")

    go_to(tab, "Inlezen")
    take_back(tab, FILE)
    assert stored_uses(own_site) == USES_IN_SAMPLE
    go_to(tab, "Verbreding")
    click_cell(tab, *WHITE_SPOT)
    expect(reason(tab)).to_contain_text("1 van de 4 andere afdelingen in het fysiek domein")
    go_to(tab, "Overzicht")
    expect(uses(tab)).to_contain_text(" 84 keer,")
    assert main_text(tab) == overview


def uses(tab: Page) -> Locator:
    """The sentence of the overview that counts all use."""
    return tab.get_by_text("Al het gebruik samen")


def main_text(tab: Page) -> str:
    """All that the page says."""
    return settle(tab).get_by_test_id("stMain").inner_text()


def reason(tab: Page) -> Locator:
    """The sentence that says who else uses the theme of the chosen cell."""
    return tab.get_by_text("andere afdelingen in het").first


def click_cell(tab: Page, department: str, theme: str) -> None:
    """Click the square of this combination on the map."""
    cell(tab, department, theme).click()
    expect(tab.get_by_role("heading", name=f"{department} × {theme}")).to_be_visible()
    settle(tab)


def upload(tab: Page, name: str, content: bytes) -> None:
    """Choose a file, and wait for its preview."""
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    chooser = tab.locator("input[type=file]")
    chooser.set_input_files([{"name": name, "mimeType": mime, "buffer": content}])
    expect(tab.get_by_role("button", name="Opslaan", exact=True)).to_be_visible(timeout=20_000)
    settle(tab)


def take_back(tab: Page, name: str) -> None:
    """Undo the upload of this file."""
    batch = tab.get_by_test_id("stExpander").filter(has_text=name)
    batch.locator("summary").click()
    hold_still(tab)  # while it unfolds, what opens above it is closed again
    settle(tab)
    batch.get_by_role("button", name="Terugdraaien").click()
    tab.get_by_role("button", name="Ja, terugdraaien").click()
    expect(tab.get_by_text(f"{name} is teruggedraaid: 2 rijen zijn verwijderd.")).to_be_visible()


def stored_uses(site: Site) -> int:
    """How many uses the store holds now."""
    with closing(open_store(f"sqlite:///{site.store}")) as store:
        return len(load_usage(store))
