"""The documents for who carries on are true: their folders, contracts, paths and commands exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("docs/architecture.md", "CONTRIBUTING.md", "SECURITY.md", "README.md")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text("utf-8")


def folders() -> set[str]:
    """Every folder with sources; those of the program as deep as `data/cells/`."""
    ours = ("analysis", "data", "pages", "reports", "texts", "ui")
    top = {path.parent for path in ROOT.glob("*/*.py") if not path.parent.name.startswith(".")}
    deep = {path.parent for name in ours for path in (ROOT / name).glob("*/*.py")}
    return {f"{path.relative_to(ROOT)}/" for path in top | deep} - {"build/"}


def test_every_folder_is_named() -> None:
    named = set(re.findall(r"`([a-z_]+/(?:[a-z_]+/)?)`", ARCHITECTURE))
    only_by_their_parts = {"analysis/", "data/", "reports/", "ui/"}
    assert sorted(folders() - named - only_by_their_parts) == []


def test_every_contract_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = [c["name"] for c in project["tool"]["importlinter"]["contracts"]]
    assert re.findall(r"^- (.+)$", ARCHITECTURE, re.MULTILINE) == contracts


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_exists(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    links = re.findall(r"\]\((?!http)([^)]+)\)", text)
    paths = re.findall(
        r"`((?:data|ui|pages|analysis|reports|texts|scripts|tests|docs)/[\w./-]*)`", text
    )
    missing = [p for p in paths if not (ROOT / p).exists()]
    missing += [p for p in links if not (ROOT / document).parent.joinpath(p).exists()]
    assert missing == []


def test_every_command_exists() -> None:
    text = "".join((ROOT / document).read_text("utf-8") for document in DOCUMENTS)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    made = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))
    assert made <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    scripts = set(re.findall(r"scripts[./]([a-z_]+)(?:\.py)?", text))
    assert {name for name in scripts if not (ROOT / "scripts" / f"{name}.py").exists()} == set()


def test_every_threat_has_a_test_that_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    threats = re.findall(r"^\| (?!Threat |---)(.+?) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    assert len(threats) >= 20
    for threat, stands_against, tests in threats:
        named = re.findall(r"`(tests/[\w/]+\.py)`", tests)
        assert stands_against, threat
        assert named, threat
        for name in named:
            assert "\ndef test_" in (ROOT / name).read_text("utf-8"), (threat, name)


def test_what_changes_where_is_counted_for_twelve_changes() -> None:
    rows = re.findall(r"^\| an? .+ \| [\d–]+ \| (\d+) \|", ARCHITECTURE, re.MULTILINE)
    assert len(rows) == 12
    assert all(int(count) <= 6 for count in rows)
