"""What is kept of a yearly meeting: edits of its dossier, agreements, requests, the house style."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class HouseStyle:
    """Two colours (`#rrggbb`) and a logo (PNG or JPEG) that documents carry."""

    first: str = "#154273"
    second: str = "#39870c"
    logo: bytes | None = None


@dataclass(frozen=True)
class Edits:
    """What a coordinator made of the proposed dossier.

    `texts`: name of a sentence -> what it says instead; `left_out`: names of parts and sentences;
    `added`: name of a part -> sentences of the coordinator in it.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The same as the store keeps it."""
        return {
            "texts": dict(self.texts),
            "left_out": sorted(self.left_out),
            "added": {part: list(lines) for part, lines in self.added.items()},
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Edits:
        """What `as_json` gave."""
        added = {part: tuple(lines) for part, lines in kept["added"].items()}
        return cls(kept["texts"], frozenset(kept["left_out"]), added)


@dataclass(frozen=True)
class UnmetRequest:
    """Something that a department asked of Platform31 and did not get."""

    asked_on: dt.date
    department: str
    theme: str
    subject: str
    outcome: str
    note: str = ""


@dataclass(frozen=True)
class MeetingAgreement:
    """Something agreed at the meeting about a year; of a department and a theme it is an action."""

    year: int
    text: str
    owner: str
    due_on: dt.date | None = None
    department: str | None = None
    theme: str | None = None


@dataclass(frozen=True)
class FrozenFile:
    """A file of a dossier, byte for byte."""

    format: str
    name: str
    content: bytes
    sha256: str
