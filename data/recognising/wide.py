"""Wide tables: a budget with a column for each year, quarter or month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from data import columns as c
from data.cells.budget_versions import ORIGINAL, version_in
from data.cells.cell import Cell
from data.cells.cumulative import stands_at_a_day, tells_cumulative
from data.cells.keys import plain_words, visible_text
from data.cells.labels import is_balance_label
from data.cells.predicates import cell_at, is_blank
from data.recognising.assignment import Assignment, assign
from data.recognising.axis import read_headings
from data.recognising.frame import Frame, filled_rows, frame_at, places_of_headings
from data.recognising.matching import CHOSEN, IGNORED, KNOWN, WEAK_TIER, columns_for
from data.recognising.table_context import TableContext
from data.values.found_table import WIDE, Heading, Table
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.layouts import ColumnHeading, Wide

_CHOSEN_SCORE = 1000.0

# What municipalities call these besides the headings of a list.
_ACTUAL_TOO = re.compile(r"^((jaar)?rekening|real|werk|rek|r|jr)\b\.?")
_BUDGETED_TOO = re.compile(r"^(begr|meerjarenraming|meerjarenbegroting|mjb|mjr|b|pb)\b\.?")
_SIDE = re.compile(r"\b(?:(lasten|uitgaven|debet)|(baten|inkomsten|credit)|saldo)\b", re.IGNORECASE)
_PAYEES = re.compile(r"\b(leverancier\w*|crediteur\w*|ontvanger\w*|aanvrager\w*|supplier|vendor)\b")
_DAY = re.compile(r"\b(3[01]|[12]\d|0?[1-9])[-./](1[0-2]|0?[1-9])[-./](?:19|20)\d\d\b")
_CLOSING = re.compile(r"1[3-6]$")
_CHANGE_ALONE = re.compile(r"^(begrotings)?(wijziging(en)?|mutaties?)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BALANCE_ALONE = re.compile(r"^(eind)?saldo(\s+(per|ultimo))?$", re.IGNORECASE)
_TOTAL_FIRST = re.compile(r"^totaal\s+", re.IGNORECASE)


def find_wide(sheet: Sheet, said: Said | None = None) -> Wide | None:
    """The wide budget on a sheet, or None when nothing is one with certainty."""
    said = said or Said()
    if said.kind == c.USAGE:
        return None
    pointed_at = said.header_place(sheet)
    for index in places_of_headings(sheet) if pointed_at is None else (pointed_at,):
        shape = frame_at(sheet, index, least=1)
        found = _read_frame(sheet, shape, said) if shape else None
        if found:
            return found
    return None


def periods_of(wide: Wide) -> int:
    """How many different periods the headings name."""
    return len({heading.period for heading in wide.table.headings if heading.period})


def _read_frame(sheet: Sheet, shape: Frame, said: Said) -> Wide | None:
    around = TableContext.of(sheet, shape.first, said.file)
    headed = read_headings(
        {p: shape.parts[p] for p in shape.numbers if p in shape.parts}, of_amounts=True
    )
    if all(x.total for x in headed if x.period):
        parts = {x.place: [_TOTAL_FIRST.sub("", t) for t in shape.parts[x.place]] for x in headed}
        headed = read_headings(parts, of_amounts=True)
    headed, income = _without_sides(_within_months(_balances_as_amounts(headed)))
    otherwise = around.amount_kind
    scored = {x.place: _kind_of(x, said.columns.get(x.place), otherwise) for x in headed}
    kinds = {place: kind for place, (kind, _) in scored.items()}
    scored_amounts = [(x, *scored[x.place]) for x in headed if kinds[x.place]]
    lasting, cumulative = _last_of_cumulative(scored_amounts, around)
    amounts = _once(lasting, said.budget_version, income)
    labels = _labels(sheet, shape, [x.place for x in amounts], said)
    bare = any(not x.name and x.place not in said.columns for x in amounts)
    several = len(amounts) > 1 or bool(cumulative)
    payees = any(
        _PAYEES.search(plain_words(" ".join(shape.parts.get(p, ())))) for p in shape.labels
    )
    if not _is_certain(
        amounts, labels, around, said, bare=bare, several=several, payees=payees, sided=bool(income)
    ):
        return None
    table = _table(sheet, shape, {x.place: (x, kinds[x.place]) for x in amounts}, labels, said)
    read = income & {x.place for x in amounts}
    return Wide(table, around.told(), bare, cumulative, frozenset(read))


def _balances_as_amounts(headed: Sequence[ColumnHeading]) -> list[ColumnHeading]:
    """The headings; `Saldo 2021` and `Saldo 2022` without the word, where all amounts are such.

    Beside other amounts a balance is what is left of them.
    """
    dated = [x for x in headed if x.period]
    alone = len(dated) > 1 and all(_BALANCE_ALONE.match(x.name) for x in dated)
    return [replace(x, name="") if alone and x.period else x for x in headed]


def _within_months(headed: Sequence[ColumnHeading]) -> list[ColumnHeading]:
    """The headings; where several name a day of a year, such as `per 31-03-2022`, with its month.

    One alone is the year as it stood then.
    """
    days = {x.place: found for x in headed if (found := _DAY.search(x.text)) and len(x.period) == 1}
    if len({found[2] for found in days.values()}) < 2:
        return list(headed)
    return [
        replace(x, period={**x.period, c.MONTH: days[x.place][2]}) if x.place in days else x
        for x in headed
    ]


def _without_sides(headed: Sequence[ColumnHeading]) -> tuple[list[ColumnHeading], set[int]]:
    """The headings without the words for costs and income, and the places of income.

    Only where both stand above the amounts: alone `Lasten` is what amounts are called. What is
    left of the two is worked out.
    """
    sides = {x.place: _SIDE.search(x.text) for x in headed}
    income = {place for place, side in sides.items() if side and side[2]}
    if not income or not any(side and side[1] for side in sides.values()):
        return list(headed), set()
    found = []
    for heading in headed:
        side = sides[heading.place]
        whole = bool(side and not (side[1] or side[2]))
        rest = visible_text(_YEAR.sub(" ", _SIDE.sub(" ", heading.text))).strip(" -–/")
        bare = side and not whole
        found.append(
            replace(heading, name=rest if bare else heading.name, total=heading.total or whole)
        )
    return found, income


def _kind_of(heading: ColumnHeading, chosen: str | None, bare_kind: str) -> tuple[str, float]:
    """Which amounts stand under a heading, and how surely; an empty kind for no amounts."""
    if chosen is not None:
        return (chosen if chosen in c.BUDGET_AMOUNTS else ""), _CHOSEN_SCORE
    if heading.total or heading.about_row or heading.measure or is_balance_label(heading.name):
        return "", 0.0
    if not heading.name:
        return ((bare_kind or c.AMOUNT) if heading.period else ""), 0.0
    name = plain_words(heading.name)
    if _CHANGE_ALONE.match(name):
        return "", 0.0
    if _ACTUAL_TOO.match(name) or _BUDGETED_TOO.match(name):
        return (c.ACTUAL if _ACTUAL_TOO.match(name) else c.BUDGETED), 0.0
    whole = _YEAR.sub(" ", heading.text)  # `Begroting 2022` above, `na wijziging` below
    found = columns_for((heading.name,), c.BUDGET) or columns_for((whole,), c.BUDGET)
    good = {k: m.score for k, m in found.items() if k in c.BUDGET_AMOUNTS and m.tier < WEAK_TIER}
    best = max(good, key=lambda column: good[column], default="")
    return best, good.get(best, 0.0)


def _last_of_cumulative(
    found: Sequence[tuple[ColumnHeading, str, float]], around: TableContext
) -> tuple[list[tuple[ColumnHeading, str, float]], tuple[str, ...]]:
    """Of columns that each hold all up to a moment the last of a year; the headings of all those.

    Beside columns of the months themselves they add those up, and none of them is read.
    """
    all_are = tells_cumulative(around.words)
    within = [x for x in found if set(x[0].period) - {c.YEAR}]  # a quarter, with a year or without
    up_to = [
        x for x in within
        if all_are or tells_cumulative(x[0].text) or stands_at_a_day(x[0].text)
    ]  # fmt: skip
    alone = [x for x in found if x not in up_to]
    own = {(kind, x.period.get(c.YEAR)) for x, kind, _ in alone if x.period}
    last: dict[tuple[str, str | None], tuple[ColumnHeading, str, float]] = {}
    for heading, kind, score in up_to:
        year = heading.period.get(c.YEAR)
        if (kind, year) not in own:
            whole = replace(heading, period={c.YEAR: year}) if year else heading
            last[kind, year] = (whole, kind, score)
    if len(up_to) < 2:
        return list(found), ()
    return [*alone, *last.values()], tuple(x.text for x, _, _ in up_to)


def _once(
    found: Sequence[tuple[ColumnHeading, str, float]], version: str, income: Set[int]
) -> list[ColumnHeading]:
    """The headings of amounts, each kind and period once: of two budgets for a year the version
    that a person asked for, else the best.

    A year beside its own quarters or months adds those up.
    """
    best: dict[tuple[object, ...], tuple[tuple[bool, float], ColumnHeading]] = {}
    for heading, kind, score in found:
        key = ((kind, heading.place in income), *sorted(heading.period.items()))
        asked_for = bool(version) and (version_in(heading.text) or ORIGINAL) == version
        if key not in best or (asked_for, score) > best[key][0]:
            best[key] = ((asked_for, score), heading)
    finer = {(key[0], x.period.get(c.YEAR)) for key, (_, x) in best.items() if len(x.period) > 1}
    kept = [
        x for key, (_, x) in best.items()
        if len(x.period) != 1 or (key[0], x.period.get(c.YEAR)) not in finer
    ]  # fmt: skip
    return sorted(kept, key=lambda heading: heading.place)


def _labels(sheet: Sheet, shape: Frame, amounts: Sequence[int], said: Said) -> Assignment:
    """What the columns beside the amounts mean."""
    below = filled_rows(sheet.rows[shape.last + 1 :])

    def values(place: int) -> list[Cell]:
        return [cell for row in below if not is_blank(cell := cell_at(row, place))]

    parts = {place: texts for place, texts in shape.parts.items() if place not in amounts}
    chosen = {place: column for place, column in said.columns.items() if place not in amounts}
    found = assign(parts, c.BUDGET, values, said.remembered, chosen)
    taken = {place: x for place, x in found.taken.items() if x.column not in c.BUDGET_AMOUNTS}
    return replace(found, taken=taken)


def _is_certain(
    amounts: Sequence[ColumnHeading],
    labels: Assignment,
    around: TableContext,
    said: Said,
    *,
    bare: bool,
    several: bool,
    payees: bool,
    sided: bool,
) -> bool:
    """Whether the columns hold amounts of several periods, or costs and income, beyond doubt."""
    dated = [x for x in amounts if x.period]
    stated = sided and around.period() is not None
    if not amounts or (len(dated) < len(amounts) and not (stated and not dated)):
        return False
    if not bare:
        return labels.columns.isdisjoint({c.YEAR, c.DATE}) or several
    of_money = sided or payees or c.ACCOUNT in labels.columns
    of_money = of_money or c.BUDGET in (around.kind, said.kind)
    return len(amounts) > 1 and of_money and not around.is_foreign


def _within_year(period: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The parts of a period; what is booked after the twelfth, to close a year, is of the last."""
    return tuple(
        (part, "12" if part == c.MONTH and _CLOSING.search(text) else text)
        for part, text in period.items()
    )


def _table(
    sheet: Sheet,
    shape: Frame,
    amounts: Mapping[int, tuple[ColumnHeading, str]],
    labels: Assignment,
    said: Said,
) -> Table:
    headings = []
    for place in sorted({*shape.parts, *amounts, *labels.taken}):
        text = " ".join(shape.parts.get(place, ()))
        if place in amounts:
            heading, column = amounts[place]
            how = CHOSEN if place in said.columns else KNOWN
            headings.append(Heading(place, text, column, how, _within_year(heading.period)))
        elif place in labels.taken:
            taken = labels.taken[place]
            headings.append(Heading(place, text, taken.column, taken.match.how))
        else:
            headings.append(Heading(place, text, None, IGNORED))
    return Table(c.BUDGET, sheet.first_row + shape.last, tuple(headings), WIDE)
