"""What of a rejected row is not kept: names, addresses and bank accounts that nobody needs here."""

from __future__ import annotations

import re

from data.results import RejectedRow, Table

_PERSONAL_HEADING = re.compile(
    r"\b(naam|namen|voornaam|achternaam|medewerkers?|contactpersoon|contactpersonen|contact"
    r"|e-?mail(adres)?|telefoon(nummer)?|tel|mobiel|iban|bsn|burgerservicenummer|bankrekening"
    r"|rekeninghouder|crediteur|debiteur|adres|geboortedatum|auteur|behandelaar|ingevuld door"
    r"|ingevoerd door|name|person|employee|phone|address)\b",
    re.IGNORECASE,
)
_PERSONAL_VALUE = re.compile(r"\S@\S+\.\w|\b[A-Z]{2}\d{2}\s?[A-Z]{4}\s?\d{2}", re.IGNORECASE)


def kept_cells(row: RejectedRow, table: Table | None) -> list[str]:
    """The cells of a rejected row as they are stored.

    In a column that is not read, a cell under a heading for persons, or that holds an e-mail
    address or an IBAN, is left empty; every other cell is kept as it stood.
    """
    cells = list(row.cells)
    for heading in table.headings if table else ():
        if heading.column or heading.position >= len(cells):
            continue
        if _PERSONAL_HEADING.search(heading.text) or _PERSONAL_VALUE.search(
            cells[heading.position]
        ):
            cells[heading.position] = ""
    return cells
