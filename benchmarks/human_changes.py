"""Lists whose truth is known, each with one change that people make: how each change comes out.

    python -m benchmarks.human_changes [--seeds FIRST:END] [--kept FILE]

What came of each list is told as soon as it is known. With a file it is kept there, and a run that
was stopped goes on where it was. The exit status is 1 when one was wrong in silence.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data.storing.store import open_store
from tests.data.human_books import ASKED, REFUSED, RIGHT, WRONG, verdict
from tests.data.human_changes import changed_book

WORDS = (RIGHT, ASKED, REFUSED, WRONG)
ALL_SEEDS = range(2_000)
TOLD_EVERY_SECONDS = 10.0

Outcomes = dict[int, tuple[str, str]]  # seed -> change and what came of it


def main() -> int:
    """Run them, print what came of each change, and say whether one was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=_seeds, default=ALL_SEEDS, metavar="FIRST:END")
    parser.add_argument("--kept", type=Path, metavar="FILE", help="go on with what stands there")
    options = parser.parse_args()
    outcomes = _kept(options.kept, options.seeds)
    left = [seed for seed in options.seeds if seed not in outcomes]
    told = time.monotonic()
    for seed, change, word in _run(left):
        outcomes[seed] = change, word
        if options.kept:
            with options.kept.open("a", encoding="utf-8") as kept:
                kept.write(f"{seed} {change} {word}\n")
        if word == WRONG:
            _say(f"wrong: seed {seed}, {change}")
        if time.monotonic() - told > TOLD_EVERY_SECONDS:
            told = time.monotonic()
            _say(f"{len(outcomes)} of {len(options.seeds)}: {_totals(outcomes)}")
    return _summary(outcomes)


def _run(seeds: list[int]) -> Iterator[tuple[int, str, str]]:
    store = open_store("sqlite://")
    for seed in seeds:
        book = changed_book(seed)
        yield seed, book.changes[0], verdict(book, store)[0]
    store.close()


def _seeds(text: str) -> range:
    first, _, end = text.partition(":")
    return range(int(first), int(end))


def _kept(path: Path | None, seeds: range) -> Outcomes:
    """What an earlier run kept of these seeds."""
    lines = path.read_text(encoding="utf-8").splitlines() if path and path.exists() else []
    found = ((int(seed), (change, word)) for seed, change, word in map(str.split, lines))
    return {seed: outcome for seed, outcome in found if seed in seeds}


def _summary(outcomes: Outcomes) -> int:
    """Print what came of each change; 1 when one was wrong."""
    for change in sorted({change for change, _ in outcomes.values()}):
        _say(f"{change}: {_totals({s: o for s, o in outcomes.items() if o[0] == change})}")
    _say(f"{len(outcomes)} lists: {_totals(outcomes)}")
    return int(any(word == WRONG for _, word in outcomes.values()))


def _totals(outcomes: Outcomes) -> str:
    counts = Counter(word for _, word in outcomes.values())
    return ", ".join(f"{word} {counts[word]}" for word in WORDS if counts[word]) or "nothing yet"


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
