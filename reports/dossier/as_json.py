"""The figures and sentences of a dossier as data, for the command line of findings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from analysis.findings.meeting.facts import Meeting
from data.columns import AGREEMENT_STATUSES, STATUS
from reports.dossier.money import YearMoney
from reports.dossier.parts import Dossier


def as_json(dossier: Dossier) -> dict[str, Any]:
    """What the dossier says beside the findings of its year; amounts in euro, parts as fractions.

    `sentences` are those of the language in force, by their name.
    """
    meeting = dossier.meeting
    return {
        "year": meeting.year,
        "themes": [
            {"theme": t.theme, "uses": t.uses, "network_uses": t.network_uses, "before": t.before,
             "now": t.now}
            for t in meeting.themes
        ],
        "departments": [
            {"department": d.department, "domain": d.domain, "uses": d.uses,
             "network_uses": d.network_uses, "used": d.used, "relevant": d.relevant,
             "state": d.state.state}
            for d in meeting.departments
        ],
        "network_only": list(meeting.network_only),
        "actions": _actions(meeting),
        "requests": {"count": len(meeting.requests), **meeting.by_outcome},
        "agreements": {
            "count": len(meeting.agreements),
            **{s: int((meeting.agreements[STATUS] == s).sum()) for s in AGREEMENT_STATUSES},
        },
        "money": _money(dossier.money),
        "sentences": {
            sentence.key: sentence.text
            for part in dossier.everything
            for sentence in part.sentences
        },
    }  # fmt: skip


def _actions(meeting: Meeting) -> dict[str, Any]:
    work = meeting.work
    return {
        "since": str(work.since),
        "count": len(work.actions),
        "shown_in_records": work.shown,
        **work.by_status,
    }


def _money(money: YearMoney) -> dict[str, Any]:
    result, check, split = money.result, money.check, money.split
    agreement = money.agreement
    return {
        "budget": _euros(result.budget),
        "spent": _euros(result.actual),
        "committed": _euros(result.commitment),
        "remainder": _euros(result.remainder),
        "rate": _plain(check.rate) if check else None,
        "inhabitants": check.inhabitants if check else None,
        "calculated": _plain(check.calculated) if check else None,
        "budgeted": _plain(check.budgeted) if check else None,
        "difference": _plain(check.difference) if check else None,
        "agreed_tailored_percent": _plain(agreement.tailored_percent) if agreement else None,
        "split": {
            "measure": split.measure, "general": split.general, "tailored": split.tailored,
            "n": split.n, "share": split.share, "low": split.low, "high": split.high,
        },
    }  # fmt: skip


def _euros(cents: int | None) -> float | None:
    return None if cents is None else cents / 100


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
