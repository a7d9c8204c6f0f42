"""The README is true: its pages, commands and layers are those of the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from texts import use_language
from ui.shared.registry import PAGES, Page

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_is_named_with_its_address(page: Page) -> None:
    with use_language("nl"):
        assert f"| {page.title} | `/{page.url_path}` |" in README


def test_no_other_page_is_named() -> None:
    named = re.findall(r"^\| \S+ \| `/(\S*)` \|", README, re.MULTILINE)
    assert named == [page.url_path for page in PAGES]


def test_every_make_command_exists() -> None:
    named = set(re.findall(r"(?:^|`|verbredingsmonitor )make ([a-z]+)", README, re.MULTILINE))
    assert named >= {"run", "test", "bench"}
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_every_path_exists() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    paths = [p for p in re.findall(r"`([a-z_]+/[a-z_./]*)`", README) if not p.startswith("store/")]
    assert [path for path in links + paths if not (ROOT / path).exists()] == []


def test_every_setting_exists() -> None:
    from data.settings import ENVIRONMENT_PREFIX, Settings

    named = re.findall(ENVIRONMENT_PREFIX + "([A-Z_]+)=", README)
    assert named
    assert {name.lower() for name in named} <= set(Settings.__dataclass_fields__)
