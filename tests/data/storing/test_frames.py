from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.reporting import reported_years
from data.intake.store_upload import store_preview
from data.reference import Classification
from data.storing.frames import (
    load_batches,
    load_budget,
    load_departments,
    load_rejected,
    load_relevance,
    load_reported,
    load_sheet_reports,
    load_themes,
    load_usage,
)
from data.storing.organisation_facts import confirm_domains
from data.storing.store import Store
from data.values.found_table import Heading
from data.values.results import Fault, NameMatches, RejectedRow
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    budget_sheet,
    preview,
    usage_sheet,
    use,
)
from tests.saying import told
from tests.users import NOOR, coordinator

FULL = {
    "form": "advies",
    "channel": "direct",
    "share": "tailored",
    "subject": "Energielabel C",
    "hours": 7.5,
    "participants": 12,
    "amount": 1234.56,
}

USAGE_TYPES = {
    "id": "int64",
    "batch_id": "int64",
    "date": "datetime64[us]",
    "date_precision": "category",
    "department": "category",
    "theme": "category",
    "form": "category",
    "channel": "category",
    "share": "category",
    "subject": "str",
    "hours": "float64",
    "participants": "float64",
    "amount": "float64",
    "domain": "category",
    "pillar": "category",
    "task": "category",
    "file": "category",
    "sheet": "category",
    "row": "int64",
    "year": "int64",
}


def test_usage_by_date_with_all_that_was_given(store: Store) -> None:
    rows = [
        use("2019-03-04", VASTGOED, DUURZAAMHEID, **FULL),
        use("2018-01-01", JOS, ARMOEDE) | {"date_precision": "year"},
    ]
    batch_id = store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    confirm_domains(store, NOOR)
    usage = load_usage(store)
    assert {name: str(kind) for name, kind in usage.dtypes.items()} == USAGE_TYPES
    nothing = float("nan")
    expected = {
        "id": [2, 1],
        "batch_id": [batch_id, batch_id],
        "date": [pd.Timestamp("2018-01-01"), pd.Timestamp("2019-03-04")],
        "date_precision": ["year", "day"],
        "department": [JOS, VASTGOED],
        "theme": [ARMOEDE, DUURZAAMHEID],
        "form": [None, "advies"],
        "channel": [None, "direct"],
        "share": [None, "tailored"],
        "subject": [None, "Energielabel C"],
        "hours": [nothing, 7.5],
        "participants": [nothing, 12.0],
        "amount": [nothing, 1234.56],
        "domain": ["sociaal", "fysiek"],
        "pillar": ["sociaal", "fysiek"],
        "task": ["zorg- en welzijnsopgave", "verduurzamingsopgave"],
        "file": ["gebruik 2018.xlsx"] * 2,
        "sheet": ["Blad1"] * 2,
        "row": [7, 6],
        "year": [2018, 2019],
    }
    assert_frame_equal(
        usage.astype(object), pd.DataFrame(expected).astype(object), check_dtype=False
    )


def test_categories_are_those_that_occur_in_the_order_of_the_vocabulary(store: Store) -> None:
    rows = [
        use("2019-01-01", "Griffie", "Xylofoon", channel="network", form="eigen vorm"),
        use("2019-01-02", VASTGOED, DUURZAAMHEID, channel="direct", form="onderzoek"),
        use("2019-01-03", JOS, ARMOEDE, form="advies"),
    ]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    assert list(load_usage(store)["domain"].cat.categories) == ["onbekend"]  # until confirmed
    confirm_domains(store, NOOR)
    usage = load_usage(store)
    found = {name: list(usage[name].cat.categories) for name in ("domain", "pillar", "form")}
    assert found == {
        "domain": ["sociaal", "fysiek", "bestuur"],
        "pillar": ["sociaal", "fysiek", "onbekend"],
        "form": ["advies", "onderzoek", "eigen vorm"],
    }
    assert list(usage["channel"].cat.categories) == ["direct", "network"]


