"""Days go by the clock of the Netherlands, wherever the server stands."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from texts import formats, use_language
from texts.clock import here

ROOT = Path(__file__).parents[2]
HALF_PAST_MIDNIGHT = dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC)  # 1 July, 00:30, here


@pytest.mark.parametrize(
    "moment",
    [
        HALF_PAST_MIDNIGHT,
        HALF_PAST_MIDNIGHT.replace(tzinfo=None),  # as the store holds it
        pd.Timestamp("2026-06-30 22:30", tz="UTC"),
        pd.Timestamp("2026-06-30 22:30"),
    ],
)
def test_an_upload_at_half_past_midnight_is_of_that_day(moment: dt.datetime) -> None:
    with use_language("nl"):
        assert formats.day(moment) == "1 juli 2026"
        assert formats.moment(moment) == "1 juli 2026, 00:30"
    assert here(moment).hour == 0


def test_there_is_no_day_of_no_moment() -> None:
    with use_language("nl"):
        assert formats.day(pd.NaT) == formats.day(None) == "n.v.t."


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "UTC"])
def test_today_is_the_same_day_wherever_the_server_stands(zone: str) -> None:
    asked = (
        "import datetime as dt\n"
        "from data.settings import Settings\n"
        "from texts import clock\n"
        "class Fixed(dt.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None):\n"
        "        return dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC).astimezone(tz)\n"
        "clock.dt = type('clock', (), {'datetime': Fixed, 'UTC': dt.UTC})\n"
        "print(clock.today(), Settings().last_allowed_date)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env={**os.environ, "TZ": zone},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["2026-07-01", "2026-07-01"]
