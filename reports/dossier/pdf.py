"""The dossier as an accessible PDF (PDF/UA-1), set by Typst; every value goes in as data."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typst

from reports.dossier.documents import clean
from reports.dossier.parts import TEXT, Dossier, Part, Table

_TEMPLATE = Path(__file__).with_name("dossier.typ")
# An accessible PDF holds no character without a font. Names may hold any: what lies outside Latin,
# Greek, Cyrillic and the common signs becomes a question mark, and so does what a font still lacks.
_ELSEWHERE = re.compile("[^\\x00-\\u052f\\u1e00-\\u1fff\\u2000-\\u22ff\\u25a0-\\u25ff\\u2713]")
_NO_FONT = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_MOST_UNKNOWN = 20
_LOGO = {b"\x89PNG": "logo.png", b"\xff\xd8\xff": "logo.jpg"}


def write_pdf(dossier: Dossier) -> bytes:
    """The dossier as .pdf; raises `typst.TypstError` when it could not be made accessible."""
    unknown = ""
    for _try in range(_MOST_UNKNOWN):
        with _laid_out(dossier, dossier.everything, unknown) as file:
            try:
                made: bytes = typst.compile(
                    file, root=file.parent, format="pdf", pdf_standards=["ua-1"]
                )
                return made
            except typst.TypstError as error:
                found = _NO_FONT.search(str(error))
                if found is None:
                    raise
                unknown += found[1]
    raise ValueError("the fonts of this machine lack too many characters")


def sheets_of(dossier: Dossier) -> int:
    """How many sides of A4 the dossier takes without its annexes."""
    with _laid_out(dossier, dossier.parts) as file:
        found = typst.query(file, "<sides>", root=file.parent, field="value", one=True)
    return int(json.loads(found))


def pictures_of(dossier: Dossier, *, ppi: int) -> list[bytes]:
    """The sides of the dossier as PNG, the annexes too."""
    with _laid_out(dossier, dossier.everything) as file:
        made = typst.compile(file, root=file.parent, format="png", ppi=ppi)
    return made if isinstance(made, list) else [made]


@contextmanager
def _laid_out(dossier: Dossier, parts: tuple[Part, ...], unknown: str = "") -> Iterator[Path]:
    """The document as Typst wants it, in a folder of its own; `unknown` is shown as `?`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        logo = _put_logo(root, dossier.style.logo)
        (root / "dossier.typ").write_bytes(_TEMPLATE.read_bytes())
        told = _data(dossier, parts) | {"logo": logo}
        lacking = {ord(character): "?" for character in unknown}
        text = _ELSEWHERE.sub("?", json.dumps(told, ensure_ascii=False)).translate(lacking)
        (root / "dossier.json").write_text(text, encoding="utf-8")
        yield root / "dossier.typ"


def _data(dossier: Dossier, parts: tuple[Part, ...]) -> dict[str, Any]:
    day = dossier.made_on
    return {
        "title": clean(dossier.title),
        "subtitle": clean(dossier.subtitle),
        "language": dossier.language,
        "day": [day.year, day.month, day.day],
        "first": dossier.style.first,
        "second": dossier.style.second,
        "warnings": [clean(warning.text) for warning in dossier.warnings],
        "parts": [_part(part, annex=part in dossier.annexes) for part in parts],
    }


def _part(part: Part, *, annex: bool) -> dict[str, Any]:
    return {
        "heading": clean(part.heading),
        "annex": annex,
        "paragraphs": [clean(s.text) for s in part.sentences if not s.point],
        "points": [clean(s.text) for s in part.sentences if s.point],
        "tables": [_table(table) for table in part.tables],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": clean(table.caption),
        "widths": [column.width for column in table.columns],
        "right": [column.kind != TEXT for column in table.columns],
        "narrow": table.narrow,
        "headings": [clean(column.heading) for column in table.columns],
        "rows": [[clean(text) for text in row] for row in table.shown_rows],
    }


def _put_logo(root: Path, logo: bytes | None) -> str:
    """Put the logo beside the document; its name, empty when there is none that can be set."""
    name = next((n for begin, n in _LOGO.items() if logo and logo.startswith(begin)), "")
    if name and logo:
        (root / name).write_bytes(logo)
    return name