def test_an_empty_store_gives_empty_frames_of_the_same_kind(store: Store) -> None:
    usage = load_usage(store)
    assert usage.empty
    assert {name: str(kind) for name, kind in usage.dtypes.items()} == USAGE_TYPES
    for load in (load_budget, load_departments, load_themes, load_relevance, load_reported):
        assert load(store).empty
    assert load_batches(store).empty


def test_budget_lines_in_cents_of_euros(store: Store) -> None:
    line = {"year": 2019, "kind": "budget", "description": "Platform31", "amount": 20762.0}
    actual = {"year": 2018, "kind": "actual", "amount": 0.07, "department": VASTGOED, "row": 6}
    store_preview(
        preview(budget_sheet([line, actual | {"account": "0.10"}])), store=store, user=NOOR
    )
    budget = load_budget(store, every=True)
    assert budget[["year", "kind", "amount", "account"]].astype(object).to_numpy().tolist() == [
        [2018, "actual", 0.07, "0.10"],
        [2019, "budget", 20762.0, pytest.approx(float("nan"), nan_ok=True)],
    ]
    assert budget["department"].astype(object).tolist()[0] == VASTGOED
    assert budget["date"].isna().all()


def test_departments_by_domain_and_themes_by_pillar(store: Store) -> None:
    rows = [
        use("2019-01-01", "Griffie", "Xylofoon"),
        use("2019-01-01", "zorg", DUURZAAMHEID),
        use("2019-01-01", VASTGOED, ARMOEDE),
        use("2019-01-01", JOS, "Woningmarkt"),
    ]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    assert set(load_departments(store)["domain"]) == {"onbekend"}
    assert confirm_domains(store, NOOR) == 4
    assert load_departments(store).to_numpy().tolist() == [
        [JOS, "sociaal"],
        ["zorg", "sociaal"],
        [VASTGOED, "fysiek"],
        ["Griffie", "bestuur"],
    ]
    assert load_themes(store).to_numpy().tolist() == [
        [ARMOEDE, "sociaal", "zorg- en welzijnsopgave"],
        [DUURZAAMHEID, "fysiek", "verduurzamingsopgave"],
        ["Woningmarkt", "fysiek", "woonopgave"],
        ["Xylofoon", "onbekend", "onbekend"],
    ]


def test_a_chosen_classification_overrules_the_proposal(store: Store) -> None:
    chosen = Classification(
        domains={VASTGOED: "bedrijfsvoering"}, themes={ARMOEDE: ("overstijgend", "onbekend")}
    )
    rows = [use("2019-01-01", VASTGOED, ARMOEDE), use("2019-01-01", JOS, DUURZAAMHEID)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR, classification=chosen)
    assert dict(load_departments(store).to_numpy()) == {
        JOS: "onbekend",  # only proposed
        VASTGOED: "bedrijfsvoering",
    }
    assert load_themes(store)["pillar"].tolist() == ["fysiek", "overstijgend"]


def test_relevance_of_every_cell_by_domain_and_pillar(store: Store) -> None:
    rows = [use("2019-01-01", VASTGOED, ARMOEDE), use("2019-01-01", JOS, "Xylofoon")]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    assert load_relevance(store).to_numpy().tolist() == [
        [JOS, ARMOEDE, True, False, False],
        [JOS, "Xylofoon", True, False, False],  # nobody has said where it belongs
        [VASTGOED, ARMOEDE, False, False, False],
        [VASTGOED, "Xylofoon", True, False, False],
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([[("2018", JOS)]], [(JOS, 2018)]),
        (
            [[("2018", JOS), ("2019", VASTGOED)]],
            [(JOS, 2018), (JOS, 2019), (VASTGOED, 2018), (VASTGOED, 2019)],
        ),
        # A list tells of the departments that it names, unless somebody says more.
        (
            [[("2018", JOS)], [("2019", VASTGOED), ("2019", "Griffie")]],
            [("Griffie", 2019), (JOS, 2018), (VASTGOED, 2019)],
        ),
    ],
)
def test_what_uploads_cover(
    store: Store, files: list[list[tuple[str, str]]], expected: list[tuple[str, int]]
) -> None:
    for number, rows in enumerate(files):
        sheet = usage_sheet([use(f"{year}-05-05", name, ARMOEDE) for year, name in rows])
        store_preview(preview(sheet, content=str(number)), store=store, user=NOOR)
    found = reported_years(load_reported(store))
    assert list(found.itertuples(index=False, name=None)) == expected


