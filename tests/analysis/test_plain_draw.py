"""The test of the draws and a second one, written apart from it, agree on 200 random stores."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from analysis.drawing import drawn_years
from tests.analysis.frames import (
    World,
    actions_frame,
    departments_frame,
    draws_frame,
    relevance_frame,
    reports_frame,
    themes_frame,
    usage_frame,
)
from tests.analysis.plain_draw import outcomes

STORES, AT_ONCE = 200, 20
NAMES, THEMES = ("Jeugd", "Zorg", "Bouw"), ("Wonen", "Schulden", "Energie", "Jeugdhulp")
TODAY = dt.date(2021, 1, 15)


def random_draws(rng: random.Random) -> list[dict[str, Any]]:
    found = []
    for number, name in enumerate(rng.sample(NAMES, rng.randint(1, 3)), start=1):
        day = dt.date(rng.choice([2018, 2019, 2019, 2020]), rng.randint(1, 12), rng.randint(1, 28))
        themes = rng.sample(THEMES, rng.choice([2, 4]))
        found += [
            {"draw_id": number, "drawn_on": day, "department": name, "theme": theme,
             "now": i < len(themes) // 2}
            for i, theme in enumerate(themes)
        ]  # fmt: skip
    return found


def random_world(rng: random.Random) -> World:
    """Uses of a day, a month or a year; reports with gaps, and of some themes only."""
    uses = []
    for _ in range(rng.randint(0, 25)):
        year, month = rng.randint(2018, 2020), rng.randint(1, 12)
        precision = rng.choice(["day", "day", "month", "year"])
        day = {"day": f"{month:02}-15", "month": f"{month:02}-01", "year": "01-01"}[precision]
        uses.append({
            "date": f"{year}-{day}", "date_precision": precision, "theme": rng.choice(THEMES),
            "department": rng.choice(NAMES), "channel": rng.choice(["direct", "direct", "network"]),
        })  # fmt: skip
    lines = []
    for name in NAMES:
        some = rng.choice([None, None, None, ("Wonen", "Energie")])
        for first, last in (("2018-01-01", "2019-06-30"), ("2019-07-01", "2020-12-31")):
            if rng.random() < 0.9:
                lines.append((name, "direct", first, last, some))
    return World(
        usage_frame(uses), departments_frame(*NAMES), themes_frame("Wonen"), relevance_frame(),
        reports_frame(lines),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(0, STORES, AT_ONCE))
def test_the_test_and_the_plain_one_agree(seed: int) -> None:
    said = 0
    for number in range(seed, seed + AT_ONCE):
        rng = random.Random(number)  # noqa: S311 (a store to try, no secret)
        draws, world = random_draws(rng), random_world(rng)
        found = drawn_years(
            draws_frame(draws), actions_frame(), world.usage, world.reported, today=TODAY
        )
        expected = outcomes(world, draws, TODAY)
        assert [(y.year, y.now.k, y.now.n, y.later.k, y.later.n) for y in found] == [
            line[:5] for line in expected
        ]
        for year, line in zip(found, expected, strict=True):
            assert year.p == (None if line[5] is None else pytest.approx(line[5])), number
            said += line[5] is not None
    assert said > 5
