"""Frames row by row."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, column -> value."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))
