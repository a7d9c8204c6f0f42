from __future__ import annotations

import re
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from data.reading import read_file, workbooks
from data.reading.refusals import RefusedError
from data.reading.workbook_process import handing_over
from data.settings import Settings
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import (
    FORMATS,
    SETTINGS,
    Build,
    Page,
    archive,
    changed,
    ods,
    ods_of,
    record,
    saved,
    xlsb,
    xlsx,
)
from texts import use_language

SHEET_PART = "xl/worksheets/sheet1.xml"
PLAIN = xlsx(Page([["Afdeling", "Uren"], ["Jeugd", 2.0]]))


def refusal(content: bytes, settings: Settings = SETTINGS) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        read_file(content, "x.xlsx", settings)
    with use_language("en"):
        return str(raised.value)


def with_sheet(change: object) -> bytes:
    return changed(PLAIN, lambda name, part: change(part) if name == SHEET_PART else part)  # type: ignore[operator]


def test_over_the_size_limit() -> None:
    said = refusal(PLAIN + b"\0" * 3 * 1024**2, Settings(max_file_bytes=2 * 1024**2))
    assert said.startswith("“x.xlsx” is larger than the 2 MB that can be read")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("build", FORMATS.values(), ids=FORMATS)
def test_truncated(build: Build, part: float) -> None:
    content = build(Page([[f"rij {n}", float(n)] for n in range(300)]))
    assert "is damaged" in refusal(content[: int(len(content) * part)])


