"""What reading in learned: headings, spellings, answers. To look at, and to forget."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, delete, select

from data.storing import acts
from data.storing import tables as t
from data.storing.store import Store
from data.users import User

_HEADING, _NAME, _ANSWER = (
    "heading_memory",
    "name_variant",
    "answer_memory",
)  # as the tables are called, also in the log
_TEXTS = {_HEADING: "heading_key", _NAME: "spelling", _ANSWER: "question"}
_MEANINGS = {_HEADING: "column", _NAME: "name", _ANSWER: "answer"}


@dataclass(frozen=True)
class Learned:
    """A text in files and what it is taken to mean.

    For a heading `kind` is the kind of sheet and `meaning` a column, or `""` for "not needed"; for
    a name `kind` is department or theme and `meaning` the stored name. For an answer `text` is the
    code of the question, `|`, and the heading that it is of; `meaning` is the answer.
    `batch_id`, `file` and `learned_at` (UTC) are of the newest upload that taught it, and None when
    a person wrote it down without an upload; `uploads` tells how many uploads did.
    """

    kind: str
    text: str
    meaning: str
    batch_id: int | None
    file: str | None
    learned_at: dt.datetime | None
    uploads: int = 1
    subject: str = _NAME

    @property
    def is_heading(self) -> bool:
        """Whether it is about a heading, and not about a name."""
        return self.subject == _HEADING

    @property
    def is_answer(self) -> bool:
        """Whether it is what was answered to a question."""
        return self.subject == _ANSWER


def load_learned(store: Store) -> list[Learned]:
    """Everything that was learned, headings first, each in the order of the alphabet."""
    found: dict[tuple[str, str, str, str], Learned] = {}
    with store.reading() as connection:
        for subject in _TEXTS:
            for line in connection.execute(_lines(subject)):
                key = (subject, line.kind, line.text, line.meaning)
                found[key] = _learned(subject, line, found.get(key))
    order = [_HEADING, _ANSWER, _NAME]
    return sorted(found.values(), key=lambda x: (order.index(x.subject), x.kind, x.text.casefold()))


def forget(store: Store, user: User, learned: Learned) -> None:
    """Forget what a text means; the records that were read with it stay as they are.

    Raises `NotAllowedError`.
    """
    subject = learned.subject
    table = t.metadata.tables[subject]
    with store.writing(user, acts.REMOVE, acts.SUBJECTS[subject]) as change:
        change.connection.execute(
            delete(table).where(
                (table.c.kind == learned.kind)
                & (table.c[_TEXTS[subject]] == learned.text)
                & (table.c[_MEANINGS[subject]] == learned.meaning)
            )
        )
        change.note(before={_TEXTS[subject]: learned.text, _MEANINGS[subject]: learned.meaning})


def _lines(subject: str) -> Select[Any]:
    """One line per upload that taught it, the newest last; what a person wrote down first."""
    table = t.metadata.tables[subject]
    text, meaning = table.c[_TEXTS[subject]], table.c[_MEANINGS[subject]]
    chosen = select(
        table.c.kind,
        text.label("text"),
        meaning.label("meaning"),
        table.c.batch_id,
        t.batch.c.file,
        t.batch.c.created_at,
    )
    joined = chosen.select_from(table.outerjoin(t.batch, t.batch.c.id == table.c.batch_id))
    return joined.order_by(table.c.batch_id.nulls_first())


def _learned(subject: str, line: Row[Any], before: Learned | None) -> Learned:
    uploads = (before.uploads if before else 0) + (line.batch_id is not None)
    return Learned(
        line.kind,
        line.text,
        line.meaning,
        line.batch_id,
        line.file,
        line.created_at,
        uploads,
        subject,
    )
