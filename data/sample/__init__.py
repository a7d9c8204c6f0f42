"""Three fictitious workbooks, to see the tool at work before there are own files.

Five whole years; half of a sixth, of which one department did not report yet; and the budget.

`scripts/make_sample.py` made them; they are read in as any other file.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.intake.preview import preview_file, propose_classification
from data.intake.store_upload import store_preview
from data.storing.chosen_settings import load_settings
from data.storing.organisation_facts import state_of_sample
from data.storing.store import Store
from data.users import User
from data.values.report import ALL, LISTED, NOTHING_STATED, Statement

FOLDER = Path(__file__).parent
USAGE_FILE = "voorbeeld-gebruik-2018-2022.xlsx"
HALF_YEAR_FILE = "voorbeeld-gebruik-2023.xlsx"
BUDGET_FILE = "voorbeeld-budget-2018-2022.xlsx"
MUNICIPALITY = "Haarlem"
SAMPLE_FILES = {
    USAGE_FILE: Statement(dt.date(2018, 1, 1), dt.date(2022, 12, 31), ALL, ALL),
    HALF_YEAR_FILE: Statement(dt.date(2023, 1, 1), dt.date(2023, 6, 30), LISTED, ALL),
    BUDGET_FILE: NOTHING_STATED,
}


def read_in(store: Store, user: User) -> list[int]:
    """Read the sample workbooks into the store as any other file, marked as a sample.

    Gives the numbers of the uploads; a workbook that is already stored is left as it is.
    """
    settings = load_settings(store)
    batches = []
    for name, statement in SAMPLE_FILES.items():
        content = (FOLDER / name).read_bytes()
        preview = preview_file(content, name, store=store, settings=settings)
        if preview.stored_as is None:
            classification = propose_classification(preview, store=store)
            batch_id = store_preview(
                preview,
                store=store,
                user=user,
                sample=True,
                classification=classification,
                statement=statement,
            )
            if name == USAGE_FILE:
                state_of_sample(store, user, batch_id, MUNICIPALITY)
            batches.append(batch_id)
    return batches
