"""Looking at a page as it stands in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    ConsoleMessage,
    Download,
    Locator,
    Page,
    Response,
    expect,
)
from playwright.sync_api import (
    TimeoutError as TooLateError,
)

SETTLE_MS = 20_000
GRAVE = {"serious", "critical"}
WORTH_MENDING = {*GRAVE, "moderate"}

Visit = Callable[..., Page]


@dataclass
class Heard:
    """What the browser asked for and complained about."""

    origin: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note every request that leaves the origin, and every error."""
        page.on("request", lambda request: self._address(request.url))
        page.on("websocket", lambda socket: self._address(socket.url))
        page.on("response", self._answer)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        asked = parts.scheme in ("http", "https", "ws", "wss")
        if asked and parts.netloc != urlsplit(self.origin).netloc:
            self.elsewhere.append(url)

    def _answer(self, response: Response) -> None:
        if response.status >= 400 and not _feels_its_way(response.url):
            self.complaints.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _feels_its_way(message.location.get("url", "")):
            self.complaints.append(message.text)


def _feels_its_way(url: str) -> bool:
    """Whether Streamlit looks for its server under the page's own path before it asks at the root.

    It does so on every page but the first, and the answer is always 404.
    """
    return bool(re.fullmatch(r"/[^/]+/_stcore/(health|host-config)", urlsplit(url).path))


# Of an animation that goes round and round there is no end to wait for.
_NOTHING_MOVES = """() => Promise.race([
  Promise.allSettled(
    document.getAnimations()
      .filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished)),
  new Promise(done => setTimeout(done, 3000)),
]).then(() => null)"""


def settle(page: Page) -> Page:
    """Wait until the page stands: its script is done and nothing is still loading."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=SETTLE_MS)
    expect(title(page)).to_be_visible(timeout=SETTLE_MS)
    for loading in ('[data-testid="stSkeleton"]', '[data-stale="true"]'):
        expect(page.locator(loading)).to_have_count(0, timeout=SETTLE_MS)
    return page


def hold_still(page: Page) -> None:
    """Wait until nothing moves or fades any more."""
    page.evaluate(_NOTHING_MOVES)


def downloaded(page: Page, button: Locator) -> Download:
    """The file behind a button.

    A click on what still unfolds may hit nothing; who sees nothing happen clicks again.
    """
    hold_still(page)
    try:
        with page.expect_download(timeout=SETTLE_MS) as waiting:
            button.click()
    except TooLateError:
        with page.expect_download() as waiting:
            button.click()
    return waiting.value


def title(page: Page) -> Locator:
    """The heading of the page."""
    return page.locator("h1").first


def go_to(page: Page, name: str) -> None:
    """Choose a page in the menu, and wait until it stands."""
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
    expect(title(page)).to_have_text(name)
    settle(page)


def grave_findings(page: Page) -> list[str]:
    """What axe finds serious or critical on the page as it stands: the rule and the place."""
    return findings(page, GRAVE)


def findings(page: Page, impacts: Collection[str]) -> list[str]:
    """What axe finds as grave as this on the page as it stands: the rule and the place."""
    settle(page)
    hold_still(page)  # while a colour fades into another, axe would measure something in between
    violations: Sequence[Mapping[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]}"
        for violation in violations
        if violation["impact"] in impacts
        for node in violation["nodes"]
    ]
