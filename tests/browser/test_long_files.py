"""A long file: cancelled while it is read and while it is stored, and left for another page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from playwright.sync_api import Locator, Page, expect

from data.storing.frames import load_batches
from data.storing.store import open_store
from tests.browser.looking import Visit, go_to, settle
from tests.browser.serving import Site

FILE = "lang.csv"
ROWS = 200_000
PATIENT_MS = 60_000


def long_list() -> bytes:
    """So many uses that reading them takes seconds."""
    lines = [f"03-04-2019;Wonen;Energie;Vraag {number};1" for number in range(ROWS)]
    return "\n".join(["Datum;Afdeling;Thema;Onderwerp;Uren", *lines]).encode()


def drop(tab: Page, content: bytes) -> None:
    chooser = tab.locator("input[type=file]")
    chooser.set_input_files([{"name": FILE, "mimeType": "text/csv", "buffer": content}])


def cancel(tab: Page) -> Locator:
    """The button beside the progress."""
    return tab.locator("[class*=st-key-upload_stop_]").get_by_role("button", name="Annuleren")


def store_button(tab: Page) -> Locator:
    return tab.get_by_role("button", name="Opslaan", exact=True)


def batches(site: Site) -> int:
    with closing(open_store(f"sqlite:///{site.store}")) as store:
        return len(load_batches(store))


@contextmanager
def another_writer(site: Site) -> Iterator[None]:
    """Somebody else writes to the store: what is to be stored waits meanwhile."""
    with closing(sqlite3.connect(site.store)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_long_file_can_be_cancelled_and_left_alone(empty_site: Site, visit: Visit) -> None:
    content = long_list()
    tab = visit(empty_site, "inlezen")
    drop(tab, content)
    expect(cancel(tab)).to_be_visible(timeout=PATIENT_MS)
    cancel(tab).click()
    settle(tab)
    expect(cancel(tab)).to_have_count(0)
    expect(store_button(tab)).to_have_count(0)

    drop(tab, content)
    expect(cancel(tab)).to_be_visible(timeout=PATIENT_MS)
    go_to(tab, "Uitleg")
    go_to_reading_in(tab)
    expect(store_button(tab)).to_be_visible(timeout=PATIENT_MS)

    with another_writer(empty_site):  # else it may be stored before the click
        store_button(tab).click()
        cancel(tab).click()
        expect(tab.get_by_text("Bezig met annuleren…")).to_be_visible()
    settle(tab)
    expect(store_button(tab)).to_be_visible()
    assert batches(empty_site) == 0


def go_to_reading_in(tab: Page) -> None:
    """Without waiting until it stands: it reads."""
    tab.get_by_test_id("stTopNavLink").filter(has_text="Inlezen").click()
