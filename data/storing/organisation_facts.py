"""What was said of the municipality as a whole: its name, and that these are all departments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select, true, update

from data.cells.name_keys import name_key
from data.columns import (
    DEPARTMENT,
    DOMAIN,
    MANAGER,
    PILLAR,
    TASK,
    THEME,
    USAGE,
    VALID_FROM,
    VALID_TO,
)
from data.reference import propose_domain, propose_theme
from data.storing import acts
from data.storing import tables as t
from data.storing.batch_log import now
from data.storing.change_log import Change, differing
from data.storing.names import NAME_TABLES, ids_by_name, load_spellings
from data.storing.store import Store
from data.users import User
from data.values.organisation_input import OrganisationInput, StatedName

MUNICIPALITY, ALL_DEPARTMENTS = "municipality", "all_departments"
_YES = "yes"


@dataclass(frozen=True)
class OrganisationFacts:
    """The name of the municipality, and who said when that the departments are all there are.

    `stated` tells that a person said any of it, and not only the sample.
    """

    municipality: str | None = None
    confirmed: bool = False
    confirmed_by: str | None = None
    confirmed_at: dt.datetime | None = None
    stated: bool = False


def load_organisation_facts(store: Store) -> OrganisationFacts:
    """What holds now. What the sample said holds while nothing but the sample is read in."""
    f, b = t.organisation_fact.c, t.batch.c
    lines = select(f.name, f.value, f.batch_id, f.stated_at, f.user_name).order_by(
        f.batch_id.is_(None), f.id
    )
    with store.reading() as connection:
        active = connection.execute(
            select(b.id, b.sample).where(b.undone_at.is_(None), b.kind.contains(USAGE))
        ).all()
        sample = {line.id for line in active} if all(line.sample for line in active) else set()
        found = connection.execute(lines).all()
    facts = {line.name: line for line in found if line.batch_id is None or line.batch_id in sample}
    place, said = facts.get(MUNICIPALITY), facts.get(ALL_DEPARTMENTS)
    confirmed = said is not None and said.value == _YES
    return OrganisationFacts(
        municipality=(place.value or None) if place else None,
        confirmed=confirmed,
        confirmed_by=said.user_name if said and confirmed else None,
        confirmed_at=said.stated_at if said and confirmed else None,
        stated=any(line.batch_id is None and line.value for line in found),
    )


def state_municipality(store: Store, user: User, name: str) -> None:
    """Say which municipality this is; an empty name takes that back."""
    with store.writing(user, acts.CHANGE, acts.ORGANISATION) as change:
        _insert(change, MUNICIPALITY, name.strip())


def confirm_departments(store: Store, user: User, *, all_of_them: bool = True) -> None:
    """Say that the departments in the store are all departments, or no longer.

    Those that were known from a list only count as said from then on.
    """
    with store.writing(user, acts.CONFIRM, acts.ORGANISATION) as change:
        if all_of_them:
            known = t.department.c.stated.is_(False)
            change.connection.execute(update(t.department).where(known).values(stated=True))
        _insert(change, ALL_DEPARTMENTS, _YES if all_of_them else "")


def confirm_domains(store: Store, user: User, domains: Mapping[str, str] | None = None) -> int:
    """Say that the domains of departments are right, as proposed or as given; how many changed.

    Without `domains` every proposal is confirmed at once.
    """
    with store.writing(user, acts.CONFIRM, acts.DEPARTMENT) as change:
        d, connection = t.department.c, change.connection
        wanted = {} if domains is None else dict(domains)
        chosen = d.name.in_(list(wanted)) if domains is not None else true()
        open_lines = connection.execute(
            select(d.id, d.name, d.domain).where(chosen, d.domain_confirmed.is_(False))
        ).all()
        for line in open_lines:
            values = {"domain": wanted.get(line.name, line.domain), "domain_confirmed": True}
            connection.execute(update(t.department).where(d.id == line.id).values(values))
            change.note(line.id, after={"name": line.name, "domain": values["domain"]})
        change.allow_nothing()
    return len(open_lines)


def confirm_relevance(store: Store, user: User, departments: list[str]) -> None:
    """Say that what is relevant for these departments is right. `KeyError` for an unknown one."""
    with store.writing(user, acts.CONFIRM, acts.RELEVANCE) as change:
        connection = change.connection
        ids = ids_by_name(connection, t.department)
        numbers = [ids[name] for name in departments]
        d = t.department.c
        connection.execute(
            update(t.department).where(d.id.in_(numbers)).values(relevance_confirmed=True)
        )
        for name, number in zip(departments, numbers, strict=True):
            change.note(number, after={"name": name})
        change.allow_nothing()


def state_of_sample(store: Store, user: User, batch_id: int, municipality: str) -> None:
    """What the sample says of its municipality; it leaves with the sample."""
    with store.writing(user, acts.CHANGE, acts.ORGANISATION) as change:
        for table in (t.department, t.theme):
            of_sample = update(table).where(table.c.added_by == batch_id)
            change.connection.execute(of_sample.values(stated=True))
        _insert(change, MUNICIPALITY, municipality, batch_id)
        _insert(change, ALL_DEPARTMENTS, _YES, batch_id)


def _insert(change: Change, name: str, value: str, batch_id: int | None = None) -> None:
    line = {"name": name, "value": value, "batch_id": batch_id, "stated_at": now(),
            "user_name": change.user.name}  # fmt: skip
    change.connection.execute(insert(t.organisation_fact).values(line))
    change.note(after={name: value})


def put_organisation(
    store: Store,
    user: User,
    stated: OrganisationInput,
    *,
    municipality: str | None = None,
    all_of_them: bool = False,
) -> None:
    """Keep the departments and themes of the municipality; names that are known keep their records.

    Nothing is deleted. A domain that is given is confirmed; without one it is proposed. With
    `all_of_them` somebody says that these are all departments.
    """
    with store.writing(user, acts.CHANGE, acts.ORGANISATION) as change:
        for kind, lines in ((DEPARTMENT, stated.departments), (THEME, stated.themes)):
            for name, said in lines.items():
                _put_name(change, kind, name, said)
        if municipality is not None:
            _insert(change, MUNICIPALITY, municipality.strip())
        if all_of_them:
            _insert(change, ALL_DEPARTMENTS, _YES)
        change.allow_nothing()


def _put_name(change: Change, kind: str, name: str, said: StatedName) -> None:
    table, connection = NAME_TABLES[kind], change.connection
    known = load_spellings(connection, kind)
    keys = {name_key(spelling).words: official for spelling, official in known.items()}
    official = known.get(name) or keys.get(name_key(name).words) or name
    values: dict[str, object] = {"stated": True, "added_by": None}
    values |= {VALID_FROM: said.valid_from, VALID_TO: said.valid_to}
    if kind == DEPARTMENT and said.group:
        values |= {DOMAIN: said.group, "domain_confirmed": True}
    if kind == DEPARTMENT and said.manager:
        values |= {MANAGER: said.manager}
    if kind == THEME and said.group:
        values |= {PILLAR: said.group}
    found = connection.execute(select(table).where(table.c.name == official)).mappings().first()
    if found is None:
        line = {"name": official} | values
        if kind == DEPARTMENT:
            line.setdefault(DOMAIN, propose_domain(official))
        else:
            pillar, task = propose_theme(official)
            line = {PILLAR: pillar, TASK: task} | line
        connection.execute(insert(table).values(line))
        change.note(subject=acts.SUBJECTS[kind], after={"name": official})
        return
    before, after = differing(dict(found), values)
    if after:
        connection.execute(update(table).where(table.c.id == found["id"]).values(after))
        named = {"name": official}
        change.note(
            found["id"], subject=acts.SUBJECTS[kind], before=named | before, after=named | after
        )
