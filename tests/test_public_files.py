"""What the project says of itself to the outside: the licence, and the standard for public code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PUBLIC_CODE = (ROOT / "publiccode.yml").read_text("utf-8")


def values(key: str) -> list[str]:
    """The values of a key that stands on one line, wherever it stands."""
    return [v.strip('" ') for v in re.findall(rf"^ *{key}: *(.+)$", PUBLIC_CODE, re.MULTILINE)]


@pytest.mark.parametrize(
    "key",
    [
        "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus",
        "softwareType", "description", "legal", "maintenance", "localisation",
    ],
)  # fmt: skip
def test_every_key_that_the_standard_asks_for_is_there(key: str) -> None:
    assert len(re.findall(rf"^{key}:", PUBLIC_CODE, re.MULTILINE)) == 1


def test_it_names_the_version_and_the_licence_of_the_project() -> None:
    assert values("softwareVersion") == [PROJECT["version"]]
    assert values("license") == [PROJECT["license"]]


def test_the_descriptions_have_the_length_that_the_standard_asks_for() -> None:
    short = values("shortDescription")
    long = re.findall(r"longDescription: >\n((?: {6}.+\n)+)", PUBLIC_CODE)
    assert len(short) == len(long) == 2
    assert all(len(text) <= 150 for text in short)
    assert all(150 <= len(" ".join(text.split())) <= 10_000 for text in long)


def test_every_picture_exists() -> None:
    pictures = re.findall(r"- (\S+\.png)", PUBLIC_CODE)
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


def test_the_licence_is_its_whole_official_text() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    articles = re.findall(r"^(\d+)\.\s*[A-Z]", text, re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert text.rstrip().endswith("require the production of a new EUPL version.")
