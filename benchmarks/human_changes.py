"""Lists whose truth is known, each with one change that people make: how each change comes out.

`python -m benchmarks.human_changes [FIRST] [HOW_MANY]`; exit status 1 when one is wrong in silence.
"""

from __future__ import annotations

import sys
from collections import Counter

from data.storing.store import open_store
from tests.data.human_books import ASKED, REFUSED, RIGHT, WRONG, verdict
from tests.data.human_changes import changed_book

WORDS = (RIGHT, ASKED, REFUSED, WRONG)


def main(first: int = 0, how_many: int = 2000) -> int:
    """Run them, print what came of each change, and say whether one was wrong."""
    store = open_store("sqlite://")
    found: Counter[tuple[str, str]] = Counter()
    for seed in range(first, first + how_many):
        book = changed_book(seed)
        word, _ = verdict(book, store)
        found[book.changes[0], word] += 1
        if word == WRONG:
            print(f"wrong: seed {seed}, {book.changes[0]}", file=sys.stderr)
    store.close()
    for change in sorted({change for change, _ in found}):
        counts = (f"{word} {found[change, word]}" for word in WORDS if found[change, word])
        print(f"{change}: {', '.join(counts)}")
    totals = {word: sum(n for (_, w), n in found.items() if w == word) for word in WORDS}
    print(", ".join(f"{word} {n}" for word, n in totals.items()))
    return int(totals[WRONG] > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
