"""Who has seen one figure has seen them all."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "ui" / "figures"
SHARED = {"__init__", "scale", "template"}  # what the figures are made with
FIGURES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in SHARED)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_a_frame_with_options_by_name(name: str) -> None:
    figure = getattr(import_module(f"ui.figures.{name}"), name)
    first, *options = inspect.signature(figure).parameters.values()
    assert (first.name, first.annotation) == ("frame", "pd.DataFrame")
    assert {option.kind for option in options} <= {inspect.Parameter.KEYWORD_ONLY}
    assert inspect.signature(figure).return_annotation == "go.Figure"