def test_a_sheet_that_is_cut_off_inside() -> None:
    assert "is damaged" in refusal(with_sheet(lambda part: part[: len(part) // 2]))


@pytest.mark.parametrize("mark", ["</table:table-row>", "<table:table-cell/>", "</text:p>"])
def test_an_open_document_that_is_cut_off_inside(mark: str) -> None:
    content = ods(Page([["Afdeling", "", "Uren"], ["Jeugd", "", 2.0]]))
    part = parts_of(content)["content.xml"].decode()
    cut = archive({**parts_of(content), "content.xml": part[: part.index(mark) + len(mark)]})
    assert "is damaged" in refusal(cut)


def test_a_bomb() -> None:
    bomb = changed(PLAIN, lambda name, part: part + b" " * 30_000_000 * (name == SHEET_PART))
    assert len(bomb) < 50_000
    said = refusal(bomb, Settings(max_unpacked_bytes=20 * 1024**2))
    assert said.startswith("“x.xlsx” takes up more than 20 MB once it is unpacked")


def test_a_bomb_whose_directory_lies() -> None:
    bomb = changed(PLAIN, lambda name, part: part + b" " * 30_000_000 * (name == SHEET_PART))
    real = struct.pack("<I", len(with_part(PLAIN)) + 30_000_000)
    assert bomb.count(real) == 2  # beside the part, and in the directory
    said = refusal(
        bomb.replace(real, struct.pack("<I", 500)), Settings(max_unpacked_bytes=20 << 20)
    )
    assert "more than 20 MB once it is unpacked" in said


def with_part(content: bytes) -> bytes:
    found: list[bytes] = []
    changed(content, lambda name, part: found.append(part) or part if name == SHEET_PART else part)
    return found[0]


def test_a_directory_that_lies_a_little() -> None:
    size = struct.pack("<I", len(with_part(PLAIN)))
    assert "is damaged" in refusal(PLAIN.replace(size, struct.pack("<I", 500)))


def test_too_many_parts() -> None:
    parts = {f"xl/media/{number}.png": b"" for number in range(10_001)}
    assert "more than 10,000 parts" in refusal(archive({"xl/workbook.xml": "<workbook/>", **parts}))


DECLARATIONS = {
    "external entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "billion laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    "document type alone": "<!DOCTYPE worksheet>",
}


@pytest.mark.parametrize("declaration", DECLARATIONS.values(), ids=DECLARATIONS)
@pytest.mark.parametrize("target", [SHEET_PART, "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations(declaration: str, target: str, encoding: str) -> None:
    def declare(name: str, part: bytes) -> bytes:
        text = part.decode().removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
        return (declaration + text).encode(encoding) if name == target else part

    assert "declarations (DOCTYPE or ENTITY)" in refusal(changed(PLAIN, declare))


def test_a_sheet_in_wide_characters_is_not_taken_for_an_empty_one() -> None:
    assert "is damaged" in refusal(
        with_sheet(lambda part: b"\n\0" + part.decode().encode("utf-16-le"))
    )


def test_macros_and_extra_xml_of_others_may_declare_and_be_wide() -> None:
    table = '<table:table table:name="B"/>'
    macros = {"Basic/script-lc.xml": '<!DOCTYPE library:libraries SYSTEM "libraries.dtd"><l/>'}
    content = {**parts_of(ods_of(table)), **macros}
    assert [sheet.name for sheet in read_file(archive(content), "x", SETTINGS)] == ["B"]
    content = {**parts_of(PLAIN), "customXml/item1.xml": "<a/>".encode("utf-16")}
    assert len(read_file(archive(content), "x", SETTINGS)) == 1


def parts_of(content: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    changed(content, lambda name, part: found.setdefault(name, part))
    return found


def test_encrypted_parts() -> None:
    content = bytearray(PLAIN)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 4)
    assert "is protected with a password" in refusal(bytes(content))


def test_encrypted_open_document() -> None:
    said = refusal(
        ods_of("", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    )
    assert "is protected with a password" in said


FAR = {
    "far corner": (
        "XFD1048576",
        "Sheet “Sheet” of “x.xlsx” is too large to read (at most 600,000 ",
    ),
    "far below": ("B1048576", "Sheet “Sheet” of “x.xlsx” has more than the 600,000 rows"),
    "far right": ("XFD2", "Sheet “Sheet” of “x.xlsx” has more than the 1,000 columns"),
}


@pytest.mark.parametrize(("place", "said"), FAR.values(), ids=FAR)
@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited on Windows")
def test_many_cells_far_away(place: str, said: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "a"
    last = book.active[place]
    for number in range(30):
        at = (last.row - number, last.column) if last.row > 2 else (2, last.column - number)
        book.active.cell(*at, "b")
    assert refusal(saved(book)).startswith(said)


def test_cells_repeated_for_ever() -> None:
    cell = '<table:table-cell table:number-columns-repeated="999999999" office:value-type="string">'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell}<text:p>X</text:p>'
    row += "</table:table-cell></table:table-row>"
    said = refusal(ods_of(f'<table:table table:name="B">{row}</table:table>'))
    assert said.startswith("“x.xlsx” is too large to read (at most 600,000 rows and 1,000 columns")


SMALL = Settings(max_rows=3, max_columns=2, max_cell_length=5, read_seconds=20)
LIMITS = {
    "rows": ([["a"]] * 4, "Sheet “Blad1” of “x.xlsx” has more than the 3 rows"),
    "columns": ([["a", "b", "c"]], "Sheet “Blad1” of “x.xlsx” has more than the 2 columns"),
    "length": ([[], ["zes!!!"]], "Row 2 of sheet “Blad1” of “x.xlsx” has a cell with more than 5"),
}


@pytest.mark.parametrize(("rows", "said"), LIMITS.values(), ids=LIMITS)
@pytest.mark.parametrize("build", FORMATS.values(), ids=FORMATS)
def test_limits(build: Build, rows: list[list[str]], said: str) -> None:
    assert refusal(build(Page(rows)), SMALL).startswith(said)


STAND_IN = """
import os, pickle, sys, time

def send(answer, most=None):
    sys.stdout.buffer.write(pickle.dumps(answer)[:most])
    sys.stdout.flush()
"""
PROCESSES = {
    "sleeps": ("time.sleep(30)", "Reading “x.xlsx” was stopped after 1 seconds"),
    "dies at once": (
        "os.abort()",
        "“x.xlsx” is damaged, or needs more than the 1,536 MB of memory",
    ),
    "dies on a sheet": ("send(('sheet', 'Blad2')); os.abort()", "Sheet “Blad2” of “x.xlsx” is too"),
    "dies half-way": ("send(('done', []), 9)", "“x.xlsx” is damaged"),
    "sends code": ("send(('done', [os.system]))", "“x.xlsx” is damaged"),
}


@pytest.mark.parametrize(("does", "said"), PROCESSES.values(), ids=PROCESSES)
def test_a_process_that_fails(
    does: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stand_in.py").write_text(f"{STAND_IN}\n{does}\n")
    monkeypatch.setattr(workbooks, "_MODULE", "stand_in")
    monkeypatch.setattr(workbooks, "_ROOT", tmp_path)
    assert refusal(PLAIN, Settings(read_seconds=1)).startswith(said)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited on Windows")
def test_a_file_that_needs_too_much_memory() -> None:
    cell = '<table:table-cell table:number-columns-repeated="1000" office:value-type="string">'
    row = f'<table:table-row table:number-rows-repeated="9000">{cell}<text:p>X</text:p>'
    row += "</table:table-cell></table:table-row>"
    content = ods_of(f'<table:table table:name="B">{row}</table:table>')
    assert "more than the 200 MB of memory" in refusal(
        content, Settings(read_memory_bytes=200 * 1024**2)
    )


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read_file(PLAIN, "x", SETTINGS)
    refusal(PLAIN[:-50])
    assert list(tmp_path.iterdir()) == []


def sheet_of(inside: bytes) -> bytes:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    around = b'<?xml version="1.0"?><worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
    return with_sheet(lambda _: around % (main, inside))


def far_cell() -> bytes:
    cell = struct.pack("<II", 9_830_406, 0) + struct.pack("<d", 1.0)
    row = record(0, struct.pack("<I", 1) + b"\0" * 13) + record(5, cell)
    return record(129) + record(145) + row + record(146) + record(130)


TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text of 100 MB": (
        lambda: sheet_of(
            b'<row r="1"><c r="A1" t="inlineStr"><is><t>'
            + b"x" * (100 << 20)
            + b"</t></is></c></row>"
        ),
        "“x.xlsx” holds a single text of more than 1,048,576 characters",
    ),
    "a million columns": (
        lambda: sheet_of(b'<row r="1">' + b"<c><v>1</v></c>" * 1_000_000 + b"</row>"),
        "Sheet “Blad1” of “x.xlsx” has more than the 1,000 columns",
    ),
    "xml a million deep": (
        lambda: sheet_of(b"<row><c>" + b"<x>" * 1_000_000 + b"</x>" * 1_000_000 + b"</c></row>"),
        "“x.xlsx” is damaged",
    ),
    "a million deep among the sheets": (
        lambda: changed(
            PLAIN, lambda name, part: b"<a>" * 1_000_000 if name == "xl/workbook.xml" else part
        ),
        "“x.xlsx” is damaged",
    ),
    "a binary cell where no sheet has any": (
        lambda: archive({**parts_of(xlsb(Page([["a"]]))), "xl/worksheets/sheet0.bin": far_cell()}),
        "“x.xlsx” is damaged",
    ),
    "251 sheets": (
        lambda: xlsx(*(Page([["a"]], f"Blad{number}") for number in range(251))),
        "“x.xlsx” has more than the 250 sheets",
    ),
    "a text without end": (lambda: b"a" * 1_000_000, "Row 1 of sheet “x” of “x.xlsx” has a cell"),
    "a million lines": (lambda: b"a\n" * 1_000_000, "Sheet “x” of “x.xlsx” has more than"),
    "a million delimiters": (lambda: b"a;" * 1_000_000, "Sheet “x” of “x.xlsx” has more than"),
}


@pytest.mark.parametrize(("make", "said"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_refused_for_what_it_is_with_little_memory(
    make: Callable[[], bytes], said: str
) -> None:
    assert refusal(make(), Settings(read_memory_bytes=512 * 1024**2)).startswith(said)


def test_sheets_that_share_a_part_count_together() -> None:
    """Twenty sheets of one part: little in the file, much in the memory of whoever reads it."""
    rows = [[f"rij {n}", float(n)] for n in range(1_000)]
    book = changed(
        xlsx(*(Page(rows if n == 1 else [["x"]], f"Blad{n}") for n in range(1, 21))), _all_as_first
    )
    few = Settings(max_cells=30_000, read_seconds=20)
    assert refusal(book, few).startswith("“x.xlsx” has more than the 30,000 cells")
    assert len(read_file(book, "x.xlsx", Settings(max_cells=40_000, read_seconds=20))) == 20


def test_a_long_text_that_many_cells_share_is_handed_over_within_the_limit() -> None:
    """Thirty long texts, in every part of every sheet: 1 MB in the file, 20 MB for who reads it."""
    texts = [[f"{n:03d}" + "x" * 32_000] for n in range(30)]
    book = changed(
        xlsx(*(Page(texts if n == 1 else [["x"]], f"Blad{n}") for n in range(1, 21))), _all_as_first
    )
    few = Settings(max_unpacked_bytes=5 * 1024**2, read_seconds=20)
    assert "more than 5 MB once it is unpacked" in refusal(book, few)
    assert len(read_file(book, "x.xlsx", replace(few, max_unpacked_bytes=25 * 1024**2))) == 20


def test_no_more_is_handed_over_than_the_limit() -> None:
    output = BytesIO()
    send = handing_over(output, 10_000)
    for number in range(60):
        send(("rows", [["x" * 100, number]], 60))
    with pytest.raises(RefusedError) as raised:
        send(("rows", [["x" * 5_000]], 60))
    assert raised.value.values == {"limit": 10_000}
    assert 6_000 < len(output.getvalue()) <= 10_000


def test_both_processes_together_keep_to_the_limit_of_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each alone would be within it."""
    most = 200 * 1024**2
    used = iter([50, 150, 100, *[250, 100] * 100])  # before; then this process and the other one
    monkeypatch.setattr(workbooks, "used_bytes", lambda *_: next(used) * 1024**2)
    rows = [[f"rij {n}", float(n)] for n in range(100)]
    few = Settings(read_memory_bytes=most, read_seconds=20)
    assert "more than the 200 MB of memory" in refusal(xlsx(Page(rows)), few)


def test_what_is_said_of_rows_without_content_is_not_handed_over() -> None:
    row = b'<row r="%d" hidden="1"/>'
    merged = b'<mergeCell ref="A%d:B%d"/>'
    inside = b'<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
    inside += b"".join(row % number for number in range(2, 50_000)) + b"</sheetData><mergeCells>"
    inside += b"".join(merged % (number, number) for number in range(1, 50_000))
    book = sheet_of(inside + b"</mergeCells><sheetData>")
    (sheet,) = read_file(book, "x.xlsx", SETTINGS)
    assert (sheet.marks.hidden_rows, len(sheet.merged)) == ({1}, 1)


@pytest.mark.parametrize("of", ["struck", "merged"])
def test_marks_and_merged_ranges_take_room_as_cells_do(of: str) -> None:
    book = openpyxl.Workbook()
    for number in range(1, 201):
        book.active.append([f"rij {number}", number])
        if of == "merged":
            book.active.merge_cells(f"A{number}:B{number}")
        else:
            book.active.cell(number, 1).font = openpyxl.styles.Font(strike=True)
    content = saved(book)
    assert "more than the 550 cells" in refusal(content, Settings(max_cells=550))
    assert len(read_file(content, "x.xlsx", Settings(max_cells=1_000))) == 1


def test_empty_rows_count_too() -> None:
    content = ("\n" * 5_000 + "a;b\n").encode()
    assert "more than the 100 cells" in refusal(content, Settings(max_cells=100))


def _all_as_first(name: str, part: bytes) -> bytes:
    """Let every sheet of a workbook be the first one's part."""
    if not name.endswith("workbook.xml.rels"):
        return part
    return re.sub(rb"worksheets/sheet\d+\.xml", b"worksheets/sheet1.xml", part)
