"""What a manager receives holds nothing of the records of others, whatever came first.

Every record, upload, action, proposal and line of the log of another department bears a mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
import streamlit as st
from google.protobuf.json_format import MessageToJson
from streamlit.testing.v1 import AppTest

from data import columns as c
from data.storing.chosen_settings import choose_settings
from data.storing.store import Store
from tests.marked import MARK, OTHER, OWN, content_of, marks_in, put_marks
from tests.pages.conftest import Open
from tests.pages.stores import make_store
from tests.users import NOOR
from ui.shared import loaders, scope
from ui.shared.registry import PAGES, Page, page_of

VIEWS = [
    {},
    {"van": "2021", "tot": "2022", "maat": "hours", "per": "month"},
    {"afdeling": OTHER},
    {"afdeling": OTHER, "thema": "Wonen"},
    {"thema": "Duurzaamheid"},
]
LOOKED_AT = {"taal": "nl", "als": OWN}


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    st.cache_resource.clear()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    monkeypatch.setattr("ui.shared.tabs.only_open", False)
    store = make_store(tmp_path, [])
    put_marks(store)
    return store


def received(page: Page, address: dict[str, str]) -> str:
    """Everything that a visitor of the page is sent: texts, options, tables and figures."""
    at = AppTest.from_file(str(page.path), default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    parts: list[str] = []
    for block in (at.main, at.sidebar):
        _gather(block, parts)
    return "\n".join(parts)


def _gather(node: object, parts: list[str]) -> None:
    proto = getattr(node, "proto", None)
    if proto is not None and hasattr(proto, "DESCRIPTOR"):
        parts.append(MessageToJson(proto, ensure_ascii=False))
        parts.append(proto.SerializeToString().decode("utf-8", "ignore"))
    value = getattr(node, "value", None)
    if isinstance(value, pd.DataFrame):
        parts.append(json.dumps(pa.Table.from_pandas(value).to_pydict(), default=str))
    for child in getattr(node, "children", {}).values():
        _gather(child, parts)


every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


@every_page
@pytest.mark.parametrize("first", ["coordinator", "manager"])
def test_a_manager_receives_nothing_of_the_records_of_others(
    marked: Store, page: Page, first: str
) -> None:
    views = VIEWS if page.right == "look" else VIEWS[:1]
    for view in views:
        asked: list[dict[str, str]] = [{**view, **LOOKED_AT}, view]
        told = {}
        for address in asked if first == "manager" else reversed(asked):
            told["als" in address] = received(page, address)
        assert marks_in(told[True]) == [], view


@pytest.mark.parametrize("address", [LOOKED_AT, {}], ids=["manager", "coordinator"])
def test_what_a_manager_takes_away_holds_nothing_of_others_either(
    marked: Store, monkeypatch: pytest.MonkeyPatch, address: dict[str, str]
) -> None:
    files: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda _label, make, **_: files.append(make))
    for page in PAGES:
        received(page, {**address, "thema": "Wonen", "van": "2021"})
    found = [content_of(make()) for make in files]
    assert len(found) >= 8
    assert bool([marks_in(text) for text in found if marks_in(text)]) is (address == {})


def test_the_marks_are_there_for_who_may_see_them(marked: Store) -> None:
    seen = "".join(received(page, VIEWS[2]) for page in PAGES if page.key != "reading_in")
    for mark in ("onderwerp", "bestand", "eigenaar"):
        assert f"{MARK}-{mark}" in seen, mark


def test_a_manager_sees_the_own_department_in_full(marked: Store) -> None:
    with scope.within(scope.Scope(frozenset({OWN}))):
        usage = loaders.usage()
    own, others = usage[usage[c.DEPARTMENT] == OWN], usage[usage[c.DEPARTMENT] == OTHER]
    assert (len(own), len(others)) == (24, 24)
    assert own[c.SUBJECT].notna().all()
    assert own[c.FILE].eq("eigen.xlsx").all()
    assert others[[c.SUBJECT, c.AMOUNT, c.FILE]].isna().all(axis=None)
    assert others[c.HOURS].notna().all()  # who to ask, and how much: counts stay whole
    assert MARK not in "".join(usage[c.FILE].cat.categories)


def test_the_coordinator_may_let_managers_see_all(marked: Store) -> None:
    choose_settings(marked, NOOR, {"managers_see_all": "True"})
    page = next(page for page in PAGES if page.key == "themes")
    assert marks_in(received(page, {**LOOKED_AT, "thema": "Wonen", "van": "2021"}))


def test_who_may_not_look_at_the_figures_has_no_record(marked: Store) -> None:
    with scope.within(scope.NOTHING):
        for name in ("usage", "actions", "proposals", "confirmations", "requests", "budget",
                     "reports", "dossiers", "meeting_agreements"):  # fmt: skip
            assert loaders.frame(name).empty, name
        log = loaders.changes()  # that something was done, and not what
        assert len(log) >= 5
        assert not any([*log["before"], *log["after"]])


def test_a_frame_that_nobody_declared_is_empty_for_a_manager() -> None:
    frame = pd.DataFrame({"a": [1]})
    assert scope.limited("nieuw", frame, [OWN], scope.Scope(frozenset({OWN}))).empty


def test_a_new_column_is_hidden_of_others_until_somebody_says_that_it_is_seen(
    marked: Store,
) -> None:
    seen = scope.Scope(frozenset({OWN}))
    for name, shown in (("usage", scope.USE_OF_OTHERS), ("actions", scope.ACTIONS_OF_OTHERS)):
        frame = loaders.frame(name).assign(nieuw=MARK)
        assert set(shown) <= set(frame.columns)
        limited = scope.limited(name, frame, [OWN], seen)
        others = limited[limited[c.DEPARTMENT] == OTHER]
        assert len(others) >= 1
        assert others[[*set(frame.columns) - set(shown)]].isna().all(axis=None)


def test_a_small_number_is_as_silent_to_a_manager(open_page: Open) -> None:
    few = [("2022-03-01", OWN, "Wonen"), *[("2022-04-01", OTHER, "Duurzaamheid")] * 3]
    open_page("overview", few)
    for key in ("overview", "themes", "broadening"):
        page = page_of(key)
        told = [
            "te weinig" in received(page, address).casefold()
            for address in ({"taal": "nl", "van": "2022"}, {**LOOKED_AT, "van": "2022"})
        ]
        assert told == [True, True], key
