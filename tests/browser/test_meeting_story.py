"""From open points to an established dossier, and an agreement that next year's dossier holds."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, expect

from data.storing.dossiers import load_dossier_files, load_dossiers
from data.storing.frames import load_actions
from data.storing.store import open_store
from tests.browser.looking import Visit, downloaded, grave_findings, settle
from tests.browser.serving import Site
from tests.browser.test_action_story import choose

YEAR, DEPARTMENT, THEME = 2022, "Vastgoed", "Woningmarkt"


def test_from_open_points_to_the_dossier_of_next_year(
    own_site: Site, visit: Visit, tmp_path: Path
) -> None:
    page = visit(own_site, "jaargesprek", dossierjaar=str(YEAR), blad="open")
    expect(
        page.get_by_text("Voor 16 afdelingen is nog niet bevestigd wat relevant is")
    ).to_be_visible()
    page.get_by_role("link", name="Bevestigen wat relevant is, bij Beheer").click()
    settle(page)
    expect(page.get_by_role("heading", name="Beheer")).to_be_visible()

    page = visit(own_site, "jaargesprek", dossierjaar=str(YEAR))
    edit(page)
    assert grave_findings(page) == []
    page.get_by_role("tab", name="Vaststellen").click()
    settle(page)
    page.get_by_role("button", name="Vaststellen", exact=True).click()
    expect(page.get_by_text(f"Het dossier van {YEAR} is vastgesteld")).to_be_visible()
    settle(page)
    kept = download(page, "PDF", tmp_path)
    with closing(open_store(f"sqlite:///{own_site.store}")) as store:
        (number,) = load_dossiers(store)["id"].tolist()
        (file,) = (f for f in load_dossier_files(store, number) if f.format == "pdf")
    assert hashlib.sha256(kept).hexdigest() == file.sha256
    assert grave_findings(page) == []

    page.get_by_role("tab", name="Afspraken en vragen").click()
    settle(page)
    agree(page)
    page.get_by_role("link", name="Naar de actie").click()
    settle(page)
    step = page.get_by_label("Volgende stap")
    expect(step).to_have_value("Samen langsgaan bij de wethouder")
    with closing(open_store(f"sqlite:///{own_site.store}")) as store:
        (action,) = load_actions(store).to_dict("records")
    assert (action["department"], action["theme"]) == (DEPARTMENT, THEME)

    after = visit(own_site, "jaargesprek", dossierjaar=str(YEAR + 1))
    expect(after.get_by_text(f"Het gesprek over {YEAR} leverde 1 afspraak op")).to_be_visible()
    expect(after.get_by_text("Samen langsgaan bij de wethouder").first).to_be_visible()


def edit(page: Page) -> None:
    """Say a sentence otherwise, and add a question."""
    part = page.locator(".st-key-part_agreed")
    part.get_by_text("Dit deel aanpassen").click()
    settle(page)
    part.get_by_label("Zin (leeg laat de zin weg)").fill("Wij spraken af wat er stond.")
    part.get_by_label("Eigen zinnen, elk op een eigen regel").fill("Wat kan er meer?")
    part.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Het dossier is opgeslagen")).to_be_visible()
    settle(page)
    expect(part.get_by_text("Wij spraken af wat er stond.").first).to_be_visible()


def agree(page: Page) -> None:
    """Note an agreement about a department and a theme."""
    form = page.locator(".st-key-new_agreement")
    form.get_by_label("Wat is afgesproken").fill("Samen langsgaan bij de wethouder")
    form.get_by_label("Wie", exact=True).fill("Sam")
    choose(form, "Afdeling (hoeft niet)", DEPARTMENT)
    choose(form, "Thema (hoeft niet)", THEME)
    form.get_by_role("button", name="Afspraak noteren").click(click_count=3)
    expect(page.get_by_text("De afspraak is genoteerd en is een actie geworden")).to_be_visible()
    settle(page)


def download(page: Page, label: str, folder: Path) -> bytes:
    """What a button gives."""
    file = folder / "downloaded"
    downloaded(page, page.get_by_role("button", name=label, exact=True)).save_as(file)
    return file.read_bytes()
