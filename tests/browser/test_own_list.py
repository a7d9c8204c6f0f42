"""A manager's own list, without a column of departments: sent on a phone, counted once accepted."""

from __future__ import annotations

from contextlib import closing

from playwright.sync_api import expect

from data.storing.frames import load_usage
from data.storing.store import open_store
from tests.browser.looking import Visit, settle
from tests.browser.serving import Site

LIST = (
    "Datum;Thema;Vorm;Uren\n09-05-2022;Woningmarkt;advies;7,5\n10-05-2022;Omgevingswet;advies;0\n"
)


def test_an_own_list_without_departments_waits_and_then_counts(
    own_site: Site, visit: Visit
) -> None:
    before = uses(own_site)
    phone = visit(own_site, "afdeling", width=390, afdeling="Vastgoed", als="Vastgoed")
    phone.get_by_text("Wij hebben zelf een lijst").click()
    settle(phone)
    phone.locator("input[type=file]").set_input_files(
        {"name": "onze lijst.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    expect(phone.get_by_text("2 rijen = 2 gelezen")).to_be_visible(timeout=20_000)
    settle(phone)
    phone.get_by_role("button", name="Opslaan", exact=True).click()
    expect(phone.get_by_text("De lijst is verstuurd")).to_be_visible(timeout=20_000)
    settle(phone)
    assert uses(own_site) == before

    desk = visit(own_site, "acties")
    expect(desk.get_by_role("heading", name="Lijsten van afdelingen")).to_be_visible()
    desk.get_by_role("button", name="Overnemen", exact=True).click()
    expect(desk.get_by_role("heading", name="Lijsten van afdelingen")).to_have_count(0)
    assert uses(own_site) == [*before, ("Omgevingswet", 0.0), ("Woningmarkt", 7.5)]


def uses(site: Site) -> list[tuple[str, float]]:
    """Theme and hours of what Vastgoed used in May 2022."""
    with closing(open_store(f"sqlite:///{site.store}")) as store:
        usage = load_usage(store)
    may = (usage["department"] == "Vastgoed") & usage["date"].between("2022-05-01", "2022-05-31")
    return sorted(usage.loc[may, ["theme", "hours"]].itertuples(index=False, name=None))
