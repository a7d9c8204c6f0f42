"""What a first visit costs on a slow network: bytes, and seconds to the heading and to the content.

    python -m benchmarks.slow_network [http://127.0.0.1:8501]

Of the app at that address, or with the sample, at the speeds of "fast 3G" (1.6 Mbit/s down, 150
ms), each page in a browser that has nothing yet; some minutes. Before: 9.3 MB, 16.7 s to the
heading, 50.8 s to the chart.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks._site import site
from tests.browser.chromium import launched
from ui.shared.registry import PAGES

MOST_BYTES = 2_500_000
FAST_3G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 180_000,
    "uploadThroughput": 84_000,
}
PHONE: Any = {"width": 390, "height": 844}
_MS = 120_000
_DRAWN = ".js-plotly-plot .main-svg"
# Pages whose first part has a chart; of the others the content is the last of the text.
CHARTED = {"themes"}


def visit(browser: Browser, address: str, content: str) -> tuple[float, float, int]:
    """Seconds to the heading, seconds to the content, and bytes in all."""
    context = browser.new_context(viewport=PHONE, locale="nl-NL")
    tab, sizes = context.new_page(), []
    listening = context.new_cdp_session(tab)
    listening.send("Network.enable")
    listening.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    listening.send("Network.emulateNetworkConditions", FAST_3G)
    begun = time.perf_counter()
    tab.goto(address, wait_until="commit")
    tab.locator("h1").first.wait_for(timeout=_MS)
    heading = time.perf_counter() - begun
    tab.locator(content).first.wait_for(timeout=_MS)
    whole = time.perf_counter() - begun
    tab.wait_for_timeout(3_000)
    context.close()
    return heading, whole, int(sum(sizes))


def main(origin: str) -> int:
    """Print a line per page; 1 when one is heavier than it should be."""
    heavy = 0
    print("  heading  content       MB  page")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for page in PAGES:
            content = _DRAWN if page.key in CHARTED else '[data-testid="stCaptionContainer"]'
            heading, whole, size = visit(browser, f"{origin}/{page.url_path}", content)
            heavy += size > MOST_BYTES
            chart = "to the chart" if page.key in CHARTED else ""
            print(f"{heading:7.1f} s {whole:6.1f} s  {size / 1e6:7.2f}  {page.key} {chart}")
        browser.close()
    return int(heavy > 0)


if __name__ == "__main__":
    with site(sys.argv[1:]) as origin:
        sys.exit(main(origin))
