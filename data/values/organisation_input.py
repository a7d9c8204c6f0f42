"""The organisation as somebody states it: its departments and themes, and when they exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class StatedName:
    """A department or a theme: what it belongs to (a domain or a pillar; None when not said), the
    first and last year in which it exists, and the function of the manager of a department."""

    group: str | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    manager: str | None = None


@dataclass(frozen=True)
class OrganisationInput:
    """Name -> what is said of it, in the order of the list; `unread` are lines that say nothing
    that can be used: where, and what stands there."""

    departments: Mapping[str, StatedName] = field(default_factory=dict)
    themes: Mapping[str, StatedName] = field(default_factory=dict)
    unread: tuple[tuple[str, str], ...] = ()
