"""The dossier of a year, composed from findings: no sentence and no number of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pandas as pd

from analysis.findings import sentences as said
from analysis.findings.meeting import sentences as met
from analysis.findings.meeting.facts import Meeting
from data.values.meeting import Edits, HouseStyle
from reports.dossier import annexes, tables
from reports.dossier.money import YearMoney
from reports.dossier.parts import Dossier, Part, Sentence
from reports.money import words
from texts import current_language, formats
from texts import translate as _

# What the two sheets have room for; the whole of it stands in the annexes.
THEMES_SHOWN = 6
PROPOSED = 5
# Parts in which the coordinator writes.
QUESTIONS, OWN_POINTS = "questions", "own_points"

Told = tuple[str, str | None]  # name of a sentence within its part, and what it says


def compose(
    meeting: Meeting,
    money: YearMoney,
    edits: Edits | None = None,
    *,
    style: HouseStyle | None = None,
    today: dt.date,
) -> Dossier:
    """The dossier in the language in force: what is proposed, with what was made of it."""
    edits = edits or Edits()
    place = meeting.found.municipality or _("the municipality")
    proposed = [make(meeting, money) for make in _PARTS]
    return Dossier(
        title=_("Use of Platform31 by {municipality} in {year}").format(
            municipality=place, year=meeting.year
        ),
        subtitle=_("For the meeting of the directors. Made on {date}.").format(
            date=formats.date(today)
        ),
        language=current_language(),
        made_on=today,
        warnings=tuple(
            Sentence(f"warnings.{i}", text) for i, text in enumerate(said.warnings(meeting.found))
        ),
        parts=tuple(part for part in (_edited(part, edits) for part in proposed) if part),
        annexes=tuple(
            part
            for part in annexes.annexes_of(meeting, money)
            if part.key not in edits.left_out and (part.tables or part.sentences)
        ),
        meeting=meeting,
        money=money,
        style=style or HouseStyle(),
    )


def _edited(part: Part, edits: Edits) -> Part | None:
    """The part as it was edited; None when it is left out, or holds nothing."""
    if part.key in edits.left_out:
        return None
    kept = [
        replace(one, text=edits.texts[one.key], own=True) if one.key in edits.texts else one
        for one in part.sentences
        if one.key not in edits.left_out
    ]
    kept += [
        Sentence(f"{part.key}.own{i}", text, point=True, own=True)
        for i, text in enumerate(edits.added.get(part.key, ()))
    ]
    edited = replace(
        part,
        sentences=tuple(kept),
        tables=tuple(table for table in part.tables if table.key not in edits.left_out),
    )
    return edited if edited.sentences or edited.tables else None


def _part(
    key: str,
    heading: str,
    told: Iterable[Told],
    *,
    points: Iterable[Told] = (),
    **more: object,
) -> Part:
    paragraphs = [Sentence(f"{key}.{name}", text) for name, text in told if text]
    lines = [Sentence(f"{key}.{name}", text, point=True) for name, text in points if text]
    return replace(Part(key, heading, tuple(paragraphs + lines)), **more)  # type: ignore[arg-type]


def _agreed(_meeting: Meeting, money: YearMoney) -> Part:
    told = words.agreed_in_words(money.agreement, money.year)
    return _part("agreed", _("What was agreed"), [("agreement", told)])


def _last_meeting(meeting: Meeting, _money: YearMoney) -> Part:
    lines = meeting.agreements
    told = [("summary", met.agreements_in_words(lines, _year_of(lines, meeting.year - 1)))]
    points = _listed(lines, met.agreement_in_words)
    return _part("last_meeting", _("Agreements of the last meeting"), told, points=points)


def _done(meeting: Meeting, _money: YearMoney) -> Part:
    work = meeting.work
    return _part(
        "done",
        _("What was done since"),
        [("summary", met.work_in_words(work)), ("shown", met.shown_in_words(work))],
        points=met.names_of_work(work),
    )


def _used(meeting: Meeting, _money: YearMoney) -> Part:
    found = meeting.found
    figures = [
        (name, f"{said.figure_text(found, name)} {_moved(meeting, name)}".strip())
        for name in found.figures
    ]
    return _part(
        "used",
        _("What was used"),
        [
            ("headline", said.headline(found)),
            ("movers", met.movers_in_words(meeting.themes, meeting.year - 1)),
            ("network_only", met.network_only_in_words(meeting)),
        ],
        points=figures,
        tables=(tables.theme_table(meeting, most=THEMES_SHOWN),),
    )


def _moved(meeting: Meeting, name: str) -> str:
    figure = meeting.found.figures[name]
    if figure.change is None:
        return said.why_not_compared(figure, meeting.found) or ""
    return said.change_text(name, figure.change, said=figure.counted)


def _white(meeting: Meeting, _money: YearMoney) -> Part:
    found = meeting.found
    return _part(
        "white",
        _("What stays white, and what we propose"),
        [("map", said.map_in_words(found.map, said.period_in_words(found)))],
        tables=(tables.proposal_table(found, most=PROPOSED),) if len(found.opportunities) else (),
    )


def _paid(_meeting: Meeting, money: YearMoney) -> Part:
    agreed = money.agreement.tailored_percent if money.agreement else None
    return _part(
        "paid",
        _("Paid beside agreed"),
        [
            ("spent", words.spent_in_words(money.result)),
            ("check", words.check_in_words([money.check]) if money.check else None),
            ("split", words.split_in_words(money.split, agreed)),
        ],
    )


def _requests(meeting: Meeting, _money: YearMoney) -> Part:
    points = _listed(meeting.requests, met.request_in_words)
    told = [("summary", met.requests_in_words(meeting))]
    return _part("requests", _("Asked and not delivered"), told, points=points)


def _questions(_meeting: Meeting, _money: YearMoney) -> Part:
    return Part(QUESTIONS, _("Questions and wishes for next year"))


def _own_points(_meeting: Meeting, _money: YearMoney) -> Part:
    return Part(OWN_POINTS, _("Own points"))


_PARTS: Sequence[Callable[[Meeting, YearMoney], Part]] = (
    _agreed, _last_meeting, _done, _used, _white, _paid, _requests, _questions, _own_points,
)  # fmt: skip


def _listed(lines: pd.DataFrame, in_words: Callable[[dict], str]) -> list[Told]:
    """The first lines in words; the last point says how many more stand in an annex."""
    points: list[Told] = [
        (str(row["id"]), in_words(row)) for row in tables.rows_of(lines.head(met.NAMED))
    ]
    rest = len(lines) - len(points)
    return [*points, *([("more", met.more_in_annex(rest))] if rest else [])]


def _year_of(agreements: pd.DataFrame, otherwise: int) -> int:
    return int(agreements["year"].iloc[0]) if len(agreements) else otherwise
