"""Files made by accident: a good list, changed at random, and what must be true of any of them."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl

from data.columns import USAGE
from data.intake.preview import has_content, preview_file
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing import frames
from data.storing.errors import NothingToStoreError
from data.storing.store import Store
from data.values.results import FilePreview, SheetResult
from tests.data.reading.builders import NA, REF, Page, archive, ods, saved, xls, xlsb
from tests.users import NOOR
from texts import use_language

SETTINGS = Settings(read_seconds=30)
Rows = list[list[Any]]

USE: Rows = [
    ["Gebruik Platform31"],
    [],
    ["Datum", "Afdeling", "Thema", "Vorm", "Onderwerp", "Uren", "Deelnemers", "Bedrag"],
    [dt.date(2019, 3, 4), "Wonen", "Energie", "advies", "isolatie", 1.5, 3, "€ 1.200,50"],
    ["12-04-2019", "Wonen", "Energie", "onderzoek", None, "2,25", None, None],
    ["3 mei 2019", "Jeugd & Sport", "Armoede", "advies", "x", "7u30", 12, 200],
    [43700, "Jeugd en Sport", "Armoede", None, "a\nb", 4, "4", "(12,50)"],
    ["Totaal", None, None, None, None, 15.25, 19, None],
]
BUDGET: Rows = [
    ["Jaar", "Grootboek", "Omschrijving", "Begroot", "Realisatie"],
    [2019, "0.10", "Bijdrage", "€ 20.762,-", 20762],
    [2020, "0.10", "Bijdrage", 20762, None],
    ["Totaal", None, None, "41.524,00", 20762],
]
CROSSTAB: Rows = [
    ["Afdeling", "Energie", "Armoede", "Totaal"],
    ["Wonen", 3, 1, 4],
    ["Jeugd", None, 2, 2],
    ["Totaal", 3, 3, 6],
]
BASES = (USE, USE, USE, BUDGET, CROSSTAB)

ODD_CELLS: tuple[Any, ...] = (
    "", " ", "\u00a0", "-", "?", "#N/A", "#VERW!", "=1+1", "<script>alert(1)</script>", "x" * 300,
    "x" * 40_000, "{0}", "%s", "{value}", "🏠", "\u202eabc", "a\0b", "\x07", "\ud7ff", "é" * 50,
    "0", "-0", "1e308", "9" * 400, "1.2.3.4", "1,2,3", "31-02-2019", "00-00-0000", "2019-13-45",
    "99999", "€", "€ --", "(", "()", "1-", "--5", "NaN", "inf", "Totaal", "Subtotaal", "Afdeling",
    "Datum", True, False, 0, -1, 1e308, -1e-300, 2**53, 10**20, 0.1, 43_500.5, 3_000_000, 1899,
    9_999_999, dt.date(1900, 1, 1), dt.date(9999, 12, 31),
    dt.datetime(2019, 1, 1, 23, 59, 59, 999_999),
    dt.time(7, 30), dt.time(0), dt.timedelta(days=400, hours=3), dt.timedelta(0), NA, REF,
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A file made by accident: its name, its bytes, and how to make it again."""

    seed: int
    name: str
    content: bytes


