"""A value of a record as a reader writes it, by the sort of its column. Plain text, not escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from data.fields import Field, Sort
from texts import translate as _
from ui.shared import formats
from ui.shared.labels import value_label

_WRITERS: Mapping[Sort, Callable[[Any], str]] = {
    Sort.DAY: lambda value: formats.short_date(pd.Timestamp(value)),
    Sort.CALENDAR: lambda value: str(int(value)),
    Sort.HOURS: formats.hours,
    Sort.COUNT: formats.number,
    Sort.AMOUNT: formats.money,
    Sort.FLAG: lambda value: _("yes") if value else _("no"),
}


def value_text(field: Field, value: Any, *, empty: str = "") -> str:  # noqa: ANN401 (of any sort)
    """The value as text; `empty` when it is missing."""
    if value is None or value == "" or pd.isna(value):
        return empty
    if field.sort in _WRITERS:
        return _WRITERS[field.sort](value)
    answers = {choice.value: str(choice.label) for choice in field.choices}
    return answers.get(str(value)) or value_label(field.name, value)
