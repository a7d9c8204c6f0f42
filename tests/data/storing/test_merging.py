"""Two themes that are one, and a change that is only rehearsed."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data.columns import DEPARTMENT, THEME
from data.intake.restoring import bring_back_batch, undo_batch
from data.intake.store_upload import store_preview
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.storing.frames import load_actions, load_relevance, load_themes, load_usage
from data.storing.merging import SameThemeError, merge_themes
from data.storing.organisation_facts import load_organisation_facts, state_municipality
from data.storing.reference import edit_names, set_relevance
from data.storing.reports import add_report, load_reports
from data.storing.store import Store
from data.values.report import Report
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    preview,
    usage_sheet,
    use,
)
from tests.users import NOOR, coordinator

COORDINATOR = coordinator("Noor")
WARMTE = "Warmtetransitie"
PLAN = ConversationPlan("Noor", "Bellen", None)


@pytest.fixture
def filled(store: Store) -> Store:
    rows = [
        use("2019-01-01", JOS, ARMOEDE),
        use("2019-02-01", VASTGOED, DUURZAAMHEID),
        use("2019-03-01", VASTGOED, WARMTE),
    ]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    more = [use("2020-01-01", JOS, WARMTE), use("2020-02-01", JOS, ARMOEDE)]
    store_preview(preview(usage_sheet(more), content="2020"), store=store, user=NOOR)
    return store


def themes(store: Store) -> list[str]:
    return load_usage(store)["theme"].tolist()


def test_the_records_of_both_stand_under_one_name(filled: Store) -> None:
    merge_themes(filled, COORDINATOR, WARMTE, DUURZAAMHEID)
    assert themes(filled) == [ARMOEDE, DUURZAAMHEID, DUURZAAMHEID, DUURZAAMHEID, ARMOEDE]
    assert set(load_themes(filled)["theme"]) == {ARMOEDE, DUURZAAMHEID}


def test_what_was_decided_goes_along_and_that_of_the_kept_theme_stays(filled: Store) -> None:
    set_relevance(
        filled, COORDINATOR,
        {(JOS, WARMTE): False, (VASTGOED, WARMTE): False, (VASTGOED, DUURZAAMHEID): True},
    )  # fmt: skip
    both = {WARMTE: Place(), DUURZAAMHEID: Place()}
    choose_cells(filled, COORDINATOR, VASTGOED, both, PLAN)
    report = Report(dt.date(2021, 1, 1), dt.date(2021, 12, 31), (JOS,), themes=(WARMTE,))
    add_report(filled, COORDINATOR, report)
    merge_themes(filled, COORDINATOR, WARMTE, DUURZAAMHEID)
    relevant = load_relevance(filled).set_index([DEPARTMENT, THEME])["relevant"]
    assert (relevant[JOS, DUURZAAMHEID], relevant[VASTGOED, DUURZAAMHEID]) == (False, True)
    assert load_actions(filled)["theme"].tolist() == [DUURZAAMHEID]
    assert (DUURZAAMHEID,) in load_reports(filled)["themes"].tolist()


def test_an_upload_that_was_taken_back_returns_under_the_new_name(filled: Store) -> None:
    undo_batch(2, store=filled, user=NOOR)
    merge_themes(filled, COORDINATOR, WARMTE, DUURZAAMHEID)
    bring_back_batch(2, store=filled, user=NOOR)
    assert themes(filled) == [ARMOEDE, DUURZAAMHEID, DUURZAAMHEID, DUURZAAMHEID, ARMOEDE]


def test_a_theme_is_not_merged_with_itself_or_with_nothing(filled: Store) -> None:
    with pytest.raises(SameThemeError):
        merge_themes(filled, COORDINATOR, WARMTE, WARMTE)
    with pytest.raises(KeyError):
        merge_themes(filled, COORDINATOR, WARMTE, "Onzin")


def test_nothing_remains_of_a_rehearsal(filled: Store) -> None:
    before = load_usage(filled)
    with filled.rehearsing() as rehearsed:
        merge_themes(rehearsed, COORDINATOR, WARMTE, DUURZAAMHEID)
        edit_names(rehearsed, COORDINATOR, DEPARTMENT, {JOS: {"valid_to": 2019}})
        state_municipality(rehearsed, COORDINATOR, "Zwolle")
        assert themes(rehearsed).count(DUURZAAMHEID) == 3
        assert load_organisation_facts(rehearsed).municipality == "Zwolle"
    pd.testing.assert_frame_equal(load_usage(filled), before)
    assert load_organisation_facts(filled).municipality is None
