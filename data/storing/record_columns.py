"""The columns of stored records as arrays, each as the sort of the column asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from data import fields
from data.columns import FORM
from data.fields import Sort
from data.fields.choices import values_of
from data.storing.arrays import Columns, attribute, category, dates, floats, integers
from data.storing.arrays import texts as as_texts


def record_columns(
    kind: str,
    record: Columns,
    names: Mapping[str, pd.DataFrame],
    *,
    forms: Sequence[str] = (),
    texts: Callable[[Sequence[Any]], Any] = as_texts,
) -> dict[str, Any]:
    """Column -> values of the records of a kind, amounts in euros.

    `names` holds the departments and the themes by their number, `forms` the order of the forms.
    """
    found: dict[str, Any] = {}
    for field in fields.of(kind):
        values = record[field.kept_as]
        if field.sort is Sort.NAME:
            found[field.name] = attribute(integers(values), names[field.name], field.name)
        elif field.choices:
            order = forms if field.name == FORM else values_of(field.choices)
            found[field.name] = category(values, order)
        else:
            found[field.name] = _BY_SORT.get(field.sort, texts)(values)
    return found


_BY_SORT: Mapping[Sort, Callable[[Sequence[Any]], Any]] = {
    Sort.DAY: dates,
    Sort.CALENDAR: integers,
    Sort.HOURS: floats,
    Sort.COUNT: floats,
    Sort.AMOUNT: lambda cents: floats(cents) / 100,
    Sort.FLAG: lambda values: pd.array(values, dtype="boolean"),
}
