"""What changed since a dossier was established: sentences that say something else, uploads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Changed:
    """A sentence as it was established and as it would be now; None where there is none."""

    key: str
    before: str | None
    now: str | None


def changed_sentences(established: Mapping[str, Any], now: Mapping[str, Any]) -> list[Changed]:
    """The sentences that differ, in the order of the dossier; both as `figures_of` gives them."""
    before, after = (figures["meeting"]["sentences"] for figures in (established, now))
    keys = [*before, *(key for key in after if key not in before)]
    found = (Changed(key, before.get(key), after.get(key)) for key in keys)
    return [one for one in found if one.before != one.now]


def changed_uploads(
    established: Sequence[Mapping[str, Any]], now: Sequence[str]
) -> tuple[list[str], int]:
    """The files that no longer count, and how many of `now` (fingerprints) came since."""
    known = {upload["sha256"]: upload["file"] for upload in established}
    gone = [file for sha256, file in known.items() if sha256 not in now]
    return gone, sum(sha256 not in known for sha256 in now)
