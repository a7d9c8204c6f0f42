"""Imports run one way: pages, then ui and reports, then analysis, then the vocabulary."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"app", "pages", "ui", "reports", "analysis", "data", "texts"}
# What the sources of a folder may not import, but for the vocabulary.
FORBIDDEN = {
    "texts": OURS - {"texts"} | {"streamlit"},
    "data": OURS - {"data", "texts"} | {"streamlit", "plotly"},
    "analysis": OURS - {"analysis"} | {
        "streamlit", "plotly", "sqlalchemy", "openpyxl", "python_calamine", "pathlib", "os", "io",
    },
    "reports": {"app", "pages", "ui", "streamlit"},
    "ui": {"app", "pages"},
    "pages": {"app"},
}  # fmt: skip
VOCABULARY = {"analysis": ("data", "data.columns", "data.states")}


def imported(source: str) -> set[str]:
    """Every module that a source imports, wherever it stands in it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {node.module or ""} | {f"{node.module}.{a.name}" for a in node.names}
    return found


def offences(folder: str, source: str) -> set[str]:
    """The imports that the folder's rule forbids."""
    return {
        name for name in imported(source)
        if name.split(".")[0] in FORBIDDEN[folder]
        and name not in VOCABULARY.get(folder, ())
        and not (folder in VOCABULARY and name.startswith(("data.columns.", "data.states.")))
    }  # fmt: skip


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_imports_run_one_way(folder: str) -> None:
    sources = sorted((ROOT / folder).rglob("*.py"))
    found = {str(p): offences(folder, p.read_text(encoding="utf-8")) for p in sources}
    assert not {path: names for path, names in found.items() if names}


@pytest.mark.parametrize(
    ("folder", "source", "caught"),
    [
        ("analysis", "from data.columns import THEME", False),
        ("analysis", "from data import columns", False),
        ("analysis", "from data.storing import frames", True),
        ("analysis", "import data.storing", True),
        ("analysis", "def f():\n    import streamlit as st", True),
        ("reports", "from streamlit import cache_data", True),
        ("reports", "from data.storing import frames", False),
        ("data", "import reports.workbook", True),
        ("texts", "from data.columns import THEME", True),
    ],
)
def test_the_guard_itself_sees_what_it_should(folder: str, source: str, caught: bool) -> None:
    assert bool(offences(folder, source)) is caught


def test_analysis_opens_no_files() -> None:
    for path in (ROOT / "analysis").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
        opened = {c for c in calls if c == "open" or c.startswith(("pd.read_", "pd.Excel"))}
        assert not opened, path
