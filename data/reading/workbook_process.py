"""The process that reads a workbook: `python -m data.reading.workbook_process PATH LIMIT...`.

A hostile workbook can make calamine panic, abort the process on a failed allocation, or go on for
ever. In a process of its own, with a limit on memory, it takes only that process along. What it
reads goes to standard output as pickles, so that it never holds a whole sheet: `("sheet", name)`
before each sheet, `("rows", rows, total)` for each part of it, `("end", ...)` after it, and at last
`("done",)` or `("refused", reason, values)`. It imports little, so that it starts quickly.
"""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, count, islice
from pathlib import Path
from typing import IO, Any

import python_calamine as calamine

from data.reading.collecting import Errors, RowCollector
from data.reading.durations import with_durations
from data.reading.file_kind import ODS
from data.reading.refusals import OF_ONE_SHEET, Limits, Reason, RefusedError
from data.reading.workbook_extras import Extras, examine

Answer = tuple[Any, ...]
Send = Callable[[Answer], None]

ROWS_AT_ONCE = 5_000
_LOOK_BYTES = 1024
_CELLS_PER_RANGE = 4  # what a merged range takes, in cells

_NO_CELLS: dict[int, str] = {}


def main() -> None:
    """Read the workbook that the command line names."""
    path = Path(sys.argv[1])
    limits = Limits(*map(int, sys.argv[2:]))
    _limit_process(limits)
    gc.disable()  # the process ends before there is garbage to collect
    output = sys.stdout.buffer
    try:
        send_workbook(path, limits, handing_over(output, limits.max_unpacked_bytes))
        last: Answer = ("done",)
    except RefusedError as refusal:
        last = ("refused", refusal.reason.value, refusal.values)
    handing_over(output)(last)


def handing_over(output: IO[bytes], most: int | None = None) -> Send:
    """Writes answers, together at most so many bytes: else raises `RefusedError`.

    A text that many cells share stands in the file once, and in the memory of who reads it often.
    """
    written = 0

    def send(answer: Answer) -> None:
        nonlocal written
        packed = pickle.dumps(answer, protocol=5)
        written += len(packed)
        if most is not None and written > most:
            raise RefusedError(Reason.UNPACKED_TOO_LARGE, limit=most)
        output.write(packed)
        output.flush()

    return send


