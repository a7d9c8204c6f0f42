"""A view to share, a chart for a memo, and what comes out of the printer."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import Visit, downloaded, settle
from tests.browser.serving import Site

SHEET = 190 / 25.4 * 96  # pixels between the margins of A4


def unfold(tab: Page) -> Locator:
    """The first fold under a chart, opened."""
    fold = tab.get_by_test_id("stExpander").filter(has_text="Tabel, Excel en afbeelding").first
    fold.locator("summary").click()
    expect(fold.get_by_role("button", name="Opslaan als afbeelding")).to_be_visible()
    return fold


def kept(tab: Page, button: Locator) -> tuple[str, bytes]:
    """The name and content of the file that a button gives."""
    file = downloaded(tab, button)
    return file.suggested_filename, Path(file.path()).read_bytes()


@pytest.mark.parametrize("path", ["themas", "verbreding"])
def test_a_chart_is_kept_as_a_picture(site: Site, visit: Visit, path: str) -> None:
    tab = visit(site, path, van="2022", tot="2022")
    fold = unfold(tab)
    settle(tab)
    expect(tab.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    name, content = kept(tab, fold.get_by_role("button", name="Opslaan als afbeelding"))
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 1_000
    assert height > 600
    assert len(content) > 20_000  # and not an empty ground


def test_the_workbook_of_a_chart_holds_the_chart(site: Site, visit: Visit) -> None:
    tab = visit(site, "themas", blad="themas")
    name, content = kept(tab, unfold(tab).get_by_role("button", name="Downloaden als Excel"))
    assert name.endswith(".xlsx")
    sheet = openpyxl.load_workbook(BytesIO(content))["Grafiek"]
    assert len(sheet._charts) == 1
    assert sheet["A2"].value == "Duurzaamheid"


def test_a_copied_link_holds_the_period(site: Site, visit: Visit) -> None:
    tab = visit(site, "verbreding", domein="fysiek")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Kopieer link").click()
    expect(tab.get_by_role("button", name="Gekopieerd")).to_be_visible()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site.origin}/verbreding?")
    assert "van=2022&tot=2022" in link
    assert "domein=fysiek" in link


@pytest.mark.parametrize("width", [1600, 1280])
@pytest.mark.parametrize(
    ("path", "sheets"), [("", 2), ("themas", 1), ("budget", 1), ("verbreding", 1)]
)
def test_paper_holds_the_whole_width(
    site: Site, visit: Visit, path: str, sheets: int, width: int
) -> None:
    tab = visit(site, path, width=width)
    tab.wait_for_timeout(300)
    paper = tab.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == sheets
    tab.emulate_media(media="print")
    over = tab.evaluate(
        """() => {
            dispatchEvent(new Event('beforeprint'));
            const sheet = document.querySelector('[data-testid=stMainBlockContainer]');
            const drawn = [...document.querySelectorAll('.main-svg, canvas, table, h1, h2, h3')];
            const rights = drawn.filter(e => e.checkVisibility())
                .map(e => e.getBoundingClientRect().right);
            return Math.max(...rights) - sheet.getBoundingClientRect().right;
        }"""
    )
    assert over <= 1
    width_of = "e => e.getBoundingClientRect().width"
    assert tab.get_by_test_id("stMainBlockContainer").evaluate(width_of) <= SHEET
    head = tab.locator(".paper-only").all_inner_texts()
    assert head[0].startswith("Haarlem · ")
    assert len(head) == 2 or path == "budget"
    assert all(one.is_visible() for one in tab.locator(".paper-only").all())
