"""Reads made-up ledgers whose truth is known: each right to the cent, or a question.

    python -m benchmarks.ledgers [500] [--from 0]

Prints how many were right at once, right after the question about the sign, and wrong in silence,
and each that was wrong with how it was made. Exit status 1 when any was.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store, open_store
from data.values.corrections import Corrections
from data.values.questions import SIGN, TURN
from tests.data.finance.ledgers import Ledger, ledger

RIGHT, ASKED, WRONG = "right", "asked, then right", "wrong"


def outcome(found: Ledger, store: Store) -> str:
    """What reading one ledger comes to."""
    counted, asked, rejected = _read(found, store, {})
    if asked == [SIGN] and counted == 0:
        counted, asked, rejected = _read(found, store, {SIGN: TURN})
        return ASKED if (counted, asked, rejected) == (found.ours, [], 0) else WRONG
    return RIGHT if (counted, asked, rejected) == (found.ours, [], 0) else WRONG


def _read(found: Ledger, store: Store, answers: dict[str, str]) -> tuple[int, list[str], int]:
    """The cents that count, the open questions, the rejected rows."""
    preview = preview_file(
        found.content, found.file_name, store=store, settings=Settings(),
        corrections=Corrections(answers=answers),
    )  # fmt: skip
    counted, asked, rejected = 0, [], 0
    for sheet in preview.sheets:
        if len(sheet.records):
            ours = sheet.records["concerns"].fillna(False).astype(bool)
            counted += int(sheet.records.loc[ours, "amount_cents"].sum())
        asked += [question.code for question in sheet.questions if question.answer is None]
        rejected += sheet.rejected
    return counted, asked, rejected


def main() -> int:
    """Read the ledgers, and say what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=500)
    parser.add_argument("--from", dest="first", type=int, default=0)
    options = parser.parse_args()
    store, tally = open_store("sqlite://"), Counter[str]()
    for seed in range(options.first, options.first + options.count):
        found = ledger(seed)
        word = outcome(found, store)
        tally[word] += 1
        if word == WRONG:
            print(found.made)
    print(", ".join(f"{word}: {tally[word]}" for word in (RIGHT, ASKED, WRONG)))
    return 1 if tally[WRONG] else 0


if __name__ == "__main__":
    sys.exit(main())
