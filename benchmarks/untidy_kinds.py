"""Kinds of untidiness: what the importer does, and what `pandas` alone does.

`python -m benchmarks.untidy_kinds` prints the table of docs/untidy-kinds.md; `--write` writes it.
Every small workbook is made by code, with what must be read from it worked out by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pandas as pd

from benchmarks import doubtful_kinds
from data.columns import USAGE
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.store import open_store
from data.values.results import FilePreview
from tests.data import untidy_crosstabs as crosstabs
from tests.data import untidy_exports as exports
from tests.data import untidy_grouped as grouped
from tests.data import untidy_layouts as layouts
from tests.data import untidy_refusals as refusals
from tests.data import untidy_several as several
from tests.data import untidy_wide as wide
from tests.data import untidy_workbooks as workbooks
from tests.data.untidy_workbooks import Case
from tests.users import NOOR
from texts import use_language

DOCUMENT = Path(__file__).parents[1] / "docs" / "untidy-kinds.md"
READ, ASKED, REFUSED, WRONG, CRASH = "read right", "asked", "refused", "wrong", "crash"
RIGHT = "right"


@dataclass(frozen=True)
class Kind:
    """One kind of untidiness.

    `outcome` is what the importer has to do. `columns` are the headings over which somebody with
    pandas takes the sum (or counts the different names, when `names`); `truth` is what that should
    be, when it is not the sum over the accepted rows; `before` is what was read in earlier.
    """

    what: str
    outcome: str
    build: Callable[[], Case]
    columns: Sequence[str]
    measure: str = "hours"
    names: bool = False
    truth: float | None = None
    before: Callable[[], Case] | None = None


@dataclass(frozen=True)
class Outcome:
    """What reading a file gives: in one word, and in a sentence."""

    word: str
    sentence: str


KINDS = (
    Kind(
        "Title above the headings, a total and a note below, numbers as text",
        ASKED, workbooks.titles_and_totals, ["Uren"],
    ),
    Kind(
        "English, from column D, headings that come back, a hidden second sheet",
        READ, workbooks.english_from_column_d, ["Hours"],
    ),
    Kind(
        ".csv with semicolons, Windows-1252, decimal commas",
        ASKED, workbooks.semicolons_in_windows_1252, ["Uren"],
    ),
    Kind(
        "Department merged over its rows, two rows of headings, hours as 7:30 and 2 dgn",
        READ, workbooks.merged_departments, ["Uren"],
    ),
    Kind(
        "Error cells, dates in the future, impossible hours",
        ASKED, workbooks.errors_and_future, ["Uren"],
    ),
    Kind(
        "Budget with € 20.762,- as text and a subtotal",
        READ, workbooks.budget_list, ["Begroot", "Realisatie"], "amount",
    ),
    Kind(
        "Old .xls, headings in row 6, a subtotal in another column",
        READ, workbooks.old_xls, ["Tijd"],
    ),
    Kind(
        "Tabs, a byte order mark, no-break spaces, apostrophes",
        READ, workbooks.tabs_and_apostrophes, ["Deelnemers"], "participants",
    ),
    Kind(
        "Misspelt and shortened names of two departments",
        READ, workbooks.misspelt_names, ["Afdeling"], names=True,
    ),
    Kind("Subtotals that Excel itself put in", READ, layouts.subtotals_by_excel, ["Uren"]),
    Kind(
        "Totals per year, an average, a count, a sum without a word",
        READ, layouts.labels_under_the_table, ["Uren"],
    ),
    Kind("A table per year below each other", READ, layouts.a_table_per_year, ["Uren"]),
    Kind("Printed pages with the headings on each", ASKED, layouts.printed_pages, ["Uren"]),
    Kind(
        "A legend and a summary above the table",
        READ, layouts.three_rows_of_headings, ["Uren werkelijk"],
    ),
    Kind(
        "Sheets of all sorts: explanation, pivot table, lists, a hidden year",
        READ, layouts.sheets_of_all_sorts, ["Uren"],
    ),
    Kind(
        "A crosstab: departments down, themes across, totals in row and column",
        READ, crosstabs.counts_per_department_and_theme, ["Wonen", "Duurzaamheid", "Armoede"],
        "uses",
    ),
    Kind(
        "A crosstab under two rows of headings, the year above the themes",
        READ, crosstabs.years_above_themes, ["Wonen", "Zorg"], "uses",
    ),
    Kind(
        "The department on a line of its own above its records",
        ASKED, grouped.department_on_a_line, ["Uren"],
    ),
    Kind(
        "The department only in the first row of its block",
        READ, grouped.first_row_of_each_block, ["Uren"],
    ),
    Kind(
        "A column per year, for budget and actual, in thousands of euros",
        ASKED, wide.budget_and_actual_per_year,
        ["Begroting 2019", "Realisatie 2019", "Begroting 2020"], "amount",
    ),
    Kind(
        "Use and a budget side by side on one sheet", READ, several.side_by_side, ["Uren"],
    ),
    Kind(
        "A used range that formatting blew up to a million rows",
        READ, several.blown_up_by_formatting, ["Uren"],
    ),
    Kind(
        "Commas with semicolons in the text, the month before the day",
        ASKED, exports.semicolons_between_commas, ["Hours"],
    ),
    Kind("Unicode text of Excel (UTF-16), 7 uur 30", ASKED, exports.unicode_text, ["Uren"]),
    Kind(
        "Initials that two known departments share",
        ASKED, refusals.initials_of_two_names, ["Uren"],
        truth=5, before=refusals.two_known_names,
    ),
    Kind(
        "A quotation mark that is never closed", REFUSED, refusals.an_open_quotation_mark, ["Uren"],
    ),
    Kind("A web page that is called .xls", REFUSED, refusals.a_web_page_called_xls, ["Uren"]),
)  # fmt: skip


def ours(kind: Kind) -> Outcome:
    """What the importer makes of it."""
    store = open_store("sqlite://")
    try:
        if kind.before:
            before = kind.before()
            read = preview_file(before.content, before.file_name, store=store, settings=Settings())
            store_preview(read, store=store, user=NOOR)
        case = kind.build()
        preview = preview_file(case.content, case.file_name, store=store, settings=Settings())
    finally:
        store.close()
    with use_language("en"):
        return _judged(kind, case, preview)


def _judged(kind: Kind, case: Case, preview: FilePreview) -> Outcome:
    if preview.error:
        return Outcome(REFUSED, str(preview.error))
    difference = next(_differences(case, preview), None)
    if difference:
        return Outcome(WRONG, difference)
    rows = sum(sheet.rows for sheet in preview.sheets)
    accepted = sum(sheet.accepted for sheet in preview.sheets)
    counts = f"{accepted} of {rows} rows"
    faults = [fault for sheet in preview.sheets for fault in sheet.faults]
    if not faults:
        return Outcome(READ, counts)
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return Outcome(
        ASKED, f"{counts}; row {faults[0].row}, {faults[0].column}: {faults[0].message}{more}"
    )


def _differences(case: Case, preview: FilePreview):  # noqa: ANN202 - an iterator of sentences
    for expected, sheet in zip(case.sheets, preview.sheets, strict=True):
        sums = {name: getattr(expected, name) for name in ("hours", "participants", "amount")}
        wanted = {
            "kind": expected.kind,
            "rows": expected.rows,
            "accepted": expected.accepted,
            "rejected": expected.rejected,
            "skipped": expected.skipped,
        } | {name: total for name, total in sums.items() if total is not None}
        found = {
            "kind": sheet.kind,
            "rows": sheet.rows,
            "accepted": sheet.accepted,
            "rejected": sheet.rejected,
            "skipped": dict(sheet.skipped_reasons),
        } | {name: sheet.sums.get(name) for name, total in sums.items() if total is not None}
        if found != wanted:
            yield f"{sheet.sheet}: {found}, not {wanted}"
    uses = sum(len(sheet.records) for sheet in preview.sheets if sheet.kind == USAGE)
    if case.uses and uses != sum(case.uses.values()):
        yield f"{uses} uses, not {sum(case.uses.values())}"


def _truth(kind: Kind, case: Case) -> float:
    """The figure that pandas has to find as well."""
    if kind.truth is not None:
        return kind.truth
    if kind.measure == "uses":
        return sum(case.uses.values())
    if kind.names:
        return sum(len(sheet.departments or []) for sheet in case.sheets)
    return sum(getattr(sheet, kind.measure) or 0 for sheet in case.sheets)


def by_pandas(kind: Kind) -> Outcome:
    """What `read_excel` or `read_csv` gives somebody who sums the right column."""
    case = kind.build()
    read = pd.read_csv if case.file_name.endswith((".csv", ".txt")) else _read_excel
    try:
        frame = read(BytesIO(case.content))
        columns = [frame[column] for column in kind.columns]
    except KeyError as error:
        return Outcome(CRASH, f"KeyError: no column {error}")
    except Exception as error:
        return Outcome(CRASH, f"{type(error).__name__} when it reads the file")
    if kind.names:
        found = float(columns[0].nunique())
    elif not all(pd.api.types.is_numeric_dtype(column) for column in columns):
        return Outcome(WRONG, "no number: the column stays text")
    else:
        found = float(sum(column.sum() for column in columns))
    truth = _truth(kind, case)
    if found == truth:
        return Outcome(RIGHT, f"{found:g}")
    return Outcome(WRONG, f"{found:g} instead of {truth:g}")


def _read_excel(content: BytesIO) -> pd.DataFrame:
    return pd.read_excel(content, engine="calamine")


def document() -> str:
    """The table, with what it says in a line above it."""
    rows = [(kind, ours(kind), by_pandas(kind)) for kind in KINDS]
    told = ", ".join(f"{word} {_count(rows, 1, word)}" for word in (READ, ASKED, REFUSED, WRONG))
    alone = ", ".join(f"{word} {_count(rows, 2, word)}" for word in (RIGHT, WRONG, CRASH))
    lines = [
        "# Kinds of untidiness",
        "",
        "What the importer does with small untidy files, and what plain `pandas.read_excel` or",
        "`read_csv` gives somebody who then sums the right column. The files are made by code, and",
        "what must be read from them was worked out by hand. *Asked* means: everything else is",
        "read, and the rows that cannot be are shown with a reason and a way to mend them.",
        "",
        f"Of {len(rows)} kinds, the importer: {told}. pandas alone: {alone}.",
        "",
        "| | Kind | The importer | pandas alone |",
        "|---|---|---|---|",
    ]
    for number, (kind, found, alone_) in enumerate(rows, start=1):
        cells = [str(number), kind.what, *(f"**{o.word}**: {o.sentence}" for o in (found, alone_))]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    lines += [
        "",
        "## What is not certain",
        "",
        "For every value that is stored its meaning is certain from the file, or a person said so.",
        "*Asked*: the rows do not count until somebody answers, on the page or with `--answer`.",
        "*Told*: it stands among the remarks. *Refused*: with a reason and what to do.",
        "",
        *doubtful_kinds.table(),
    ]
    return "\n".join([*lines, "", "Made by `python -m benchmarks.untidy_kinds --write`.", ""])


def _count(rows: list[tuple[Kind, Outcome, Outcome]], place: int, word: str) -> int:
    return sum(row[place].word == word for row in rows)  # type: ignore[union-attr]


if __name__ == "__main__":
    if "--write" in sys.argv:
        DOCUMENT.write_text(document(), "utf-8")
    print(document())
