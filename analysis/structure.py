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
    CHANNEL,
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

# A line of what was reported: see `analysis.reporting`.
FIRST_DAY, LAST_DAY, THEMES = "first_day", "last_day", "themes"
REPORTED_COLUMNS = (DEPARTMENT, CHANNEL, FIRST_DAY, LAST_DAY, THEMES)
Days = list[tuple[pd.Timestamp, pd.Timestamp]]

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
    """The departments (or themes) that have a place in the structure of `year`; None is now.

    `names` has `valid_from` and `valid_to`, and `department` for departments. Now: every one that
    is not followed by another, with the years in which it exists, or those that it followed; so
    that one that ended still counts in the years in which it was there. Of a year that is chosen:
    those of that year, as if they had always been there.
    """
    exists = _valid(names, year)
    if DEPARTMENT not in names:
        return names[exists].reset_index(drop=True)
    moves = _moves(successions, year)
    gone = {name for move in moves for name in _left(move)}
    exists &= ~names[DEPARTMENT].isin(list(gone | _not_yet(successions, year)))
    if year is not None:
        always = pd.array([pd.NA] * len(names), dtype="Int64")
        names = names.assign(**{VALID_FROM: always, VALID_TO: always})
    elif moves:
        names = _from_the_first(names, moves)
    return names[exists].reset_index(drop=True)


def _from_the_first(names: pd.DataFrame, moves: Iterable[Move]) -> pd.DataFrame:
    """A department that follows others exists as of the year in which the first of them did."""
    begins = dict(zip(names[DEPARTMENT], names[VALID_FROM], strict=True))
    for move in moves:
        for target, sources in _sources(move).items():
            years = [begins.get(name, pd.NA) for name in {target, *sources}]
            begins[target] = pd.NA if any(pd.isna(year) for year in years) else min(years)
    return names.assign(
        **{VALID_FROM: pd.array([begins[name] for name in names[DEPARTMENT]], dtype="Int64")}
    )


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


def exists_in(names: pd.DataFrame, years: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Per department (or theme) and year whether it exists, by `valid_from` and `valid_to`.

    Where those are missing, or the frame does not have them, it always did and does.
    """
    found = np.ones((len(names), len(years)), dtype=bool)
    wanted = np.array(list(years), dtype=np.int64)
    if VALID_FROM in names:
        begin = names[VALID_FROM].fillna(np.iinfo(np.int32).min).to_numpy(dtype=np.int64)
        found &= wanted[None, :] >= begin[:, None]
    if VALID_TO in names:
        end = names[VALID_TO].fillna(np.iinfo(np.int32).max).to_numpy(dtype=np.int64)
        found &= wanted[None, :] <= end[:, None]
    return found


def with_known_years(names: pd.DataFrame, usage: pd.DataFrame, *, confirmed: bool) -> pd.DataFrame:
    """The departments or themes with the years in which they exist, also where nobody said so.

    What is known from a list only (`stated` is False) exists as of the first year in which it was
    used, if it is a theme: before that nobody knows of it. A department may have been there without
    use, so that it always exists; but once somebody said that these are all departments, one that
    is not among them exists in the years in which it was used.
    """
    kind = DEPARTMENT if DEPARTMENT in names else THEME
    if "stated" not in names or names["stated"].all() or (kind == DEPARTMENT and not confirmed):
        return names
    years = usage.groupby(usage[kind].astype("str"), observed=True)[YEAR]
    open_lines = ~names["stated"].astype(bool)
    found = names.copy()
    bounds = {VALID_FROM: years.min()} | ({VALID_TO: years.max()} if kind == DEPARTMENT else {})
    for column, known in bounds.items():
        used = found[kind].map(known).astype("Int64")
        found[column] = found[column].where(~open_lines | found[column].notna(), used)
    return found


def _valid(names: pd.DataFrame, year: int | None) -> pd.Series:
    if year is None:
        return pd.Series(True, index=names.index)
    begun = names[VALID_FROM].fillna(year).le(year)
    return begun.astype(bool) & names[VALID_TO].fillna(year).ge(year).astype(bool)


def reported_in(
    reported: pd.DataFrame, successions: pd.DataFrame, year: int | None
) -> pd.DataFrame:
    """The days that are reported: of a successor those that it, or all before it, reported.

    `reported` as `analysis.reporting.Reports` takes it.
    """
    moves = _moves(successions, year)
    if not moves:
        return reported
    lines: dict[tuple[str, str, object], Days] = {}
    for line in zip(*(reported[c] for c in REPORTED_COLUMNS), strict=True):
        department, channel, first, last, themes = line
        key = (str(department), str(channel), themes if isinstance(themes, tuple) else None)
        lines.setdefault(key, []).append((first, last))
    kinds = {key[1:] for key in lines}
    for move in moves:
        for target, sources in _sources(move).items():
            for kind in kinds:
                of_all = [lines.get((source, *kind), []) for source in sources]
                if common := _common(of_all):
                    lines.setdefault((target, *kind), []).extend(common)
    rows = [
        (department, channel, first, last, themes)
        for (department, channel, themes), days in lines.items()
        for first, last in _united(days)
    ]
    frame = pd.DataFrame(rows, columns=list(REPORTED_COLUMNS))
    return frame.astype({c: reported[c].dtype for c in REPORTED_COLUMNS})


def _united(days: Days) -> Days:
    """The same days, as few and as long as can be, in order."""
    found: Days = []
    for first, last in sorted(days):
        if found and first <= found[-1][1] + pd.Timedelta(days=1):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _common(parts: Sequence[Days]) -> Days:
    """The days that lie in each of the parts."""
    found = _united(list(parts[0]))
    for part in parts[1:]:
        found = [
            (max(first, begin), min(last, end))
            for first, last in found
            for begin, end in _united(list(part))
            if max(first, begin) <= min(last, end)
        ]
    return found


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
