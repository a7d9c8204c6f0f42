"""Whether names look like those of departments or of themes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from data import columns as c
from data.cells.keys import plain_words
from data.reference import propose_domain, propose_theme

_MOST = 0.5


@dataclass(frozen=True)
class NamesHeard:
    """The names of departments and themes that are known, as `plain_words` makes them."""

    known: Mapping[str, Collection[str]] = field(default_factory=dict)

    def known_as(self, names: Sequence[str]) -> str:
        """`department` or `theme` when most of the names are known as such, else empty."""
        shares = {kind: self._share(names, kind) for kind in (c.DEPARTMENT, c.THEME)}
        best = max(shares, key=lambda kind: shares[kind])
        other = c.THEME if best == c.DEPARTMENT else c.DEPARTMENT
        return best if shares[best] >= _MOST and shares[best] > shares[other] else ""

    def _share(self, names: Sequence[str], kind: str) -> float:
        known = self.known.get(kind, ())
        return sum(plain_words(name) in known for name in names) / max(1, len(names))


def may_be(names: Sequence[str], kind: str) -> bool:
    """Whether the words of most names point at a department's domain, or at a theme's pillar."""
    if kind == c.DEPARTMENT:
        hits = sum(propose_domain(name) != c.UNCLASSIFIED for name in names)
    else:
        hits = sum(propose_theme(name)[0] != c.UNCLASSIFIED for name in names)
    return bool(names) and hits >= _MOST * len(names)
