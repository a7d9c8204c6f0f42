"""How many clicks and seconds each of eight questions takes, from the overview to the answer.

    python -m benchmarks.eight_questions [http://127.0.0.1:8501]

Of the app at that address, with the sample in it. Before the pages were made around two questions a
message to a manager took 8 clicks, and who comes through a theme group only had no answer.
"""

from __future__ import annotations

import sys
import time

from playwright.sync_api import sync_playwright

from benchmarks._site import site
from tests.browser.chromium import launched
from tests.browser.looking import settle
from tests.browser.test_eight_questions import MOST_CLICKS, QUESTIONS, Clicking


def main(origin: str) -> int:
    """Print a line per question; 1 when one takes too many clicks."""
    most = 0
    print("clicks  seconds")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for question in QUESTIONS:
            context = browser.new_context(locale="nl-NL", accept_downloads=True)
            tab = context.new_page()
            begun = time.perf_counter()
            tab.goto(origin)
            one = Clicking(settle(tab))
            question(one)
            seconds = time.perf_counter() - begun
            most = max(most, one.clicks)
            print(f"{one.clicks:6} {seconds:8.1f}  {question.__name__.replace('_', ' ')}")
            context.close()
        browser.close()
    return int(most > MOST_CLICKS)


if __name__ == "__main__":
    with site(sys.argv[1:]) as origin:
        sys.exit(main(origin))