def mutant(seed: int, kinds: tuple[str, ...] = ("csv", "xlsx", "xls", "ods", "xlsb")) -> Mutant:
    """The file of this number."""
    rng = random.Random(seed)  # noqa: S311 -- accidents, no secrets
    kind = rng.choice(kinds)
    sheets = [_changed_rows(rng, rng.choice(BASES)) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    content = _written(rng, kind, sheets)
    if rng.random() < 0.4:
        content = _damaged(rng, content)
    name = rng.choice(("gebruik", "<b>x</b>", "{0} %s", "=1+1", "a\u202eb", "😀"))
    return Mutant(seed, f"{name}.{rng.choice((kind, kind, kind, 'xlsx', 'csv', ''))}", content)


def _changed_rows(rng: random.Random, base: Rows) -> Rows:
    rows = [list(row) for row in base]
    for _ in range(rng.randrange(8)):
        rng.choice(_ROW_CHANGES)(rng, rows)
    return rows


def _odd_cell(rng: random.Random, rows: Rows) -> None:
    row = rng.choice(rows)
    if row:
        row[rng.randrange(len(row))] = rng.choice(ODD_CELLS)


def _odd_cell_far_right(rng: random.Random, rows: Rows) -> None:
    row = rng.choice(rows)
    row.extend([None] * rng.randrange(40))
    row.append(rng.choice(ODD_CELLS))


def _swap_cells(rng: random.Random, rows: Rows) -> None:
    one, other = rng.choice(rows), rng.choice(rows)
    if one and other:
        i, j = rng.randrange(len(one)), rng.randrange(len(other))
        one[i], other[j] = other[j], one[i]


def _swap_columns(rng: random.Random, rows: Rows) -> None:
    i, j = rng.randrange(8), rng.randrange(8)
    for row in rows:
        if max(i, j) < len(row):
            row[i], row[j] = row[j], row[i]


def _drop_column(rng: random.Random, rows: Rows) -> None:
    place = rng.randrange(8)
    for row in rows:
        del row[place : place + 1]


def _insert_column(rng: random.Random, rows: Rows) -> None:
    place, cells = rng.randrange(4), rng.choices(ODD_CELLS, k=3)
    for number, row in enumerate(rows):
        row.insert(place, cells[number % 3])


def _insert_row(rng: random.Random, rows: Rows) -> None:
    new = rng.choice(
        ([], [None] * 9, ["Toelichting: zie bijlage"], list(rng.choice(rows)),
         rng.choices(ODD_CELLS, k=rng.randrange(1, 9)), ["Subtotaal", *rng.choices(ODD_CELLS, k=4)])
    )  # fmt: skip
    rows.insert(rng.randrange(len(rows) + 1), list(new))


def _drop_row(rng: random.Random, rows: Rows) -> None:
    if len(rows) > 1:
        del rows[rng.randrange(len(rows))]


def _many_rows(rng: random.Random, rows: Rows) -> None:
    last = list(rows[-1])
    rows.extend(list(last) for _ in range(rng.randrange(200)))


def _nothing_above(rng: random.Random, rows: Rows) -> None:
    rows[:0] = [[] for _ in range(rng.randrange(30))]


_ROW_CHANGES: tuple[Callable[[random.Random, Rows], None], ...] = (
    _odd_cell, _odd_cell, _odd_cell, _odd_cell, _odd_cell_far_right, _swap_cells, _swap_columns,
    _drop_column, _insert_column, _insert_row, _insert_row, _drop_row, _many_rows, _nothing_above,
)  # fmt: skip


def _written(rng: random.Random, kind: str, sheets: list[Rows]) -> bytes:
    if kind == "csv":
        return _csv(rng, sheets[0])
    if kind == "xlsx":
        return _xlsx(rng, sheets)
    pages = [
        Page(
            [[_plain(cell) for cell in row] for row in rows],
            f"Blad{n}",
            () if kind == "xls" else _merged(rng),
        )
        for n, rows in enumerate(sheets, 1)
    ]
    return {"xls": xls, "ods": ods, "xlsb": xlsb}[kind](*pages)


def _plain(cell: Any) -> Any:
    """What the simple writers of the other formats take."""
    if cell is None:
        return ""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return float(cell)
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.time | dt.timedelta):
        return str(cell)
    if type(cell) is str:
        return "".join(s for s in cell if s >= " " and not "\ud800" <= s <= "\udfff")[:32_000]
    return cell


def _merged(rng: random.Random) -> tuple[tuple[int, int, int, int], ...]:
    if rng.random() < 0.8:
        return ()
    row, column = rng.randrange(6), rng.randrange(6)
    return ((row, column, row + rng.randrange(1, 4), column + rng.randrange(3)),)


def _csv(rng: random.Random, rows: Rows) -> bytes:
    delimiter = rng.choice(";;;,\t|")
    lines = [delimiter.join(_csv_cell(rng, cell) for cell in row) for row in rows]
    text = rng.choice(("\n", "\r\n", "\r", "\n\n")).join(lines)
    if rng.random() < 0.1:
        text = f"sep={delimiter}\n{text}"
    encoding = rng.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "cp437"))
    return text.encode(encoding, "replace")


def _csv_cell(rng: random.Random, cell: Any) -> str:
    text = "" if cell is None else str(cell)
    if rng.random() < 0.1 or (rng.random() < 0.9 and any(sign in text for sign in ';,\t|\n"')):
        return '"' + text.replace('"', '""') + '"'
    return text


