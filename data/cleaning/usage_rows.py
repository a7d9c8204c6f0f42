"""The rows of a table of use, with their values."""

from __future__ import annotations

import pandas as pd

from data import columns as c
from data import fields
from data.cleaning.field_values import FieldReader
from data.cleaning.row_dates import read_dates


def read_usage(reader: FieldReader) -> pd.DataFrame:
    """Every candidate row with the columns of use (names as spelled), its amounts in cents too."""
    frame = read_dates(reader.candidates)
    for field in fields.of(c.USAGE):
        if field.name not in frame:
            reader.add_to(frame, field)
    return frame
