"""The rule and a second one, written apart from it, agree on 200 random stores."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from tests.analysis.frames import (
    DOMAIN_OF,
    World,
    actions_frame,
    departments_frame,
    relevance_frame,
    reports_frame,
    usage_frame,
)
from tests.analysis.plain_rule import ranking

STORES, AT_ONCE = 200, 20


def themes_of(names: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame({"theme": names, "pillar": "fysiek", "task": "woonopgave"})
    return frame.astype("str")


def random_world(rng: random.Random) -> World:
    """A small store in which everything occurs: gaps, unfinished years, networks, no domain."""
    names = rng.sample(sorted(DOMAIN_OF), rng.randint(4, len(DOMAIN_OF)))
    themes = [f"Thema {letter}" for letter in "ABCDEF"]
    cells = [(d, t) for d in names for t in themes]
    uses = [
        {
            "department": d, "theme": t,
            "channel": rng.choice(["direct", "direct", None, "network"]),
            "date": f"{rng.choice([2017, 2018, 2018])}-{rng.randint(1, 12):02}-15",
        }
        for d, t in rng.choices(cells, k=rng.randint(12, 45))
    ]  # fmt: skip
    ends = {d: rng.choice(["2018-12-31", "2018-12-31", "2018-12-31", "2018-06-30", None])
            for d in names}  # fmt: skip
    reported = [
        (d, channel, "2017-01-01", end, None)
        for d, end in ends.items() if end for channel in ("direct", "network")
    ]  # fmt: skip
    return World(
        usage_frame(uses), departments_frame(*names), themes_of(themes),
        relevance_frame(*rng.sample(cells, len(cells) // 6)), reports_frame(reported),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(0, STORES, AT_ONCE))
def test_the_rule_and_the_plain_one_agree(seed: int) -> None:
    lengths = []
    for number in range(seed, seed + AT_ONCE):
        rng = random.Random(number)  # noqa: S311 (a store to try, no secret)
        world, period = random_world(rng), Period(2018, 2018)
        acted = rng.sample(list(world.departments["department"]), 2)
        days = {name: f"2018-0{rng.randint(1, 2)}-01" for name in acted}
        actions = [{"department": name, "chosen_on": day} for name, day in days.items()]
        cells = cell_states(*world, period)
        found = rank_opportunities(cells, period, actions_frame(actions))
        expected = ranking(world, 2018, days)
        assert list(found[["list", "department", "theme"]].itertuples(index=False, name=None)) == (
            expected
        ), number
        lengths.append(len(expected))
    assert max(lengths) > 9
