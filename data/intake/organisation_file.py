"""Reading the organisation: departments and themes, from a workbook, a text or what was pasted.

A sheet has the headings Afdeling, Domein, Vanaf, Tot, or Thema, Pijler, Vanaf, Tot; all but the
first may be left out. A list without headings is a list of departments, one per line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from data.cells.name_keys import fold, name_key
from data.cells.text import clean_text
from data.columns import DEPARTMENT, DOMAIN, PILLAR, THEME, UNCLASSIFIED
from data.fields.choices import CLASSES
from data.settings import Settings
from data.values.grid import Cell, Sheet
from data.values.organisation_input import OrganisationInput, StatedName

Header = tuple[int, str, dict[str, int]]  # its row, what the list is of, and its columns

_NAME, _GROUP, _FROM, _TO, _MANAGER = "name", "group", "from", "to", "manager"
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    DEPARTMENT: ("afdeling", "afdelingen", "team", "department", "departments"),
    THEME: ("thema", "thema's", "themas", "theme", "themes"),
    _GROUP: ("domein", "pijler", "domain", "pillar", "sector", "cluster"),
    _FROM: ("vanaf", "bestaat vanaf", "van", "from", "start"),
    _TO: ("tot", "tot en met", "t/m", "bestaat tot en met", "bestaat tot", "to", "until", "einde"),
    _MANAGER: ("functie manager", "functie", "manager", "function"),
}  # fmt: skip
# A list without headings: the department, and beside it what each cell looks like.
_WITHOUT_HEADINGS: Header = (-1, DEPARTMENT, {})
_FUNCTION = re.compile("manager|hoofd|directeur|leider|chef|coordinator|secretaris|griffier")
_YEAR = re.compile(r"(19|20)\d\d")
_HEADER_ROWS = 20


def read_organisation(content: bytes, file_name: str, settings: Settings) -> OrganisationInput:
    """What a file says of the organisation; raises `UnreadableFileError`."""
    from data.reading.files import read_file

    return organisation_in(read_file(content, file_name, settings))


def pasted_organisation(text: str) -> OrganisationInput:
    """What was pasted: a line per department, its cells apart by tabs or semicolons."""
    rows = [re.split(r"[\t;]", line) for line in text.splitlines()]
    return organisation_in([Sheet("", [[cell.strip() for cell in row] for row in rows])])


def organisation_in(sheets: Iterable[Sheet]) -> OrganisationInput:
    """What sheets say of the organisation."""
    departments: dict[str, StatedName] = {}
    themes: dict[str, StatedName] = {}
    unread: list[tuple[str, str]] = []
    filled = [sheet for sheet in sheets if any(any(_text(c) for c in row) for row in sheet.rows)]
    headed: list[tuple[Sheet, Header | None]] = [(s, _header(s.rows)) for s in filled]
    if filled and not any(header for _sheet, header in headed):
        headed = [(filled[0], _WITHOUT_HEADINGS)]
    for sheet, header in headed:
        if header is None:
            continue
        row_number, kind, places = header
        options = CLASSES[DOMAIN if kind == DEPARTMENT else PILLAR]
        found = departments if kind == DEPARTMENT else themes
        for number, row in enumerate(sheet.rows[row_number + 1 :], start=row_number + 2):
            cells = {part: _text(row[at]) for part, at in places.items() if at < len(row)}
            cells = cells if places else _by_look(row)
            name = cells.get(_NAME, "")
            if not name:
                continue
            group = _option(cells.get(_GROUP, ""), options)
            if cells.get(_GROUP) and group is None:
                unread.append((f"{sheet.name} {number}".strip(), cells[_GROUP]))
            found[_known(name, found)] = StatedName(
                group, _year(cells.get(_FROM)), _year(cells.get(_TO)), cells.get(_MANAGER) or None
            )
    return OrganisationInput(departments, themes, tuple(unread))


def same_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that this is, but for case, spaces, punctuation and "&"."""
    wanted = name_key(name).words
    return next((other for other in known if name_key(other).words == wanted), None)


def _known(name: str, found: Iterable[str]) -> str:
    return same_name(name, found) or name


def _header(rows: Sequence[Sequence[Cell]]) -> Header | None:
    """The row with headings, what the list is of, and where its columns stand."""
    for number, row in enumerate(rows[:_HEADER_ROWS]):
        texts = [fold(_text(cell)).strip(" :.") for cell in row]
        for kind in (DEPARTMENT, THEME):
            at = next((i for i, text in enumerate(texts) if text in _HEADINGS[kind]), None)
            if at is None:
                continue
            places = {_NAME: at}
            for part in (_GROUP, _FROM, _TO, _MANAGER):
                place = next((i for i, text in enumerate(texts) if text in _HEADINGS[part]), None)
                if place is not None:
                    places[part] = place
            return number, kind, places
    return None


def _by_look(row: Sequence[Cell]) -> dict[str, str]:
    """A line without headings: the name, and then years, a domain, the function of the manager."""
    name, *others = [_text(cell) for cell in row] or [""]
    found = {_NAME: name}
    for text in filter(None, others):
        if _YEAR.fullmatch(text):
            found[_TO if _FROM in found else _FROM] = text
        else:
            found.setdefault(_MANAGER if _FUNCTION.search(fold(text)) else _GROUP, text)
    return found


def _option(text: str, options: Sequence[str]) -> str | None:
    """The domain or pillar that a text names: as it is, or as a word in it."""
    told = fold(text)
    if not told or told == UNCLASSIFIED:
        return None
    exact = [option for option in options if fold(option) == told]
    words = [o for o in options if o != UNCLASSIFIED and fold(o).split()[0] in told]
    starts = [o for o in options if o != UNCLASSIFIED and told.startswith(fold(o)[:5])]
    return next(iter([*exact, *words, *starts]), None)


def _year(text: str | None) -> int | None:
    found = _YEAR.search(text or "")
    return int(found[0]) if found else None


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return clean_text("" if cell is None else str(cell))
