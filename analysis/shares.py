"""A share is k of n with its uncertainty; never a bare percentage."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95

# The 95 % Wilson interval of a share of a half is z / sqrt(n + z²) wide.
# From 12 on it is narrower than half the scale: fewer say next to nothing, so get no colour.
MINIMUM_N = 12
# From 20 on it is at most about 40 percentage points wide: the least to call one larger.
MINIMUM_USES = 20
# From 5 uses on, approaching the first five white spots adds more than approaching any five, on
# every world of `benchmarks.ranking_quality --uses`; with fewer, on two of them it does not.
MINIMUM_USES_TO_RANK = 5


@dataclass(frozen=True)
class Minimums:
    """From how many on there is colour and comparison (`n`), from how many uses something is
    called the largest (`uses`), and from how many white spots are ranked (`ranking`)."""

    n: int = MINIMUM_N
    uses: int = MINIMUM_USES
    ranking: int = MINIMUM_USES_TO_RANK


_minimums: ContextVar[Minimums] = ContextVar("minimums", default=Minimums())  # noqa: B039 (frozen)


def minimums() -> Minimums:
    """The minimums in force: those above, unless `use_minimums` said otherwise."""
    return _minimums.get()


def use_minimums(chosen: Minimums) -> None:
    """Let what follows, in this thread, go by these minimums."""
    _minimums.set(chosen)


@dataclass(frozen=True)
class Share:
    """k of n; `share`, `low` and `high` are fractions from 0 to 1, None when n is 0."""

    k: int
    n: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def enough(self) -> bool:
        """Whether n is large enough to colour or compare by."""
        return self.n >= minimums().n


@lru_cache(maxsize=4096)
def wilson_interval(k: float, n: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The score interval of Wilson (1927) for k of n, as fractions; of nothing it is 0 to 1.

    Neither need be whole: records that weigh unequally are worth fewer equal ones.
    """
    if n == 0:
        return 0.0, 1.0
    z, share = NormalDist().inv_cdf((1 + confidence) / 2), k / n
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if k == 0 else low), (1.0 if k == n else high)


def share_of(k: int, n: int) -> Share:
    """k of n with its 95 % Wilson interval; n == 0 gives a Share without fractions."""
    if n == 0:
        return Share(int(k), 0, None, None, None)
    return Share(int(k), int(n), k / n, *wilson_interval(int(k), int(n)))
