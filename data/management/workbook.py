"""All that is managed as the sheets of a workbook, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from data.cells.cell import Cell
from data.columns import (
    DEPARTMENT,
    DOMAIN,
    EMPLOYEES,
    FORM,
    MANAGER,
    PERCENT,
    PILLAR,
    REORGANISATION,
    SUCCESSOR,
    TASK,
    THEME,
    VALID_FROM,
    VALID_TO,
    YEAR,
)
from data.errors import NotDoneError
from data.fields.choices import CLASSES
from data.management import messages
from data.management.managed import Managed
from data.settings import check_choice
from data.storing.reorganising import Reorganisation
from data.values.grid import Sheet

RELEVANT, KIND, SPELLING, NAME, SETTING, VALUE = (
    "relevant", "kind", "spelling", "name", "setting", "value",
)  # fmt: skip
DEPARTMENTS, THEMES, FORMS, RELEVANCE, SPELLINGS, SETTINGS, REORGANISATIONS = (
    "Afdelingen", "Thema's", "Vormen", "Relevantie", "Spellingen", "Instellingen",
    "Reorganisaties",
)  # fmt: skip

# Sheet -> heading -> what is under it. Dutch whatever the language, for it is a format.
LAYOUT: Mapping[str, Mapping[str, str]] = {
    DEPARTMENTS: {
        "Afdeling": DEPARTMENT, "Domein": DOMAIN, "Functie manager": MANAGER,
        "Medewerkers": EMPLOYEES, "Bestaat vanaf": VALID_FROM, "Bestaat tot en met": VALID_TO,
    },
    THEMES: {
        "Thema": THEME, "Pijler": PILLAR, "Opgave": TASK,
        "Bestaat vanaf": VALID_FROM, "Bestaat tot en met": VALID_TO,
    },
    FORMS: {"Vorm": FORM},
    RELEVANCE: {"Afdeling": DEPARTMENT, "Thema": THEME, "Relevant": RELEVANT},
    SPELLINGS: {"Soort": KIND, "Spelling": SPELLING, "Naam": NAME},
    SETTINGS: {"Instelling": SETTING, "Waarde": VALUE},
    REORGANISATIONS: {
        "Nummer": REORGANISATION, "Vanaf jaar": YEAR, "Afdeling": DEPARTMENT,
        "Opvolger": SUCCESSOR, "Procent": PERCENT,
    },
}  # fmt: skip
_KINDS = {"afdeling": DEPARTMENT, "thema": THEME}
_WHOLE = {EMPLOYEES, VALID_FROM, VALID_TO, YEAR, PERCENT, REORGANISATION}
_YES, _NO = "ja", "nee"

Row = Mapping[str, Any]


class UnusableWorkbookError(NotDoneError):
    """The workbook does not hold what it must; the sentence says where."""


def rows_of(managed: Managed) -> dict[str, list[list[Any]]]:
    """Sheet -> rows, the headings left out, in the columns of `LAYOUT`."""
    kinds = {column: word for word, column in _KINDS.items()}
    lines: dict[str, Iterable[Row]] = {
        DEPARTMENTS: ({DEPARTMENT: n, **known} for n, known in managed.departments.items()),
        THEMES: ({THEME: name, **known} for name, known in managed.themes.items()),
        FORMS: ({FORM: form} for form in managed.forms),
        RELEVANCE: (
            {DEPARTMENT: department, THEME: theme, RELEVANT: _YES if relevant else _NO}
            for (department, theme), relevant in managed.relevance.items()
        ),
        SPELLINGS: (
            {KIND: kinds[kind], SPELLING: spelling, NAME: name}
            for (kind, spelling), name in managed.spellings.items()
        ),
        SETTINGS: ({SETTING: name, VALUE: value} for name, value in managed.settings.items()),
        REORGANISATIONS: (
            {REORGANISATION: i, YEAR: x.year, DEPARTMENT: n, SUCCESSOR: successor, PERCENT: percent}
            for i, x in enumerate(managed.reorganisations, start=1)
            for n, parts in x.successors.items()
            for successor, percent in parts.items()
        ),
    }
    return {
        sheet: [[row.get(column) for column in columns.values()] for row in lines[sheet]]
        for sheet, columns in LAYOUT.items()
    }


def managed_in(sheets: Sequence[Sheet]) -> Managed:
    """What the sheets of a workbook say. Raises `UnusableWorkbookError`; other sheets are left."""
    named = {sheet.name: sheet for sheet in sheets}
    if not set(LAYOUT) & set(named):
        raise UnusableWorkbookError(messages.WORKBOOK_WITHOUT_SHEETS(names=", ".join(LAYOUT)))
    rows = {name: _rows(named[name]) if name in named else [] for name in LAYOUT}
    return Managed(
        _by_name(rows[DEPARTMENTS], DEPARTMENT),
        _by_name(rows[THEMES], THEME),
        [row[FORM] for row in rows[FORMS] if FORM in row],
        {(row[DEPARTMENT], row[THEME]): row[RELEVANT] for row in rows[RELEVANCE]},
        {(row[KIND], row[SPELLING]): row[NAME] for row in rows[SPELLINGS]},
        {row[SETTING]: row[VALUE] for row in rows[SETTINGS]},
        _reorganisations(rows[REORGANISATIONS]),
    )


def _rows(sheet: Sheet) -> list[dict[str, Any]]:
    columns = LAYOUT[sheet.name]
    required = _REQUIRED.get(sheet.name, set(columns.values()))
    header = next((i for i, row in enumerate(sheet.rows) if set(columns) & set(row)), None)
    if header is None or not {h for h, c in columns.items() if c in required} <= set(
        sheet.rows[header]
    ):
        raise UnusableWorkbookError(
            messages.SHEET_LACKS_COLUMNS(sheet=sheet.name, columns=", ".join(columns))
        )
    places = {columns[str(h)]: i for i, h in enumerate(sheet.rows[header]) if h in columns}
    found = []
    for number, row in enumerate(sheet.rows[header + 1 :], start=sheet.first_row + header + 1):
        texts = {column: _text(row[i]) for column, i in places.items() if i < len(row)}
        filled = {column: text for column, text in texts.items() if text}
        if filled:
            found.append(_values(filled, required, sheet.name, number))
    return found


_REQUIRED = {
    DEPARTMENTS: {DEPARTMENT, DOMAIN},
    THEMES: {THEME, PILLAR, TASK},
}


def _values(
    filled: Mapping[str, str], required: set[str], sheet: str, number: int
) -> dict[str, Any]:
    missing = [heading for heading, c in LAYOUT[sheet].items() if c in required - set(filled)]
    if missing:
        raise _fault(sheet, number, missing[0], "")
    values = {}
    for heading, column in LAYOUT[sheet].items():
        if column in filled:
            try:
                values[column] = _READERS.get(column, _as_is)(filled[column])
                if column == VALUE:
                    check_choice(filled[SETTING], filled[VALUE])
            except (KeyError, ValueError):
                raise _fault(sheet, number, heading, filled[column]) from None
    return values


def _fault(sheet: str, number: int, heading: str, value: str) -> UnusableWorkbookError:
    return UnusableWorkbookError(
        messages.CELL_CANNOT_BE(sheet=sheet, row=number, value=value, heading=heading)
    )


def _as_is(text: str) -> str:
    return text


def _whole(text: str) -> int:
    number = float(text.replace(",", "."))
    if number != int(number) or number < 0:
        raise ValueError(text)
    return int(number)


def _one_of(options: Sequence[str]) -> Callable[[str], str]:
    return lambda text: options[options.index(text.casefold())]


def _yes(text: str) -> bool:
    return {_YES: True, _NO: False}[text.casefold()]


_READERS: Mapping[str, Callable[[str], Any]] = {
    **{column: _one_of(options) for column, options in CLASSES.items()},
    **dict.fromkeys(_WHOLE, _whole),
    RELEVANT: _yes,
    KIND: lambda text: _KINDS[text.casefold()],
}


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell).strip()


def _by_name(rows: Iterable[dict[str, Any]], name: str) -> dict[str, Row]:
    return {row[name]: {c: value for c, value in row.items() if c != name} for row in rows}


def _reorganisations(rows: Iterable[Row]) -> list[Reorganisation]:
    years: dict[int, int] = {}
    parts: dict[int, dict[str, dict[str, int]]] = {}
    for row in rows:
        number = row[REORGANISATION]
        years[number] = row[YEAR]
        of_department = parts.setdefault(number, {}).setdefault(row[DEPARTMENT], {})
        of_department[row[SUCCESSOR]] = row[PERCENT]
    return [Reorganisation(years[number], parts[number]) for number in sorted(parts)]
