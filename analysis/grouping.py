"""What the measures share: gaps made visible, and the place of a record in the map of cells."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.columns import CHANNEL, DEPARTMENT, NETWORK, THEME, UNCLASSIFIED

Ints = npt.NDArray[np.intp]


def named(column: pd.Series) -> pd.Series:
    """The column as a category in which a missing value is the visible value `onbekend`."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.astype("str").fillna(UNCLASSIFIED).astype("category")
    if not column.isna().any():
        return column
    if UNCLASSIFIED not in column.cat.categories:
        column = column.cat.add_categories(UNCLASSIFIED)
    return column.fillna(UNCLASSIFIED)


def names_in(column: pd.Series) -> set[str]:
    """The names that occur in the column, without missing values."""
    return {str(name) for name in column.dropna().unique()}


def is_direct(usage: pd.DataFrame) -> pd.Series:
    """True for use by the department itself; a record that gives no channel counts as such."""
    return usage[CHANNEL] != NETWORK


def positions(column: pd.Series, names: pd.Series) -> Ints:
    """Per value its position in `names`, -1 for a value that is missing or not there."""
    index = pd.Index(names)
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return index.get_indexer(pd.Index(column))
    # Look up each category once instead of each row; the -1 of a missing value hits the last place.
    per_category = np.append(index.get_indexer(column.cat.categories), -1)
    return per_category[column.cat.codes]


def cell_numbers(frame: pd.DataFrame, departments: pd.DataFrame, themes: pd.DataFrame) -> Ints:
    """Per row the number of its department x theme cell, departments first; -1 outside the map."""
    row = positions(frame[DEPARTMENT], departments[DEPARTMENT])
    column = positions(frame[THEME], themes[THEME])
    return np.where((row < 0) | (column < 0), -1, row * len(themes) + column)


def relevant_cells(
    relevance: pd.DataFrame, departments: pd.DataFrame, themes: pd.DataFrame
) -> npt.NDArray[np.bool_]:
    """Per cell whether it is relevant; True when nobody said otherwise, so that nothing hides."""
    relevant = np.ones(len(departments) * len(themes), dtype=bool)
    cell = cell_numbers(relevance, departments, themes)
    relevant[cell[cell >= 0]] = relevance["relevant"].to_numpy(dtype=bool)[cell >= 0]
    return relevant
