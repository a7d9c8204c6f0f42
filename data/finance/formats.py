"""The exports of financial systems that are known: their headings, and what their amounts mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data import columns as c
from data.cells.keys import heading_key
from data.finance import messages
from texts import Message

_ACCOUNTS = """Grootboekrekening, Grootboeknummer, Grootboekrekening: Code, Grootboekrek.,
    Grootboek, Grootboeknr., GB-rekening, Hoofdrekening, Rekening, Rekeningnummer, Rekeningnr.,
    Rek.nr., Kostensoort, Nummer, Code, Ledger account, GL account, Account"""
_DESCRIPTIONS = """Omschrijving grootboekrekening, Omschrijving grootboeknummer,
    Grootboekrekening: Omschrijving, Omschrijving, Omschr., Omschrijving rekening,
    Naam rekening, Benaming, Description, Naam"""
_COST_CENTRES = """Kostenplaats: Code, Kostenplaats code, Kostenplaatscode, Kostenplaats,
    Kostenplaatsnummer, Kpl., Kpl, Cost centre, Cost center"""
_YEARS = "Boekjaar, Jaar, Begrotingsjaar, Dienstjaar, Fiscal year, Year"
_PERIODS = "Periode, Boekperiode, Periodenr., Maand, Period"
_DATES = "Boekdatum, Boekingsdatum, Factuurdatum, Datum, Transactiedatum, Mutatiedatum, Date"
_SUPPLIERS = """Leverancier, Naam leverancier, Crediteur, Naam crediteur, Crediteurnaam, Relatie,
    Relatie: Naam, Relatienaam, Naam relatie, Supplier, Vendor"""
_BOOKING_MARKS = """Dagboek: Code, Dagboek, Boekstuknummer, Boekstuk, Boekstuknr., Factuurnummer,
    Omschrijving: Kopregel, Journaal, Document number"""


@dataclass(frozen=True)
class FinanceFormat:
    """One kind of export.

    `headings` maps a column to its headings, the best first, separated by commas. `needs` are
    groups of columns, `marks` groups of headings: of each group one must be there. `kind` is what
    its amounts are, where no column says it; `unit` what they count in. Of `bookings` each line is
    one booking, often with somebody's name in it; of the others the amounts stand for the year so
    far. `cumulative` says that they do so in each period of a column of periods too. `of_iv3` says
    that these are the lines that every municipality gives to Statistics Netherlands: a category
    with a B is income, and a description names nobody.
    """

    key: str
    name: Message
    headings: Mapping[str, str]
    needs: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...] = ()
    kind: str = c.ACTUAL
    unit: int = 1
    bookings: bool = False
    cumulative: bool = False
    of_iv3: bool = False

    def places_in(self, keys: Mapping[str, int]) -> dict[int, str] | None:
        """Place -> column for a row of headings (key -> place); None when it is another format."""
        if not all(any(key in keys for key in _keys(mark)) for mark in self.marks):
            return None
        found: dict[int, str] = {}
        for column, texts in self.headings.items():
            place = next((keys[k] for k in _keys(texts) if k in keys and keys[k] not in found), -1)
            if place >= 0:
                found[place] = column
        there = set(found.values())
        return found if all(there & set(group) for group in self.needs) else None


@lru_cache(maxsize=256)
def _keys(texts: str) -> Sequence[str]:
    return tuple(heading_key(text) for text in texts.split(",") if text.strip())


EXACT = FinanceFormat(
    "exact",
    messages.FORMAT_EXACT(),
    {
        c.YEAR: _YEARS,
        c.PERIOD: _PERIODS,
        c.DATE: "Boekdatum, Factuurdatum",
        c.BOOKING: "Omschrijving: Kopregel",
        c.SUPPLIER: f"Naam, {_SUPPLIERS}",
        c.ACCOUNT: "Grootboekrekening, Grootboekrekening: Code",
        c.DESCRIPTION: "Omschrijving, Omschrijving: Boekingsregel",
        c.AMOUNT: "Bedrag",
        c.COST_CENTRE: _COST_CENTRES,
    },
    needs=((c.ACCOUNT,), (c.AMOUNT,), (c.YEAR, c.DATE)),
    marks=(
        "Omschrijving: Kopregel, Dagboek: Code, Kostenplaats: Code, Kostendrager: Code, Onze ref.",
        "Boekstuknummer, Dagboek: Code, Betalingsvoorwaarde: Code, Betalingsconditie: Code, Uw ref."
        ", BTW-code",
    ),
    bookings=True,
)
AFAS = FinanceFormat(
    "afas",
    messages.FORMAT_AFAS(),
    {
        c.YEAR: _YEARS,
        c.PERIOD: _PERIODS,
        c.BUDGETED: "Aangepast budget, Jaarbudget, Budget, Oorspronkelijk budget",
        c.ACTUAL: "Realisatie, Bedrag besteed of ontvangen, Besteed of ontvangen, Besteed",
        c.COMMITMENT: "Reserveringen en verplichtingen, Verplichtingen, Reserveringen",
        c.COST_CENTRE: f"""Verbijzondering, Verbijzonderingscode, Code verbijzondering,
            {_COST_CENTRES}""",
        c.ACCOUNT: _ACCOUNTS,
        c.DESCRIPTION: _DESCRIPTIONS,
    },
    needs=((c.BUDGETED,), (c.ACTUAL,)),
    marks=(
        """% Best., % Best.baar, Nog te besteden/ontvangen, Nog te besteden of te ontvangen,
        Nog te besteden / ontvangen, Bedrag besteed of ontvangen""",
    ),
)
SPEEDBOOKS = FinanceFormat(
    "speedbooks",
    messages.FORMAT_SPEEDBOOKS(),
    {
        c.YEAR: _YEARS,
        c.PERIOD: _PERIODS,
        c.ACCOUNT: "Grootboeknummer, Grootboekrekening",
        c.DESCRIPTION: "Omschrijving grootboeknummer",
        c.COST_CENTRE: _COST_CENTRES,
        c.DEBIT: "Bedrag debet, Debet",
        c.CREDIT: "Bedrag credit, Credit",
    },
    needs=((c.ACCOUNT,), (c.DESCRIPTION,), (c.DEBIT,), (c.CREDIT,)),
    cumulative=True,
)
_DEBIT_AND_CREDIT = {
    c.YEAR: _YEARS,
    c.PERIOD: _PERIODS,
    c.DATE: _DATES,
    c.SUPPLIER: _SUPPLIERS,
    c.BOOKING: "Omschrijving: Kopregel",
    c.ACCOUNT: _ACCOUNTS,
    c.DESCRIPTION: _DESCRIPTIONS,
    c.COST_CENTRE: _COST_CENTRES,
    c.DEBIT: "Debet, Bedrag debet, Debetbedrag, Debet bedrag, Saldo debet, Debit",
    c.CREDIT: "Credit, Bedrag credit, Creditbedrag, Credit bedrag, Saldo credit",
}
LEDGER_LINES = FinanceFormat(
    "ledger_lines",
    messages.FORMAT_LEDGER_LINES(),
    _DEBIT_AND_CREDIT,
    needs=((c.ACCOUNT,), (c.DEBIT,), (c.CREDIT,)),
    marks=(f"{_DATES}, {_SUPPLIERS}, {_BOOKING_MARKS}",),
    bookings=True,
)
TRIAL_BALANCE = FinanceFormat(
    "trial_balance",
    messages.FORMAT_TRIAL_BALANCE(),
    _DEBIT_AND_CREDIT,
    needs=((c.ACCOUNT,), (c.DEBIT,), (c.CREDIT,)),
)
IV3_LINES = FinanceFormat(
    "iv3",
    messages.FORMAT_IV3_LINES(),
    {
        c.YEAR: "Jaar, Boekjaar",
        c.REPORT: "Verslagsoort, Perioden, Periode, Document",
        c.MUNICIPALITY: "Gemeenten, Gemeente, Gemeentenaam, Overheidslaag",
        c.TASK_FIELD: "TaakveldBalanspost, Taakveld/balanspost, Taakveld",
        c.CATEGORY: "Categorie, Economische categorie, Categorieën",
        c.AMOUNT: """k_2ePlaatsing_2, 2ePlaatsing_2, 2e plaatsing, k_1ePlaatsing_1, 1ePlaatsing_1,
            1e plaatsing""",
    },
    needs=((c.TASK_FIELD,), (c.CATEGORY,), (c.AMOUNT,)),
    unit=1_000,
    of_iv3=True,
)
IV3_BY_TASK_FIELD = FinanceFormat(
    "iv3_by_task_field",
    messages.FORMAT_IV3_BY_TASK_FIELD(),
    {
        c.YEAR: "Jaar, Boekjaar",
        c.REPORT: "Verslagsoort, Perioden, Periode, Document",
        c.MUNICIPALITY: "Gemeenten, Gemeente, Gemeentenaam",
        c.TASK_FIELD: "Taakveld, TaakveldBalanspost, Taakvelden",
        c.DEBIT: "Lasten",
        c.CREDIT: "Baten",
    },
    needs=((c.TASK_FIELD,), (c.DEBIT,), (c.CREDIT,), (c.MUNICIPALITY,)),
    unit=1_000,
    of_iv3=True,
)
LEDGER = FinanceFormat("ledger", messages.FORMAT_LEDGER(), {}, needs=(), bookings=True)
"""Bookings in a layout that no format here declares: recognised by what its headings are."""

FORMATS = (
    EXACT, AFAS, LEDGER_LINES, SPEEDBOOKS, TRIAL_BALANCE, IV3_LINES, IV3_BY_TASK_FIELD,
)  # fmt: skip
BY_KEY = {each.key: each for each in (*FORMATS, LEDGER)}

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def recognise(headings: Mapping[int, str]) -> tuple[FinanceFormat, dict[int, str]] | None:
    """The format of a row of headings (place -> text) and its columns (place -> column).

    One year in the headings, as in `Jaarbudget 2019`, makes no difference.
    """
    one_year = len({year for text in headings.values() for year in _YEAR.findall(text)}) == 1
    keys: dict[str, int] = {}
    for place, text in headings.items():
        keys.setdefault(heading_key(_YEAR.sub(" ", text) if one_year else text), place)
    for each in FORMATS:
        found = each.places_in(keys)
        if found:
            return each, found
    return None
