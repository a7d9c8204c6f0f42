"""The one clock that days go by: that of the Netherlands, wherever the server stands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def today() -> dt.date:
    """The day that it is here."""
    return dt.datetime.now(HERE).date()


def here(moment: dt.datetime) -> dt.datetime:
    """A moment as the clock here showed it; one without a zone is of the store, which holds UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(HERE)
