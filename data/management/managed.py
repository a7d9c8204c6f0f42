"""All that is managed, as one value: taken from the store, compared, and put into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import select

from data.columns import DEPARTMENT, DOMAIN, PERCENT, REORGANISATION, SUCCESSOR, THEME, YEAR
from data.storing import acts, organisation, reference
from data.storing import tables as t
from data.storing.chosen_settings import choose_settings
from data.storing.frames import load_decided_relevance
from data.storing.names import load_forms
from data.storing.reorganising import Reorganisation, load_successions, reorganise
from data.storing.store import Store
from data.users import User

Known = Mapping[str, Any]  # column -> value, without what is not known


@dataclass(frozen=True)
class Managed:
    """All that is managed.

    `departments` and `themes`: name -> what is known. `relevance`: only what was decided.
    `spellings`, given by hand: (department or theme, spelling) -> name.
    """

    departments: Mapping[str, Known] = field(default_factory=dict)
    themes: Mapping[str, Known] = field(default_factory=dict)
    forms: Sequence[str] = ()
    relevance: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    spellings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    reorganisations: Sequence[Reorganisation] = ()


@dataclass(frozen=True)
class Difference:
    """One thing that would change: of what (`department`, ...), which, and before and after."""

    subject: str
    name: str
    before: Any
    after: Any


def collect(store: Store) -> Managed:
    """All that is managed, as the store has it."""
    with store.reading() as connection:
        v = t.name_variant.c
        by_hand = connection.execute(
            select(v.kind, v.spelling, v.name).where(v.batch_id.is_(None)).order_by(v.id)
        ).all()
        chosen = connection.execute(select(t.setting.c.name, t.setting.c.value)).all()
        forms = load_forms(connection)
    return Managed(
        _known(_with_proposed_domain(organisation.load_all_departments(store)), DEPARTMENT),
        _known(organisation.load_all_themes(store), THEME),
        forms,
        load_decided_relevance(store),
        {(kind, spelling): name for kind, spelling, name in by_hand},
        dict(chosen),
        _reorganisations(load_successions(store)),
    )


def differences(now: Managed, wanted: Managed) -> list[Difference]:
    """What storing `wanted` over `now` would change; what `wanted` leaves out stays."""
    found: list[Difference] = []
    compared: list[tuple[str, Mapping[Any, Any], Mapping[Any, Any]]] = [
        (DEPARTMENT, now.departments, wanted.departments),
        (THEME, now.themes, wanted.themes),
        ("relevance", now.relevance, wanted.relevance),
        ("name_variant", now.spellings, wanted.spellings),
        ("setting", now.settings, wanted.settings),
    ]
    for subject, before, after in compared:
        found += [
            Difference(subject, _in_words(name), before.get(name), value)
            for name, value in after.items()
            if before.get(name) != value
        ]
    if list(wanted.forms) != list(now.forms) and wanted.forms:
        found.append(Difference("form", "", list(now.forms), list(wanted.forms)))
    return found + [
        Difference(REORGANISATION, str(new.year), None, _parts(new))
        for new in _new_reorganisations(now, wanted)
    ]


def put(store: Store, user: User, wanted: Managed) -> None:
    """Store what differs, in one transaction.

    Raises `NotDoneError` where something cannot be, such as a form that goes while records have it;
    then nothing is changed.
    """
    with store.writing(user, acts.REPLACE, acts.MANAGED) as change:
        within = change.store
        now = collect(within)
        found = differences(now, wanted)
        if found:
            change.note(after={"differences": len(found)})
        for kind, before, after in (
            (DEPARTMENT, now.departments, wanted.departments),
            (THEME, now.themes, wanted.themes),
        ):
            _put_names(within, user, kind, before, after)
        for planned in sorted(_new_reorganisations(now, wanted), key=lambda found: found.year):
            reorganise(within, user, planned)
        reference.set_relevance(within, user, _changed(now.relevance, wanted.relevance))
        for (kind, spelling), name in _changed(now.spellings, wanted.spellings).items():
            organisation.add_variant(within, user, kind, spelling, name)
        choose_settings(within, user, _changed(now.settings, wanted.settings))
        if wanted.forms:
            organisation.set_forms(within, user, wanted.forms)
        change.allow_nothing()


def _put_names(
    store: Store, user: User, kind: str, now: Mapping[str, Known], wanted: Mapping[str, Known]
) -> None:
    changed = _changed(now, wanted)
    new = {name: known for name, known in changed.items() if name not in now}
    reference.add_names(store, user, kind, new)
    nothing = dict.fromkeys(reference.EDITABLE[kind])
    edited = {name: nothing | dict(known) for name, known in changed.items() if name in now}
    reference.edit_names(store, user, kind, edited)


def _changed(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: value for key, value in after.items() if before.get(key) != value}


def _new_reorganisations(now: Managed, wanted: Managed) -> list[Reorganisation]:
    there = [(found.year, _parts(found)) for found in now.reorganisations]
    return [x for x in wanted.reorganisations if (x.year, _parts(x)) not in there]


def _parts(planned: Reorganisation) -> dict[str, dict[str, int]]:
    return {name: dict(parts) for name, parts in planned.successors.items()}


def _in_words(name: object) -> str:
    return " × ".join(map(str, name)) if isinstance(name, tuple) else str(name)


def _with_proposed_domain(departments: pd.DataFrame) -> pd.DataFrame:
    """A proposed domain stands in the workbook: who puts that back has seen it."""
    return departments.assign(**{DOMAIN: departments[organisation.PROPOSED_DOMAIN]})


def _known(frame: pd.DataFrame, name: str) -> dict[str, Known]:
    found: dict[str, Known] = {}
    columns = [name, *reference.EDITABLE[name]]
    for line in frame[columns].to_dict("records"):
        values = {
            str(column): int(value) if not isinstance(value, str) else value
            for column, value in line.items()
            if column != name and not pd.isna(value)
        }
        found[str(line[name])] = values
    return found


def _reorganisations(lines: pd.DataFrame) -> list[Reorganisation]:
    found = []
    for _number, part in lines.groupby(REORGANISATION, sort=False):
        successors: dict[str, dict[str, int]] = {}
        columns = part[[DEPARTMENT, SUCCESSOR, PERCENT]]
        for department, successor, percent in columns.itertuples(index=False):
            successors.setdefault(department, {})[successor] = int(percent)
        found.append(Reorganisation(int(part[YEAR].iloc[0]), successors))
    return found
