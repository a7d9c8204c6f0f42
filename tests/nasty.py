"""Texts that try to be something else: markup, formulas, formats, other directions, endless."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl

# In a browser each of these would leave a trace: a variable, or an element with this id.
TRACE = "nasty_trace"
NASTY = (
    f"<script>window.{TRACE}=1</script>",
    f'<img src=x onerror="window.{TRACE}=1" id={TRACE}>',
    f'"><b id={TRACE}>vet</b>',
    f"[klik](javascript:window.{TRACE}=1)",
    f"](javascript:window.{TRACE}=1)",
    "![x](https://b.example/x.png)",
    "https://b.example/weg",
    "=A1+1",
    '=HYPERLINK("https://b.example";"x")',
    "+31+A1",
    "-A1+1",
    "@SUM(A1)",
    "\t=A1+1",
    "\r=A1+1",
    "'=A1+1",
    "{0} {value} {n}",
    "%s %(x)s %{x}",
    "$\\frac{a}{b}$ en $x$",
    ":red[rood] :material/home: :smile:",
    "**vet** _schuin_ `code` ~~weg~~",
    "# kop",
    "&lt;b&gt;vet&lt;/b&gt; &amp;",
    "\u202eneddaw",
    "emoji 🏠👩‍👩‍👧",
    "_x0000_ nul",
    "lang " * 39,
)
NASTY_FILE = f"<b id={TRACE}>[x](javascript:1) {{0}} $a$.xlsx"
NASTY_SHEET = "=1+1 <b>{0} $a$"
HEADINGS = ("Datum", "Afdeling", "Thema", "Onderwerp", "Uren")


def nasty_workbook(faulty: int = 3) -> bytes:
    """A use of each text as department, theme and subject; and some faulty rows with them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = NASTY_SHEET
    lines: list[tuple[object, ...]] = [(*HEADINGS, f"<b id={TRACE}>kop</b> =1+1")]
    for number, text in enumerate(NASTY):
        other = NASTY[(number + 7) % len(NASTY)]
        day = dt.date(2021 + number % 2, 1 + number % 12, 10)
        note = f"noot {number}: {text}"  # no column of names
        lines += [(day, text, other, text, 1.5, note), (day, other, text, other * 100, 2, note)]
    lines += [(text, text, text, text, text, text) for text in NASTY[:faulty]]
    for row, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    target = BytesIO()
    book.save(target)
    return target.getvalue()
