"""Makes the picture in the README from the app itself: `python -m docs.make_screenshot`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from data.sample import read_in
from data.storing.store import open_store
from tests.browser.chromium import launched
from tests.browser.looking import settle
from tests.browser.serving import served
from tests.users import NOOR

PICTURE = Path(__file__).parent / "overview.png"
WIDTH, HEIGHT = 1280, 1270
COLOURS = 64  # a small file
CHARTS_READY_MS = 1_500  # Plotly draws after the page says that it is done


def main() -> None:
    """Show 2018 of the sample, and keep what is on the first screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite3"
        store = open_store(f"sqlite:///{path}")
        read_in(store, NOOR)
        store.close()
        with served(path) as site, sync_playwright() as playwright:
            browser = launched(playwright)
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="nl-NL"
            )
            page.goto(site.address(van="2018", tot="2018"))
            settle(page)
            page.wait_for_timeout(CHARTS_READY_MS)
            page.screenshot(path=PICTURE)
            browser.close()
    with Image.open(PICTURE) as picture:
        picture.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
