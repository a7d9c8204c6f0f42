"""What was asked of Platform31 and not delivered, and what became of it."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd
from sqlalchemy import insert, select, update

from data.cells.text import storable
from data.columns import (
    ASKED_ON,
    DEPARTMENT,
    DOMAIN,
    OUTCOME,
    REQUEST_OUTCOMES,
    SUBJECT,
    THEME,
)
from data.storing import acts
from data.storing import tables as t
from data.storing.batch_log import now
from data.storing.change_log import differing
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.users import User
from data.values.meeting import UnmetRequest


def note_request(store: Store, user: User, request: UnmetRequest) -> int:
    """Keep a request that was not delivered; its number. `KeyError` for an unknown name."""
    with store.writing(
        user, acts.ADD, acts.UNMET_REQUEST, departments=request.department
    ) as change:
        kept = asdict(request)
        line = {key: storable(value) for key, value in kept.items()}
        line["department_id"] = ids_by_name(change.connection, t.department)[line.pop(DEPARTMENT)]
        line["theme_id"] = ids_by_name(change.connection, t.theme)[line.pop(THEME)]
        _check_outcome(line[OUTCOME])
        stamp = {"noted_at": now(), "changed_at": now(), "user_name": user.name}
        added = insert(t.unmet_request).values(line | stamp).returning(t.unmet_request.c.id)
        number: int = change.connection.execute(added).scalar_one()
        change.note(number, after=kept)
    return number


def follow_request(
    store: Store, user: User, request_id: int, *, outcome: str, note: str = ""
) -> None:
    """Say what became of a request."""
    r = t.unmet_request.c
    with store.writing(user, acts.CHANGE, acts.UNMET_REQUEST, request_id) as change:
        _check_outcome(outcome)
        chosen = select(t.unmet_request).where(r.id == request_id)
        found = change.connection.execute(chosen).mappings().one()
        before, after = differing(dict(found), {OUTCOME: outcome, "note": storable(note)})
        if after:
            changed = update(t.unmet_request).where(r.id == request_id)
            change.connection.execute(changed.values(after | {"changed_at": now()}))
            change.note(request_id, before=before, after=after)
        change.allow_nothing()


def withdraw_request(store: Store, user: User, request_id: int) -> None:
    """Take a request back that was noted by mistake."""
    r = t.unmet_request.c
    with store.writing(user, acts.WITHDRAW, acts.UNMET_REQUEST, request_id) as change:
        holding = update(t.unmet_request).where(r.id == request_id, r.withdrawn_at.is_(None))
        if change.connection.execute(holding.values(withdrawn_at=now(), changed_at=now())).rowcount:
            change.note(request_id)
        change.allow_nothing()


def load_requests(store: Store) -> pd.DataFrame:
    """Every request that was not delivered and not taken back, the oldest first.

    Columns: id, asked_on (datetime64), department, domain, theme, subject, outcome, note,
    changed_at (UTC).
    """
    r = t.unmet_request.c
    chosen = (
        select(
            r.id, r.asked_on, t.department.c.name.label(DEPARTMENT),
            t.department.c.domain.label(DOMAIN), t.theme.c.name.label(THEME), r.subject,
            r.outcome, r.note, r.changed_at,
        )
        .select_from(t.unmet_request)
        .join(t.department)
        .join(t.theme)
        .where(r.withdrawn_at.is_(None))
        .order_by(r.asked_on, r.id)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    for moment in (ASKED_ON, "changed_at"):
        frame[moment] = pd.to_datetime(frame[moment]).astype("datetime64[us]")
    texts = (DEPARTMENT, DOMAIN, THEME, SUBJECT, OUTCOME, "note")
    return frame.astype({"id": "int64", **dict.fromkeys(texts, "str")})


def _check_outcome(outcome: str) -> None:
    if outcome not in REQUEST_OUTCOMES:
        raise ValueError(f"no outcome of a request: {outcome}")
