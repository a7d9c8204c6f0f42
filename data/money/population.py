"""The numbers of inhabitants of the G40 cities on 1 January, each with its source and certainty.

Figures of CBS (Statistics Netherlands), licence CC BY 4.0.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from data.reference import read_table

CBS_CODE, MUNICIPALITY, INHABITANTS = "cbs_code", "municipality", "inhabitants"
CERTAINTY, SOURCE = "certainty", "source"
SURE, LIKELY, UNSURE = "sure", "likely", "unsure"
CERTAINTIES = (SURE, LIKELY, UNSURE)


@cache
def municipalities() -> dict[str, str]:
    """CBS code -> name of each of the 40 cities, in the order of their names."""
    return {row[CBS_CODE]: row[MUNICIPALITY] for row in read_table("population.csv")}


def municipality_code(text: str) -> str:
    """The CBS code of a G40 city given by code or name; empty for another municipality."""
    wanted = text.strip().casefold()
    for code, name in municipalities().items():
        if wanted in (code.casefold(), name.casefold()):
            return code
    return ""


def reference_population() -> pd.DataFrame:
    """A row per city and year, in the order of cities and years.

    Columns: cbs_code, municipality, year, inhabitants (Int64, missing when unknown), certainty,
    source, edited (False: it comes with the product).
    """
    frame = pd.DataFrame(read_table("population.csv"))
    numbers = pd.to_numeric(frame[INHABITANTS], errors="coerce").astype("Int64")
    return frame.assign(inhabitants=numbers, year=frame["year"].astype("int64"), edited=False)
