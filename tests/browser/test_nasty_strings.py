"""Nasty texts in a real browser: no script of theirs runs and nothing of theirs is an element."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.store import open_store
from tests.browser.looking import Visit, settle
from tests.browser.serving import Site, served
from tests.nasty import NASTY_FILE, TRACE, nasty_workbook
from tests.pages.stores import make_store
from tests.users import NOOR
from ui.shared.registry import PAGES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def nasty_site(tmp_path_factory: pytest.TempPathFactory):  # noqa: ANN201 (an iterator of sites)
    path: Path = tmp_path_factory.mktemp("nasty") / "store.sqlite3"
    with closing(open_store(f"sqlite:///{path}")) as store:
        read = preview_file(nasty_workbook(), NASTY_FILE, store=store, settings=Settings())
        store_preview(read, store=store, user=NOOR)
    with served(path) as site:
        yield site


def traces(tab: Page) -> list[str]:
    """What nasty texts left in the page."""
    return tab.evaluate(
        f"""() => [
            ...(window.{TRACE} ? ["a script ran"] : []),
            ...[...document.querySelectorAll(
                '#{TRACE}, img[src="x"], a[href^="javascript"], a[href*="b.example"], .katex'
            )].map(found => found.outerHTML)
        ]"""
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_no_text_becomes_part_of_the_page(nasty_site: Site, visit: Visit, page) -> None:  # noqa: ANN001
    tab = visit(nasty_site, page.url_path)
    expect(tab.get_by_test_id("stException")).to_have_count(0)
    assert traces(tab) == []


@pytest.mark.parametrize(
    ("where", "told"),
    [
        # Its rows were stored with the site.
        ("nasty_site", "Wat op uw antwoord wacht, kan nog nieuw zijn."),
        ("empty_site", "Gelezen, nog niet opgeslagen."),
    ],
)
def test_a_nasty_file_that_waits(
    where: str, told: str, visit: Visit, request: pytest.FixtureRequest
) -> None:
    tab = visit(request.getfixturevalue(where), "inlezen")
    chooser = tab.locator("input[type=file]").first
    content = nasty_workbook(faulty=5)
    chooser.set_input_files([{"name": NASTY_FILE, "mimeType": XLSX, "buffer": content}])
    expect(tab.get_by_text(told)).to_be_visible(timeout=20_000)
    settle(tab)
    for fold in tab.get_by_test_id("stExpander").all():
        fold.locator("summary").first.click()
    settle(tab)
    assert traces(tab) == []


# What ends outside the window; wide tables and maps scroll by themselves.
PAST_THE_EDGE = """() => [...document.querySelectorAll(
    '[data-testid=stMain] :is(table.work, table.work *, h1, h2, h3, p, li, button)'
)].filter(part => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && box.right > document.documentElement.clientWidth + 1
        && !part.closest('[role=tablist], .map-scroller, [class*=map_scroll]');
}).map(part => part.outerHTML.slice(0, 80))"""


def test_a_long_name_stays_within_a_phone(tmp_path: Path, visit: Visit) -> None:
    long = ["Vergunningverlening" * 4, "Toezicht, handhaving en ondergrond van de binnenstad " * 3]
    uses = [
        (f"202{1 + i % 2}-03-1{i}", name, theme)
        for i, (name, theme) in enumerate([(a, b) for a in long for b in long] * 2)
    ]
    make_store(tmp_path, uses).close()
    with served(tmp_path / "store.sqlite3") as site:
        for place in ("", "verbreding?blad=kansen", "jaargesprek"):
            path, _mark, query = place.partition("?")
            tab = visit(site, path, width=390, **dict(parse_qsl(query)))
            assert tab.evaluate(PAST_THE_EDGE) == [], place
