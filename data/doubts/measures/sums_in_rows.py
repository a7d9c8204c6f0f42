"""Use that adds up other use, under a name: `Concern`, a domain above its departments.

Their hours would count twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import isclose

from data import columns as c
from data.cells.cell import Cell
from data.cells.dates import PartialDate, parse_dates
from data.cells.figures import number_or_zero
from data.cells.keys import plain_words
from data.cells.labels import PARTS_OF_LABELS, Label, total_label
from data.cells.predicates import cell_at
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.values.found_table import CROSSTAB, LIST

_FEWEST, _MOST_ROWS = 4, 2_000
_LENGTHS = {c.MONTH_PRECISION: 1, c.QUARTER_PRECISION: 3, c.YEAR_PRECISION: 12}  # months
_PART_OF_OTHER = re.compile(
    r"\A\s*(?:waarvan|waaronder|w\.\s?[vo]\.|of which|davon)\b", re.IGNORECASE
)
_STEMS = (*PARTS_OF_LABELS, "waarvan", "waaronder", "w.", "of which", "davon")
_FEWEST_PARTS, _FEWEST_ALONE = 2, 3  # two small numbers often make the next one
_FEWEST_ROWS_OF_CROSSTAB = 3
_MOST_ROWS_OF_CROSSTAB = 300
_ROWS_WITHOUT_A_WORD, _SMALL = 4, 10  # small numbers add up by chance
_WHOLE = re.compile(
    r"\b(\w{0,20}domein|sociaal|sociale|fysiek\w*|ruimte\w*|bestuur|pijler|cluster|programma"
    r"|samen|geheel|gehele|concern|directie|sector|totaal\w*|total|subtotaal|beide|domain)\b"
)


def look(found: LookedAt) -> None:
    """Ask whether such rows count, or in a crosstab such columns."""
    if found.table.kind != c.USAGE:
        return
    if found.table.layout == CROSSTAB:
        _look_at_crosstab(found)
    if found.table.layout != LIST:
        return
    said = _said_by_text(found)
    _ask(found, said)
    measures = (found.headings(name)[:1] for name in (c.HOURS, c.PARTICIPANTS, c.AMOUNT))
    for heading in [h for headings in measures for h in headings][:1]:
        if _FEWEST <= len(found.candidates) <= _MOST_ROWS:
            numbers = [number_or_zero(cell) for cell in found.values(heading)]
            rows = next(filter(None, _adding_up(found, numbers)), [])
            _ask(found, [row for row in rows if row not in said])


def _said_by_text(found: LookedAt) -> list[int]:
    """The rows whose subject or description is nothing but the word for a total or an average."""
    rows: set[int] = set()
    for heading in found.headings(c.SUBJECT, c.DESCRIPTION):
        column = found.column(heading)
        told: set[Cell] = {*filter(_says_total, column.texts_with(_STEMS))}
        rows.update(column.rows_where(told.__contains__) if told else ())
    return sorted(rows)


def _says_total(text: str) -> bool:
    return total_label(text) is Label.TOTAL or bool(_PART_OF_OTHER.match(text))


def _adding_up(found: LookedAt, numbers: Sequence[float]) -> Iterator[list[int]]:
    yield _sum_of_all(numbers)
    keys = {column: _keys(found, column) for column in (c.DEPARTMENT, c.THEME)}
    periods = _keys(found, c.DATE, c.YEAR, c.QUARTER, c.MONTH)
    for column, other in ((c.DEPARTMENT, c.THEME), (c.THEME, c.DEPARTMENT)):
        yield _of_name(numbers, keys[column], [*zip(periods, keys[other], strict=True)])
    yield _above_their_parts(numbers, periods)
    yield from _below_their_parts(found, numbers, keys)
    yield _of_longer_periods(found, numbers, [*zip(*keys.values(), strict=True)])


def _keys(found: LookedAt, *columns: str) -> list[str]:
    cells = [found.values(heading) for heading in found.headings(*columns)]
    rows = range(len(found.candidates))
    return [plain_words(" ".join(cell_text(x[row]) for x in cells)) for row in rows]


def _sum_of_all(hours: Sequence[float]) -> list[int]:
    """The first or the last row, when it holds the hours of all the others."""
    for row in (0, len(hours) - 1):
        others = [number for place, number in enumerate(hours) if place != row]
        if sum(map(bool, others)) >= _FEWEST and isclose(sum(others), hours[row], abs_tol=0.01):
            return [row]
    return []


def _of_name(
    hours: Sequence[float], names: Sequence[str], groups: Sequence[tuple[str, str]]
) -> list[int]:
    """The rows of a name that everywhere holds the hours of the others in its group."""
    by_group: dict[tuple[str, str], list[int]] = {}
    for row, group in enumerate(groups):
        by_group.setdefault(group, []).append(row)
    for name in dict.fromkeys(names):
        rows = [row for row, other in enumerate(names) if other == name]
        if name and len(rows) > 1 and all(_holds(hours, r, by_group[groups[r]]) for r in rows):
            return rows
    return []


def _holds(hours: Sequence[float], row: int, group: Sequence[int]) -> bool:
    others = [hours[other] for other in group if other != row and hours[other]]
    return len(others) >= _FEWEST_PARTS and isclose(sum(others), hours[row], abs_tol=0.01)


def _above_their_parts(hours: Sequence[float], periods: Sequence[str]) -> list[int]:
    """The rows that add up those of their period right below them, when that explains every row."""
    top: list[int] = []  # the rows that no row above them adds up yet, the uppermost last
    parents: list[int] = []
    for row in reversed(range(len(hours))):
        total = 0.0
        for count, part in enumerate(reversed(top), start=1):
            total += hours[part]
            if periods[part] != periods[row]:
                break
            if count >= _FEWEST_PARTS and hours[row] and isclose(total, hours[row], abs_tol=0.01):
                parents.append(row)
                del top[-count:]
                break
        top.append(row)
    whole = len(parents) > 1 and set(top) <= set(parents)
    return sorted(parents) if whole else []


def _below_their_parts(
    found: LookedAt, numbers: Sequence[float], keys: Mapping[str, Sequence[str]]
) -> Iterator[list[int]]:
    """The rows that add up those right above them, when all rows of their sort do.

    Of one sort are the rows without a subject, those of one name, and the last of each department.
    """
    departments = keys[c.DEPARTMENT]
    for subjects in [_keys(found, c.SUBJECT)] if found.headings(c.SUBJECT) else []:
        blank = [row for row, subject in enumerate(subjects) if not subject]
        if 0 < 2 * len(blank) < len(subjects):
            yield _when_sums(numbers, departments, blank, fewest=1)
    for names in keys.values():
        for name in dict.fromkeys(names):
            yield _when_sums(numbers, departments, [i for i, x in enumerate(names) if x == name])
    last = [i for i, x in enumerate(departments) if departments[i + 1 : i + 2] != [x]]
    yield _when_sums(numbers, departments, last)


def _when_sums(
    numbers: Sequence[float], groups: Sequence[str], rows: Sequence[int], *, fewest: int = 2
) -> list[int]:
    """These rows when each holds those between it and the one before, or those of its group.

    Of at least `fewest` those must be several.
    """
    several = 0
    for before, row in pairwise([-1, *rows]):
        parts = range(before + 1, row)
        held = [x for x in (parts, _of_group(groups, parts)) if x and _is_sum_of(numbers, row, x)]
        if not held:
            return []
        several += max(map(len, held)) >= (_FEWEST_PARTS if len(rows) > 1 else _FEWEST_ALONE)
    return list(rows) if several >= fewest else []


def _of_group(groups: Sequence[str], parts: range) -> range:
    """The last of these rows that are of one group."""
    start = parts.stop
    while start > parts.start and groups[start - 1] == groups[parts.stop - 1]:
        start -= 1
    return range(start, parts.stop)


def _is_sum_of(numbers: Sequence[float], row: int, parts: Iterable[int]) -> bool:
    return bool(numbers[row]) and isclose(
        sum(numbers[part] for part in parts), numbers[row], abs_tol=0.01
    )


def _of_longer_periods(
    found: LookedAt, numbers: Sequence[float], names: Sequence[tuple[str, ...]]
) -> list[int]:
    """The rows of a year or quarter that hold those of its months, or days, by the same names."""
    dates = found.headings(c.DATE)
    moments = parse_dates(found.values(dates[0])) if dates else []
    by_names: dict[tuple[str, ...], list[tuple[int, int, PartialDate]]] = {}
    for row, day in enumerate(moments):
        if isinstance(day, PartialDate):
            of_names = by_names.setdefault(names[row], [])
            of_names.append((row, _LENGTHS.get(day.precision, 0), day))
    return sorted(row for rows in by_names.values() for row in _longer(rows, numbers))


def _longer(
    rows: Sequence[tuple[int, int, PartialDate]], numbers: Sequence[float]
) -> Iterator[int]:
    if len({length for _, length, _ in rows}) < 2:  # months; the usual case
        return
    for row, length, moment in rows:
        within = [
            other
            for other, shorter, day in rows
            if shorter < length and _period(day, length) == _period(moment, length)
        ]
        if len(within) >= _FEWEST_PARTS and _is_sum_of(numbers, row, within):
            yield row


def _period(moment: PartialDate, length: int) -> tuple[int, int]:
    return moment.date.year, (moment.date.month - 1) // length


def _look_at_crosstab(found: LookedAt) -> None:
    """Ask whether a column counts that in every row holds those right beside it together."""
    cells: dict[int, dict[int, float]] = {}  # row of the sheet -> place -> number
    of_place: dict[int, list[int]] = {}
    candidates = found.candidates
    if not _FEWEST <= len(candidates) <= _MOST_ROWS:
        return
    labels = found.label_places
    for i, number in enumerate(candidates.numbers):
        row = found.sheet.rows[number - found.sheet.first_row]
        for place in set(candidates.places_on_sheet(i)) - labels:
            cells.setdefault(number, {})[place] = number_or_zero(cell_at(row, place))
            of_place.setdefault(place, []).append(i)
    places = sorted(of_place)
    if _ask_of_rows(found, cells, labels):
        return
    for at, place in enumerate(places):
        beside = [places[at - n : at] for n in range(_FEWEST_PARTS, at + 1)]
        beside += [places[at + 1 : at + 1 + n] for n in range(_FEWEST_PARTS, len(places) - at)]
        text = next((h.text for h in found.table.headings if h.position == place), "")
        if any(_is_sum(cells, place, parts, text) for parts in beside):
            rows = of_place[place]
            question = messages.COLUMN_ADDS_UP(value=shorten(text), n=len(rows))
            found.ask("column_adds_up", question, rows, messages.ADDS_UP_OTHERS())
            return


def _ask_of_rows(
    found: LookedAt, cells: Mapping[int, Mapping[int, float]], labels: Iterable[int]
) -> bool:
    """Ask about the rows that hold those right below them together: a domain above its departments.

    One such row may be chance, unless it is called after a whole.
    """
    numbers = sorted(cells)
    if len(numbers) > _MOST_ROWS_OF_CROSSTAB:
        return False
    above = [n for at, n in enumerate(numbers) if _holds_those_below(cells, numbers, at)]
    first = found.sheet.first_row
    names = [cell_text(cell_at(found.sheet.rows[n - first], p)) for n in above for p in labels]
    if not above or (len(above) == 1 and not any(_WHOLE.search(plain_words(x)) for x in names)):
        return False
    rows = [row for row, number in enumerate(found.candidates.numbers) if number in above]
    question = messages.ROWS_ADD_UP(value=shorten(names[0]), n=len(rows))
    found.ask("rows_add_up", question, rows, messages.ADDS_UP_OTHERS())
    return True


def _holds_those_below(
    cells: Mapping[int, Mapping[int, float]], numbers: Sequence[int], at: int
) -> bool:
    own, together, told = cells[numbers[at]], dict[int, float](), 0
    for count, number in enumerate(numbers[at + 1 :], start=1):
        told += len(cells[number]) > 1
        for place, value in cells[number].items():
            together[place] = together.get(place, 0.0) + value
            if together[place] > own.get(place, 0.0) + 0.01:
                return False
        same = together.keys() == own.keys() and all(
            isclose(total, own[place], abs_tol=0.01) for place, total in together.items()
        )
        if same and count >= _FEWEST_PARTS and told >= _FEWEST_PARTS:
            return len(own) >= _FEWEST_ROWS_OF_CROSSTAB
    return False


def _is_sum(
    cells: dict[int, dict[int, float]], place: int, parts: Sequence[int], text: str
) -> bool:
    told, large = 0, False
    for row in cells.values():
        numbers = [row.get(part, 0.0) for part in parts]
        if not isclose(sum(numbers), row.get(place, 0.0), abs_tol=0.01):
            return False
        told += sum(map(bool, numbers)) >= _FEWEST_PARTS
        large = large or sum(numbers) > _SMALL
    sure = large or _WHOLE.search(plain_words(text))
    return told >= (_FEWEST_ROWS_OF_CROSSTAB if sure else _ROWS_WITHOUT_A_WORD)


def _ask(found: LookedAt, rows: Sequence[int]) -> None:
    if not rows:
        return
    names = found.headings(c.DEPARTMENT, c.THEME)
    shown = shorten(" · ".join(cell_text(found.values(name)[rows[0]]) for name in names))
    question = messages.ROWS_ADD_UP(value=shown, n=len(rows))
    found.ask("rows_add_up", question, rows, messages.ADDS_UP_OTHERS())