def test_uploads_with_their_counts(store: Store) -> None:
    rejected = RejectedRow(9, ("x", ""), ())
    usage = usage_sheet(
        [use("2018-02-03", JOS, ARMOEDE), use("2020-02-03", VASTGOED, ARMOEDE)],
        rejected=[rejected],
        skipped={"total": 1, "blank": 2},
    )
    budget = budget_sheet([{"year": 2022, "kind": "budget", "amount": 1.0}])
    store_preview(preview(usage, budget), store=store, user=coordinator("els"), sample=True)
    found = load_batches(store).to_dict("records")[0]
    assert found["created_at"].tzinfo is not None
    assert pd.isna(found["undone_at"])
    expected = {
        "batch_id": 1, "file": "gebruik 2018.xlsx", "kind": "usage+budget",
        "rows": 7, "accepted": 3, "rejected": 1, "skipped": 3, "first_year": 2018,
        "last_year": 2022, "user": "els", "sample": True, "size": 1234,
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected


def test_rejected_rows_are_kept_whole_with_sentences_to_translate(store: Store) -> None:
    fault = Fault(9, "Uren", "-3", told("{hours} is negative.", hours=-3.0))
    rejected = [RejectedRow(9, ("04-03-2019", "", "-3"), (fault,)), RejectedRow(11, ("?",), ())]
    headings = (Heading(0, "Datum", "date"), Heading(2, "Uren", "hours"))
    sheet = usage_sheet([], rejected=rejected, headings=headings)
    batch_id = store_preview(preview(sheet), store=store, user=NOOR)
    found = load_rejected(store, batch_id)
    assert found.columns.tolist() == ["sheet", "table_number", "row", "cells", "faults"]
    assert found.itertuples(index=False, name=None).__next__() == (
        "Blad1", 1, 9, ("04-03-2019", "", "-3"), (fault,),
    )  # fmt: skip
    assert found["row"].tolist() == [9, 11]
    assert load_rejected(store, 99).empty


def test_what_was_recognised_on_each_sheet(store: Store) -> None:
    headings = [Heading(0, "Datum", "date"), Heading(1, "Opm.", None, "ignored")]
    names = {"department": NameMatches({"Vastgoed": VASTGOED}, ("Vastgoed",), {"jos": JOS})}
    first = usage_sheet(
        [use("2018-02-03", VASTGOED, ARMOEDE)],
        headings=headings,
        names=names,
        skipped={"total": 1},
        hidden=True,
        sums={"hours": 7.5},
        remarks=(told("One day is {n} hours.", n=8),),
    )
    second = budget_sheet([{"year": 2022, "kind": "budget", "amount": 1.0}], name="Begroting")
    batch_id = store_preview(preview(first, second), store=store, user=NOOR)
    found = load_sheet_reports(store, batch_id).to_dict("records")
    assert [sheet["sheet"] for sheet in found] == ["Blad1", "Begroting"]
    expected = {
        "hidden": True, "kind": "usage", "layout": "list", "header_row": 5, "headings": headings,
        "rows": 2, "accepted": 1, "rejected": 0, "skipped_reasons": {"total": 1},
        "sums": {"hours": 7.5}, "new_names": {"department": ["Vastgoed"]}, "table_number": 1,
        "matched_names": {"department": {"jos": JOS}},
        "remarks": [told("One day is {n} hours.", n=8)],
    }  # fmt: skip
    assert {name: found[0][name] for name in expected} == expected
