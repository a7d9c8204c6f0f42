"""A copy of the store every night, and the old ones removed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from data.storing.backup import Held, back_up
from data.storing.store import Store
from data.users import User

_NAME = "verbredingsmonitor-{day:%Y-%m-%d}.backup"
_OF_A_DAY = re.compile(r"verbredingsmonitor-(\d{4}-\d{2}-\d{2})\.backup")


def back_up_nightly(
    store: Store, user: User, folder: Path, *, days: int, today: dt.date
) -> Held | None:
    """Write the copy of this day, unless it is there, and remove those of more than `days` ago.

    What the copy holds; None when another process made it. Nothing is removed before the new copy
    is checked. Raises `BackupError`.
    """
    file = folder / _NAME.format(day=today)
    if file.exists():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    held = back_up(store, user, file)
    for older in folder.iterdir():
        found = _OF_A_DAY.fullmatch(older.name)
        if found and dt.date.fromisoformat(found[1]) < today - dt.timedelta(days=days):
            older.unlink(missing_ok=True)
    return held
