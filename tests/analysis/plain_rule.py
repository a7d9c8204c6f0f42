"""The rule once more, in plain Python and slow, written from its description alone."""

from __future__ import annotations

import datetime as dt
import hashlib
from math import sqrt

from tests.analysis.frames import World

Use = tuple[str, str, int, bool]  # department, theme, year, direct
Spot = tuple[str, str, str]  # list, department, theme


def ranking(world: World, year: int, approached: dict[str, str]) -> list[Spot]:
    """The two lists of a year, in order; `approached` is department -> ISO day of the last time."""
    uses: list[Use] = [
        (str(row["department"]), str(row["theme"]), int(row["year"]), row["channel"] != "network")
        for row in world.usage.to_dict("records")
    ]
    domain = dict(zip(world.departments["department"], world.departments["domain"], strict=True))
    reports = world.reported.to_dict("records")
    irrelevant = set(zip(world.relevance["department"], world.relevance["theme"], strict=True))

    def count(department: str, theme: str, direct: bool, *, now: bool) -> int:
        found = 0
        for d, t, y, is_direct in uses:
            in_time = y == year if now else y < year
            found += d == department and t == theme and is_direct == direct and in_time
        return found

    def reported_days(department: str) -> int:
        days = set()
        for line in reports:
            if line["department"] == department and line["channel"] == "direct":
                day = line["first_day"].toordinal()
                while day <= line["last_day"].toordinal():
                    days.add(day)
                    day += 1
        return len([1 for d in days if _year_of(d) == year])

    themes = list(world.themes["theme"])
    names = list(domain)
    used = {(d, t) for d in names for t in themes if count(d, t, True, now=True)}
    told = {d: reported_days(d) for d in names}
    total = sum(1 for d, t, y, direct in uses if direct and y == year and (d, t) in used)
    if total < 5 or len({d for d, _ in used}) < 3:
        return []

    spots = []
    for d in names:
        for t in themes:
            before = count(d, t, True, now=False)
            groups = [count(d, t, False, now=True), count(d, t, False, now=False)]
            if (d, t) in used or (d, t) in irrelevant or groups[0] or not told[d]:
                continue
            whole = told[d] == (366 if year % 4 == 0 else 365)
            if before and not whole:
                continue
            # Who used a theme told of it, whatever the reports say.
            others = [o for o in names if o != d and (told[o] or (o, t) in used)]
            near = [o for o in others if domain[o] == domain[d] != "onbekend"]
            town = (sum((o, t) in used for o in others) + 0.5) / (len(others) + 1)
            share = (sum((o, t) in used for o in near) + 4 * town) / (len(near) + 4)
            score = share * sqrt(1 + sum((d, other) in used for other in themes))
            score = round(score * (2 if any(groups) else 1), 9)
            lot = hashlib.sha256(f"{year}|{d}|{t}".encode()).hexdigest()
            key = (-before, -score, approached.get(d, ""), lot)
            spots.append((("return" if before else "broaden"), key, d, t))

    found: list[Spot] = []
    for name in ("broaden", "return"):
        of_list = sorted((key, d, t) for which, key, d, t in spots if which == name)
        first: list[tuple[str, str]] = []
        rest: list[tuple[str, str]] = []
        for _, d, t in of_list:
            full = len(first) == 5 or sum(one == d for one, _ in first) == 2
            (rest if full else first).append((d, t))
        found += [(name, d, t) for d, t in first + rest]
    return found


def _year_of(ordinal: int) -> int:
    return dt.date.fromordinal(ordinal).year
