"""Delimited text: .csv, .tsv, and the "Unicode text" of Excel."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO, TextIOWrapper

from data.cells.cell import ErrorCell
from data.cells.text_repair import repaired
from data.progress import READING, step
from data.reading.aligned import parted_by_lines, parted_by_spaces
from data.reading.collecting import RowCollector
from data.reading.delimiter import ONE_COLUMN, detect_delimiter
from data.reading.encodings import STRAY, encoding_of
from data.reading.line_forms import Form, form_of
from data.reading.mended_lines import mend_lines
from data.reading.one_column import with_quoted_lines_parted
from data.reading.refusals import Limits, Reason, RefusedError
from data.values.grid import Sheet

_LOOK_CHARACTERS = 64 * 1024
_ROWS_BETWEEN_STEPS = 5_000
# Excel obeys such a first line and does not show it, so row 1 is the line after it.
_DELIMITER_LINE = re.compile(r'"?sep=(?P<delimiter>[^"\r\n])"?\s*', re.IGNORECASE)


def read_delimited(content: bytes, name: str, limits: Limits) -> Sheet:
    """The one sheet of a delimited text; every cell stays text. Raises `RefusedError`."""
    encoding = encoding_of(content)
    if not encoding.startswith(("utf-16", "utf-32")):
        content = content.replace(b"\0", b"")  # an old system fills up with them
    stream = TextIOWrapper(BytesIO(content), encoding=encoding, errors=STRAY, newline="")
    beginning = stream.read(_LOOK_CHARACTERS)
    whole = len(beginning) < _LOOK_CHARACTERS
    head = repaired(beginning)
    stream.seek(0)
    first_line = head.partition("\n")[0]
    told = _DELIMITER_LINE.fullmatch(first_line)
    if told:
        stream.readline()
        head = head.partition("\n")[2]
    form = form_of(head)
    if form.tidy:
        head = "\n".join(map(form.tidy, head.splitlines()))
    delimiter = told["delimiter"] if told else form.delimiter
    form = form._replace(delimiter=delimiter or detect_delimiter(head, whole=whole))
    collector = RowCollector(name, limits)
    try:
        _collect(stream, form, collector, content.count(b"\n"))
    except csv.Error:  # the only one without `strict`: a cell longer than the csv module takes
        collector.refuse_long_cell(collector.count + 1)
    collector.check_lengths()
    delimiter = form.delimiter
    with_quoted_lines_parted(collector.rows, delimiter)
    _mend(collector.rows, delimiter)
    for index, cells in collector.error_texts().items():
        for at, text in cells.items():
            collector.rows[index][at] = ErrorCell(text)
    return Sheet(name, collector.rows, delimiter=delimiter)


def _mend(rows: list[list[str]], delimiter: str) -> None:
    if delimiter != ONE_COLUMN:
        mend_lines(rows, delimiter)
        return
    lines = [row[0] if row else "" for row in rows]
    parted = parted_by_lines(lines) or parted_by_spaces(lines)
    if parted:
        rows[:] = parted


def _collect(
    stream: TextIOWrapper, form: Form, collector: RowCollector, lines_in_file: int
) -> None:
    lines: list[str] = []  # those of the record that is being read
    last_record: list[str] = []
    for row in _read(_keeping(stream, lines, form.tidy), form):
        if collector.count % _ROWS_BETWEEN_STEPS == 0:
            step(READING, collector.count, lines_in_file)
        collector.add(row)
        last_record = lines.copy()
        lines.clear()
    if _ends_in_quotes(last_record, form):
        raise RefusedError(Reason.UNCLOSED_QUOTE, row=collector.count)


def _read(lines: Iterable[str], form: Form, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=form.delimiter,
        quotechar=form.quote,
        skipinitialspace=form.spaced,
        strict=strict,
    )


def _keeping(
    lines: Iterable[str], kept: list[str], tidy: Callable[[str], str] | None
) -> Iterator[str]:
    for line in lines:
        line = repaired(line)
        if tidy:
            line = tidy(line)
        kept.append(line)
        yield line


def _ends_in_quotes(record: list[str], form: Form) -> bool:
    try:
        list(_read(record, form, strict=True))
    except csv.Error as fault:
        return "unexpected end of data" in str(fault)
    return False
