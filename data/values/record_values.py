"""Records as plain values, named and ordered as the columns of the store."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data import columns as c
from data import fields

Values = dict[str, list[Any]]


def value_names(kind: str | None) -> tuple[str, ...]:
    """What the values of a record are called; a department and a theme by their name."""
    return tuple(_name(field) for field in fields.of(kind or c.USAGE))


def values_of(kind: str | None, records: pd.DataFrame) -> Values:
    """The row and the values of records that were just read, by `value_names`.

    Dates are ISO texts, amounts whole cents, department and theme names; None is what is missing.
    """
    return {"row": _given(records, c.ROW)} | {
        _name(field): _AS_KEPT.get(field.sort, _texts)(records, field.name)
        for field in fields.of(kind or c.USAGE)
    }


def _name(field: fields.Field) -> str:
    return field.name if field.sort is fields.Sort.NAME else field.kept_as


def _column(records: pd.DataFrame, column: str) -> pd.Series:
    return records[column] if column in records else pd.Series(None, records.index, dtype=object)


def _plain(values: pd.Series) -> list[Any]:
    """The values as Python's own, with None for what is missing."""
    # In one go: through an iterator of pandas a column of texts takes thirty times as long.
    found: list[Any] = values.to_numpy(dtype=object, na_value=None).tolist()  # type: ignore[call-overload]
    return found


def _given(records: pd.DataFrame, column: str) -> list[Any]:
    return _plain(_column(records, column))


def _integers(records: pd.DataFrame, column: str) -> list[Any]:
    return _plain(pd.to_numeric(_column(records, column)).round().astype("Int64"))


def _cents(records: pd.DataFrame, column: str) -> list[Any]:
    euros = pd.to_numeric(_column(records, column)).astype("Float64")
    return _plain((euros * 100).round().astype("Int64"))


def _texts(records: pd.DataFrame, column: str) -> list[Any]:
    values = _plain(_column(records, column))
    # A text field of PostgreSQL cannot hold the character 0.
    return [v.replace("\0", "") if isinstance(v, str) and "\0" in v else v for v in values]


def _dates(records: pd.DataFrame, column: str) -> list[str | None]:
    """ISO texts: what SQLite keeps as they are, and PostgreSQL reads as dates."""
    days = pd.to_datetime(_column(records, column)).to_numpy().astype("datetime64[D]")
    return [None if day == "NaT" else day for day in days.astype(str).tolist()]


_AS_KEPT = {
    fields.Sort.DAY: _dates,
    fields.Sort.CALENDAR: _integers,
    fields.Sort.NAME: _given,
    fields.Sort.HOURS: _given,
    fields.Sort.COUNT: _integers,
    fields.Sort.AMOUNT: _cents,
    fields.Sort.FLAG: _given,
}
