"""Records as plain values, named and ordered as the columns of the store."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data import columns as c

Values = dict[str, list[Any]]

USAGE_VALUES = (
    "date", "date_precision", "department", "theme", "form", "channel", "share", "subject",
    "hours", "participants", "amount_cents",
)  # fmt: skip
BUDGET_VALUES = (
    "year", "date", "date_precision", "kind", "description", "amount_cents", "department",
    "theme", "account", "supplier", "cost_centre", "task_field", "concerns", "cumulative",
)  # fmt: skip

COLUMNS = {c.USAGE: c.USAGE_COLUMNS, c.BUDGET: (*c.BUDGET_COLUMNS, *c.FINANCE_COLUMNS)}
NUMBERS = (c.HOURS, c.PARTICIPANTS, c.AMOUNT, c.YEAR)
FLAGS = (c.CONCERNS, c.CUMULATIVE)


def values_of(kind: str | None, records: pd.DataFrame) -> Values:
    """The row and the `USAGE_VALUES` or `BUDGET_VALUES` of records that were just read.

    Dates are ISO texts, amounts whole cents, department and theme names; None is what is missing.
    """
    read = _budget if kind == c.BUDGET else _usage
    return {"row": _given(records, c.ROW), **read(records)}


def _usage(records: pd.DataFrame) -> Values:
    return {
        "date": _dates(records, c.DATE),
        "date_precision": _texts(records, c.DATE_PRECISION),
        "department": _given(records, c.DEPARTMENT),
        "theme": _given(records, c.THEME),
        "form": _texts(records, c.FORM),
        "channel": _texts(records, c.CHANNEL),
        "share": _texts(records, c.SHARE),
        "subject": _texts(records, c.SUBJECT),
        "hours": _given(records, c.HOURS),
        "participants": _integers(records, c.PARTICIPANTS),
        "amount_cents": _cents(records, c.AMOUNT),
    }


def _budget(records: pd.DataFrame) -> Values:
    return {
        "year": _integers(records, c.YEAR),
        "date": _dates(records, c.DATE),
        "date_precision": _texts(records, c.DATE_PRECISION),
        "kind": _texts(records, c.BUDGET_KIND),
        "description": _texts(records, c.DESCRIPTION),
        "amount_cents": _cents(records, c.AMOUNT),
        "department": _given(records, c.DEPARTMENT),
        "theme": _given(records, c.THEME),
        "account": _texts(records, c.ACCOUNT),
        "supplier": _texts(records, c.SUPPLIER),
        "cost_centre": _texts(records, c.COST_CENTRE),
        "task_field": _texts(records, c.TASK_FIELD),
        "concerns": _given(records, c.CONCERNS),
        "cumulative": _given(records, c.CUMULATIVE),
    }


def _column(records: pd.DataFrame, column: str) -> pd.Series:
    return records[column] if column in records else pd.Series(None, records.index, dtype=object)


def _plain(values: pd.Series) -> list[Any]:
    """The values as Python's own, with None for what is missing."""
    return values.astype(object).where(values.notna(), None).tolist()


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