def _xlsx(rng: random.Random, sheets: list[Rows]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(rng.choice((f"Blad{number}", f"{{0}}{number}", f"=1+{number}")))
        for row_number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                with suppress(ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
                    cell = sheet.cell(row_number, column)
                    cell.value = str(value) if type(value) in (type(NA),) else value
        for area in _merged(rng):
            sheet.merge_cells(None, *(at + 1 for at in area))
        sheet.sheet_state = rng.choice(("visible",) * 8 + ("hidden", "veryHidden"))
    if all(sheet.sheet_state != "visible" for sheet in book):
        book.worksheets[0].sheet_state = "visible"
    return saved(book)


def _damaged(rng: random.Random, content: bytes) -> bytes:
    if content.startswith(b"PK") and rng.random() < 0.7:
        with suppress(zipfile.BadZipFile):
            return _damaged_inside(rng, content)
    return rng.choice(_DAMAGES)(rng, content)


def _damaged_inside(rng: random.Random, content: bytes) -> bytes:
    """One part of the archive is damaged, and the archive itself is sound."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    hurt = rng.choice(list(parts))
    parts[hurt] = rng.choice(_DAMAGES)(rng, bytes(parts[hurt]))  # type: ignore[arg-type]
    if rng.random() < 0.1:
        del parts[hurt]
    return archive(parts)


def _flip(rng: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5, 50))):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def _without_middle(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content) + 1)
    return content[:start] + content[start + rng.randrange(1, 200) :]


def _doubled_piece(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content) + 1)
    piece = content[start : start + rng.randrange(1, 500)]
    return content[:start] + piece * rng.choice((2, 3, 20)) + content[start:]


def _other_words(rng: random.Random, content: bytes) -> bytes:
    old, new = rng.choice(
        ((b'"s"', b'"e"'), (b'"n"', b'"b"'), (b'"1"', b'"99999999"'), (b"<v>", b"<v>9e9"),
         (b'r="A', b'r="ZZZ'), (b"sheet1", b"sheet9"), (b"float", b"date"), (b";", b'"'),
         (b'"', b""))
    )  # fmt: skip
    return content.replace(old, new, rng.choice((1, -1)))


def _with_marks(rng: random.Random, content: bytes) -> bytes:
    place = rng.randrange(len(content) + 1)
    mark = rng.choice(
        (b'"', b"\0", b"\xff\xfe", b"<!DOCTYPE x>", b"&lol;", b"\r", b"\x1a", b"<c/>")
    )
    return content[:place] + mark + content[place:]


_DAMAGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip, _flip, _cut, _without_middle, _doubled_piece, _other_words, _with_marks,
)  # fmt: skip


def check(made: Mutant, store: Store) -> str:
    """Read it in and take it back: `accepted`, `empty`, `refused`; AssertionError if it is neither.

    The store must be empty; it is empty again afterwards.
    """
    preview = preview_file(made.content, made.name, store=store, settings=SETTINGS)
    for language in ("nl", "en"):
        with use_language(language):
            _check_sentences(preview)
    if preview.error:
        assert not preview.sheets
        return "refused"
    for sheet in preview.sheets:
        _check_counts(sheet)
    return _check_store(preview, store)


def _check_sentences(preview: FilePreview) -> None:
    faults = [fault.message for sheet in preview.sheets for fault in sheet.faults]
    remarks = [remark for sheet in preview.sheets for remark in sheet.remarks]
    for message in (*([preview.error] if preview.error else []), *faults, *remarks):
        said = str(message)
        assert said.strip(), message
        assert "Traceback" not in said, said
        assert len(said) < 1_000, said


def _check_counts(sheet: SheetResult) -> None:
    assert sheet.rows == sheet.accepted + sheet.rejected + sheet.skipped, sheet
    assert all(row.faults for row in sheet.rejected_rows), sheet
    assert min([sheet.accepted, *sheet.skipped_reasons.values()]) >= 0, sheet
    if sheet.table is None:
        assert sheet.rows == 0, sheet
    elif sheet.kind == USAGE:
        if sheet.table.layout == "list":  # a cell of a crosstab may count several uses
            assert len(sheet.records) == sheet.accepted, sheet
        assert sheet.records[["date", "department", "theme"]].notna().all().all(), sheet
        hours = round(float(sheet.records["hours"].sum()), 6)
        assert sheet.sums["hours"] == hours, sheet


def _check_store(preview: FilePreview, store: Store) -> str:
    accepted = sum(sheet.accepted for sheet in preview.sheets)
    try:
        batch = store_preview(preview, store=store, user=NOOR)
    except NothingToStoreError:
        assert not has_content(preview)
        return "empty"
    line = frames.load_batches(store).iloc[0]
    assert (line["accepted"], line["rejected"]) == (
        accepted,
        sum(sheet.rejected for sheet in preview.sheets),
    )
    stored = len(frames.load_usage(store)) + len(frames.load_budget(store, every=True))
    assert stored == sum(len(sheet.records) for sheet in preview.sheets)
    assert len(frames.load_rejected(store, batch)) == line["rejected"]
    undo_batch(batch, store=store, user=NOOR)
    for load in (frames.load_usage, frames.load_budget, frames.load_departments):
        assert load(store).empty
    return "accepted" if accepted else "rejected"
