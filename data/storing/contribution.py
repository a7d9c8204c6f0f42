"""Which stored lines a person called an invoice of the yearly contribution."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select, update

from data.storing import acts
from data.storing import tables as t
from data.storing.store import Store
from data.users import User


def state_contribution(store: Store, user: User, answers: Mapping[int, bool]) -> None:
    """Keep of budget lines (their numbers) whether they are invoices of the contribution.

    It comes and goes with the lines. Raises `NotAllowedError`.
    """
    b = t.budget_line.c
    with store.writing(user, acts.STATE_FIGURE, acts.CONTRIBUTION) as change:
        chosen = select(b.id, b.contribution).where(b.id.in_(list(answers)))
        before = {line.id: line.contribution for line in change.connection.execute(chosen)}
        changed = {n: answers[n] for n, old in before.items() if answers[n] != old}
        if not changed:
            change.allow_nothing()
            return
        for answer in (True, False):
            numbers = [number for number, said in changed.items() if said is answer]
            of_lines = update(t.budget_line).where(b.id.in_(numbers))
            change.connection.execute(of_lines.values(contribution=answer))
        told = {True: "lines_of_contribution", False: "other_lines"}
        change.note(after={told[a]: sorted(n for n in changed if changed[n] is a) for a in told})
