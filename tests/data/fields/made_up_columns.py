"""Two columns that do not exist, declared before anything else is loaded, and what becomes of them.

Run as a program of its own, since tables and pages are made from the declarations when they are
loaded: `python -m tests.data.fields.made_up_columns FOLDER`. It prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from pathlib import Path

from data import fields
from data.columns import USAGE
from data.fields import Choice, Entry, Field, Sort, Tiers
from data.fields.rules import at_most
from texts import Text, sentence

TOO_EXPENSIVE = sentence("own_costs_too_high", "{value} is more than {limit} euros.")
PHASE = Field(
    "phase",
    Text("Phase"),
    Sort.CHOICE,
    meaning="how far the work is",
    headings=Tiers("Fase, Stadium"),
    choices=(
        Choice("idea", Text("An idea"), "idee, plan"),
        Choice("done", Text("Finished"), "klaar, gereed"),
    ),
    address="fase",
    entry=Entry(Text("How far the work was."), asked=True),
)
OWN_COSTS = Field(
    "own_costs",
    Text("Own costs"),
    Sort.AMOUNT,
    meaning="what the department paid itself, in cents",
    headings=Tiers("Eigen kosten"),
    rules=(at_most(1_000, TOO_EXPENSIVE),),
)
fields.FIELDS[USAGE] = (*fields.FIELDS[USAGE], PHASE, OWN_COSTS)

FILE = """Datum;Afdeling;Thema;Stadium;Eigen kosten
04-03-2019;Jeugd;Wonen;klaar;€ 12,50
05-03-2019;Jeugd;Wonen;idee;
06-03-2019;Jeugd;Wonen;in de koelkast;
07-03-2019;Jeugd;Wonen;klaar;2.000,00
"""


def main(folder: Path) -> None:
    """Read a file in that has the columns, and look at them in every place."""
    import openpyxl
    from alembic.autogenerate import produce_migrations
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from streamlit.testing.v1 import AppTest

    from data.intake.preview import preview_file
    from data.intake.store_upload import store_preview
    from data.settings import Settings
    from data.storing.exporting import export_rows
    from data.storing.frames import load_usage
    from data.storing.store import open_store
    from data.storing.tables import metadata
    from reports.template import template_workbook
    from tests.users import NOOR
    from ui.shared import tabs
    from ui.shared.registry import page_of

    tabs.only_open = False  # a page is looked at whole

    url = os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'store.sqlite3'}"
    store = open_store(url)
    with store.engine.begin() as connection:  # what a migration of its own would do
        context = MigrationContext.configure(connection)
        for change in produce_migrations(context, metadata).upgrade_ops.as_diffs():
            kind, _schema, table, column = change
            assert kind == "add_column", change
            Operations(context).add_column(table, column.copy())
    preview = preview_file(FILE.encode(), "fase.csv", store=store, settings=Settings())
    (sheet,) = preview.sheets
    store_preview(preview, store=store, user=NOOR)
    usage = load_usage(store)
    template = openpyxl.load_workbook(BytesIO(template_workbook([], [], [])))
    page = AppTest.from_file(str(page_of("themes").path), default_timeout=60).run()
    everything = page.dataframe[-1].value
    page.selectbox(key="fase").select("done").run()
    found = {
        "read_as": sheet.table.columns if sheet.table else {},
        "sums": dict(sheet.sums),
        "faults": [(fault.column, str(fault.message)) for fault in sheet.faults],
        "remarks": list(map(str, sheet.remarks)),
        "exported": [
            {name: row[name] for name in ("phase", "own_costs")}
            for row in export_rows(store, USAGE)
        ],
        "in_frame": [str(usage["phase"].dtype), usage["own_costs"].fillna(0).tolist()],
        "template": [cell.value for cell in template.worksheets[0][1]],
        "on_page": everything["Phase"].tolist(),
        "filtered": page.dataframe[-1].value["Own costs"].tolist(),
        "errors": [error.value for error in page.exception],
    }
    store.close()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
