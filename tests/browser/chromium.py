"""The browser of the tests: Chromium without a screen."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

LOCALE = "nl-NL"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
# Debian's shell without a window does the same for a fifth less work.
PROGRAMS = ("chromium-headless-shell", "chromium")


def launched(playwright: Playwright) -> Browser:
    """The Chromium that CHROMIUM names, or Debian's, or else Playwright's own."""
    debian = next(filter(None, map(shutil.which, PROGRAMS)), None)
    program = os.environ.get("CHROMIUM") or debian
    return playwright.chromium.launch(executable_path=program, args=QUIET)
