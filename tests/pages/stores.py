"""Stores with use in them, made through the store itself and not through the reading of files."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from data import columns as c
from data.fields.choices import FORM_NAMES
from data.intake.preview import propose_classification
from data.intake.store_upload import store_preview
from data.reference import Classification
from data.storing.store import Store, open_store
from data.values.found_table import Heading, Table
from data.values.report import ALL, LISTED, Statement
from data.values.results import FilePreview, SheetResult
from tests.users import NOOR

Use = tuple[str, str, str]  # day, department, theme


def make_store(folder: Path, uses: Sequence[Use], **options: object) -> Store:
    """A store in `folder` that holds these uses; `options` go to `add_uses`."""
    store = open_store(f"sqlite:///{folder / 'store.sqlite3'}")
    if uses:
        add_uses(store, uses, **options)  # type: ignore[arg-type]
    return store


def add_uses(
    store: Store,
    uses: Sequence[Use],
    *,
    file: str = "gebruik.xlsx",
    sample: bool = False,
    classification: Classification | None = None,
    statement: Statement | None = None,
) -> int:
    """Store the uses as one upload; the number of the batch.

    Of whole years, and of all departments when it names more than one; in the domains that are
    proposed, unless `classification` says otherwise.
    """
    records = pd.DataFrame(
        {
            c.DATE: pd.to_datetime([day for day, _, _ in uses]),
            c.DATE_PRECISION: c.DAY_PRECISION,
            c.DEPARTMENT: [department for _, department, _ in uses],
            c.THEME: [theme for _, _, theme in uses],
            c.FORM: [FORM_NAMES[i % len(FORM_NAMES)] for i in range(len(uses))],
            c.CHANNEL: [c.NETWORK if i % 9 == 8 else c.DIRECT for i in range(len(uses))],
            c.SHARE: [(c.GENERAL, c.TAILORED)[i % 2] for i in range(len(uses))],
            c.SUBJECT: [f"Vraag {i}" for i in range(len(uses))],
            c.HOURS: [float(1 + i % 7) for i in range(len(uses))],
            c.PARTICIPANTS: 2.0,
            c.AMOUNT: float("nan"),
            c.ROW: range(2, len(uses) + 2),
        }
    )
    headings = (Heading(0, "Datum", c.DATE), Heading(1, "Afdeling", c.DEPARTMENT))
    sheet = SheetResult(
        sheet="Blad1",
        table=Table(c.USAGE, 1, headings),
        rows=len(uses),
        accepted=len(uses),
        records=records,
    )
    sha256 = hashlib.sha256(repr((file, uses)).encode()).hexdigest()
    preview = FilePreview(file, sha256, 1_000, (sheet,))
    if classification is None:
        classification = propose_classification(preview, store=store)
    return store_preview(
        preview,
        store=store,
        user=NOOR,
        sample=sample,
        classification=classification,
        statement=statement or whole_years(uses),
    )


def whole_years(uses: Sequence[Use]) -> Statement:
    """That the uses are all there were in their years, of every department or of the only one."""
    years = [int(day[:4]) for day, _, _ in uses]
    departments = ALL if len({name for _, name, _ in uses}) > 1 else LISTED
    return Statement(dt.date(min(years), 1, 1), dt.date(max(years), 12, 31), departments, ALL)


Line = tuple[int, str, str, float, str | None]  # year, kind, description, euros, day


def add_budget(store: Store, lines: Sequence[Line], *, file: str = "begroting.xlsx") -> int:
    """Store these budget lines as one upload; the number of the batch."""
    records = pd.DataFrame(
        {
            c.YEAR: [year for year, *_rest in lines],
            c.DATE: pd.to_datetime([day or f"{year}-01-01" for year, *_rest, day in lines]),
            c.DATE_PRECISION: [
                c.DAY_PRECISION if day else c.YEAR_PRECISION for *_rest, day in lines
            ],
            c.BUDGET_KIND: [kind for _, kind, *_rest in lines],
            c.DESCRIPTION: [text for _, _, text, *_rest in lines],
            c.AMOUNT: [euros for _, _, _, euros, _ in lines],
            c.DEPARTMENT: None,
            c.THEME: None,
            c.ACCOUNT: None,
            c.CONCERNS: True,
            c.ROW: range(2, len(lines) + 2),
        }
    )
    sheet = SheetResult(
        sheet="Blad1",
        table=Table(c.BUDGET, 1, (Heading(0, "Jaar", c.YEAR),)),
        rows=len(lines),
        accepted=len(lines),
        records=records,
    )
    sha256 = hashlib.sha256(repr((file, lines)).encode()).hexdigest()
    return store_preview(FilePreview(file, sha256, 1_000, (sheet,)), store=store, user=NOOR)
