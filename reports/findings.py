"""What the tool says of a period, as data: the values and sentences that the pages use as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import structure
from analysis.findings import facts, sentences
from analysis.findings.facts import Figure, Findings
from analysis.findings.register import Register
from analysis.period import Period
from analysis.shares import Minimums, use_minimums
from data.columns import VALID_FROM, VALID_TO
from data.settings import Settings
from data.storing import frames
from data.storing.chosen_settings import load_settings
from data.storing.organisation_facts import load_organisation_facts
from data.storing.store import Store


def load_register(store: Store) -> Register:
    """Everything that a finding is computed from, by the departments as they are now."""
    successions = frames.load_successions(store)
    organisation = load_organisation_facts(store)
    every = frames.load_all_departments(store)
    usage = structure.use_in(frames.load_usage(store), every, successions, None)
    departments = structure.with_known_years(every, usage, confirmed=organisation.confirmed)
    departments = structure.existing(departments, successions, None)
    themes = structure.with_known_years(
        frames.load_all_themes(store), usage, confirmed=organisation.confirmed
    )
    return Register(
        usage=usage,
        departments=_in_order(frames.load_departments(store), departments),
        themes=_in_order(frames.load_themes(store), themes),
        relevance=frames.load_relevance(store),
        reported=structure.reported_in(frames.load_reported(store), successions, None),
        actions=structure.followed(frames.load_actions(store), successions, None),
        confirmed=organisation.confirmed,
        municipality=organisation.municipality,
    )


def _in_order(ordered: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    key = ordered.columns[0]
    return ordered.merge(known[[key, VALID_FROM, VALID_TO]], on=key).reset_index(drop=True)


def findings_of(store: Store, period: Period | None = None) -> Findings | None:
    """What is to be said of the period, or of the default one; None when there is no use at all.

    By the minimums that this store has.
    """
    use_chosen_minimums(load_settings(store))
    return facts.find(load_register(store), period)


def use_chosen_minimums(settings: Settings) -> None:
    """Let findings go by the minimums that this municipality chose."""
    use_minimums(Minimums(settings.minimum_n, ranking=settings.minimum_uses_to_rank))


def as_json(found: Findings | None) -> dict[str, Any]:
    """The findings as one object, in the language in force."""
    if found is None:
        return {"empty": True}
    organisation, head = found.organisation, found.headline
    return {
        "empty": False,
        "municipality": found.municipality,
        "period": {
            "first": found.period.first,
            "last": found.period.last,
            "state": found.state.state,
            "through": _through_period(found),
        },
        "organisation": {
            "departments": organisation.departments,
            "confirmed": organisation.confirmed,
            "reported": organisation.reported,
        },
        "headline": {
            "text": sentences.headline(found),
            "k": head.k if head.enough else None,
            "n": head.n,
            "expected_share": _rounded(head.expected),
        },
        "figures": [_figure(found, figure) for figure in found.figures.values()],
        "not_using": list(found.not_using),
        "unknown_departments": list(found.unknown),
        "through_time": {
            "text": sentences.through_time(found),
            "rows": [
                {
                    "year": year.year,
                    "uses": year.uses,
                    "state": year.state.state,
                    "through": None if year.state.through is None else str(year.state.through),
                }
                for year in found.years
            ],
        },
        "map": dict(found.map),
        "opportunities": [_opportunity(row) for row in found.opportunities.to_dict("records")],
        "warnings": sentences.warnings(found),
    }


def _through_period(found: Findings) -> str | None:
    if found.state.complete:
        return f"{found.period.last}-12-31"
    return None if found.state.through is None else str(found.state.through)


def _figure(found: Findings, figure: Figure) -> dict[str, Any]:
    counted, change = figure.counted, figure.change
    line: dict[str, Any] = {
        "name": figure.name,
        "value": _plain(counted.value),
        "k": counted.k,
        "n": counted.n,
        "text": sentences.figure_text(found, figure.name),
        "change": None,
    }
    if change is None:
        return line | {"no_change_because": sentences.why_not_compared(figure, found)}
    alike = change.alike
    return line | {
        "change": {
            "from": _plain(change.before.value),
            "to": _plain(change.now.value),
            "against": alike.before.label,
            "departments": len(alike.departments),
            "through_day": None if alike.whole else f"{alike.last:%m-%d}",
            "text": sentences.change_text(figure.name, change, said=counted),
        },
        "no_change_because": None,
    }


def _opportunity(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "rank": int(row["rank"]),
        "list": row["list"],
        "department": row["department"],
        "theme": row["theme"],
        "reason": sentences.opportunity_reason(row),
        "colleague": None if pd.isna(row["colleague"]) else row["colleague"],
    }


def lines_of(found: Findings | None, empty: str) -> Iterator[str]:
    """The findings for a person, in the language in force."""
    if found is None:
        yield empty
        return
    if found.municipality:
        yield f"{found.municipality}, {sentences.period_in_words(found)}"
    yield sentences.headline(found)
    for name, figure in found.figures.items():
        yield "- " + sentences.figure_text(found, name)
        change = figure.change
        moved = (
            sentences.why_not_compared(figure, found)
            if change is None
            else sentences.change_text(name, change, said=figure.counted)
        )
        yield f"  {moved}"
    step = sentences.through_time(found)
    yield from [step] if step else []
    yield sentences.map_in_words(found.map, sentences.period_in_words(found))
    yield from (f"! {warning}" for warning in sentences.warnings(found))


def _plain(value: float | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if float(value).is_integer() and value > 1 else _rounded(float(value))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
