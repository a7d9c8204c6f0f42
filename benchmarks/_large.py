"""Large workbooks of use, and a store filled from them by the importer itself."""

from __future__ import annotations

import datetime as dt
import random
from io import BytesIO

from openpyxl import Workbook

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.sample.records import FORMS, PLAN
from data.settings import Settings
from data.storing.store import Store

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
    store_preview(preview, store=store)
    return sum(sheet.accepted for sheet in preview.sheets)
