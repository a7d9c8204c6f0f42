from __future__ import annotations

import datetime as dt
import json

import numpy as np
import pytest

from data.storing.messages import decode, encode
from texts import Message


@pytest.mark.parametrize(
    "message",
    [
        Message("Nothing to fill in."),
        Message("Row {row}: {value}", {"row": 17, "value": "31-02-2019"}),
        Message("{hours} hours", {"hours": 2000.5}),
        Message("after {day}", {"day": dt.date(2019, 3, 4)}),
        Message("at {moment}", {"moment": dt.datetime(2019, 3, 4, 5, 6)}),
        Message("one of {names}", {"names": ["Jeugd", "Sport"]}),
        Message("{inner}", {"inner": Message("{n} of {m}", {"n": 1, "m": 2})}),
        Message("{nothing}", {"nothing": None}),
    ],
)
def test_a_message_survives_json(message: Message) -> None:
    assert decode(json.loads(json.dumps(encode(message)))) == message


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (np.int64(3), 3),
        (np.float64(1.5), 1.5),
        (float("nan"), "nan"),  # JSON has no such number
        (("a", "b"), ["a", "b"]),
    ],
)
def test_values_that_json_does_not_know(value: object, kept: object) -> None:
    assert encode(Message("{v}", {"v": value}))["values"] == {"v": kept}
