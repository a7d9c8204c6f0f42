"""How tall every page is, and every part of it, unfolded by nobody; a picture of each for who asks.

    python -m benchmarks.heights [http://127.0.0.1:8501 [FOLDER [nl,en [light,dark [1280,390]]]]]

Of the app at that address, or with the sample. No page is taller than 2,500 pixels in a window of
1,280: what is deeper is one click away. The pictures in FOLDER are there to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, sync_playwright
from playwright.sync_api import Page as Tab

from benchmarks._site import site
from tests.browser.chromium import launched
from tests.browser.looking import settle
from ui.shared.registry import PAGES

MOST, WIDE = 2_500, 1_280
SCREEN = 900
_TALL = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def look(tab: Tab, address: str) -> Iterator[tuple[str, int]]:
    """The parts of a page one by one as they stand on the screen, each with its height."""
    tab.goto(address)
    settle(tab)
    parts = _parts(tab)
    for place in range(max(parts.count(), 1)):
        if place:
            parts.nth(place).click()
            settle(tab)
        tab.wait_for_timeout(300)  # a chart gets its height as it is drawn
        yield parts.nth(place).inner_text() if parts.count() else "", tab.evaluate(_TALL)


def _parts(tab: Tab) -> Locator:
    """What chooses a part of the page: tabs, or the pills of Manage."""
    return tab.locator('[data-testid="stMain"] [role="tab"], .st-key-onderdeel button')


def picture(tab: Tab, file: Path, width: int, height: int) -> None:
    """The whole of what stands on the screen, as a picture."""
    tab.set_viewport_size({"width": width, "height": max(SCREEN, height + 60)})
    settle(tab)
    tab.wait_for_timeout(500)
    tab.screenshot(path=file)
    tab.set_viewport_size({"width": width, "height": SCREEN})


def main(
    origin: str,
    folder: str = "",
    languages: str = "nl",
    grounds: str = "light",
    widths: str = "1280,390",
) -> int:
    """Print the height of every part; 1 when one is too tall."""
    too_tall = 0
    with sync_playwright() as playwright:
        browser = launched(playwright)
        crossed = product(widths.split(","), grounds.split(","), languages.split(","), PAGES)
        for width, ground, language, page in crossed:
            screen: Any = {"width": int(width), "height": SCREEN}
            scheme: Any = ground
            context = browser.new_context(viewport=screen, color_scheme=scheme, locale="nl-NL")
            tab = context.new_page()
            address = f"{origin}/{page.url_path}?taal={language}"
            for place, (part, height) in enumerate(look(tab, address)):
                too_tall += int(width) >= WIDE and height > MOST
                print(f"{height:6}  {width} px  {ground:5} {language}  {page.title} {part}")
                if folder:
                    name = f"{page.key}_{place}_{width}_{ground}_{language}.png"
                    picture(tab, Path(folder) / name, int(width), height)
            context.close()
        browser.close()
    print(f"{too_tall} taller than {MOST}")
    return int(too_tall > 0)


if __name__ == "__main__":
    with site(sys.argv[1:]) as address:
        sys.exit(main(address, *sys.argv[2:]))
