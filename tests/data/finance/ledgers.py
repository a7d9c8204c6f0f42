"""Ledgers of a made-up city whose truth is known: layout, sign, debit and credit, unit, headings.

Every name, number and account in them is made up.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.data.reading import builders
from tests.data.reading.builders import Page

YEAR = 2022
ENDINGS = ("csv", "xlsx", "ods")
TOPIC, ACCOUNT, CENTRE, SUPPLIER, TEXT, DAY, DOCUMENT, PERIOD, YEAR_ = (
    "topic", "account", "centre", "supplier", "text", "day", "document", "period", "year",
)  # fmt: skip

# What a financial system calls its columns, in its order; `amount` is where the money stands.
LAYOUTS: dict[str, dict[str, str]] = {
    "key2": {
        DOCUMENT: "Boekstuknr", DAY: "Boekdatum", CENTRE: "Kostenplaats", ACCOUNT: "Kostensoort",
        TEXT: "Omschrijving", SUPPLIER: "Crediteur", "amount": "Bedrag",
    },
    "unit4": {
        ACCOUNT: "Rekening", "account_name": "Rekening (T)", CENTRE: "Kpl", "task": "Taakveld",
        PERIOD: "Periode", DOCUMENT: "Volgnr", DAY: "Transactiedatum", TEXT: "Tekst",
        SUPPLIER: "Relatie (T)", "amount": "Bedrag",
    },
    "sap": {
        DOCUMENT: "Documentnummer", DAY: "Boekingsdatum", ACCOUNT: "Grootboekrekening",
        CENTRE: "Kostenplaats", SUPPLIER: "Naam leverancier", TEXT: "Tekst",
        "amount": "Bedrag in EUR",
    },
    "civision": {
        YEAR_: "Boekjaar", PERIOD: "Periode", ACCOUNT: "Grootboek", CENTRE: "Kostenplaats",
        DOCUMENT: "Stuknummer", TEXT: "Omschrijving", SUPPLIER: "Crediteurnaam",
        "amount": "Bedrag",
    },
    "exact": {
        "journal": "Dagboek", DOCUMENT: "Bkst.nr.", DAY: "Datum", ACCOUNT: "Rekening",
        SUPPLIER: "Relatie", TEXT: "Omschrijving", "amount": "Bedrag",
    },
    "afas": {
        YEAR_: "Jaar", PERIOD: "Periode", "journal": "Dagboek", DOCUMENT: "Boekstuknummer",
        DAY: "Datum", ACCOUNT: "Rekeningnummer", "account_name": "Omschrijving rekening",
        TEXT: "Omschrijving boeking", CENTRE: "Code verbijzondering as 1",
        SUPPLIER: "Crediteur/debiteur", "amount": "Bedrag",
    },
    "centric": {
        YEAR_: "Boekjaar", PERIOD: "Periode", ACCOUNT: "Grootboeknummer",
        "account_name": "Grootboekomschrijving", CENTRE: "Kostenplaats", DOCUMENT: "Boekstuknr",
        DAY: "Boekdatum", TEXT: "Omschrijving", SUPPLIER: "Relatienaam", "amount": "Bedrag",
    },
    "speedbooks": {
        PERIOD: "Periode", DAY: "Datum", "journal": "Dagboek", ACCOUNT: "Grootboeknummer",
        "account_name": "Omschrijving grootboeknummer", SUPPLIER: "Relatie",
        TEXT: "Omschrijving mutatie", "amount": "Bedrag",
    },
    "sap_local": {
        DOCUMENT: "Documentnummer", DAY: "Boekingsdatum", ACCOUNT: "Grootboek",
        CENTRE: "Kostenplaats", TEXT: "Tekst", SUPPLIER: "Naam leverancier",
        "amount": "Bedrag in LV",
    },
    "creditors": {
        "creditor": "Crediteurnr", SUPPLIER: "Naam crediteur", DOCUMENT: "Factuurnummer",
        DAY: "Factuurdatum", TEXT: "Omschrijving", "amount": "Bedrag excl. btw",
    },
    "without_suppliers": {
        DAY: "Boekdatum", ACCOUNT: "Grootboekrekening", DOCUMENT: "Boekstuk",
        TEXT: "Omschrijving", "amount": "Bedrag",
    },
}  # fmt: skip
FORMS = (
    "signed", "negative", "two_columns", "letters", "words", "off_and_on", "plus_and_minus",
    "trailing_minus", "brackets", "credit_mark", "signed_letters",
)  # fmt: skip
UNITS = (1, 1, 1, 1_000)
HEADINGS = ("plain", "title", "print_line", "grouped")
TOTALS = ("none", "end", "per_account", "without_words")
BALANCES = (False, False, True)  # whether accounts begin and end with a balance
_SIDES = {
    "letters": ("D/C", "D", "C"), "signed_letters": ("D/C", "D", "C"),
    "words": ("Debet/Credit", "Debet", "Credit"), "off_and_on": ("Af/Bij", "Af", "Bij"),
    "plus_and_minus": ("+/-", "+", "-"),
}  # fmt: skip


@dataclass(frozen=True)
class Booking:
    """One line of a ledger; costs are positive. `ours` says that it is of Platform31."""

    account: str
    centre: str
    supplier: str
    text: str
    day: dt.date
    cents: int
    ours: bool = False


@dataclass(frozen=True)
class Ledger:
    """A file, and what of it is paid to Platform31; `made` tells how it was made."""

    file_name: str
    content: bytes
    ours: int
    all: int
    rows: int
    made: dict[str, object] = field(default_factory=dict)


OURS = (
    ("4431", "Stichting Platform31", "Bijdrage Platform31 2022", 20_762_00),
    ("4431", "Stichting Platform31", "Leerkring wonen en zorg Platform31", 3_250_00),
    ("4431", "Platform31", "Leerkring energie, Platform 31", 2_999_50),
    ("4432", "Stichting Platform31", "Advies binnenstad Platform31", 4_100_25),
    ("4432", "Stichting Platform31", "Congres Platform31 stationsgebieden", 395_00),
    ("4432", "Stichting Platform31", "Congres Platform31 tweede kaart", 395_00),
    ("4432", "Stichting Platform31", "Creditnota congres Platform31", -395_00),
    ("4433", "Stichting Platform-31", "Experiment Platform31 wijken", 1_750_61),
    ("4433", "Stichting Platform31", "Storno dubbele factuur Platform31", -1_200_00),
    ("4433", "Stichting Platform31", "Dubbele factuur Platform31", 1_200_00),
    ("4433", "Stichting Platform31", "Masterclass Platform31", -80_00),
)
_RAILWAY = (
    ("4120", "ProRail B.V.", "Verlichting perron, platform 31 station", 9_310_00),
    ("4120", "NS Stations", "Schoonmaak station platform 31", 2_205_75),
    ("4120", "ProRail B.V.", "Onderhoud spoor platform 31", 14_100_00),
)
_OTHERS = (
    ("4110", "Groenwerk BV", "Snoeien wijk {n}"), ("4120", "Bouwbedrijf Kade", "Onderhoud {n}"),
    ("4210", "Inkt & Papier", "Kantoorartikelen {n}"), ("4310", "Adviesbureau Delta", "Advies {n}"),
    ("4410", "Stichting Welzijn", "Subsidie buurthuis {n}"), ("4510", "Zorg Noord", "Zorg {n}"),
)  # fmt: skip


def bookings(random_: random.Random, *, count: int = 212, railway: bool = True) -> list[Booking]:
    """Lines of a year: eleven of Platform31 (€ 33.177,36), some of the railway, many others."""
    made = [_booking(random_, *line, ours=True) for line in OURS]
    made += [_booking(random_, *line) for line in (_RAILWAY if railway else ())]
    while len(made) < count:
        account, supplier, text = random_.choice(_OTHERS)
        cents = random_.randint(1_00, 9_000_00)
        sign = -1 if random_.random() < 0.06 else 1
        made.append(_booking(random_, account, supplier, text.format(n=len(made)), sign * cents))
    random_.shuffle(made)
    return made


def _booking(
    random_: random.Random,
    account: str,
    supplier: str,
    text: str,
    cents: int,
    *,
    ours: bool = False,
) -> Booking:
    day = dt.date(YEAR, 1, 1) + dt.timedelta(days=random_.randrange(365))
    return Booking(
        account, random_.choice(("6101", "6102", "6550")), supplier, text, day, cents, ours
    )


def ledger(
    seed: int,
    *,
    layout: str | None = None,
    form: str | None = None,
    unit: int | None = None,
    headings: str | None = None,
    totals: str | None = None,
    ending: str | None = None,
    count: int | None = None,
) -> Ledger:
    """The ledger of a seed, with what is not left to chance."""
    random_ = random.Random(seed)  # noqa: S311
    made = {
        "layout": layout or random_.choice(list(LAYOUTS)),
        "form": form or random_.choice(FORMS),
        "unit": unit or random_.choice(UNITS),
        "headings": headings or random_.choice(HEADINGS),
        "totals": totals or random_.choice(TOTALS),
        "ending": ending or random_.choice(ENDINGS),
        "balances": random_.choice(BALANCES),
    }
    lines = bookings(random_, count=count or random_.choice((24, 60, 212)))
    if made["totals"] in ("per_account", "without_words"):
        lines.sort(key=lambda line: line.account)
    rows = _Writer(lines, made).rows()
    page = Page(rows)
    content = _WRITERS[str(made["ending"])](page)
    return Ledger(
        file_name=f"grootboek {YEAR}.{made['ending']}" if seed % 2 else f"export.{made['ending']}",
        content=content,
        ours=sum(line.cents for line in lines if line.ours),
        all=sum(line.cents for line in lines),
        rows=len(lines),
        made=made | {"seed": seed},
    )


class _Writer:
    """Writes bookings as one system does."""

    def __init__(self, lines: Sequence[Booking], made: dict[str, object]) -> None:
        self.lines, self.made = lines, made
        self.form, self.unit = str(made["form"]), int(str(made["unit"]))
        self.layout = LAYOUTS[str(made["layout"])]

    def rows(self) -> list[list[object]]:
        """The whole sheet."""
        head = self._heads()
        above: list[list[object]] = []
        if self.made["headings"] == "title":
            above = [[f"Grootboekmutaties {YEAR}"], []]
        if self.made["headings"] == "print_line":
            above = [["Gemeente Voorbeeldstad"], ["Afgedrukt op 14-02-2023"], []]
        if self.made["headings"] == "grouped":
            half = len(head) // 2
            above = [["Boeking", *[""] * (half - 1), "Regel", *[""] * (len(head) - half - 1)]]
        if self.unit > 1 and self.made["headings"] in ("title", "print_line"):
            above = [*above[:1], ["Bedragen x € 1.000"], *above[1:]]
        return [*above, head, *self._body()]

    def _heads(self) -> list[object]:
        head: list[object] = []
        for name, text in self.layout.items():
            if name != "amount":
                head.append(text)
                continue
            told = self.unit > 1 and self.made["headings"] not in ("title", "print_line")
            text += " (x € 1.000)" if told else ""
            if self.form == "two_columns":
                end = " (x € 1.000)" if told else ""
                head += [f"Debet{end}", f"Credit{end}"]
            elif self.form in _SIDES:
                head += [text, _SIDES[self.form][0]]
            else:
                head.append(text)
        return head

    def _body(self) -> list[list[object]]:
        body: list[list[object]] = []
        start = 0
        for index, line in enumerate(self.lines):
            body.append(self._row(line, index))
            last = index + 1 == len(self.lines)
            ends = last or self.lines[index + 1].account != line.account
            if self.made["totals"] == "per_account" and ends:
                body.append(self._total(f"Subtotaal {line.account}", self.lines[start : index + 1]))
                start = index + 1
            if self.made["totals"] == "without_words" and ends and DAY in self.layout:
                body.append(self._total("", self.lines[start : index + 1]))
                start = index + 1
        if self.made["balances"] and TEXT in self.layout:
            body = [self._balance("Beginsaldo", self.lines[:3]), *body]
        if self.made["totals"] not in ("none", "without_words"):
            body.append(self._total("Totaal", self.lines))
        return body

    def _row(self, line: Booking, index: int) -> list[object]:
        day: object = line.day.strftime("%d-%m-%Y") if self.made["ending"] == "csv" else line.day
        values: dict[str, object] = {
            DOCUMENT: f"22{index:05}", DAY: day, CENTRE: line.centre, ACCOUNT: line.account,
            TEXT: line.text, SUPPLIER: line.supplier, YEAR_: YEAR, "creditor": f"10{index % 7:03}",
            PERIOD: line.day.month if YEAR_ in self.layout else f"{YEAR}{line.day.month:02}",
            "task": "0.4", "journal": "70", "account_name": f"Kosten {line.account}",
        }  # fmt: skip
        row: list[object] = []
        for name in self.layout:
            row += self._money(line.cents) if name == "amount" else [values[name]]
        return row

    def _total(self, label: str, lines: Sequence[Booking]) -> list[object]:
        row: list[object] = []
        for name in self.layout:
            row += self._sum(lines) if name == "amount" else [""]
        row[0] = label
        return row

    def _balance(self, label: str, lines: Sequence[Booking]) -> list[object]:
        """What is carried over, on an account and a day of its own."""
        row = self._row(lines[0], 0)
        money, texts = self._sum(lines), list(self.layout)
        place = texts.index("amount")
        row[place : place + len(money)] = money
        if texts.index(TEXT) < place:
            row[texts.index(TEXT)] = label
        else:
            row[texts.index(TEXT) + len(money) - 1] = label
        return row

    def _sum(self, lines: Sequence[Booking]) -> list[object]:
        cents = [line.cents for line in lines]
        if self.form == "two_columns":
            debit = sum(c for c in cents if c > 0)
            return [self._number(debit), self._number(debit - sum(cents))]
        money = self._money(sum(cents))
        return money if len(money) == 1 else [self._number(abs(sum(cents))), money[1]]

    def _money(self, cents: int) -> list[object]:
        number, form = self._number, self.form
        if form == "signed":
            return [number(cents)]
        if form == "negative":
            return [number(-cents)]
        if form == "two_columns":
            return [number(cents), ""] if cents >= 0 else ["", number(-cents)]
        if form == "signed_letters":
            return [number(cents), "D" if cents >= 0 else "C"]
        if form in _SIDES:
            return [number(abs(cents)), _SIDES[form][1 if cents >= 0 else 2]]
        text = self._text(abs(cents))
        marks = {"trailing_minus": ("", "-"), "brackets": ("(", ")"), "credit_mark": ("", " cr")}
        before, after = marks[form] if cents < 0 else ("", "")
        return [f"{before}{text}{after}"]

    def _number(self, cents: int) -> object:
        if self.made["ending"] == "csv":
            return ("-" if cents < 0 else "") + self._text(abs(cents))
        return cents / 100 / self.unit

    def _text(self, cents: int) -> str:
        if self.unit > 1:
            return f"{cents / 100 / self.unit:.5f}".replace(".", ",")
        return f"{cents / 100:,.2f}".translate(str.maketrans(",.", ".,"))


def csv(page: Page) -> bytes:
    """The page as a Dutch system writes it."""
    lines = (";".join("" if cell is None else str(cell) for cell in row) for row in page.rows)
    return "\r\n".join(lines).encode("cp1252")


_WRITERS: dict[str, Callable[[Page], bytes]] = {
    "csv": csv, "xlsx": builders.xlsx, "ods": builders.ods,
}  # fmt: skip
