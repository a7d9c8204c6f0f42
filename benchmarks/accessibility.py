"""What axe finds on every page x language x ground x width, and how tall each page is.

    python -m benchmarks.accessibility [http://127.0.0.1:8501]

Of the app at that address, or with the sample; some minutes. The tests look at a selection.
"""

from __future__ import annotations

import sys
from itertools import product
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks._site import site
from tests.browser.chromium import launched
from tests.browser.looking import WORTH_MENDING, findings, settle
from ui.shared.registry import PAGES

LANGUAGES, GROUNDS, WIDTHS = ("nl", "en"), ("light", "dark"), (1280, 390, 320)
_TALL = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def look(browser: Browser, origin: str, language: str, ground: Any, width: int) -> int:  # noqa: ANN401
    """Every page once, in one visit; how many places axe finds serious or moderate."""
    viewport: Any = {"width": width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=ground, locale="nl-NL")
    tab, found = context.new_page(), 0
    for page in PAGES:
        tab.goto(f"{origin}/{page.url_path}?taal={language}")
        settle(tab)
        here = findings(tab, WORTH_MENDING)
        found += len(here)
        tall = tab.evaluate(_TALL)
        print(f"{page.key:12} {language} {ground:5} {width:5} px  {tall:5} tall", flush=True)
        for finding in here:
            print(f"    {finding}", flush=True)
    context.close()
    return found


def main(origin: str) -> int:
    """Look at them all; 1 when axe finds anything serious or moderate."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        crossed = product(LANGUAGES, GROUNDS, WIDTHS)
        found = sum(look(browser, origin, *one) for one in crossed)
        browser.close()
    print(f"{found} places")
    return int(found > 0)


if __name__ == "__main__":
    with site(sys.argv[1:]) as origin:
        sys.exit(main(origin))
