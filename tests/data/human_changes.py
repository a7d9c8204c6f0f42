"""What people do to a list that is right: one change each, that a reader of the file sees."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from typing import Any

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.data.human_books import (
    DATE,
    DEPARTMENT,
    HOURS,
    THEME,
    THEMES,
    Book,
    Row,
    a_book,
    as_text,
)

Change = Callable[[random.Random, Book], None]


def _some(rng: random.Random, book: Book) -> list[int]:
    """The places of one to three records, and not the first."""
    places = range(1, len(book.records))
    return sorted(rng.sample(places, min(rng.randint(1, 3), len(places))))


def _not(book: Book, places: Iterable[int]) -> None:
    """What stands there may not be stored without a word."""
    left = set(places)
    book.truth = [row for place, row in enumerate(book.truth) if place not in left]


def _mark_cells(book: Book, places: Iterable[int], mark: Callable[[Any], None]) -> None:
    rows = [place + 2 for place in places]

    def on(sheet: Worksheet) -> None:
        for row in rows:
            for cell in sheet[row]:
                mark(cell)

    book.marked.append(on)


def hide_rows(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)

    def on(sheet: Worksheet) -> None:
        for place in places:
            sheet.row_dimensions[place + 2].hidden = True

    book.marked.append(on)


def strike_rows(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    _mark_cells(book, places, lambda cell: setattr(cell, "font", Font(strike=True)))


def add_status(rng: random.Random, book: Book) -> None:
    off, held = rng.choice((("geannuleerd", "afgerond"), ("vervallen", ""), ("concept", "klaar")))
    places = _some(rng, book)
    _not(book, places)
    cells = [off if place in places else held for place in range(len(book.records))]
    book.column(rng.choice(("Status", "Stand van zaken", "Voortgang")), cells)


def add_whether_held(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    cells = ["nee" if place in places else "ja" for place in range(len(book.records))]
    book.column(rng.choice(("Doorgegaan", "Ging door?", "Uitgevoerd", "Akkoord", "Geweest")), cells)


def add_called_off(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    cells = ["x" if place in places else None for place in range(len(book.records))]
    book.column(rng.choice(("Geannuleerd", "Vervallen")), cells)


def add_plan_or_held(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    cells = ["plan" if place in places else "realisatie" for place in range(len(book.records))]
    book.column(rng.choice(("P/R", "Plan/realisatie", "Soort regel")), cells)


def add_supplier(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    cells = ["Berenschot" if p in places else "Platform31" for p in range(len(book.records))]
    book.column(rng.choice(("Leverancier", "Bureau", "Organisatie", "Partij")), cells)


def add_municipality(rng: random.Random, book: Book) -> None:
    places = _some(rng, book)
    _not(book, places)
    cells = ["Zaanstad" if place in places else "Haarlem" for place in range(len(book.records))]
    book.column(rng.choice(("Gemeente", "Stad")), cells)


def copy_sheet(rng: random.Random, book: Book) -> None:
    name = rng.choice(("Lijst (2)", "Kopie", "backup", "Blad2", "oud"))
    book.others[name] = [row.copy() for row in book.rows]


def sheet_per_month(rng: random.Random, book: Book) -> None:
    months: dict[str, list[Row]] = {}
    for row in book.records:
        months.setdefault(f"{row[DATE]:%m}", []).append(row.copy())
    kept = rng.sample(sorted(months), min(len(months), 3))
    book.others |= {f"maand {month}": [book.rows[0].copy(), *months[month]] for month in kept}


def shorter_copy(_rng: random.Random, book: Book) -> None:
    book.others["kort"] = [row[:HOURS].copy() for row in book.rows]


def copy_beside(_rng: random.Random, book: Book) -> None:
    for row in book.rows:
        row += [None, *row.copy()]


def copy_below(_rng: random.Random, book: Book) -> None:
    copied = [row.copy() for row in book.rows]
    book.rows += [[], ["Nogmaals"], *copied]


def summary_per_year(_rng: random.Random, book: Book) -> None:
    sums: dict[tuple[str, str], float] = {}
    for row in book.records:
        key = row[DEPARTMENT], row[THEME]
        sums[key] = sums.get(key, 0) + row[HOURS]
    lines: list[Row] = [[2021, *key, hours] for key, hours in sums.items()]
    book.others["Samenvatting"] = [["Jaar", "Afdeling", "Thema", "Uren"], *lines]


def crosstab_of_it(_rng: random.Random, book: Book) -> None:
    rows: list[Row] = [["Aantal 2021"], ["Afdeling", *THEMES]]
    for department in sorted({row[DEPARTMENT] for row in book.records}):
        of = [row[THEME] for row in book.records if row[DEPARTMENT] == department]
        rows.append([department, *(of.count(theme) or None for theme in THEMES)])
    book.others["Draaitabel"] = rows


def merge_departments(_rng: random.Random, book: Book) -> None:
    order = sorted(range(len(book.records)), key=lambda place: book.records[place][DEPARTMENT])
    book.rows[1:] = [book.records[place] for place in order]
    runs: list[tuple[int, int]] = []
    for place, row in enumerate(book.records, 2):
        if runs and book.rows[runs[-1][0] - 1][DEPARTMENT] == row[DEPARTMENT]:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))

    def on(sheet: Worksheet) -> None:
        for first, last in runs:
            if last > first:
                sheet.merge_cells(None, first, DEPARTMENT + 1, last, DEPARTMENT + 1)

    book.marked.append(on)


def merge_hours(_rng: random.Random, book: Book) -> None:
    book.truth[1][HOURS] = None
    book.rows[2][HOURS] = None
    book.marked.append(lambda sheet: sheet.merge_cells(None, 2, HOURS + 1, 3, HOURS + 1))


def open_in_another_language(_rng: random.Random, book: Book) -> None:
    for row in book.records:
        day = row[DATE]
        row[DATE] = dt.date(day.year, day.day, day.month) if day.day <= 12 else f"{day:%m/%d/%Y}"


def write_short_years(_rng: random.Random, book: Book) -> None:
    for row in book.records:
        row[DATE] = f"{row[DATE]:%y-%m-%d}"


def mix_orders(_rng: random.Random, book: Book) -> None:
    for place in (0, 1):  # else nothing in the file may tell that both orders are there
        day = book.records[place][DATE].replace(day=20 + place)
        book.records[place][DATE] = book.truth[place][DATE] = day
    for place, row in enumerate(book.records):
        row[DATE] = f"{row[DATE]:%m/%d/%Y}" if place % 2 else f"{row[DATE]:%d/%m/%Y}"


def leave_year_out(_rng: random.Random, book: Book) -> None:
    for row in book.records:
        row[DATE] = f"{row[DATE]:%d-%m}"
    book.truth = []


def weeks_for_dates(_rng: random.Random, book: Book) -> None:
    book.rows[0][DATE] = "Week"
    for row in book.records:
        year, week, _ = row[DATE].isocalendar()
        row[DATE] = f"{year}-{week:02d}"
    for row in book.truth:
        year, week, _ = row[DATE].isocalendar()
        row[DATE] = dt.date.fromisocalendar(year, week, 4).replace(day=1)


def add_total(rng: random.Random, book: Book) -> None:
    total = sum(row[HOURS] for row in book.records)
    label = rng.choice(("Totaal", "Σ", "Som", "TOTAAL 2021", None, "Eindtotaal", "Totaal uren"))
    at = rng.choice((DATE, DEPARTMENT)) if label else DATE
    row: Row = [None] * len(book.rows[0])
    row[at], row[HOURS] = label, total
    book.rows.append(row)


def add_subtotals(_rng: random.Random, book: Book) -> None:
    rows = sorted(book.records, key=lambda row: str(row[DEPARTMENT]))
    book.rows[1:] = []
    for name in dict.fromkeys(row[DEPARTMENT] for row in rows):
        own = [row for row in rows if row[DEPARTMENT] == name]
        hours = sum(row[HOURS] for row in own)
        book.rows += [*own, [None, f"Totaal {name}", None, hours, None]]


def turn_a_sign(_rng: random.Random, book: Book) -> None:
    book.records[2][HOURS] *= -1
    _not(book, [2])


def count_in_days(rng: random.Random, book: Book) -> None:
    book.rows[0][HOURS] = rng.choice(("Dagen", "Aantal dagen", "Inzet (dagen)"))
    for row in book.truth:
        row[HOURS] *= 8


def count_in_minutes(rng: random.Random, book: Book) -> None:
    book.rows[0][HOURS] = rng.choice(("Minuten", "Duur (min)", "Duur", "Tijd"))
    for row in book.records:
        row[HOURS] *= 60


def show_days(_rng: random.Random, book: Book) -> None:
    for row in book.truth:
        row[HOURS] *= 8

    def on(sheet: Worksheet) -> None:
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, HOURS + 1).number_format = '0.0 "dagen"'

    book.marked.append(on)


def unit_beside(rng: random.Random, book: Book) -> None:
    units = [rng.choice(("uur", "dagen")) for _ in book.records]
    book.column("Eenheid", units)
    for row, unit in zip(book.truth, units, strict=True):
        row[HOURS] *= 8 if unit == "dagen" else 1


def minutes_behind_point(_rng: random.Random, book: Book) -> None:
    for row in book.records:
        hours, part = divmod(row[HOURS], 1)
        row[HOURS] = f"{int(hours)}.{round(part * 60):02d}"
    book.truth = [row for row in book.truth if row[HOURS] % 1 == 0]
    for row in book.records:
        row[HOURS] = row[HOURS].replace(".00", ".45") if row is book.records[0] else row[HOURS]
    book.truth = []


def approximate(rng: random.Random, book: Book) -> None:
    book.records[1][HOURS] = rng.choice(("3 à 4", "± 2", "2-3", "ca. 4", "n.n.b.", "2 tot 3"))
    if book.records[1][HOURS] == "n.n.b.":  # nothing was filled in: the use counts without hours
        book.truth[1][HOURS] = None
    else:
        _not(book, [1])


def times_of_day(_rng: random.Random, book: Book) -> None:
    book.rows[0][HOURS] = "Tijd"
    for place, row in enumerate(book.records):
        row[HOURS] = f"{9 + place % 8:02d}:30"
    for row in book.truth:
        row[HOURS] = None


def fte_for_hours(_rng: random.Random, book: Book) -> None:
    book.rows[0][HOURS] = "Inzet (fte)"
    for row in book.truth:
        row[HOURS] = None


def hours_of_municipality(rng: random.Random, book: Book) -> None:
    own = rng.choice(("Uren gemeente", "Eigen uren", "Ambtelijke uren"))
    book.rows[0][HOURS] = "Uren Platform31"
    for row in book.rows:
        row.insert(HOURS, own if row is book.rows[0] else 9)


def planned_hours(rng: random.Random, book: Book) -> None:
    heading = rng.choice(("Uren gepland", "Begrote uren", "Uren offerte"))
    for row in book.rows:
        row.insert(HOURS, heading if row is book.rows[0] else 9)


def cumulative_hours(rng: random.Random, book: Book) -> None:
    heading, total = rng.choice(("Uren cumulatief", "Uren t/m datum", "Cum. uren")), 0.0
    for row in book.records:
        total += row[HOURS]
        row.insert(HOURS, total)
    book.rows[0].insert(HOURS, heading)


def hours_of_last_year(rng: random.Random, book: Book) -> None:
    heading = rng.choice(("Uren 2020", "Uren vorig jaar"))
    for row in book.rows:
        row.insert(HOURS, heading if row is book.rows[0] else 9)
    if rng.random() < 0.5:
        book.rows[0][HOURS + 1] = "Uren 2021"


def two_names(rng: random.Random, book: Book) -> None:
    other = rng.choice(("; ", " / ", " + ", "\n", " en ", ", ", " & "))
    own, at = rng.choice(((DEPARTMENT, 1), (THEME, 1)))
    names = [row[own] for row in book.records]
    different = next((x for x in names if x != names[at] and names.count(x)), None)
    if different is None or names.count(names[at]) < 2 or names.count(different) < 1:
        return
    book.records[at][own] = f"{names[at]}{other}{different}"
    _not(book, [at])


def numbered_columns(_rng: random.Random, book: Book) -> None:
    book.rows[0][THEME] = "Thema 1"
    book.column("Thema 2", ["Bodem" if place == 1 else None for place in range(len(book.records))])
    _not(book, [1])


def code_before_name(rng: random.Random, book: Book) -> None:
    codes = {name: f"{number}" for number, name in enumerate(("Vastgoed", "Werk en Inkomen"), 310)}
    shape = rng.choice(("{code} {name}", "{name} ({code})", "{code} - {name}", "{code}_{name}"))
    seen: set[str] = set()
    for row in book.records:
        name = row[DEPARTMENT]
        if name in codes and name in seen:
            row[DEPARTMENT] = shape.format(code=codes[name], name=name)
        seen.add(name)


def look_ups(_rng: random.Random, book: Book) -> None:
    for number, row in enumerate(book.records, 3):
        row[THEME] = f"{number};#{row[THEME]}"


def ditto(rng: random.Random, book: Book) -> None:
    mark = rng.choice(("idem", '"', "zie boven", "id."))
    above = None
    for row in book.records:
        same, above = row[DEPARTMENT] == above, row[DEPARTMENT]
        if same:
            row[DEPARTMENT] = mark


def nobody(rng: random.Random, book: Book) -> None:
    book.records[1][DEPARTMENT] = rng.choice(("alle afdelingen", "diverse", "n.n.b.", "onbekend"))
    _not(book, [1])


def records_across(_rng: random.Random, book: Book) -> None:
    book.rows = [list(column) for column in zip(*book.rows, strict=True)]


def pivot(_rng: random.Random, book: Book) -> None:
    rows: list[Row] = [["Rijlabels", "Som van Uren"]]
    for department in sorted({row[DEPARTMENT] for row in book.records}):
        own = [row for row in book.records if row[DEPARTMENT] == department]
        rows.append([department, sum(row[HOURS] for row in own)])
        rows += [[f"   {row[THEME]}", row[HOURS]] for row in own]
    book.rows, book.truth = rows, []


def no_headings(_rng: random.Random, book: Book) -> None:
    del book.rows[0]


def other_delimiter(rng: random.Random, book: Book) -> None:
    book.text = as_text(rng.choice(("\t", "|", ";", ",")), decimal=".")


def other_encoding(rng: random.Random, book: Book) -> None:
    book.text = as_text(encoding=rng.choice(("utf-16", "utf-16-le", "cp1252", "mac_roman")))


def decimal_comma_unquoted(_rng: random.Random, book: Book) -> None:
    book.rows = [row[: HOURS + 1] for row in book.rows]
    book.text = as_text(",", decimal=",")
    _not(book, [p for p, row in enumerate(book.truth) if isinstance(row[HOURS], float)])


def names_unquoted(_rng: random.Random, book: Book) -> None:
    write = as_text(",", decimal=".")
    book.text = lambda rows: write(rows).replace(b'"', b"")
    _not(book, [p for p, row in enumerate(book.truth) if "," in row[DEPARTMENT]])


def offer(rng: random.Random, book: Book) -> None:
    title = rng.choice(("Aanbod 2021", "Planning 2021", "Wensenlijst", "Jaarplan 2021"))
    book.rows[:0] = [[title], []]
    book.name, book.truth = "platform31", []


CHANGES: tuple[Change, ...] = (
    hide_rows, strike_rows, add_status, add_whether_held, add_called_off, add_plan_or_held,
    add_supplier, add_municipality, copy_sheet, sheet_per_month, shorter_copy, copy_beside,
    copy_below, summary_per_year, crosstab_of_it, merge_departments, merge_hours,
    open_in_another_language, write_short_years, mix_orders, leave_year_out, weeks_for_dates,
    add_total, add_subtotals, turn_a_sign, count_in_days, count_in_minutes, show_days, unit_beside,
    minutes_behind_point, approximate, times_of_day, fte_for_hours, hours_of_municipality,
    planned_hours, cumulative_hours, hours_of_last_year, two_names, numbered_columns,
    code_before_name, look_ups, ditto, nobody, records_across, pivot, no_headings, other_delimiter,
    other_encoding, decimal_comma_unquoted, names_unquoted, offer,
)  # fmt: skip


def changed_book(seed: int) -> Book:
    """The list of this number, with one change; every change comes round in turn."""
    rng = random.Random(seed)  # noqa: S311 -- accidents, no secrets
    book = a_book(rng)
    change = CHANGES[seed % len(CHANGES)]
    change(rng, book)
    book.changes.append(change.__name__)
    return book
