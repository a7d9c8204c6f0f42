"""Moments in universal time: midnight here is an hour or two earlier there, on the day before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from data import columns as c
from data.cells.cell import Cell
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from texts.clock import here

_MOMENT = re.compile(
    r"^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)?$",
    re.IGNORECASE,
)
_HERE = ("+0100", "+0200")


def look(found: LookedAt) -> None:
    """Read moments in universal time as the day that it was here."""
    for heading in found.headings(c.DATE):
        column = found.column(heading)
        cells = column.cells
        distinct = [x for x in column.distinct if isinstance(x, (str, dt.datetime)) and x != ""]
        moments: dict[Cell, dt.datetime] = {
            cell: moment for cell in distinct if (moment := _moment(cell))
        }
        told = {cell: m for cell, m in moments.items() if m.tzinfo}
        if not told and _are_midnights(list(moments.values())):
            told = {cell: m.replace(tzinfo=dt.UTC) for cell, m in moments.items()}
        days: dict[Cell, dt.date] = {cell: here(m).date() for cell, m in told.items()}
        moved = [cell for cell, day in days.items() if day != moments[cell].date()]
        if not moved:
            continue
        found.change(heading, {row: days[x] for row, x in enumerate(cells) if x in days})
        found.remark(
            messages.DAYS_IN_UTC(column=heading.text, value=_shown(moved[0]), day=days[moved[0]])
        )


def _moment(cell: Cell) -> dt.datetime | None:
    """The moment in a cell, with its zone when it says one."""
    if isinstance(cell, dt.datetime):
        return cell if cell.time() != dt.time() else None
    match = _MOMENT.match(cell.strip()) if isinstance(cell, str) else None
    if not match:
        return None
    *parts, zone = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        moment = dt.datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    if zone and zone.replace(":", "") in _HERE:
        return moment  # the clock here, in winter or summer: the day is the one that stands there
    return moment.replace(tzinfo=_zone(zone)) if zone else moment


def _zone(text: str) -> dt.timezone:
    """The zone of an offset such as `+02:00`; of `Z` and the like universal time."""
    if text[0] not in "+-":
        return dt.UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return dt.timezone(dt.timedelta(minutes=minutes if text[0] == "+" else -minutes))


def _are_midnights(moments: Sequence[dt.datetime]) -> bool:
    """Whether every moment, taken as universal time, is exactly midnight here."""
    return len(moments) > 1 and all(here(moment).time() == dt.time() for moment in moments)


def _shown(cell: Cell) -> str:
    return f"{cell:%d-%m-%Y %H:%M}" if isinstance(cell, dt.datetime) else str(cell)
