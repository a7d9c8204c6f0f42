"""Which tables that others made are taken for use or a budget: `… benchmarks.false_finds FOLDER…`.

Every file that may be read in is read as a new store would; nothing is kept. Told is each that is
taken, or asked about, with its columns and its questions: whether that is right a person must say.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import open_store
from data.values.results import FilePreview, SheetResult

ENDINGS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
MAX_BYTES = 3_000_000
TAKEN, ASKED, REFUSED, LEFT = "taken", "asked", "refused", "not taken"


def outcome(preview: FilePreview) -> str:
    """What became of a file."""
    if preview.error:
        return REFUSED
    if any(sheet.accepted for sheet in preview.sheets):
        return TAKEN
    return ASKED if any(sheet.questions for sheet in preview.sheets) else LEFT


def why(sheet: SheetResult) -> str:
    """As what a sheet was taken, by which columns, and what is asked about it."""
    columns = sheet.table.columns if sheet.table else {}
    asked = ", ".join(question.code for question in sheet.questions) or "nothing asked"
    return f"{sheet.title}: {sheet.kind}, {sheet.accepted} of {sheet.rows}; {columns}; {asked}"


def files_in(folders: list[Path]) -> Iterator[Path]:
    """The files that may be read in."""
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        is_one = path.suffix.lower() in ENDINGS and not path.name.startswith(".")
        if is_one and path.is_file() and path.stat().st_size <= MAX_BYTES:
            yield path


def main(folders: list[Path]) -> None:
    """Read them, and tell what is taken."""
    store = open_store("sqlite://")
    found: Counter[str] = Counter()
    for path in files_in(folders):
        preview = preview_file(path.read_bytes(), path.name, store=store, settings=Settings())
        word = outcome(preview)
        found[word] += 1
        if word in (TAKEN, ASKED):
            print(f"{word}: {path}", flush=True)
            for sheet in preview.sheets:
                if sheet.table or sheet.questions:
                    print(f"    {why(sheet)}", flush=True)
    store.close()
    print(f"{found.total()} files: " + ", ".join(f"{n} {word}" for word, n in found.items()))


if __name__ == "__main__":
    main(list(map(Path, sys.argv[1:])))
