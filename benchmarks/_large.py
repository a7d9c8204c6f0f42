"""Large workbooks of use, and a store filled from them by the importer itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from io import BytesIO

import numpy as np
import pandas as pd
from openpyxl import Workbook

from data import columns as c
from data.fields.choices import CHANNELS, SHARES, values_of
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.store import Store
from data.storing.uploads import load_batches
from data.values.results import FilePreview, Heading, SheetResult, Table
from scripts.sample.records import FORMS, PLAN
from tests.users import NOOR

HEADINGS = (
    "Datum", "Afdeling", "Thema", "Vorm", "Kanaal", "Deel", "Onderwerp", "Uren", "Deelnemers",
)  # fmt: skip
FIRST_DAY = dt.date(2018, 1, 1)
DAYS = 1826  # up to and including 2022


def large_workbook(rows: int, seed: int) -> bytes:
    """An .xlsx with this many records of use, no two alike."""
    rng = random.Random(seed)  # noqa: S311 -- invented records, no secrets
    combinations = [(d, theme) for d, themes in PLAN.items() for theme in themes]
    forms = list(FORMS)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Gebruik")
    sheet.append(HEADINGS)
    for number in range(rows):
        department, theme = rng.choice(combinations)
        sheet.append(
            (
                FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS)),
                department,
                theme,
                rng.choice(forms),
                "themagroep" if rng.random() < 0.1 else "direct",
                "maatwerk" if rng.random() < 0.6 else "algemeen",
                f"Vraag {seed}-{number}",
                rng.randrange(1, 80) / 2,
                rng.randrange(1, 30),
            )
        )
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def read_and_store(content: bytes, name: str, store: Store) -> int:
    """From bytes to committed, as the page and the command line do it; the rows accepted."""
    preview = preview_file(content, name, store=store, settings=Settings())
    if preview.error is not None:
        raise RuntimeError(str(preview.error))
    store_preview(preview, store=store, user=NOOR)
    return sum(sheet.accepted for sheet in preview.sheets)


def fill(store: Store, records: int, *, at_once: int = 100_000) -> None:
    """Add so many records of use, without a workbook to read them from."""
    first = 0 if (newest := load_batches(store)).empty else int(newest["batch_id"].max())
    for start in range(0, records, at_once):
        n = min(at_once, records - start)
        number = first + 1 + start // at_once
        store_preview(_invented(n, number), store=store, user=NOOR)


def _invented(n: int, seed: int) -> FilePreview:
    rng = np.random.default_rng(seed)
    combinations = [(d, theme) for d, themes in PLAN.items() for theme in themes]
    chosen = rng.integers(len(combinations), size=n)
    days = rng.integers(DAYS, size=n)
    frame = pd.DataFrame(
        {
            c.DATE: pd.Timestamp(FIRST_DAY) + pd.to_timedelta(days, unit="D"),
            c.DATE_PRECISION: c.DAY_PRECISION,
            c.DEPARTMENT: np.array([d for d, _ in combinations], dtype=object)[chosen],
            c.THEME: np.array([theme for _, theme in combinations], dtype=object)[chosen],
            c.FORM: rng.choice(np.array(list(FORMS), dtype=object), size=n),
            c.CHANNEL: rng.choice(
                np.array(values_of(CHANNELS), dtype=object), size=n, p=_mostly(c.DIRECT)
            ),
            c.SHARE: rng.choice(np.array(values_of(SHARES), dtype=object), size=n),
            c.SUBJECT: [f"Vraag {seed}-{number}" for number in range(n)],
            c.HOURS: rng.integers(1, 80, size=n) / 2,
            c.PARTICIPANTS: rng.integers(1, 30, size=n).astype(float),
            c.AMOUNT: float("nan"),
            c.ROW: np.arange(2, n + 2),
        }
    )
    table = Table(c.USAGE, 1, (Heading(0, "Datum", c.DATE), Heading(1, "Afdeling", c.DEPARTMENT)))
    sheet = SheetResult(sheet="Gebruik", table=table, rows=n, accepted=n, records=frame)
    sha256 = hashlib.sha256(f"{seed} {n}".encode()).hexdigest()
    return FilePreview(f"groot-{seed}.xlsx", sha256, 1_000, (sheet,))


def _mostly(channel: str) -> list[float]:
    others = 0.1 / (len(values_of(CHANNELS)) - 1)
    return [0.9 if name == channel else others for name in values_of(CHANNELS)]
