"""Whatever an address says, every page stands: a link is typed, cut off, or made up by others."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.nasty import NASTY
from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL
from ui.actions.board import STATUS_CHOICE
from ui.shared import filters
from ui.shared.frame import LANGUAGE
from ui.shared.registry import PAGES, Page
from ui.shared.visitor import ROLE

DRAWS = 6  # of some twenty parameters each
ROOT = Path(__file__).parents[2]
NONSENSE = (
    "²", "٣", "Ⅳ", "-1", "0", "1e9", "9" * 5_000, "2020.0", "NaN", "inf", "None", "nul\x00", "",
    "9" * 20, "2020-13-45", "[1,2]", '{"a": 1}', "\ud7ff", *NASTY,
)  # fmt: skip


def written_in_sources() -> set[str]:
    """The keys of widgets that are bound to the address by their own name."""
    found = set()
    for folder in ("ui", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            for call in re.findall(r"\([^()]*bind=\"query-params\"", path.read_text("utf-8")):
                found |= set(re.findall(r"key=\"(\w+)\"", call))
    return found


PARAMETERS = sorted({LANGUAGE, ROLE, *filters.IN_ADDRESS, STATUS_CHOICE, *written_in_sources()})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_survives_nonsense_in_its_address(open_page: Open, page: Page) -> None:
    draw = random.Random(page.key)  # noqa: S311 (not a secret)
    assert not open_page(page.key, TYPICAL).exception
    for _ in range(DRAWS):
        address = {name: draw.choice(NONSENSE) for name in PARAMETERS if draw.random() < 0.8}
        at = AppTest.from_file(str(page.path), default_timeout=30)
        for name, text in address.items():
            at.query_params[name] = text
        at.run()
        assert not at.exception, address
