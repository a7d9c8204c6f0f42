"""The sentences of the yearly meeting. Plain text; what is not said is an empty text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.findings import facts
from analysis.findings.facts import Counted
from analysis.findings.meeting.facts import Meeting, ThemeUse, Work
from analysis.findings.sentences import listed, not_alike_in_words
from analysis.reporting import NotAlike, State
from data.columns import (
    AGREED,
    APPROACHED,
    ASKED_ON,
    DECLINED,
    DELIVERED_LATER,
    DEPARTMENT,
    DONE,
    DROPPED,
    DUE_ON,
    ELSEWHERE,
    IN_USE,
    NOT_DELIVERED,
    OUTCOME,
    OWNER,
    STATUS,
    SUBJECT,
    TEXT,
    THEME,
    TO_APPROACH,
    TO_DO,
    WAITING,
)
from texts import Text, formats, ngettext
from texts import translate as _

# How many combinations, requests or agreements are named before the rest is a number.
NAMED = 6

_COUNTED: Mapping[str, Text] = {
    IN_USE: Text("{n} in use"),
    AGREED: Text("{n} agreed"),
    APPROACHED: Text("{n} spoken to"),
    TO_APPROACH: Text("{n} chosen only"),
    DECLINED: Text("{n} declined"),
}
_NAMES: Mapping[str, Text] = {
    IN_USE: Text("In use: {names}."),
    AGREED: Text("Agreed: {names}."),
    APPROACHED: Text("Spoken to: {names}."),
    TO_APPROACH: Text("Chosen, not spoken to yet: {names}."),
    DECLINED: Text("Declined: {names}."),
}
OUTCOMES: Mapping[str, Text] = {
    WAITING: Text("still open"),
    DELIVERED_LATER: Text("delivered later"),
    ELSEWHERE: Text("found elsewhere"),
    NOT_DELIVERED: Text("not delivered"),
}
_OUTCOMES_COUNTED: Mapping[str, Text] = {
    WAITING: Text("{n} still open"),
    DELIVERED_LATER: Text("{n} delivered later"),
    ELSEWHERE: Text("{n} found elsewhere"),
    NOT_DELIVERED: Text("{n} not delivered"),
}
AGREEMENT_LABELS: Mapping[str, Text] = {
    TO_DO: Text("to do"),
    DONE: Text("done"),
    DROPPED: Text("dropped"),
}


def work_in_words(work: Work) -> str:
    """How many combinations were taken on since a day, and how far they are."""
    since, n = formats.date(work.since), len(work.actions)
    if not n:
        return _("Since {since} no action was started on a white spot.").format(since=since)
    parts = [
        str(Text(text.msgid, {"n": work.by_status[status]}))
        for status, text in _COUNTED.items()
        if work.by_status[status]
    ]
    return ngettext(
        "{n} combination of department and theme was taken on since {since}: {parts}.",
        "{n} combinations of department and theme were taken on since {since}: {parts}.",
        n,
    ).format(n=formats.number(n), since=since, parts=", ".join(parts))


def names_of_work(work: Work) -> list[tuple[str, str]]:
    """Per status which departments and themes: (status, sentence), those in use first."""
    found = []
    for status, text in _NAMES.items():
        names = cells_in_words(work.actions[work.actions[STATUS] == status])
        if names:
            found.append((status, str(Text(text.msgid, {"names": listed(names, NAMED)}))))
    return found


def cells_in_words(rows: pd.DataFrame) -> list[str]:
    """Department and theme of each row, as they stand in an enumeration."""
    return [
        _("{department} ({theme})").format(department=department, theme=theme)
        for department, theme in zip(rows[DEPARTMENT], rows[THEME], strict=True)
    ]


def shown_in_words(work: Work) -> str:
    """Of how many the records show use since; empty when nothing was taken on."""
    n = len(work.actions)
    if not n:
        return ""
    return _("The lists show direct use since then of {k} of the {n}.").format(
        k=formats.number(work.shown), n=formats.number(n)
    )


def movers_in_words(themes: Sequence[ThemeUse], before: int) -> str:
    """The theme that rose and the theme that fell most; empty when none did or none is compared."""
    moved = [
        (theme.now - theme.before, theme)
        for theme in themes
        if theme.now is not None and theme.before is not None
    ]
    parts = []
    for sign, text in (
        (1, _("{theme} rose most: from {before} to {now}.")),
        (-1, _("{theme} fell most: from {before} to {now}.")),
    ):
        step, theme = max(moved, key=lambda one: (sign * one[0], one[1].theme), default=(0, None))
        if theme is not None and sign * step > 0:
            parts.append(
                text.format(
                    theme=theme.theme,
                    before=formats.number(theme.before),
                    now=formats.number(theme.now),
                )
            )
    if not parts:
        return ""
    compared = _("Compared with {year}, like for like:").format(year=before)
    return f"{compared} {' '.join(parts)}"


def network_only_in_words(meeting: Meeting) -> str:
    """Which departments use Platform31 only through a theme group."""
    names = meeting.network_only
    if not names:
        return _("No department used Platform31 through theme groups only.")
    return ngettext(
        "{n} department used Platform31 through theme groups only: {names}.",
        "{n} departments used Platform31 through theme groups only: {names}.",
        len(names),
    ).format(n=formats.number(len(names)), names=listed(names))


def requests_in_words(meeting: Meeting) -> str:
    """How many requests were not delivered in the year, and what became of them."""
    n, counts = len(meeting.requests), meeting.by_outcome
    if not n:
        return _("Of {year} no request is noted that Platform31 did not deliver.").format(
            year=meeting.year
        )
    parts = [
        str(Text(text.msgid, {"n": counts[outcome]}))
        for outcome, text in _OUTCOMES_COUNTED.items()
        if counts[outcome]
    ]
    return ngettext(
        "{n} request of {year} was not delivered when it was asked: {parts}.",
        "{n} requests of {year} were not delivered when they were asked: {parts}.",
        n,
    ).format(n=formats.number(n), year=meeting.year, parts=", ".join(parts))


def request_in_words(row: Mapping[str, Any]) -> str:
    """One request: who asked what, when, and what became of it."""
    said = _("{date}, {department} ({theme}): {subject} – {outcome}.").format(
        date=formats.date(row[ASKED_ON]),
        department=row[DEPARTMENT],
        theme=row[THEME],
        subject=row[SUBJECT],
        outcome=OUTCOMES[row[OUTCOME]],
    )
    return said if not row["note"] else f"{said} {row['note']}"


def agreements_in_words(agreements: pd.DataFrame, year: int) -> str:
    """How many agreements of the meeting before there were, and how many are done."""
    n = len(agreements)
    if not n:
        return _("No agreements are noted of a meeting before this one.")
    done = int((agreements[STATUS] == DONE).sum())
    return ngettext(
        "The meeting about {year} made {n} agreement; {k} is done.",
        "The meeting about {year} made {n} agreements; {k} are done.",
        n,
    ).format(year=year, n=formats.number(n), k=formats.number(done))


def agreement_in_words(row: Mapping[str, Any]) -> str:
    """One agreement: what, who, before when, and what became of it."""
    status = AGREEMENT_LABELS[row[STATUS]]
    if pd.isna(row[DUE_ON]):
        said = _("{text} ({owner}): {status}.").format(
            text=row[TEXT], owner=row[OWNER], status=status
        )
    else:
        said = _("{text} ({owner}, before {date}): {status}.").format(
            text=row[TEXT], owner=row[OWNER], date=formats.date(row[DUE_ON]), status=status
        )
    return said if not row[OUTCOME] else f"{said} {row[OUTCOME]}"


def more_in_annex(n: int) -> str:
    """That the rest of a list stands in an annex."""
    return ngettext(
        "{n} more stands in the annex.", "{n} more stand in the annex.", n
    ).format(n=formats.number(n))  # fmt: skip


def reported_in_words(state: State) -> str:
    """How much of a department's year is reported."""
    if state.complete:
        return _("the whole year")
    if state.through is None:
        return _("not reported")
    return _("up to and including {day}").format(day=formats.date(state.through))


