from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from data.storing.message_json import decode, encode
from texts import Message, Money, Percent, Text


@pytest.mark.parametrize(
    "message",
    [
        Message("nothing_to_fill_in"),
        Message("row_says", {"row": 17, "value": "31-02-2019"}),
        Message("hours", {"hours": 2000.5, "rate": Decimal("0.130")}),
        Message("after", {"day": dt.date(2019, 3, 4)}),
        Message("at", {"moment": dt.datetime(2019, 3, 4, 5, 6)}),
        Message("budgeted", {"amount": Money(2_076_250), "part": Percent(Decimal("12.5"))}),
        Message("one_of", {"names": ["Jeugd", "Sport"]}),
        Message("both", {"inner": Message("n_of_m", {"n": 1, "m": 2})}),
        Message("nothing", {"nothing": None}),
    ],
)
def test_a_message_survives_json(message: Message) -> None:
    assert decode(json.loads(json.dumps(encode(message)))) == message


def test_code_and_values_are_kept_and_no_sentence() -> None:
    kept = encode(Message("budgeted", {"amount": Money(2_076_250)}))
    assert kept == {"code": "budgeted", "values": {"amount": {"cents": 2_076_250}}}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (np.int64(3), 3),
        (np.float64(1.5), 1.5),
        (float("nan"), None),  # JSON has no such number
        (("a", "b"), ["a", "b"]),
    ],
)
def test_values_that_json_does_not_know(value: object, kept: object) -> None:
    assert encode(Message("a_code", {"v": value}))["values"] == {"v": kept}


def test_a_text_of_the_screen_is_not_stored() -> None:
    with pytest.raises(TypeError, match="Text"):
        encode(Message("a_code", {"v": Text("Overview")}))


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "2000.5 is meer dan 2.000 uur"), ("en", "2000.5 is more than 2,000 hours")],
)
def test_a_process_that_only_reads_knows_every_sentence(language: str, said: str) -> None:
    stored = {"code": "hours_too_many", "values": {"value": "2000.5", "limit": 2000.0}}
    code = (
        "import sys\n"
        "from data.storing.message_json import decode\n"
        "from texts import use_language\n"
        "assert 'data.fields.messages' not in sys.modules\n"
        f"with use_language({language!r}):\n"
        f"    print(decode({stored!r}))\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], cwd=root, capture_output=True, text=True
    )
    assert done.stdout.startswith(said)
