"""Frames row by row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pandas as pd

from ui.shared import formats


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, column -> value."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def amount_columns(table: pd.DataFrame) -> list[str]:
    """The columns that hold amounts (`Decimal`, in euro)."""
    return [
        column for column in table.columns if any(isinstance(v, Decimal) for v in table[column])
    ]


def with_money(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every amount as a reader writes it; what is unknown (None) stays empty."""
    shown = table.copy(deep=False)
    for column in table.columns:
        if any(value is None or isinstance(value, Decimal) for value in table[column]):
            shown[column] = [
                "" if value is None
                else formats.money(value) if isinstance(value, Decimal)
                else value
                for value in table[column]
            ]  # fmt: skip
    return shown
