"""Frames row by row, and small tables on the page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, cast

import pandas as pd
import pyarrow as pa
import pyarrow.ipc
import streamlit as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

from ui.shared import formats
from ui.shared.safe import escape_markdown


@dataclass(frozen=True)
class ReadyTable:
    """A table as it goes out to the browser; which columns hold amounts, which broken numbers.

    To make it of a frame takes four times as long as to send it.
    """

    content: pa.Table
    amounts: tuple[str, ...]
    broken: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: pd.DataFrame) -> ReadyTable:
        """The frame as Streamlit itself would send it."""
        sent = convert_pandas_df_to_arrow_bytes(with_money(table))
        content = pa.ipc.open_stream(sent).read_all()
        return cls(content, tuple(amount_columns(table)), tuple(broken_numbers(table)))


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, column -> value."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def amount_columns(table: pd.DataFrame) -> list[str]:
    """The columns that hold amounts (`Decimal`, in euro)."""
    return [
        column for column in table.columns if any(isinstance(v, Decimal) for v in table[column])
    ]


def broken_numbers(table: pd.DataFrame) -> dict[str, Any]:
    """How columns of broken numbers are shown: as the language of the page writes them."""
    shown = st.column_config.NumberColumn(format="localized")
    return {name: shown for name in table.columns if pd.api.types.is_float_dtype(table[name])}


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


def show_wrapped(
    table: pd.DataFrame, *, alt: str, width: Literal["stretch", "content"] = "stretch"
) -> None:
    """A small table whose texts wrap; what came from a file is shown as it stands."""
    escaped = table.map(escape_markdown)
    st.table(escaped, hide_index=True, border="horizontal", width=width, alt=alt)
