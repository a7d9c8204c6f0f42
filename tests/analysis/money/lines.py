"""Budget lines for the tests of the money."""

from __future__ import annotations

import pandas as pd

Line = tuple[int, str, str, float, str | None]  # year, kind, description, euros, date


def budget_lines(*lines: Line, precision: str = "day") -> pd.DataFrame:
    """A frame as the store gives it; a date of None is a line with only a year."""
    dates = [date or f"{year}-01-01" for year, _kind, _text, _euros, date in lines]
    return pd.DataFrame(
        {
            "year": pd.Series([line[0] for line in lines], dtype="int64"),
            "date": pd.to_datetime(pd.Series(dates, dtype="str")),
            "date_precision": pd.Categorical(
                ["year" if line[4] is None else precision for line in lines]
            ),
            "kind": pd.Categorical([line[1] for line in lines]),
            "description": pd.Series([line[2] for line in lines], dtype="str"),
            "amount": pd.Series([line[3] for line in lines], dtype="float64"),
            "account": pd.Series([None] * len(lines), dtype="str"),
            "supplier": pd.Series([None] * len(lines), dtype="str"),
            "contribution": pd.array([None] * len(lines), dtype="boolean"),
            "batch_id": 1,
            "sheet": "boek",
            "row": range(2, len(lines) + 2),
            "cumulative": pd.array([None] * len(lines), dtype="boolean"),
        }
    )
