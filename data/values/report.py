"""What a list tells about (opgave): which days, departments, channels and themes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.columns import CHANNELS

ALL, LISTED = "all", "listed"  # departments, and `all` channels as well
CHANNEL_CHOICES = (ALL, *CHANNELS)

# Where a report came from; a confirmed year is a report as well.
UPLOAD, OWN_LIST, BY_HAND, CONFIRMATION = "upload", "own_list", "by_hand", "confirmation"
SOURCES = (UPLOAD, OWN_LIST, BY_HAND, CONFIRMATION)


@dataclass(frozen=True)
class Report:
    """From `first` up to and including `last`, of these departments (None: all of them).

    `channels` is `all`, `direct` or `network`, `themes` None for every theme. `complete` says that
    it holds all use of all that; `stated` that a person said so, and not only the list itself.
    """

    first: dt.date
    last: dt.date
    departments: tuple[str, ...] | None = None
    channels: str = ALL
    themes: tuple[str, ...] | None = None
    complete: bool = True
    stated: bool = False


@dataclass(frozen=True)
class Statement:
    """What a person says that a list tells about; what is None is read narrowly from the list.

    `departments` is `all`, `listed` or the names; `themes` is `listed`, or None for every theme.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    departments: str | tuple[str, ...] | None = None
    channels: str | None = None
    complete: bool = True
    themes: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nobody said anything: what is taken narrowly is not said."""
        return self in (NOTHING_STATED, LISTED_THEMES)


NOTHING_STATED = Statement()
LISTED_THEMES = Statement(themes=LISTED)  # of a list with few themes, until somebody says more
