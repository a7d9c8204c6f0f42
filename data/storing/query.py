"""What a query finds, as a frame."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select


def frame_of(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    """The rows that a query finds, under the names that it gives its columns."""
    result = connection.execute(query)
    return pd.DataFrame(result.all(), columns=list(result.keys()))
