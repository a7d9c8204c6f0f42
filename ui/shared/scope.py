"""What of the records a visitor may see: the one place that says so, for every frame of the store.

A manager sees the own departments in full. Of others it is seen which theme they used and when, so
that there is a colleague to ask, and no subjects, amounts, files or names of persons; unless the
coordinator set otherwise. A frame that is not named here is empty for who may not see all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import columns as c


@dataclass(frozen=True)
class Scope:
    """Which departments are seen in full (None: all of them), and whether others are seen at all.

    Hashable: it is part of the key of everything that is kept in memory.
    """

    departments: frozenset[str] | None = None
    others: bool = True

    @property
    def whole(self) -> bool:
        """Whether everything is seen."""
        return self.departments is None


# What is seen of a use and of an action of another department; every other column is empty.
USE_OF_OTHERS = (
    "id", "batch_id", c.DATE, c.DATE_PRECISION, c.YEAR, c.DEPARTMENT, c.DOMAIN, c.THEME, c.PILLAR,
    c.TASK, c.FORM, c.CHANNEL, c.SHARE, c.HOURS, c.ROW,
)  # fmt: skip
ACTIONS_OF_OTHERS = (
    "id",
    "conversation_id",
    c.DEPARTMENT,
    c.DOMAIN,
    c.THEME,
    "chosen_on",
    c.STATUS,
    "version",
    "rank",
    "ranked",
    "first_year",
    "last_year",
)

WHOLE = Scope()
NOTHING = Scope(frozenset(), others=False)

_source: list[Callable[[], Scope]] = [lambda: WHOLE]
_pinned: ContextVar[Scope | None] = ContextVar("scope", default=None)


def set_source(source: Callable[[], Scope]) -> None:
    """Say who knows the scope of this visit."""
    _source[0] = source


def in_force() -> Scope:
    """The scope of this visit; outside one everything, unless `within` says otherwise."""
    pinned = _pinned.get()
    return _source[0]() if pinned is None else pinned


@contextmanager
def within(scope: Scope) -> Iterator[None]:
    """See no more and no less than this, in any thread."""
    before = _pinned.set(scope)
    try:
        yield
    finally:
        _pinned.reset(before)


def limited(name: str, frame: pd.DataFrame, own: Collection[str], scope: Scope) -> pd.DataFrame:
    """The frame of this name as the scope lets it be seen; `own` are the departments in full."""
    limit = _LIMITS.get(name, _nothing)
    if not scope.others and name == "changes":  # who looks after the tool: that, and not what
        nothing: list[Any] = [{}] * len(frame)
        return frame.assign(before=nothing, after=nothing)
    if not scope.others:
        limit = _only_own if limit in (_usage, _actions) else limit
    return limit(frame, list(own))


def _all(frame: pd.DataFrame, _own: list[str]) -> pd.DataFrame:
    return frame


def _nothing(frame: pd.DataFrame, _own: list[str]) -> pd.DataFrame:
    return frame.iloc[:0]


def _only_own(frame: pd.DataFrame, own: list[str]) -> pd.DataFrame:
    return frame[frame[c.DEPARTMENT].isin(own)].reset_index(drop=True)


def _usage(frame: pd.DataFrame, own: list[str]) -> pd.DataFrame:
    return _without(frame, own, frame.columns.difference(list(USE_OF_OTHERS)))


def _actions(frame: pd.DataFrame, own: list[str]) -> pd.DataFrame:
    return _without(frame, own, frame.columns.difference(list(ACTIONS_OF_OTHERS)))


def _without(frame: pd.DataFrame, own: list[str], columns: Collection[str]) -> pd.DataFrame:
    """The frame with these columns empty for every other department."""
    mine = frame[c.DEPARTMENT].isin(own)
    seen = {name: frame[name].where(mine) for name in columns}
    for name, values in seen.items():
        if isinstance(values.dtype, pd.CategoricalDtype):  # or the values would stand there still
            seen[name] = values.cat.remove_unused_categories()
    return frame.assign(**seen)


def _uploads(frame: pd.DataFrame, _own: list[str]) -> pd.DataFrame:
    """That there were uploads and when, for the line that says what the figures rest on."""
    hidden = dict.fromkeys(("file", "user", "sha256", "mends"), "")
    return frame.assign(**hidden).astype(dict.fromkeys(hidden, "str"))


_LIMITS: Mapping[str, Callable[[pd.DataFrame, list[str]], pd.DataFrame]] = {
    "usage": _usage,
    "actions": _actions,
    "proposals": _only_own,
    "confirmations": _only_own,
    "requests": _only_own,
    "batches": _uploads,
    # Which departments and themes there are, what is relevant and what was reported.
    "all_departments": _all,
    "all_themes": _all,
    "departments": _all,
    "themes": _all,
    "relevance": _all,
    "reported": _all,
    "successions": _all,
    "population": _all,
}