def _limit_process(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows; there only the time is limited
        return
    for what, limit in (
        (resource.RLIMIT_AS, limits.read_memory_bytes),
        # Should the process that started this one die, then this one must not live on.
        (resource.RLIMIT_CPU, limits.read_seconds + 5),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a lower limit is in force, or there is none to set
            resource.setrlimit(what, (limit, limit))


def send_workbook(path: Path, limits: Limits, send: Send) -> None:
    """Send each worksheet: its name, its rows, and where they stand."""
    try:
        content = path.read_bytes()
        if _is_markup(content):
            _send_markup(content, limits, send)
            return
        kind, extras, read, left_out = examine(content, limits)
        if read is not content:
            path.write_bytes(read)
        workbook = calamine.CalamineWorkbook.from_path(path.rename(f"{path}.{kind}"))
        if len(workbook.sheets_metadata) > limits.max_sheets:
            raise RefusedError(Reason.TOO_MANY_SHEETS, limit=limits.max_sheets)
        cells = 0
        for number, about in enumerate(workbook.sheets_metadata):
            if about.typ == calamine.SheetTypeEnum.MacroSheet:
                _leave_out(about.name, Reason.MACROS, send)
            elif about.typ == calamine.SheetTypeEnum.WorkSheet:
                send(("sheet", about.name))
                try:
                    cells = _send_sheet(workbook, number, about, kind, extras, limits, send, cells)
                except RefusedError as refusal:
                    if refusal.reason not in OF_ONE_SHEET:
                        raise
                    send(("unread", refusal.reason.value, refusal.values, _is_hidden(about)))
        for name, why in left_out.items():
            _leave_out(name, why, send)
    except (RefusedError, MemoryError):
        raise
    except calamine.PasswordError:
        raise RefusedError(Reason.PASSWORD) from None
    except BaseException as fault:  # a panic in calamine is no Exception
        if "Cell limit" in str(fault):
            raise RefusedError(
                Reason.TOO_SPREAD, rows=limits.max_rows, columns=limits.max_columns
            ) from None
        raise RefusedError(Reason.DAMAGED) from None


def _leave_out(sheet: str, why: Reason, send: Send) -> None:
    send(("sheet", sheet))
    send(("unread", why.value, {"sheet": sheet}, False))


def _send_markup(content: bytes, limits: Limits, send: Send) -> None:
    from data.reading.markup_sheets import sheets_in_markup  # lxml: most workbooks do without

    cells = 0
    for sheet in sheets_in_markup(content, limits):
        send(("sheet", sheet.name))
        collector = RowCollector(sheet.name, limits, 0, cells)
        for line in sheet.lines():
            collector.add(line)
        rows, errors = collector.take()
        send(("rows", rows, len(rows)))
        send(("end", sheet.hidden, 0, 0, errors, sheet.merged, sheet.marks.packed()))
        cells = collector.cells


def _is_markup(content: bytes) -> bool:
    return content[:_LOOK_BYTES].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")


def _send_sheet(
    workbook: calamine.CalamineWorkbook,
    number: int,
    about: calamine.SheetMetadata,
    kind: str,
    extras: Extras,
    limits: Limits,
    send: Send,
    cells: int,
) -> int:
    """The rows part by part, then `(hidden, first row, first column, errors, merged, marks)`.

    Gives how many cells there are by now; `cells` is how many there were before.
    """
    errors, merged, marks = extras(
        number, about.name
    )  # first, because it refuses what calamine does not
    sheet = workbook.get_sheet_by_index(number)
    place = _first_cell(sheet, errors)
    # The error cells, and the texts that look the same, counted from the first cell.
    found = {
        row - place[0]: {column - place[1]: text for column, text in cells.items()}
        for row, cells in errors.items()
    }
    collector = RowCollector(about.name, limits, place[0], cells)

    def send_rows() -> None:
        rows, error_texts = collector.take()
        for index, texts in error_texts.items():
            found[index] = texts | found.get(index, _NO_CELLS)
        send(("rows", rows, sheet.total_height))

    of_open_document = kind == ODS
    for row in _rows_with_errors(sheet, errors, *place):
        collector.add(with_durations(row) if of_open_document else row)
        if len(collector.rows) >= ROWS_AT_ONCE:
            send_rows()
    send_rows()
    hidden = _is_hidden(about)
    last_row = place[0] + collector.count
    merged += [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    merged = [area for area in merged if area[0] < last_row]
    marks.keep_to(last_row)
    collector.count_cells(_CELLS_PER_RANGE * len(merged) + marks.count)
    send(("end", hidden, *place, found, merged, marks.packed()))
    return collector.cells


def _is_hidden(about: calamine.SheetMetadata) -> bool:
    return about.visible != calamine.SheetVisibleEnum.Visible


def _first_cell(sheet: calamine.CalamineSheet, errors: Errors) -> tuple[int, int]:
    """The first row and column with content; calamine may see an error cell as empty."""
    places = [(row, column) for row, cells in errors.items() for column in cells]
    if sheet.start:
        places.append(sheet.start)
    rows, columns = zip(*places, strict=True) if places else ((0,), (0,))
    return min(rows), min(columns)


def _rows_with_errors(
    sheet: calamine.CalamineSheet, errors: Errors, first_row: int, first_column: int
) -> Iterator[list[Any]]:
    # calamine gives the empty rows above the first cell, but not the empty columns before it.
    before = [""] * ((sheet.start or (0, first_column))[1] - first_column)
    last_row = max([sheet.end[0] if sheet.end else -1, *errors])
    rows = chain(sheet.iter_rows(), ([] for _ in count()))
    for index, cells in enumerate(islice(rows, first_row, last_row + 1), first_row):
        row = before + cells if before else cells
        for column, text in errors.get(index, _NO_CELLS).items():
            at = column - first_column
            row.extend([""] * (at + 1 - len(row)))
            row[at] = text
        yield row


if __name__ == "__main__":
    main()
