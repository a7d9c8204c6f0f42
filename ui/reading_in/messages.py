"""What can stand in the way of storing a file that somebody looked at."""

from __future__ import annotations

from texts import sentence

READS_OTHERWISE = sentence(
    "reads_otherwise",
    "The store changed meanwhile, so this file is read a little differently now. Please look at it "
    "once more before you store it.",
)
OVERLAPS_NOW = sentence(
    "overlaps_now",
    "Meanwhile rows were stored that are in this file too. Please say below what should happen "
    "with them.",
)
STORING_FAILED = sentence(
    "storing_failed", "Storing did not succeed; nothing was stored. Try again in a minute."
)
AROUND_PASTED = sentence(
    "around_pasted",
    "Around the list stood text that is not part of it. It was left out: “{text}”.",
)
