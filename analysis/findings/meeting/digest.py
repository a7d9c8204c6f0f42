"""What is new for a department since a day, and what it is asked; nothing when nothing changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.findings.meeting.facts import DepartmentUse, Meeting
from analysis.findings.meeting.sentences import OUTCOMES
from analysis.findings.sentences import listed
from data.columns import (
    ACCEPTED,
    BATCH_ID,
    CHOSEN_ON,
    DEPARTMENT,
    OUTCOME,
    STATUS,
    SUBJECT,
    THEME,
    WITHDRAWN,
)
from texts import formats, ngettext
from texts import translate as _


@dataclass(frozen=True)
class Changes:
    """The frames in which something may be new, as the store gives them.

    `usage`; `batches` (batch_id, created_at in UTC); `actions`; `proposals` (decided_at in UTC);
    `requests` (changed_at in UTC).
    """

    usage: pd.DataFrame
    batches: pd.DataFrame
    actions: pd.DataFrame
    proposals: pd.DataFrame
    requests: pd.DataFrame


@dataclass(frozen=True)
class Digest:
    """What is new for a department, and what it is asked to answer."""

    department: str
    news: tuple[str, ...]
    to_answer: tuple[str, ...]


def digests(meeting: Meeting, changes: Changes, since: dt.date) -> list[Digest]:
    """A digest for each department for which something is new since a day, in their order."""
    found = (digest_of(line, meeting, changes, since) for line in meeting.departments)
    return [digest for digest in found if digest]


def digest_of(
    line: DepartmentUse, meeting: Meeting, changes: Changes, since: dt.date
) -> Digest | None:
    """The digest of one department; None when nothing is new for it."""
    day, name = pd.Timestamp(since), line.department
    news = [
        _records(_own(changes.usage, name), changes.batches, day),
        _actions(_own(changes.actions, name), day),
        *_decisions(_own(changes.proposals, name), day),
        *_requests(_own(changes.requests, name), day),
    ]
    told = tuple(text for text in news if text)
    return Digest(name, told, tuple(_to_answer(line, meeting))) if told else None


def _own(frame: pd.DataFrame, department: str) -> pd.DataFrame:
    return frame[frame[DEPARTMENT] == department]


def _since(moments: pd.Series, day: pd.Timestamp) -> pd.Series:
    """Which moments lie on or after the day; those of the store are in UTC."""
    known = pd.to_datetime(moments)
    if known.dt.tz is not None:
        known = known.dt.tz_localize(None)
    return known >= day


def _records(usage: pd.DataFrame, batches: pd.DataFrame, day: pd.Timestamp) -> str:
    new = batches.loc[_since(batches["created_at"], day), BATCH_ID]
    n = int(usage[BATCH_ID].isin(new).sum())
    if not n:
        return ""
    return ngettext(
        "{n} time of use came into the figures.", "{n} times of use came into the figures.", n
    ).format(n=formats.number(n))


def _actions(actions: pd.DataFrame, day: pd.Timestamp) -> str:
    themes = actions.loc[actions[CHOSEN_ON] >= day, THEME].tolist()
    if not themes:
        return ""
    return _("We would like to talk with you about: {names}.").format(names=listed(themes))


def _decisions(proposals: pd.DataFrame, day: pd.Timestamp) -> Sequence[str]:
    decided = proposals[proposals["decided_at"].notna() & (proposals[STATUS] != WITHDRAWN)]
    decided = decided[_since(decided["decided_at"], day)]
    accepted = int((decided[STATUS] == ACCEPTED).sum())
    refused = len(decided) - accepted
    texts = []
    if accepted:
        texts.append(
            ngettext(
                "{n} proposal of yours was taken over.", "{n} proposals of yours were taken over.",
                accepted,
            ).format(n=formats.number(accepted))
        )  # fmt: skip
    if refused:
        texts.append(
            ngettext(
                "{n} proposal of yours was not taken over.",
                "{n} proposals of yours were not taken over.",
                refused,
            ).format(n=formats.number(refused))
        )
    return texts


def _requests(requests: pd.DataFrame, day: pd.Timestamp) -> Sequence[str]:
    changed = requests[_since(requests["changed_at"], day)]
    return [
        _("Your request “{subject}”: {outcome}.").format(subject=subject, outcome=OUTCOMES[outcome])
        for subject, outcome in zip(changed[SUBJECT], changed[OUTCOME], strict=True)
    ]


def _to_answer(line: DepartmentUse, meeting: Meeting) -> Sequence[str]:
    if line.state.complete:
        return [
            _("Is this list of {year} right and complete? Say so on your page.").format(
                year=meeting.year
            )
        ]
    return [
        _("Of {year} your list is not complete. Send it, or say that there was no use.").format(
            year=meeting.year
        )
    ]
