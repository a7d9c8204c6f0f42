"""The departments of one year: how use, reports and departments read in the structure of that year.

A reorganisation says which department follows which from a year on, and what part of it goes where.
Nothing is rewritten: the records keep the department they came with, and are only read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.columns import (
    DATE,
    DEPARTMENT,
    DOMAIN,
    PERCENT,
    RECORD_ID,
    REORGANISATION,
    SUCCESSOR,
    THEME,
    VALID_FROM,
    VALID_TO,
    YEAR,
)

# One step from a structure to the next: department -> the departments it becomes, with percents.
Move = Mapping[str, Sequence[tuple[str, int]]]


def structure_years(departments: pd.DataFrame, successions: pd.DataFrame) -> list[int]:
    """The years in which another structure begins, and the year before the first of them.

    Empty when there was one structure all along.
    """
    begins = {int(year) for year in successions[YEAR]}
    begins |= {int(year) for year in departments[VALID_FROM].dropna()}
    begins |= {int(year) + 1 for year in departments[VALID_TO].dropna()}
    return [min(begins) - 1, *sorted(begins)] if begins else []


def use_in(
    usage: pd.DataFrame, departments: pd.DataFrame, successions: pd.DataFrame, year: int | None
) -> pd.DataFrame:
    """The use with `department` and `domain` as they are in the structure of `year`; None is now.

    Of a department that was split, the records of each theme go to its successors in turn, in
    order of date, so that each gets its percentage to within one record; each record stays whole.
    A department that was merged cannot be taken apart again: in an older structure its records
    stay with it. `departments` are all departments, with their domain.
    """
    moves = _moves(successions, year)
    if not moves:
        return usage
    names = usage[DEPARTMENT].astype("str").to_numpy(dtype=object)
    order = usage.sort_values([DATE, RECORD_ID], kind="stable").index
    rank = _rank_within(usage, order)
    for move in moves:
        names = _moved(names, rank, move)
    domains = departments.set_index(DEPARTMENT)[DOMAIN]
    return usage.assign(
        **{
            DEPARTMENT: pd.Categorical(names, categories=_in_order(departments, names)),
            DOMAIN: pd.Categorical(pd.Series(names).map(domains), categories=domains.unique()),
        }
    )


def existing(names: pd.DataFrame, successions: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """The departments (or themes) that exist in the structure of `year`; None is now.

    `names` has `valid_from` and `valid_to`, and `department` for departments.
    """
    exists = _valid(names, year)
    if DEPARTMENT in names:
        gone = {name for move in _moves(successions, year) for name in _left(move)}
        exists &= ~names[DEPARTMENT].isin(list(gone | _not_yet(successions, year)))
    return names[exists].reset_index(drop=True)


def followed(lines: pd.DataFrame, successions: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """Lines about a `department`, named after the one department that stands in its place.

    A department that was split keeps its own name: nobody knows which part a line is about.
    """
    single = {
        source: targets[0][0]
        for move in _moves(successions, year)
        for source, targets in move.items()
        if len(targets) == 1
    }
    if not single:
        return lines
    return lines.assign(**{DEPARTMENT: [_follow(name, single) for name in lines[DEPARTMENT]]})


def _follow(name: str, single: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while name in single and name not in seen:
        seen.add(name)
        name = single[name]
    return name


def _valid(names: pd.DataFrame, year: int | None) -> pd.Series:
    if year is None:
        return names[VALID_TO].isna()
    begun = names[VALID_FROM].fillna(year).le(year)
    return begun.astype(bool) & names[VALID_TO].fillna(year).ge(year).astype(bool)


def reported_in(
    reported: pd.DataFrame, successions: pd.DataFrame, year: int | None
) -> pd.DataFrame:
    """The department-years that are known: a successor's when it, or all before it, reported."""
    known = set(zip(reported[DEPARTMENT].astype(str), reported[YEAR].tolist(), strict=True))
    years = reported[YEAR].unique().tolist()
    for move in _moves(successions, year):
        for target, sources in _sources(move).items():
            whole = [y for y in years if all((source, y) in known for source in sources)]
            known |= {(target, y) for y in whole}
    frame = pd.DataFrame(sorted(known), columns=[DEPARTMENT, YEAR])
    return frame.astype({DEPARTMENT: "str", YEAR: "int64"})


def _moves(successions: pd.DataFrame, year: int | None) -> list[Move]:
    """The steps to the structure of `year`: forward up to it, and back from what came after it."""
    lines = successions.sort_values([YEAR, REORGANISATION], kind="stable")
    groups = [group for _, group in lines.groupby([YEAR, REORGANISATION], sort=False)]
    forward = [_forward(g) for g in groups if year is None or g[YEAR].iloc[0] <= year]
    back = [_back(g) for g in reversed(groups) if year is not None and g[YEAR].iloc[0] > year]
    return [move for move in (*forward, *back) if move]


def _forward(lines: pd.DataFrame) -> Move:
    return {
        str(name): list(zip(part[SUCCESSOR], part[PERCENT].astype(int), strict=True))
        for name, part in lines.groupby(DEPARTMENT, sort=False)
    }


def _back(lines: pd.DataFrame) -> Move:
    """What can be led back: a department that follows exactly one other."""
    single = lines.groupby(SUCCESSOR)[DEPARTMENT].transform("nunique") == 1
    return {
        successor: [(name, 100)]
        for successor, name in zip(
            lines.loc[single, SUCCESSOR], lines.loc[single, DEPARTMENT], strict=True
        )
    }


def _sources(move: Move) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source, targets in move.items():
        for target, _percent in targets:
            found.setdefault(target, []).append(source)
    return found


def _left(move: Move) -> set[str]:
    return set(move) - set(_sources(move))


def _not_yet(successions: pd.DataFrame, year: int | None) -> set[str]:
    """The departments that a later reorganisation made."""
    if year is None:
        return set()
    later = successions[successions[YEAR] > year]
    earlier = successions[successions[YEAR] <= year]
    return set(later[SUCCESSOR]) - set(later[DEPARTMENT]) - set(earlier[SUCCESSOR])


def _rank_within(usage: pd.DataFrame, order: pd.Index) -> npt.NDArray[np.int64]:
    """Per record how many of its department and theme came before it."""
    keys = [usage.loc[order, DEPARTMENT].astype("str"), usage.loc[order, THEME].astype("str")]
    counted = usage.loc[order, RECORD_ID].groupby(keys, sort=False).cumcount()
    return counted.reindex(usage.index).to_numpy(dtype=np.int64)


def _moved(
    names: npt.NDArray[np.object_], rank: npt.NDArray[np.int64], move: Move
) -> npt.NDArray[np.object_]:
    moved = names.copy()
    for source, targets in move.items():
        at = names == source
        successors = np.array([target for target, _ in targets], dtype=object)
        moved[at] = successors[_turns([percent for _, percent in targets])[rank[at] % 100]]
    return moved


def _turns(percents: Sequence[int]) -> npt.NDArray[np.int64]:
    """Whose turn it is, for each of a hundred records: always who is furthest behind its part."""

    turns: list[int] = []
    for number in range(1, 101):
        behind = [percent * number - 100 * turns.count(i) for i, percent in enumerate(percents)]
        turns.append(behind.index(max(behind)))
    return np.array(turns, dtype=np.int64)


def _in_order(departments: pd.DataFrame, names: Iterable[str]) -> list[str]:
    used = set(names)
    return [name for name in departments[DEPARTMENT] if name in used]
