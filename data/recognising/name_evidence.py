"""Whether names look like those of departments or of themes."""

from __future__ import annotations

from collections.abc import Sequence

from data import columns as c
from data.reference import propose_domain, propose_theme

_MOST = 0.5


def may_be(names: Sequence[str], kind: str) -> bool:
    """Whether the words of most names point at a department's domain, or at a theme's pillar."""
    if kind == c.DEPARTMENT:
        hits = sum(propose_domain(name) != c.UNCLASSIFIED for name in names)
    else:
        hits = sum(propose_theme(name)[0] != c.UNCLASSIFIED for name in names)
    return bool(names) and hits >= _MOST * len(names)