def value_of(name: str, counted: Counted) -> float | int | None:
    """The value of a figure as a table has it: a part as percent, the rest as it is."""
    if counted.value is None:
        return None
    if name in (facts.REACH, facts.COVERAGE):
        return round(counted.value * 100, 1)
    return counted.value


def how_computed(meeting: Meeting) -> list[tuple[str, str]]:
    """Over what the two years are compared, and by what rules: (name, sentence)."""
    return [
        ("alike", _compared(meeting)),
        (
            "white",
            _("White: relevant for a department, and not used. Unknown is never counted so."),
        ),
        (
            "proposed",
            _("Proposed first: where most other departments of the same domain use the theme."),
        ),
        (
            "again",
            _(
                "Anybody can compute each figure again: python -m reports findings --from {year} "
                "--to {year} --json."
            ).format(year=meeting.year),
        ),
    ]


def _compared(meeting: Meeting) -> str:
    alike = meeting.alike
    if isinstance(alike, NotAlike):
        return not_alike_in_words(alike)
    n = len(alike.departments)
    return ngettext(
        "“Alike” counts the same {n} department in both years, {first} up to and including {last}.",
        "“Alike” counts the same {n} departments in both years, {first} up to and including "
        "{last}.",
        n,
    ).format(
        n=formats.number(n),
        first=formats.day_and_month(alike.first),
        last=formats.day_and_month(alike.last),
    )


COMPUTED: Mapping[str, Text] = {
    facts.USES: Text("The number of records, directly and through theme groups."),
    facts.REACH: Text("Departments with direct use (k) of those that reported (n), in percent."),
    facts.COVERAGE: Text(
        "Relevant combinations with direct use (k) of those reported (n), in percent."
    ),
    facts.EFFECTIVE_THEMES: Text(
        "As many equally used themes would be as varied: e to the power −Σ p × ln p."
    ),
}
