from __future__ import annotations

import pytest

from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.storing.memory import Learned, forget, load_learned
from data.storing.names import load_headings, load_spellings
from data.storing.store import Store, data_version
from data.users import NotAllowedError
from data.values.found_table import Heading
from data.values.results import NameMatches
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.users import NOOR, coordinator, manager

COORDINATOR = coordinator("Ans")


def teach(store: Store, content: str, spelling: str = "jos") -> int:
    """Store an upload that teaches a heading, one that is not needed, and a spelling."""
    names = {"department": NameMatches({spelling: JOS}, (), {spelling: JOS})}
    headings = [Heading(0, "Uurtjes", "hours", "chosen"), Heading(1, "Wie", None, "chosen")]
    sheet = usage_sheet([use("2018-01-01", JOS, ARMOEDE)], names=names, headings=headings)
    return store_preview(preview(sheet, content=content), store=store, user=NOOR)


def told(store: Store) -> list[tuple[str, str, str, int | None, int]]:
    return [(x.kind, x.text, x.meaning, x.batch_id, x.uploads) for x in load_learned(store)]


def test_nothing_is_learned_at_first(store: Store) -> None:
    assert load_learned(store) == []


def test_what_was_learned_tells_from_which_upload(store: Store) -> None:
    teach(store, "1")
    teach(store, "2")
    assert told(store) == [
        ("usage", "uurtjes", "hours", 2, 2),
        ("usage", "wie", "", 2, 2),
        ("department", "jos", JOS, 2, 2),
    ]
    first = load_learned(store)[0]
    assert first.file is not None
    assert first.learned_at is not None
    assert first.is_heading


def test_undoing_an_upload_takes_what_only_it_taught(store: Store) -> None:
    teach(store, "1")
    undo_batch(teach(store, "2", spelling="J.O.S."), store=store, user=NOOR)
    assert [x[1] for x in told(store)] == ["uurtjes", "wie", "jos"]


def test_forgetting_is_for_every_upload_that_taught_it_and_for_nothing_else(store: Store) -> None:
    teach(store, "1")
    teach(store, "2", spelling="J.O.S.")
    before = data_version(store)
    for one in load_learned(store):
        if one.text in ("uurtjes", "jos"):
            forget(store, COORDINATOR, one)
    assert data_version(store) == before + 2
    assert [x[1] for x in told(store)] == ["wie", "J.O.S."]
    with store.reading() as connection:
        assert load_headings(connection) == {("usage", "wie"): ""}
        assert load_spellings(connection, "department") == {JOS: JOS, "J.O.S.": JOS}


def test_who_may_not_read_in_may_not_forget(store: Store) -> None:
    teach(store, "1")
    with pytest.raises(NotAllowedError):
        forget(store, manager("Vastgoed", name="Bo"), load_learned(store)[0])
    assert len(load_learned(store)) == 3


def test_forgetting_what_is_gone_already_is_no_fault(store: Store) -> None:
    forget(store, COORDINATOR, Learned("theme", "x", "y", 1, "f", None))
    assert load_learned(store) == []
