"""Layouts in which something counted that is no cost, or twice, or not at all: right, or asked."""

from __future__ import annotations

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store
from data.values.corrections import Corrections
from tests.data.finance.ledgers import csv
from tests.data.reading import builders
from tests.data.reading.builders import Page

WRITERS = {"csv": csv, "xlsx": builders.xlsx, "ods": builders.ods}
OURS = 23_617.00  # 20.762 + 3.250 - 395
HEAD = "Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag"
LEDGER = f"""{HEAD}
05-02-2022;4431;1;Stichting Platform31;Bijdrage;20.762,00
07-03-2022;4431;2;Stichting Platform31;Leerkring;3.250,00
08-03-2022;4431;3;Stichting Platform31;Credit;-395,00"""

# Name -> the text, what counts (by kind) and the answers that it takes.
CASES: dict[str, tuple[str, dict[str, float], dict[str, str]]] = {
    "opening and closing balance": (
        """Boekdatum;Grootboekrekening;Omschrijving rekening;Boekstuk;Omschrijving;Debet;Credit
01-01-2022;4431;Bijdrage Platform31;;Beginsaldo;500,00;
05-02-2022;4431;Bijdrage Platform31;1;Factuur bijdrage;20.762,00;
07-03-2022;4431;Bijdrage Platform31;2;Leerkring;3.250,00;
08-03-2022;4431;Bijdrage Platform31;3;Credit;;395,00
31-12-2022;4431;Bijdrage Platform31;;Eindsaldo;24.117,00;""",
        {"actual": OURS}, {},
    ),
    "what is paid of an invoice": (
        """Factuurdatum;Factuurnummer;Crediteur;Omschrijving;Bedrag;Betaald;Openstaand
05-02-2022;F1;Stichting Platform31;Bijdrage;20.762,00;20.762,00;0,00
07-03-2022;F2;Stichting Platform31;Leerkring;3.250,00;1.000,00;2.250,00
08-03-2022;F3;Stichting Platform31;Credit;-395,00;-395,00;0,00""",
        {"actual": OURS}, {},
    ),
    "with and without VAT": (
        """Factuurdatum;Factuurnummer;Crediteur;Omschrijving;Factuurbedrag;BTW;Netto bedrag
05-02-2022;F1;Stichting Platform31;Bijdrage;25.122,02;4.360,02;20.762,00
07-03-2022;F2;Stichting Platform31;Leerkring;3.932,50;682,50;3.250,00
08-03-2022;F3;Stichting Platform31;Credit;-477,95;-82,95;-395,00""",
        {"actual": OURS}, {"with_vat": "excluding_vat"},
    ),
    "the other side on named accounts": (
        """Boekdatum;Rekening;Boekstuk;Relatie;Omschrijving;Bedrag
05-02-2022;Contributies;1;Stichting Platform31;Bijdrage;20.762,00
05-02-2022;Crediteuren;1;Stichting Platform31;Bijdrage;-20.762,00
07-03-2022;Contributies;2;Stichting Platform31;Leerkring;2.855,00
07-03-2022;Crediteuren;2;Stichting Platform31;Leerkring;-2.855,00""",
        {"actual": OURS}, {"both_sides": "leave_out"},
    ),
    "credit notes by their sort": (
        """Boekdatum;Grootboek;Stuknummer;Leverancier;Omschrijving;Soort;Bedrag
05-02-2022;4431;1;Platform31;Bijdrage;Factuur;20.762,00
07-03-2022;4431;2;Platform31;Leerkring;Factuur;3.250,00
08-03-2022;4431;3;Platform31;Credit;Creditnota;395,00""",
        {"actual": OURS}, {},
    ),
    "posting keys of SAP": (
        """Belegnummer;Boekingsdatum;Grootboekrekening;Boekingssleutel;Tekst;Leverancier;Bedrag
100;05.02.2022;443100;40;Bijdrage;Platform31;20.762,00
101;07.03.2022;443100;40;Leerkring;Platform31;3.250,00
102;08.03.2022;443100;50;Credit;Platform31;395,00""",
        {"actual": OURS}, {},
    ),
    "amounts in local currency": (
        """Documentnummer;Boekingsdatum;Bedrag in LV;LVal;Grootboek;Kostenplaats;Tekst;Leverancier
190001;05.02.2022;20.762,00;EUR;443100;6101;Bijdrage Platform31;100123
190002;07.03.2022;3.250,00;EUR;443100;6101;Leerkring Platform31;100123
190003;08.03.2022;395,00-;EUR;443100;6101;Creditnota Platform31;100123""",
        {"actual": OURS}, {},
    ),
    "a foreign amount beside its euros": (
        """Boekdatum;Grootboek;Stuknummer;Leverancier;Omschrijving;Valuta;Bedrag;Bedrag EUR
05-02-2022;4431;1;Platform31;Bijdrage;USD;25.000,00;20.762,00
07-03-2022;4431;2;Platform31;Leerkring;EUR;2.855,00;2.855,00""",
        {"actual": OURS}, {},
    ),
    "a letter before the amount": (
        """Boekdatum;Grootboek;Stuknummer;Leverancier;Omschrijving;Bedrag
05-02-2022;4431;1;Platform31;Bijdrage;D 20.762,00
07-03-2022;4431;2;Platform31;Leerkring;D 3.250,00
08-03-2022;4431;3;Platform31;Credit;C 395,00""",
        {"actual": OURS}, {},
    ),
    "expenditure beside income": (
        """Boekdatum;Boekstuk;Crediteur;Omschrijving;Uitgaven;Inkomsten
05-02-2022;1;Platform31;Bijdrage;20.762,00;
07-03-2022;2;Platform31;Leerkring;3.250,00;
08-03-2022;3;Platform31;Credit;;395,00""",
        {"actual": OURS}, {},
    ),
    "a total without a word": (
        f"{LEDGER}\n;;;Stichting Platform31;;23.617,00\n09-03-2022;4440;4;Delta;Advies;1.000,00"
        "\n;;;Delta;;1.000,00",
        {"actual": OURS}, {},
    ),
    "a supplier as a title between the lines": (
        """Boekdatum;Boekstuk;Grootboekrekening;Omschrijving;Bedrag
Stichting Platform31;;;;
05-02-2022;1;4431;Bijdrage;20.762,00
07-03-2022;2;4431;Leerkring;2.855,00
Delta;;;;
09-03-2022;4;4440;Advies;1.000,00""",
        {"actual": OURS}, {},
    ),
    "a supplier named once": (
        """Crediteur;Boekdatum;Boekstuk;Omschrijving;Bedrag
Stichting Platform31;05-02-2022;1;Bijdrage;20.762,00
;07-03-2022;2;Leerkring;3.250,00
;08-03-2022;3;Credit;-395,00
Delta;09-03-2022;4;Advies;1.000,00
;09-03-2022;5;Advies;1.000,00""",
        {"actual": OURS}, {"suppliers_once": "fill_down"},
    ),
    "mutations of Speedbooks": (
        """Periode;Datum;Dagboek;Grootboeknummer;Omschrijving grootboeknummer;Relatie;Debet;Credit
2;05-02-2022;INK;4431;Contributies;Stichting Platform31;20.762,00;
3;07-03-2022;INK;4431;Contributies;Stichting Platform31;3.250,00;
3;08-03-2022;INK;4431;Contributies;Stichting Platform31;;395,00""",
        {"actual": OURS}, {},
    ),
    "commitments, of which what is open": (
        """Verplichtingnummer;Datum;Leverancier;Omschrijving;Bedrag verplichting;Openstaand
V1;05-02-2022;Stichting Platform31;Bijdrage;20.762,00;0,00
V2;07-03-2022;Stichting Platform31;Leerkring;3.250,00;2.250,00""",
        {"commitment": 2_250.0}, {},
    ),
    "accounts above accounts": (
        """Jaar;Rekening;Omschrijving;Begroting;Realisatie
2022;44;Kosten Platform31;26.762,00;23.617,00
2022;4431;Bijdrage Platform31;20.762,00;20.762,00
2022;4432;Projecten Platform31;6.000,00;2.855,00""",
        {"budget": 26_762.0, "actual": OURS}, {"levels": "leave_out"},
    ),
    "a title that says what was spent": (
        """Realisatie 2022;;
Jaar;Omschrijving;Bedrag
2022;Bijdrage Platform31;20.762,00
2022;Leerkring Platform31;2.855,00""",
        {"actual": OURS}, {},
    ),
    "amounts per account and period": (
        """Boekjaar;Periode;Grootboekrekening;Omschrijving;Bedrag periode;Bedrag cumulatief
2022;1;4431;Bijdrage Platform31;20.762,00;20.762,00
2022;2;4431;Bijdrage Platform31;2.855,00;23.617,00""",
        {"actual": OURS}, {"budgeted_or_spent": "actual"},
    ),
    "lines that are marked as reversed": (
        f"{HEAD};Storno\n" + "\n".join(f"{x};" for x in LEDGER.splitlines()[1:])
        + "\n09-03-2022;4431;4;Stichting Platform31;Dubbel;100,00;J",
        {"actual": OURS}, {"reversed": "leave_out"},
    ),
}  # fmt: skip


def read(text: str, ending: str, store: Store, **answers: str) -> tuple[dict[str, float], list]:
    """What counts, by kind, and the open questions."""
    rows: list[list[object]] = [list(line.split(";")) for line in text.splitlines()]
    preview = preview_file(
        WRITERS[ending](Page(rows)), f"export 2022.{ending}", store=store, settings=Settings(),
        corrections=Corrections(answers=answers),
    )  # fmt: skip
    (sheet,) = preview.sheets
    ours = sheet.records[sheet.records["concerns"].fillna(False).astype(bool)]
    sums = ours.groupby("kind", observed=True)["amount_cents"].sum() / 100
    return sums.to_dict(), [q.code for q in sheet.questions if q.answer is None]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("name", CASES)
def test_it_counts_to_the_cent_or_is_asked(name: str, ending: str, store: Store) -> None:
    text, expected, answers = CASES[name]
    assert read(text, ending, store)[1] == list(answers)
    assert read(text, ending, store, **answers) == (expected, [])
