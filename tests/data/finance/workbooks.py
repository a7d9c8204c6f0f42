"""One export per financial system, as untidy as they come, with what must be read from it by hand.

Every name, number and account in them is made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from tests.data.untidy_workbooks import Rows, xlsx

NOBODY = "J. de Vries"
ACCOUNT_OF_NOBODY = "NL91ABNA0417164300"


@dataclass(frozen=True)
class Export:
    """A file, and what must be read from its one table.

    `kept` and `left` are the sums of the lines that do and do not concern Platform31, by kind;
    `totals` is how many totals it prints, all of which its lines add up to.
    """

    file_name: str
    content: bytes
    format: str
    header_row: int
    rows: int
    accepted: int
    skipped: dict[str, int]
    columns: dict[str, str]
    kept: dict[str, Decimal]
    left: dict[str, Decimal]
    years: list[int]
    totals: int
    unit: int = 1
    texts: list[str] = field(default_factory=list)


def exact() -> Export:
    """Bookings: a print line, headings that come back, totals per account, a period 13."""
    head = [
        "Dagboek: Code", "Boekjaar", "Periode", "Boekstuknummer", "Omschrijving: Kopregel",
        "Factuurdatum", "Vervaldatum", "Valuta", "Code", "Naam", "Grootboekrekening",
        "Omschrijving", "BTW-code", "BTW-percentage", "Bedrag", "BTW-bedrag", "Opmerkingen",
        "Kostenplaats: Code", "Kostenplaats: Omschrijving",
    ]  # fmt: skip

    def booking(
        year: int, period: int, day: object, who: str, account: str, what: str, amount: object
    ) -> list[object]:
        return [
            "70", year, period, "2019-0001", "inkoop", day, None, "EUR", "1200", who, account,
            what, None, "21%", amount, None, ACCOUNT_OF_NOBODY, "0101", "Bestuursondersteuning",
        ]  # fmt: skip

    def total(label: str, amount: object) -> list[object]:
        return [label, *[None] * 13, amount]

    rows: Rows = [
        ["Boekingen", None, "Afgedrukt op 14-02-2020"],
        [],
        head,
        booking(2019, 1, dt.date(2019, 1, 15), "Stichting Platform31", "4431",
                f"Contributie 2019, {ACCOUNT_OF_NOBODY}", "20.762,00"),
        booking(2019, 6, dt.date(2018, 12, 20), "Stichting Platform31", "4431",
                "Leerkring duurzaamheid..", "1.250,50"),
        total("Subtotaal 4431", "22.012,50"),
        head,
        booking(2019, 4, dt.date(2019, 4, 2), NOBODY, "4010", "Totaal onderhoud fiets", "312,20"),
        booking(2019, 4, dt.date(2019, 4, 3), NOBODY, "4010", "Reiskosten april", "87,80"),
        booking(2019, 13, None, "Totaal Beheer B.V.", "4010", "Correctie afsluiting", "-100,00"),
        total("Subtotaal 4010", "300,00"),
        [],
        total("Eindtotaal", "22.312,50"),
    ]  # fmt: skip
    return Export(
        "exact 2019.xlsx", xlsx({"Gegevens": rows}), "exact", 3, rows=10, accepted=5,
        skipped={"total": 3, "repeated_header": 1, "blank": 1},
        columns={
            "Boekjaar": "year", "Periode": "period", "Factuurdatum": "date",
            "Omschrijving: Kopregel": "booking", "Naam": "supplier",
            "Grootboekrekening": "account", "Omschrijving": "description", "Bedrag": "amount",
            "Kostenplaats: Code": "cost_centre",
        },
        kept={"actual": Decimal("22012.50")}, left={"actual": Decimal("300.00")}, years=[2019],
        totals=3, texts=["Contributie 2019, […]", "Leerkring duurzaamheid.."],
    )  # fmt: skip


def afas() -> Export:
    """A budget view: titles between the lines, income below zero, a subtotal per group."""
    head = ["Rekening", "Omschrijving", "Jaarbudget", "Realisatie", "Verplichtingen", "% Best.",
            "% Best.baar"]  # fmt: skip
    rows: Rows = [
        ["Budgetoverzicht 2021 t/m periode 9"],
        ["Verbijzondering: 0101 Bestuursondersteuning"],
        [],
        head,
        [None, "Lasten"],
        ["4431", "Contributie Platform31 en G40", 20762, 20762, None, "100%", "0%"],
        ["4432", "Overige lidmaatschappen, verlengd tot en met ..", "10.000,00", "2.500,25",
         "1.000,00", "25%", "65%"],
        ["Subtotaal lasten", None, "30.762,00", "23.262,25", "1.000,00", "76%", None],
        head,
        [None, "Baten"],
        ["8431", "Doorbelasting", "-5.000,00", "-1.250,00", None, "25%", "75%"],
        ["Subtotaal baten", None, "-5.000,00", "-1.250,00", "0", "25%", None],
        ["Totaal", None, "25.762,00", "22.012,25", "1.000,00", "85%", None],
    ]  # fmt: skip
    return Export(
        "budget.xlsx", xlsx({"Blad1": rows}), "afas", 4, rows=9, accepted=3,
        skipped={"total": 3, "repeated_header": 1, "note": 2},
        columns={
            "Rekening": "account", "Omschrijving": "description", "Jaarbudget": "budget",
            "Realisatie": "actual", "Verplichtingen": "commitment",
        },
        kept={"budget": Decimal("20762.00"), "actual": Decimal("20762.00")},
        left={
            "budget": Decimal("5000.00"), "actual": Decimal("1250.25"),
            "commitment": Decimal("1000.00"),
        },
        years=[2021], totals=9, texts=["Contributie Platform31 en G40"] * 2,
    )  # fmt: skip


def speedbooks() -> Export:
    """Two periods under each other, each counted from the first of January."""
    rows: Rows = [
        ["Saldi per periode, cumulatief"],
        ["Jaar", "Periode", "Grootboeknummer", "Omschrijving grootboeknummer", "Kostenplaats code",
         "Bedrag debet", "Bedrag credit"],
        [2020, 1, 4431, "Contributies Platform31", "0101", 20762, 0],
        [2020, 1, 4000, "Lonen", "0101", 1000.5, 0],
        [2020, 1, 8000, "Opbrengsten", "0101", 0, 40],
        ["Totaal periode 1", None, None, None, None, 21762.5, 40],
        [2020, 2, 4431, "Contributies Platform31", "0101", 22000, 0],
        [2020, 2, 4000, "Lonen", "0101", 2100.75, 0],
        [2020, 2, 8000, "Opbrengsten", "0101", 0, 90],
        ["Totaal periode 2", None, None, None, None, 24100.75, 90],
    ]  # fmt: skip
    return Export(
        "speedbooks.xlsx", xlsx({"Export": rows}), "speedbooks", 2, rows=8, accepted=6,
        skipped={"total": 2},
        columns={
            "Jaar": "year", "Periode": "period", "Grootboeknummer": "account",
            "Omschrijving grootboeknummer": "description", "Kostenplaats code": "cost_centre",
            "Bedrag debet": "debit", "Bedrag credit": "credit",
        },
        # Through February: 22.000; 2.100,75 less 90. Never 20.762 + 22.000.
        kept={"actual": Decimal("22000.00")}, left={"actual": Decimal("2010.75")},
        years=[2020], totals=4, texts=["Contributies Platform31"] * 2,
    )  # fmt: skip


def trial_balance() -> Export:
    """A trial balance as Dutch Excel writes a CSV: empty is zero, `0500` keeps its zero."""
    lines = [
        "Grootboekrekening;Omschrijving;Debet;Credit",
        "0500;Algemene reserve;;33.262,00",
        "1100;Bank;12.500,00;",
        "4431;Contributie Platform31;20.762,00;",
        "4499;Nog te rubriceren;;",
        "Totaal;;33.262,00;33.262,00",
    ]
    return Export(
        "saldibalans 2022.csv", "\r\n".join(lines).encode("cp1252"), "trial_balance", 1, rows=5,
        accepted=4, skipped={"total": 1},
        columns={
            "Grootboekrekening": "account", "Omschrijving": "description", "Debet": "debit",
            "Credit": "credit",
        },
        kept={"actual": Decimal("20762.00")}, left={"actual": Decimal("-20762.00")},
        years=[2022], totals=2, texts=["Contributie Platform31"],
    )  # fmt: skip


def ledger_lines() -> Export:
    """Bookings with debit and credit, x € 1.000 in the title, a balance under them."""
    rows: Rows = [
        ["Grootboekmutaties 2021 (bedragen x € 1.000)"],
        ["Boekdatum", "Boekstuk", "Rekening", "Omschrijving", "Crediteur", "IBAN", "Kostenplaats",
         "Debet", "Credit"],
        [dt.date(2021, 3, 1), "1", "4431", "Contributie", "Platform 31", None, "0101", 20.762],
        [dt.date(2021, 3, 9), "2", "4010", f"Declaratie {NOBODY}", NOBODY, ACCOUNT_OF_NOBODY,
         "0101", 0.25, None],
        [dt.date(2021, 4, 1), "3", "4431", "Creditnota", "Platform31", None, "0101", None, 0.762],
        ["Totaal", None, None, None, None, None, None, 21.012, 0.762],
        ["Saldo", None, None, None, None, None, None, 20.25, None],
    ]  # fmt: skip
    return Export(
        "mutaties.xlsx", xlsx({"Mutaties": rows}), "ledger_lines", 2, rows=5, accepted=3,
        skipped={"total": 2},
        columns={
            "Boekdatum": "date", "Rekening": "account", "Omschrijving": "description",
            "Crediteur": "supplier", "Kostenplaats": "cost_centre", "Debet": "debit",
            "Credit": "credit",
        },
        kept={"actual": Decimal("20000.00")}, left={"actual": Decimal("250.00")}, years=[2021],
        totals=3, unit=1_000, texts=["Contributie", "Creditnota"],
    )  # fmt: skip


def iv3_lines() -> Export:
    """Iv3 as published: codes padded with spaces, balance items, a figure that was not given."""
    lines = [
        "ID;Verslagsoort;Gemeenten;TaakveldBalanspost;Categorie;k_1ePlaatsing_1;k_2ePlaatsing_2",
        "1;2023X005;GM0001;0.1   ;L1.1  ;6000;6932",
        "2;2023X005;GM0001;0.10  ;B7.1  ;90;100",
        "3;2023X005;GM0001;A111  ;A1    ;;",
        "4;2023X005;GM0001;0.2   ;L3.8  ;-99998;-99998",
        "Totaal;;;;;;7032",
    ]
    return Export(
        "iv3.csv", "\n".join(lines).encode(), "iv3", 1, rows=5, accepted=2,
        skipped={"note": 2, "total": 1},
        columns={
            "Verslagsoort": "report", "Gemeenten": "municipality", "TaakveldBalanspost":
            "task_field", "Categorie": "category", "k_2ePlaatsing_2": "amount",
        },
        kept={}, left={"actual": Decimal("6832000.00")}, years=[2023], totals=1, unit=1_000,
    )  # fmt: skip


def iv3_by_task_field() -> Export:
    """Expenditure and income by task field: names cut off, `0.10` beside `0.1`, decimal points."""
    lines = [
        "Gemeenten\tTaakveld\tBaten\tLasten\tProvincie",
        "Voorbeeldstad\t0.1 Bestuur\t0.0\t6932.0\tNoord",
        "Voorbeeldstad\t0.10 Mutaties reserves\t1250.5\t0.0\tNoord",
        "Voorbeeldstad\t0.7 Algemene uitkeringen en overige ui..\t9000.0\t\tNoord",
        "Totaal\t\t10250.5\t6932.0\t",
    ]
    return Export(
        "iv3_begroting_2024.csv", "\n".join(lines).encode(), "iv3_by_task_field", 1, rows=4,
        accepted=3, skipped={"total": 1},
        columns={
            "Gemeenten": "municipality", "Taakveld": "task_field", "Baten": "credit",
            "Lasten": "debit",
        },
        kept={}, left={"budget": Decimal("-3318500.00")}, years=[2024], totals=2, unit=1_000,
    )  # fmt: skip


EXPORTS: tuple[Callable[[], Export], ...] = (
    exact, afas, speedbooks, trial_balance, ledger_lines, iv3_lines, iv3_by_task_field,
)  # fmt: skip
