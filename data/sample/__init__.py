"""Two fictitious workbooks, to see the tool at work before there are own files."""

from __future__ import annotations

from pathlib import Path

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.sample.layouts import BUDGET_FILE, USAGE_FILE
from data.storing.chosen_settings import load_settings
from data.storing.store import Store
from data.users import User

FOLDER = Path(__file__).parent
SAMPLE_FILES = (USAGE_FILE, BUDGET_FILE)


def read_in(store: Store, user: User) -> list[int]:
    """Read the sample workbooks into the store as any other file, marked as a sample.

    Gives the numbers of the uploads; a workbook that is already stored is left as it is.
    """
    settings = load_settings(store)
    batches = []
    for name in SAMPLE_FILES:
        content = (FOLDER / name).read_bytes()
        preview = preview_file(content, name, store=store, settings=settings)
        if preview.stored_as is None:
            batches.append(store_preview(preview, store=store, user=user, sample=True))
    return batches
