"""What came of draws once more, in plain Python and slow: every division of every draw is tried."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, product
from typing import Any

from tests.analysis.frames import World

Outcome = tuple[int, int, int, int, int, float | None]  # year, k, n, k, n, p


def outcomes(world: World, draws: list[dict[str, Any]], today: dt.date) -> list[Outcome]:
    """Per year of drawing: used and counted of what came now and of what waits, and p."""
    found: list[Outcome] = []
    for year in sorted({draw["drawn_on"].year for draw in draws}):
        of_year = [draw for draw in draws if draw["drawn_on"].year == year]
        over = all(_end(draw["drawn_on"]) <= today for draw in of_year)
        divided: list[list[tuple[bool, bool]]] = []  # per draw: (now, used)
        for number in sorted({draw["draw_id"] for draw in of_year}):
            cells = [draw for draw in of_year if draw["draw_id"] == number]
            if over:
                cells = [cell for cell in cells if _told(world, cell)]
            divided.append([(cell["now"], over and _used(world, cell)) for cell in cells])
        halves = [[used for draw in divided for now, used in draw if now == half]
                  for half in (True, False)]  # fmt: skip
        p = _chance(divided) if over and halves[0] and halves[1] else None
        found.append((year, sum(halves[0]), len(halves[0]), sum(halves[1]), len(halves[1]), p))
    return found


def _chance(divided: list[list[tuple[bool, bool]]]) -> float:
    """The part of all divisions with as many used among those of now, or more."""
    seen = sum(used for draw in divided for now, used in draw if now)
    ways = []
    for draw in divided:
        size = sum(now for now, _ in draw)
        used = [1 if used else 0 for _, used in draw]
        ways.append([sum(chosen) for chosen in combinations(used, size)])
    totals = [sum(way) for way in product(*ways)]
    return sum(total >= seen for total in totals) / len(totals)


def _end(day: dt.date) -> dt.date:
    """The first day after the twelve months."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return dt.date(day.year + 1, 2, 28)


def _used(world: World, cell: dict[str, Any]) -> bool:
    for row in world.usage.to_dict("records"):
        if (row["department"], row["theme"]) != (cell["department"], cell["theme"]):
            continue
        first = row["date"].date()
        last = {
            "day": first,
            "month": (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            - dt.timedelta(days=1),
            "year": dt.date(first.year, 12, 31),
        }[row["date_precision"]]
        inside = first < _end(cell["drawn_on"]) and last >= cell["drawn_on"]
        if row["channel"] != "network" and inside:
            return True
    return False


def _told(world: World, cell: dict[str, Any]) -> bool:
    day, days = cell["drawn_on"], set()
    while day < _end(cell["drawn_on"]):
        days.add(day)
        day += dt.timedelta(days=1)
    for line in world.reported.to_dict("records"):
        if line["department"] == cell["department"] and line["channel"] == "direct":
            about = line["themes"] is None or cell["theme"] in line["themes"]
            first, last = line["first_day"].date(), line["last_day"].date()
            days -= {one for one in days if about and first <= one <= last}
    return not days
